"""Commands for authors: begin a block, look at it, check it, give it to the translators."""

from __future__ import annotations

import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

import click

from builders.cli.starting import fix_environment, project_settings, reports_problems
from builders.problems import ExitCode


@click.command()
@click.argument("block")
@click.option("--in", "document", required=True, help="The document that gets the block (policy-makers/policy).")
@click.option("--id", "identifier", default="", help="Its identifier; by default the next free number.")
@reports_problems
def new(block: str, document: str, identifier: str) -> None:
    """Write the skeleton of a new block, with its identifier (authors)."""
    from builders.publishing.starting import start_block

    started = start_block(project_settings(), block, document, identifier)
    click.echo(f"{started.place}: {', '.join(started.identifiers)} written; source/ids.csv has it.")
    click.echo("    next: replace every “To be written.”; docs/authors/blocks.rst says what each option takes")
    if started.optional:
        click.echo(f"    it may also have: {', '.join(started.optional)}")


@click.command()
@click.option("--language", "-l", default="en", show_default=True, help="The language to look at.")
@click.option("--edition", "-e", default="children", show_default=True, help="The edition to look at.")
@click.option("--port", default=8000, show_default=True, help="Where to serve the pages on this machine.")
@click.option("--kitchen-sink", "is_sink", is_flag=True, help="Show the page that uses everything authors may write.")
@reports_problems
def preview(language: str, edition: str, port: int, is_sink: bool) -> None:
    """Show one edition live, rebuilt on every save (authors, translators)."""
    settings = project_settings()
    fix_environment(settings)
    from builders.publishing.preview import serve
    from builders.publishing.sink import lay_sink

    with tempfile.TemporaryDirectory(prefix="cop-sink-") as folder:
        shown = lay_sink(settings, Path(folder)) if is_sink else settings
        serve(shown, settings.language(language), settings.edition(edition), port)


@click.command()
@click.option("--profile", default="authoring", show_default=True, help="Which checks to run.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@click.option(
    "--sarif", type=click.Path(dir_okay=False, path_type=Path), help="Write the findings into this file, too."
)
@click.option("--list", "is_list", is_flag=True, help="List the checks, and stop.")
@click.option("--explain", metavar="ID", help="Say what a check is for, and stop.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to check facts for; by default today.")
@reports_problems
def check(
    profile: str, is_json: bool, sarif: Path | None, is_list: bool, explain: str | None, today: datetime | None
) -> None:
    """Check the text against the rules of writing (authors)."""
    from builders.checks.profiles import CHECKS, PROFILES
    from builders.publishing.checking import exit_code, explained, listed, report, run_checks
    from builders.publishing.finding_files import as_json, as_sarif

    if profile not in PROFILES:
        raise click.BadParameter(f"there is no profile “{profile}”; choose one of: {', '.join(PROFILES)}")
    if explain and explain not in CHECKS:
        raise click.BadParameter(f"there is no check “{explain}”; --list shows them all")
    if is_list or explain:
        click.echo("\n".join(explained(explain) if explain else listed(profile)))
        return
    settings = project_settings()
    found = run_checks(settings, profile, today=today.date() if today else date.today())
    if sarif:
        sarif.write_text(as_sarif(found, CHECKS.values(), version=settings.version), encoding="utf-8")
    if is_json:
        click.echo(as_json(found))
    else:
        report(found, profile, say=click.echo)
    sys.exit(exit_code(found))


@click.command()
@click.option("--check", "is_check", is_flag=True, help="Change nothing; exit 1 when a template is out of date.")
@reports_problems
def extract(is_check: bool) -> None:
    """Write the templates locale/*.pot from the source (authors)."""
    from builders.publishing.translating import make_templates, write_templates

    settings = project_settings()
    changed = write_templates(settings, make_templates(settings), is_check=is_check)
    for path in changed:
        click.echo(f"{'out of date' if is_check else 'written'}: {path}")
    if not changed:
        click.echo("The templates are up to date.")
    sys.exit(ExitCode.FINDINGS if is_check and changed else ExitCode.DONE)
