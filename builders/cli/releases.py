"""Commands for release managers: publish, and validate what was published."""

import sys
from datetime import date

import click

from builders.cli.starting import adaptation_option, command, fix_environment, project_settings
from builders.problems import ExitCode, Problem, unknown
from builders.publishing.repeated import remember, run_key, said_before


@command()
@click.option("--language", "-l", multiple=True, help="Only this language (a tag such as ar); may be repeated.")
@click.option("--edition", "-e", multiple=True, help="Only this edition (its id in editions.toml); may be repeated.")
@click.option("--format", "-f", "formats", multiple=True, help="Only this format (html, epub, docx); may be repeated.")
@click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="Units built at once; by default one a core.")
@click.option("--partial", is_flag=True, help="Publish what is complete although a unit was kept out.")
@click.option("--drop-outdated", is_flag=True, help="Take out what is out of date and not renewed by this run.")
@click.option("--accept-loss", is_flag=True, help="Publish although readers lose translations that they have today.")
@click.option("--draft", is_flag=True, help="Publish as a draft what is not complete where translation begins.")
@click.option("--no-cache", is_flag=True, help="Build everything anew.")
@click.option("--dry-run", is_flag=True, help="Say what would be published, and stop.")
@adaptation_option
def publish(
    language: tuple[str, ...],
    edition: tuple[str, ...],
    formats: tuple[str, ...],
    jobs: int,
    partial: bool,
    drop_outdated: bool,
    accept_loss: bool,
    draft: bool,
    no_cache: bool,
    dry_run: bool,
    adaptation: str,
) -> None:
    """Publish the editions into dist/ (release managers, adapters)."""
    settings = project_settings(adaptation)
    today = date.today()
    options = (language, edition, formats, partial, drop_outdated, accept_loss, draft)
    key = "" if dry_run else run_key(settings, options, today)
    if key and not no_cache and (said := said_before(settings, key)):
        click.echo("\n".join(said))
        return
    fix_environment(settings)
    from builders.catalogs.folders import passed_over
    from builders.model.addresses import artifact_path
    from builders.publishing.first_tier import unfit_units
    from builders.publishing.planning import admit, plan
    from builders.publishing.publish import publish as run
    from builders.publishing.reports import exit_code, left_out_lines, outcome_lines, progress_bar
    from builders.translating.reports import report_notices

    chosen = plan(settings, languages=language, editions=edition, formats=formats)
    languages = dict.fromkeys(unit.language for unit in chosen.units)
    if dry_run:
        chosen = admit(chosen, unfit_units(settings, languages, may_draft=draft), may_draft=draft)
        for unit, format_ in chosen.wanted():
            path = settings.dist / artifact_path(unit, format_, settings.version)
            click.echo(path.relative_to(settings.project).as_posix())
        for line in left_out_lines(chosen.left_out):
            click.echo(line)
        return
    notices = [each for one in languages for each in passed_over(settings, one)]
    report_notices(notices)
    with progress_bar() as show:
        outcome = run(
            settings,
            chosen=chosen,
            processes=jobs,
            is_partial=partial,
            use_cache=not no_cache,
            drop_outdated=drop_outdated,
            accept_loss=accept_loss,
            may_draft=draft,
            today=today,
            progress=show,
        )
    click.echo("\n".join(outcome_lines(outcome, settings)))
    if not notices:  # they are told every time
        remember(settings, key, outcome)
    sys.exit(exit_code(outcome))


@command()
@click.option(
    "--only", multiple=True, help="Only this validator: links, epubcheck, openxml, search or axe; may be repeated."
)
@click.option("--require", is_flag=True, help="A validator that is not installed is an error (for CI).")
@adaptation_option
def validate(only: tuple[str, ...], require: bool, adaptation: str) -> None:
    """Validate what stands in dist/ (release managers, adapters).

    It looks at links, EPUB, DOCX and accessibility.
    """
    from builders.checks.finished import VALIDATORS
    from builders.checks.finished.tools import NotInstalled
    from builders.publishing.dist import MANIFEST

    settings = project_settings(adaptation)
    folder, code = settings.dist, ExitCode.DONE
    if not (folder / MANIFEST).exists():
        nothing = f"there is nothing in {settings.dist.relative_to(settings.project).as_posix()}"
        raise Problem(code="nothing-published", what=nothing, next_step="publish first: .venv/bin/cop publish")
    for name in only or VALIDATORS:
        if name not in VALIDATORS:
            raise unknown("unknown-validator", f"there is no validator “{name}”", VALIDATORS)
        click.echo(f"{name} …")
        try:
            findings = list(VALIDATORS[name](folder))
        except NotInstalled as reason:
            click.echo(f"{name}: {'missing' if require else 'skipped'}, {reason}")
            code = ExitCode.FINDINGS if require else code
            continue
        for finding in findings:
            click.echo(str(finding))
        click.echo(f"{name}: {len(findings)} findings")
        code = ExitCode.FINDINGS if findings else code
    sys.exit(code)
