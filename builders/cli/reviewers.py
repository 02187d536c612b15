"""Commands for reviewers: write down who has read what, and sheets for those who have no program for catalogs."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from builders.cli.starting import Names, adaptation_option, command, project_settings, reporting
from builders.model.messages import Review, ReviewLevel
from builders.problems import ExitCode

LEVELS = click.Choice([level.value for level in ReviewLevel])


@click.group("review", invoke_without_command=True)
@click.pass_context
@click.option("--language", "-l", help="The language that was read.")
@click.option("--by", help="Who answers for it: a name that others can ask.")
@click.option("--as", "level", type=LEVELS, help="How far it is.")
@click.option("--domain", "-d", default="", help="Only this catalog (shared, labels, …).")
@click.option("--context", "-c", "contexts", multiple=True, help="A block, a part of one, or a beginning (rec-abc-).")
@click.option("--page", "pages", multiple=True, help="A file of the source, with all its messages.")
@click.option("--all-translated", is_flag=True, help="Everything that has a finished translation.")
@adaptation_option
@reporting
def review(
    context: click.Context,
    language: str | None,
    by: str | None,
    level: str | None,
    domain: str,
    contexts: Names,
    pages: Names,
    all_translated: bool,
    adaptation: str,
) -> None:
    """Write down who has read translations (translators).

    “sheet” writes a table in Word and HTML for people who read the language, “take” takes it in when it comes back.
    """
    if context.invoked_subcommand:
        if adaptation:
            raise click.UsageError("sheets are made of the guidelines only; leave --adaptation out", context)
        return
    if language is None or by is None or level is None:
        missing = {"--language": language, "--by": by, "--as": level}
        raise click.UsageError(f"Missing option '{next(name for name in missing if missing[name] is None)}'.", context)
    from builders.publishing.lock import one_at_a_time
    from builders.translating.reports import report_review
    from builders.translating.reviewing import Selection
    from builders.translating.reviewing import review as run

    if not (contexts or pages or all_translated):
        raise click.UsageError("say what was read: --context, --page, or --all-translated")
    settings = project_settings(adaptation)
    selection = Selection(domain=domain, contexts=contexts, pages=pages, passes_over_unfinished=all_translated)
    read = Review(level=ReviewLevel(level), by=by, on=date.today(), fingerprint="")
    with one_at_a_time(settings.project):
        report_review(run(settings, settings.language(language), selection, read), read)


@command()
@click.option("--language", "-l", required=True, help="The language that is to be read.")
@click.option("--chapter", "-c", "chapters", multiple=True, help="A page of the source (shared/help); may be repeated.")
@click.option("--context", "contexts", multiple=True, help="A block, a part of one, or a beginning (rec-abc-).")
@click.option("--domain", "-d", default="", help="Only this catalog (shared, labels, …).")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The folder for it; build/sheets by default.")
def sheet(language: str, chapters: Names, contexts: Names, domain: str, output: Path | None) -> None:
    """Write a table of translations in Word and HTML (translators).

    Who reads the language writes “right”, “change” or “wrong” beside each, and comments.
    """
    from builders.translating.reviewing import Selection
    from builders.translating.sheets.writing import write_sheet

    if not (chapters or contexts or domain):
        raise click.UsageError("say what is to be read: --chapter, --context or --domain")
    settings = project_settings()
    pages = tuple(f"source/{each.removeprefix('source/').removesuffix('.rst')}.rst" for each in chapters)
    selection = Selection(domain=domain, contexts=contexts, pages=pages)
    for path, count in write_sheet(settings, settings.language(language), selection, output):
        click.echo(f"{os.path.relpath(path)}: {count} rows")


@command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--by", required=True, help="Who has read it: a name that others can ask.")
@click.option(
    "--as", "level", default=ReviewLevel.REVIEWED.value, show_default=True, type=LEVELS, help="How far it is."
)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
def take(files: tuple[Path, ...], by: str, level: str, dry_run: bool) -> None:
    """Take in what a reviewer has written into sheets (translators).

    “right” becomes a review, everything else a comment; no translation changes.
    """
    from builders.publishing.lock import one_at_a_time
    from builders.translating.reports import report_sheet
    from builders.translating.sheets.taking import take_sheet

    settings = project_settings()
    said = Review(level=ReviewLevel(level), by=by, on=date.today(), fingerprint="")
    with one_at_a_time(settings.project):
        done = [take_sheet(settings, path, said, is_dry_run=dry_run) for path in files]
    for each in done:
        report_sheet(each, is_dry_run=dry_run)
    if any(each.findings for each in done):
        sys.exit(ExitCode.FINDINGS)


review.add_command(sheet)
review.add_command(take)
