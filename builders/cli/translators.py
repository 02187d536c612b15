"""Commands for translators: bring catalogs up to date, see what is missing."""

from __future__ import annotations

import click

from builders.cli.starting import project_settings, reports_problems
from builders.settings import Settings


@click.command()
@click.option("--language", "-l", multiple=True, help="Only this language; may be repeated.")
@reports_problems
def update(language: tuple[str, ...]) -> None:
    """Bring templates and catalogs up to date with the source (authors, translators)."""
    from builders.publishing.dist import one_at_a_time

    settings = project_settings()
    with one_at_a_time(settings.project):
        _update(settings, language)


def _update(settings: Settings, language: tuple[str, ...]) -> None:
    from builders.publishing.reports import report_update
    from builders.publishing.translating import make_templates, update_languages, write_templates

    templates = make_templates(settings)
    write_templates(settings, templates)
    languages = [settings.language(name) for name in language] or list(settings.languages)
    for done in update_languages(settings, templates, [each for each in languages if not each.is_source]):
        report_update(done)


@click.command()
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
