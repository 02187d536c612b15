"""The command that begins something: a block, a language, a guideline of somebody else."""

from datetime import date
from pathlib import Path

import click

from builders.cli.starting import command, project_settings
from builders.settings import Settings, read_settings


@command()
@click.argument("kind", metavar="BLOCK|language|guideline|adaptation")
@click.argument("name", metavar="[TAG|FOLDER|CODE]", required=False)
@click.option("--in", "document", help="The document that gets the block (shared/help).")
@click.option("--id", "identifier", help="Its identifier; by default the next free number.")
def new(kind: str, name: str | None, document: str | None, identifier: str | None) -> None:
    """Write the start of a block, language, guideline or adaptation (authors, translators, adapters).

    A block: cop new recommendation --in shared/help

    A language: cop new language pt

    A guideline of your own: cop new guideline ../hand-hygiene

    The edition of a country, by its code: cop new adaptation ke
    """
    if kind in STARTS:  # no type of block has such a name
        start, what, example = STARTS[kind]
        if name is None:
            raise click.UsageError(f"{what} is missing: cop new {kind} {example}")
        if document or identifier:
            raise click.UsageError(f"a {kind} takes neither --in nor --id: it has all documents")
        start(name)
    elif name is not None:
        raise click.UsageError(f"“{name}” is too much: cop new {kind} --in DOCUMENT")
    elif not document:
        raise click.UsageError(f"the document that gets the block is missing: cop new {kind} --in DOCUMENT")
    else:
        _new_block(kind, document, identifier or "")


def _new_block(block: str, document: str, identifier: str) -> None:
    from builders.authoring.new_block import start_block

    started = start_block(project_settings(), block, document, identifier)
    click.echo(f"{started.place}: {', '.join(started.identifiers)} written; source/ids.csv has it.")
    click.echo("    next: replace every “To be written.”; docs/authors/blocks.rst says what each option takes")
    if started.optional:
        click.echo(f"    it may also have: {', '.join(started.optional)}")


def _new_language(tag: str) -> None:
    from builders.publishing.lock import one_at_a_time
    from builders.publishing.reports import count
    from builders.translating.new_language import start_language

    settings = project_settings()
    with one_at_a_time(settings.project):
        started = start_language(settings, tag)
    language, report = started.update.language, started.update.report
    click.echo(f"{started.place}: {language.tag} ({language.endonym}) is a language of the guidelines.")
    waiting = f"{count(report.untranslated, 'message')} to translate"
    stood = report.kept + report.moved + report.revived - started.brought
    kept = f"; {started.brought} come with the tools" if started.brought else ""
    kept += f"; {stood} that stood there are kept" if stood else ""
    click.echo(f"locale/{language.locale}/: {count(started.update.changed_files, 'file')} written, {waiting}{kept}.")
    for other in started.relatives:
        click.echo(f"    {other.tag} is there, too: its readers do not see {language.tag}, nor the other way round")
    click.echo("    next: compare the new entry with what readers of the language expect; CLDR wrote it")
    click.echo(f"    then: .venv/bin/cop preview -l {language.tag} shows it, in English that is marked as English")
    click.echo("    then: translate labels.po first; its words stand on every page")


def _new_guideline(name: str) -> None:
    from builders.authoring.new_guideline import start_guideline

    folder = Path(name)
    count = start_guideline(folder, date.today())
    _bring_catalogs(read_settings(folder.resolve()))
    click.echo(f"{folder}: {count} files and the catalogs written.")
    click.echo(f"    next: cd {folder} && git init, then: python3 noxfile.py -s publish")
    click.echo("    then: docs/adapters/own-guideline of the tools says what to replace, and in which order")


def _bring_catalogs(settings: Settings) -> None:
    """Write the templates and the catalogs of a project that has just begun."""
    from builders.translating.brought_labels import bring_labels
    from builders.translating.update_command import make_templates, update_language, write_templates

    templates = make_templates(settings)
    write_templates(settings, templates)
    for language in settings.languages:
        if not language.is_source:
            bring_labels(settings, language)
            update_language(settings, templates, language)


def _new_adaptation(name: str) -> None:
    from builders.adapting.new_adaptation import start_adaptation
    from builders.publishing.lock import one_at_a_time

    settings = project_settings()
    with one_at_a_time(settings.project):
        started = start_adaptation(settings, name)
    click.echo(f"{started.folder}/: {', '.join(started.files)} written.")
    if started.is_demonstration:
        click.echo("    it is a demonstration: its code belongs to nobody, and every page says so")
    click.echo(f"    next: name the publisher in {started.folder}/adaptation.toml")
    click.echo(f"    then: .venv/bin/cop publish --adaptation {name}")
    click.echo("    then: docs/adapters/first-adaptation says how a change is written")


STARTS = {
    "adaptation": (_new_adaptation, "the code of the country", "ke"),
    "language": (_new_language, "the tag of the language", "pt"),
    "guideline": (_new_guideline, "the folder of the guideline", "../hand-hygiene"),
}
"""What is begun that is no block: how, what has to be named, and an example of it."""
