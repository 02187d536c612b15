"""Commands for translators: bring catalogs up to date, see what is missing."""

import sys
from collections.abc import Iterable
from datetime import date
from functools import cache, partial
from pathlib import Path

import click

from builders.cli.starting import Names, adaptation_option, command, fix_environment, project_settings
from builders.problems import ExitCode
from builders.settings import Settings


@command()
@click.option("--language", "-l", multiple=True, help="Only this language; may be repeated.")
@adaptation_option
def update(language: Names, adaptation: str) -> None:
    """Bring the catalogs up to date (authors, translators, adapters).

    What the checks find in translations that were changed since the last commit is printed below each language.
    """
    from builders.catalogs.folders import passed_over, unlisted_folders
    from builders.checks.translations.reading import read_placed
    from builders.publishing.changed import changed_findings, committed_texts, current_texts
    from builders.publishing.lock import one_at_a_time
    from builders.translating.reports import report_notices, report_update
    from builders.translating.update_command import make_templates, update_languages, write_templates

    settings = project_settings(adaptation)
    if adaptation:
        _update_national(settings, language)
        return
    with one_at_a_time(settings.project):
        templates = make_templates(settings)
        report_notices(write_templates(settings, templates)[1])
        chosen = [settings.language(name) for name in language] or list(settings.languages)
        languages = [each for each in chosen if not each.is_source]
        committed = {each: committed_texts(settings, each) for each in languages}
        before = {each: current_texts(settings, each) if now is None else now for each, now in committed.items()}
        placed = cache(partial(read_placed, settings, today=date.today()))
        for done in update_languages(settings, templates, languages):
            report_update(done)
            report_notices(passed_over(settings, done.language))
            report_notices(changed_findings(settings, done.language, before[done.language], placed=placed))
        for folder in unlisted_folders(settings):
            click.echo(f"{folder}/ was left alone: no language of locale/languages.toml has this folder")


def _update_national(settings: Settings, names: Names) -> None:
    """Bring the catalogs of an adaptation up to date, and say what was done."""
    from builders.publishing.lock import one_at_a_time
    from builders.translating.national_update import update_national
    from builders.translating.reports import report_update
    from builders.translating.update_command import make_templates

    with one_at_a_time(settings.project):
        templates = make_templates(settings)
        languages = [settings.language(name) for name in names] or list(settings.languages)
        found = [done for each in languages if (done := update_national(settings, templates, each))]
    for done in found:
        report_update(done)
    if not found:
        click.echo("There is nothing to translate.")


@command()
@click.option("--language", "-l", multiple=True, help="All numbers of this language; may be repeated.")
@click.option("--sizes", "is_sizes", is_flag=True, help="How large each English edition is, and stop.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@adaptation_option
def status(language: Names, is_sizes: bool, is_json: bool, adaptation: str) -> None:
    """Show how much is translated (translators, adapters).

    What publishing refuses counts as fuzzy, and is named below the numbers; then it ends with 1.
    """
    from builders.catalogs.surveying import survey
    from builders.editions.carrying import count_units
    from builders.editions.sizes import measure_edition
    from builders.editions.source_reading import parse_source
    from builders.publishing.rendered import rendered_words
    from builders.publishing.reports import progress_bar
    from builders.publishing.status_page import progress_by_language
    from builders.translating.reports import report_surveys
    from builders.translating.status_report import as_json, print_language, print_overview, print_sizes

    settings = project_settings(adaptation)
    languages = [settings.language(name) for name in language] or list(settings.languages)
    doctrees = parse_source(settings)
    sizes = {edition.id: measure_edition(doctrees, edition, settings) for edition in settings.editions}
    rendered = None
    if is_sizes:
        with progress_bar() as show:
            rendered = rendered_words(settings, settings.editions, progress=show)
        if not is_json:
            print_sizes(sizes, settings, rendered)
            return
    surveys = [survey(settings, each) for each in languages]
    opened = [each.translations for each in surveys]
    progress = progress_by_language(count_units(settings, doctrees, opened), settings)
    if is_json:
        click.echo(as_json(sizes, progress, settings, rendered, surveys))
    elif language:
        for each in progress:
            print_language(each, settings)
    else:
        print_overview(progress, settings)
    if not is_json:
        report_surveys(surveys)
    if any(each.refused for each in surveys):
        sys.exit(ExitCode.FINDINGS)


HOME = click.Path(exists=True, file_okay=False, path_type=Path)


@command("merge-po")
@click.argument("files", nargs=-1, metavar="[BASE OURS THEIRS [PATH] | FILES]")
@click.option("--install", is_flag=True, help="Let git use this command for the catalogs of this clone.")
@click.option("--home", type=HOME, help="With --install: in all clones of the user whose home this is (a server).")
@click.option("--settle", is_flag=True, help="Make one fuzzy entry of each conflict in FILES, for Poedit to open.")
def merge_po(files: Names, install: bool, home: Path | None, settle: bool) -> None:
    """Merge two branches of a catalog (authors, translators).

    git calls it with three files: BASE, OURS, THEIRS, and the PATH they stand for.
    With --settle it takes the catalogs that hold conflicts.
    """
    from builders.translating.merge_driver import DRIVER, install_driver, merge_files

    if install and not (files or settle):
        is_new = install_driver(project_settings().project, sys.executable, home=home)
        state = "now" if is_new else "already; nothing has changed"
        where = f"of everything that belongs to {home}" if home else "of this clone"
        click.echo(f"git merges the catalogs {where} message by message {state}.")
        kind, scope = ("", f"--file {home}/.gitconfig ") if home else (" of the clone", "")
        click.echo(f"    It is a setting{kind}: git config {scope}--remove-section merge.{DRIVER} takes it out again.")
        return
    if settle and files and not install:
        _settle(map(Path, files))
        return
    if home:
        raise click.UsageError("--home goes with --install")
    if install or settle or len(files) not in (3, 4):
        files_wanted = "three files: the common ancestor, ours (which is written), theirs"
        raise click.UsageError(f"give --install, or --settle and catalogs, or {files_wanted}")
    base, ours, theirs = map(Path, files[:3])
    merged = merge_files(base, ours, theirs, name=files[-1] if len(files) == 4 else str(ours))
    for finding in merged.findings:
        click.echo(str(finding), err=True)
    sys.exit(ExitCode.DONE if merged.is_clean else ExitCode.FINDINGS)


def _settle(paths: Iterable[Path]) -> None:
    from builders.publishing.reports import count
    from builders.translating.merge_driver import settle_file
    from builders.translating.reports import report_notices

    for path in paths:
        number, notices = settle_file(path)
        report_notices(notices)
        if number:
            click.echo(f"{path}: {count(number, 'conflict')} put together: fuzzy, with the other text in the comment")
            click.echo("    next: look at what is fuzzy, then git add the file")
        else:
            click.echo(f"{path}: there is no conflict in it")


@command()
@click.option("--require", is_flag=True, help="Without sphinx-intl, which it compares with, it is an error (for CI).")
def demo(require: bool) -> None:
    """Show in a copy what becomes of wrong translations (everybody).

    It ends with 1 when one of the promises that it shows does not hold.
    """
    settings = project_settings()
    fix_environment(settings)
    from builders.translating.demo.acts import play

    broken = play(settings, say=click.echo, requires_stock=require)
    sys.exit(ExitCode.FINDINGS if broken else ExitCode.DONE)
