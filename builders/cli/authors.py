"""Commands for authors: look at a text, check it, give it to the translators."""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builders.cli.checking import Telling, check_catalogs
from builders.cli.starting import Names, adaptation_option, command, fix_environment, project_settings
from builders.model.languages import Language
from builders.problems import ExitCode, Problem
from builders.settings import Settings

if TYPE_CHECKING:
    from builders.publishing.rewritten import Rewritten

REPORTS = ("text", "json", "sarif", "junit", "html")
"""Forms in which findings are told."""
FILE, EXISTING = click.Path(dir_okay=False, path_type=Path), click.Path(exists=True, path_type=Path)


@command()
@click.option("--language", "-l", default="en", show_default=True, help="The language to look at.")
@click.option("--edition", "-e", help="The edition to look at; by default the one of editions.toml.")
@click.option("--port", default=8000, show_default=True, help="Where to serve the pages on this machine.")
@click.option("--kitchen-sink", "is_sink", is_flag=True, help="Show the page that uses everything authors may write.")
@adaptation_option
def preview(language: str, edition: str | None, port: int, is_sink: bool, adaptation: str) -> None:
    """Show one edition live (authors, translators, adapters).

    It is rebuilt on every save.
    """
    if is_sink and adaptation:
        raise click.UsageError("--kitchen-sink shows a page of no adaptation: leave out --adaptation")
    settings = project_settings(adaptation)
    fix_environment(settings)
    from builders.authoring.preview import lay_sink, serve

    gc.enable()  # it goes on for hours; but doctrees live long, so that it is seldom worth it
    gc.set_threshold(100_000)
    with tempfile.TemporaryDirectory(prefix="cop-sink-") as folder:
        shown = lay_sink(settings, Path(folder)) if is_sink else settings
        looked_at = settings.edition(edition) if edition else settings.default_edition
        serve(shown, settings.language(language), looked_at, port)


@command()
@click.option("--profile", default="authoring", show_default=True, help="Which checks to run.")
@click.option("--language", "-l", multiple=True, help="Only translations into this language; may be repeated.")
@click.option("--edition", "-e", default="", help="Only translations that readers of this edition see.")
@click.option("--since", metavar="REV", default="", help="Only translations that have changed since this revision.")
@click.option("--fix", "is_fix", is_flag=True, help="Write into the catalogs what is certain, before checking.")
@click.option("--review", "with_review", is_flag=True, help="List what may be worth a look, too.")
@click.option("--format", "-f", "format_", type=click.Choice(REPORTS), default="text", show_default=True)
@click.option("--output", "-o", type=FILE, help="The file for it; the terminal by default.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@click.option("--sarif", type=FILE, help="Write the findings into this file, too.")
@click.option("--catalogs", type=EXISTING, help="Check the catalogs of any project below this folder instead.")
@click.option("--template", type=EXISTING, help="With --catalogs: the template of that project, or a folder of them.")
@click.option("--baseline", type=FILE, help="Leave out the findings that this file knows.")
@click.option("--accept", is_flag=True, help="With --baseline: write all findings into the file.")
@click.option("--list", "is_list", is_flag=True, help="List the checks, and stop.")
@click.option("--explain", metavar="ID", help="Say what a check is for, and stop.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to check facts for; by default today.")
@adaptation_option
def check(
    profile: str,
    language: Names,
    edition: str,
    since: str,
    is_fix: bool,
    with_review: bool,
    format_: str,
    output: Path | None,
    is_json: bool,
    sarif: Path | None,
    catalogs: Path | None,
    template: Path | None,
    baseline: Path | None,
    accept: bool,
    is_list: bool,
    explain: str | None,
    today: datetime | None,
    adaptation: str,
) -> None:
    """Check the text and its translations (authors, translators)."""
    if _listed(profile, explain, is_list=is_list):
        return
    if accept and not baseline:
        raise click.UsageError("--accept needs the file: --baseline FILE --accept")
    day = today.date() if today else date.today()
    telling = Telling(
        format="json" if is_json else format_,
        output=output,
        sarif=sarif,
        with_review=with_review,
        baseline=baseline,
        accepts=accept,
    )
    if catalogs:
        if edition or since or is_fix:
            raise click.UsageError("--catalogs takes no --edition, --since or --fix: it knows nothing but the files")
        check_catalogs(catalogs, template, language, telling, day)
    elif template or profile == "catalogs":
        raise click.UsageError("the folder with the catalogs is missing: --catalogs DIR")
    else:
        from builders.publishing.rewritten import revision_named

        if language or edition or since or is_fix:
            _require_translations(profile)
        settings = project_settings(adaptation)
        since = revision_named(settings, since)
        if is_fix:
            _fix(settings, language, edition, since, day)
        _check_project(settings, profile, language, edition, since, telling=telling, today=day)


def _listed(profile: str, explain: str | None, *, is_list: bool) -> bool:
    """List the checks of *profile*, or *explain* one of them; return whether somebody asked for either."""
    from builders.checks.profiles import CHECKS, EVERY_PROFILE

    if profile not in EVERY_PROFILE:
        raise click.BadParameter(f"there is no profile “{profile}”; choose one of: {', '.join(EVERY_PROFILE)}")
    if explain and explain not in CHECKS:
        raise click.BadParameter(f"there is no check “{explain}”; --list shows them all")
    if is_list or explain:
        from builders.authoring.check_command import explained, listed

        click.echo("\n".join(explained(explain) if explain else listed(profile)))
    return bool(is_list or explain)


def _require_translations(profile: str) -> None:
    from builders.checks.profiles import WITH_TRANSLATIONS

    if profile not in WITH_TRANSLATIONS:
        raise click.UsageError(f"the profile {profile} reads no translations: give --profile translation")


def _check_project(
    settings: Settings, profile: str, names: Names, edition: str, since: str, *, telling: Telling, today: date
) -> None:
    """Run *profile* on this project, and tell what is found."""
    from builders.authoring.check_command import run_checks
    from builders.publishing.reports import progress_bar

    run = partial(
        run_checks,
        settings,
        profile,
        languages=[settings.language(name) for name in names],
        edition=settings.edition(edition).id if edition else "",
        since=since,
        today=today,
    )
    if profile == "release":
        with progress_bar() as show:
            found = run(progress=show)
    else:
        found = run()
    telling.tell(found, profile, settings)


def _fix(settings: Settings, names: Names, edition: str, since: str, today: date) -> None:
    """Put right what is certain in the translations that are to be checked, and say so on standard error."""
    from builders.authoring.mending import mend, told
    from builders.publishing.lock import one_at_a_time

    wanted = [settings.language(name) for name in names] or list(settings.languages)
    with one_at_a_time(settings.project):
        report = mend(
            settings,
            [each for each in wanted if not each.is_source],
            edition=settings.edition(edition).id if edition else "",
            since=since,
            today=today,
        )
    told(report, partial(click.echo, err=True))


@command()
@click.option("--check", "is_check", is_flag=True, help="Change nothing; exit 1 when a template is out of date.")
def extract(is_check: bool) -> None:
    """Write the templates locale/*.pot from the source (authors)."""
    from builders.publishing.lock import one_at_a_time
    from builders.translating.reports import report_notices
    from builders.translating.update_command import make_templates, outdated_templates, write_templates

    settings = project_settings()
    if is_check:
        changed = outdated_templates(settings, make_templates(settings))
    else:
        with one_at_a_time(settings.project):
            changed, notices = write_templates(settings, make_templates(settings))
        report_notices(notices)
    for path in changed:
        click.echo(f"{'out of date' if is_check else 'written'}: {path}")
    if not changed:
        click.echo("The templates are up to date.")
    sys.exit(ExitCode.FINDINGS if is_check and changed else ExitCode.DONE)


@command()
@click.argument("revision", default="HEAD")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
def impact(revision: str, is_json: bool) -> None:
    """Show what edits cost the translators (authors).

    It compares with REVISION, by default the last commit, and prints Markdown for a pull request. “release” is the
    revision of the last version in dist/.
    """
    from builders.publishing.rewritten import revision_named
    from builders.translating import rewritten_report
    from builders.translating.impact import measure_impact
    from builders.translating.impact_report import as_json, as_markdown

    settings = project_settings()
    revision = revision_named(settings, revision)
    found = measure_impact(settings, revision)
    languages = [each for each in settings.languages if not each.is_source]
    alone = _rewritten(settings, languages, revision)
    if is_json:
        click.echo(as_json(found, [rewritten_report.record(each) for each in alone]))
    else:
        click.echo("\n".join([*as_markdown(found, settings), *rewritten_report.as_markdown(alone, settings)]))


def _rewritten(settings: Settings, languages: Sequence[Language], revision: str) -> tuple[Rewritten, ...]:
    """Return what was rewritten since *revision*; catalogs that cannot be read today keep nobody from the rest."""
    from builders.publishing.changed import changes_since
    from builders.publishing.rewritten import rewritten

    try:
        return rewritten(changes_since(settings, languages, revision, today=date.today()).values())
    except Problem as problem:
        click.echo(f"translations were not compared: {problem.what} [{problem.code}]", err=True)
        return ()
