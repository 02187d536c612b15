"""The ``cop`` command: what nox sessions and people call."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from builders.problems import ExitCode, Problem
from builders.settings import Settings, read_settings

Command = TypeVar("Command", bound=Callable[..., Any])

FIXED_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}
"""What every unit is built under, so that the same input gives the same bytes anywhere."""


def reports_problems(command: Command) -> Command:
    """Let *command* end with one clear message and the exit code of docs/problems."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except Problem as problem:
            click.echo(str(problem), err=True)
            sys.exit(ExitCode.PROBLEM)
        except (click.exceptions.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt):
            raise
        except BrokenPipeError:
            os._exit(ExitCode.FINDINGS)  # whoever read the output has gone; there is nobody to tell
        except OSError as error:
            place = f" {error.filename}" if error.filename else ""
            click.echo(f"the machine refuses to read or write{place}: {error.strerror or error} [machine]", err=True)
            click.echo("    next: make room or give access, then run the command again", err=True)
            sys.exit(ExitCode.PROBLEM)
        except Exception:
            with tempfile.NamedTemporaryFile("w", suffix=".txt", prefix="cop-trace-", delete=False) as file:
                file.write(traceback.format_exc())
            click.echo("This is a fault of the program, not of your text.", err=True)
            click.echo(f"    next: please report it, with the file {file.name}", err=True)
            sys.exit(ExitCode.BUG)

    return run  # type: ignore[return-value]


def project_settings() -> Settings:
    """Return the settings of the project that the command runs in, or of the one this program belongs to."""
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[1]):
        if (folder / "source" / "editions.toml").exists():
            return read_settings(folder)
    raise Problem(
        code="no-project",
        what=f"there is no source/editions.toml in {here} or above it",
        next_step="run the command in a clone of the guidelines",
    )


def fix_environment(settings: Settings) -> None:
    """Start this program anew under the fixed environment, once."""
    wanted = {**FIXED_ENVIRONMENT, "SOURCE_DATE_EPOCH": str(settings.source_date_epoch)}
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        sys.stdout.flush()
        os.execve(sys.executable, [sys.executable, "-P", "-m", "builders.cli", *sys.argv[1:]], {**os.environ, **wanted})


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Publish, preview and translate the guidelines."""


@main.command()
@click.option("--language", "-l", multiple=True, help="Only this language (a tag such as ar); may be repeated.")
@click.option("--edition", "-e", multiple=True, help="Only this edition (children, …); may be repeated.")
@click.option("--format", "-f", "formats", multiple=True, help="Only this format (html, epub, docx); may be repeated.")
@click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="Units built at once; by default one a core.")
@click.option("--partial", is_flag=True, help="Publish what is complete although a unit was kept out.")
@click.option("--no-cache", is_flag=True, help="Build everything anew.")
@click.option("--dry-run", is_flag=True, help="Say what would be published, and stop.")
@reports_problems
def publish(
    language: tuple[str, ...],
    edition: tuple[str, ...],
    formats: tuple[str, ...],
    jobs: int,
    partial: bool,
    no_cache: bool,
    dry_run: bool,
) -> None:
    """Publish the editions into dist/ (release managers)."""
    settings = project_settings()
    fix_environment(settings)
    from builders.publishing.planning import artifact_path, plan
    from builders.publishing.publish import publish as run
    from builders.publishing.reports import ProgressBar, report_outcome

    chosen = plan(settings, languages=language, editions=edition, formats=formats)
    if dry_run:
        for unit, format_ in chosen.wanted():
            click.echo(f"dist/{settings.version}/{artifact_path(unit, format_, settings)}")
        return
    with ProgressBar() as bar:
        outcome = run(
            settings, chosen=chosen, processes=jobs, is_partial=partial, use_cache=not no_cache, progress=bar.show
        )
    sys.exit(report_outcome(outcome, settings))


@main.command()
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


@main.command()
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


@main.command()
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


@main.command()
@click.option("--language", "-l", multiple=True, help="Only this language; may be repeated.")
@reports_problems
def update(language: tuple[str, ...]) -> None:
    """Bring templates and catalogs up to date with the source (authors, translators)."""
    from builders.publishing.dist import one_at_a_time

    settings = project_settings()
    with one_at_a_time(settings.project):
        _update(settings, language)


def _update(settings: Settings, language: tuple[str, ...]) -> None:
    from builders.publishing.reports import count
    from builders.publishing.translating import make_templates, update_language, write_templates

    templates = make_templates(settings)
    write_templates(settings, templates)
    for each in [settings.language(name) for name in language] or settings.languages:
        if each.is_source:
            continue
        report, changed = update_language(settings, templates, each)
        click.echo(
            f"{each.tag}: {report.kept} kept, {report.moved} moved, {report.revived} revived, "
            f"{report.fuzzy} to look at, {report.untranslated} untranslated, "
            f"{report.made_obsolete} no longer used; {count(changed, 'file')} changed"
        )


@main.command()
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@reports_problems
def status(is_json: bool) -> None:
    """Show how large each edition is and how much of it is translated (authors, translators, release managers)."""
    from builders.publishing.measuring import measure_edition
    from builders.publishing.reading import parse_source
    from builders.publishing.reports import print_status
    from builders.publishing.translating import coverage_table

    settings = project_settings()
    doctrees = parse_source(settings)
    sizes = {edition.id: measure_edition(doctrees, edition, settings) for edition in settings.editions}
    print_status(sizes, coverage_table(settings, doctrees), settings, is_json=is_json)


@main.command()
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


@main.command()
@click.option(
    "--only", multiple=True, help="Only this validator: links, epubcheck, openxml, search or axe; may be repeated."
)
@click.option("--require", is_flag=True, help="A validator that is not installed is an error (for CI).")
@reports_problems
def validate(only: tuple[str, ...], require: bool) -> None:
    """Validate links, EPUB, DOCX and accessibility of what stands in dist/ (release managers)."""
    from builders.checks.validators import VALIDATORS
    from builders.publishing.validating import validate as run

    settings = project_settings()
    sys.exit(run(settings, names=only or tuple(VALIDATORS), is_required=require, say=click.echo))


if __name__ == "__main__":
    main()
