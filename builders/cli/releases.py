"""Commands for release managers: publish, and validate what was published."""

from __future__ import annotations

import sys

import click

from builders.cli.starting import command, fix_environment, project_settings


@command()
@click.option("--language", "-l", multiple=True, help="Only this language (a tag such as ar); may be repeated.")
@click.option("--edition", "-e", multiple=True, help="Only this edition (children, …); may be repeated.")
@click.option("--format", "-f", "formats", multiple=True, help="Only this format (html, epub, docx); may be repeated.")
@click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="Units built at once; by default one a core.")
@click.option("--partial", is_flag=True, help="Publish what is complete although a unit was kept out.")
@click.option("--drop-outdated", is_flag=True, help="Take out what is out of date and not renewed by this run.")
@click.option("--no-cache", is_flag=True, help="Build everything anew.")
@click.option("--dry-run", is_flag=True, help="Say what would be published, and stop.")
def publish(
    language: tuple[str, ...],
    edition: tuple[str, ...],
    formats: tuple[str, ...],
    jobs: int,
    partial: bool,
    drop_outdated: bool,
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
            settings,
            chosen=chosen,
            processes=jobs,
            is_partial=partial,
            use_cache=not no_cache,
            drop_outdated=drop_outdated,
            progress=bar.show,
        )
    sys.exit(report_outcome(outcome, settings))


@command()
@click.option(
    "--only", multiple=True, help="Only this validator: links, epubcheck, openxml, search or axe; may be repeated."
)
@click.option("--require", is_flag=True, help="A validator that is not installed is an error (for CI).")
def validate(only: tuple[str, ...], require: bool) -> None:
    """Validate links, EPUB, DOCX and accessibility of what stands in dist/ (release managers)."""
    from builders.checks.finished import VALIDATORS
    from builders.publishing.validating import validate as run

    settings = project_settings()
    sys.exit(run(settings, names=only or tuple(VALIDATORS), is_required=require, say=click.echo))
