"""Commands for work with other programs: files out, files in, and the translator's kit."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from builders.cli.starting import Names, adaptation_option, command, fix_environment, project_settings
from builders.problems import ExitCode

FORMATS = ("xliff", "tmx", "tbx", "tbx2", "csv")


@command()
@click.option("--language", "-l", default="", help="The language; the termbase goes out in all without it.")
@click.option("--format", "-f", "format_", type=click.Choice(FORMATS), default="xliff", show_default=True)
@click.option("--edition", "-e", "editions", multiple=True, help="Only the messages of this edition; may be repeated.")
@click.option("--domain", "-d", "domains", multiple=True, help="Only this catalog; may be repeated.")
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="The file to write.")
@adaptation_option
def export(language: str, format_: str, editions: Names, domains: Names, output: Path, adaptation: str) -> None:
    """Write XLIFF 2.1, TMX or TBX (translators).

    Of an adaptation, its own catalogs go out; --domain names others, of which it says something in other words.
    The terms go out as TBX 3, as TBX 2 for programs that do not know that yet, or as CSV.
    """
    from builders.catalogs.files import replace_files
    from builders.translating.exporting import Choice, ExchangeFormat, exported, refuse_place

    settings = project_settings(adaptation)
    refuse_place(output, settings)
    wanted = settings.language(language) if language else None
    choice = Choice(editions=tuple(settings.edition(name) for name in editions), domains=domains)
    data = exported(settings, wanted, ExchangeFormat(format_), choice)
    replace_files([(output.resolve(), data)])
    click.echo(f"{output}: {len(data):,} bytes")


@command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILES|ADDRESS")
@click.option("--language", "-l", default="", help="The language, where a file does not say it.")
@click.option("--by", default="", help="Who vouches for what comes back as reviewed or final.")
@click.option(
    "--initial-is-finished", is_flag=True, help="For programs that keep no states: a translation is finished."
)
@click.option("--replace-approved", is_flag=True, help="Let other translations take the place of approved ones.")
@click.option("--approvals", is_flag=True, help="Only who has approved what, and what people have noted: no texts.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@adaptation_option
def import_(
    files: Names,
    language: str,
    by: str,
    initial_is_finished: bool,
    replace_approved: bool,
    approvals: bool,
    dry_run: bool,
    adaptation: str,
) -> None:
    """Take in XLIFF, PO, TMX or TBX (translators).

    Nothing is lost: what cannot be taken in is named. Terms become proposals to the termbase. With --approvals, the
    address of a project in Weblate stands for a file.
    """
    from builders.catalogs.exchange.taking import ImportRules
    from builders.publishing.lock import one_at_a_time
    from builders.translating.importing import import_files, terms_in
    from builders.translating.reports import report_import, report_proposals
    from builders.translating.term_proposals import propose
    from builders.translating.weblate.approvals import approvals_at
    from builders.translating.weblate.server import server_at

    settings = project_settings(adaptation)
    own = settings.language(language) if language else None
    terms = ImportRules(on=date.today(), by=by, replaces_approved=replace_approved, takes_texts=not approvals)
    addresses = [each for each in files if each.startswith(("http://", "https://"))]
    if addresses and not approvals:
        raise click.UsageError("from an address come only approvals and notes: --approvals; texts come by git")
    with_terms, others = terms_in(Path(each) for each in files if each not in addresses)
    asked = [approvals_at(*server_at(each), settings, own) for each in addresses]
    with one_at_a_time(settings.project):
        if with_terms:
            report_proposals(propose(settings, with_terms, own, is_dry_run=dry_run), is_dry_run=dry_run)
        done = import_files(
            settings, others, terms, language=own, trusts_initial=initial_is_finished, is_dry_run=dry_run, asked=asked
        )
    for each in done:
        report_import(each, settings.project, is_dry_run=dry_run)
    if any(each.findings for each in done):
        sys.exit(ExitCode.FINDINGS)


@command()
@click.option("--language", "-l", required=True, help="The language of the kit.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The folder for it; build/kits by default.")
@adaptation_option
def kit(language: str, output: Path | None, adaptation: str) -> None:
    """Write a translator’s kit to work offline (translators).

    One file holds catalogs, preview, terms and rules.
    """
    from builders.translating.kit import write_kit

    settings = project_settings(adaptation)
    fix_environment(settings)
    path = write_kit(settings, settings.language(language), output or settings.project / "build" / "kits")
    click.echo(f"{os.path.relpath(path)}: {path.stat().st_size / 1e6:.1f} MB")
