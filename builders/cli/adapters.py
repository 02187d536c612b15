"""Commands for adapters: how a national text stands to the guidelines, and that it holds on them."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builders.cli.starting import Names, command, project_settings
from builders.problems import ExitCode, Problem

if TYPE_CHECKING:
    from builders.editions.adapted_source import AdaptedText, GuidelineText


@click.group()
def adapt() -> None:
    """Bring a national text up to date with the guidelines (adapters)."""


def _guidelines() -> tuple[GuidelineText, list[str]]:
    """Return the text of the guidelines, and the names of their adaptations."""
    from builders.editions.adapted_source import read_guidelines
    from builders.settings.adaptation_files import adaptation_names

    settings = project_settings()
    names = adaptation_names(settings.project)
    if not names:
        what, next_step = "there is no adaptation yet", "docs/adapters says how one begins"
        raise Problem(code="no-adaptation", what=what, next_step=next_step)
    return read_guidelines(settings), names


def _adapted(name: str) -> AdaptedText:
    from builders.editions.adapted_source import read_adapted

    return read_adapted(_guidelines()[0], name, today=date.today())


@command("status")
@click.argument("name", default="", metavar="[ADAPTATION]")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
def status(name: str, is_json: bool) -> None:
    """Show how every change stands to the guidelines of today."""
    from builders.adapting.statuses import as_json, status_data, status_lines
    from builders.checks.adaptations import adaptation_findings
    from builders.editions.adapted_source import read_adapted
    from builders.settings.register import read_register

    guidelines, names = _guidelines()
    read_register(guidelines.settings)  # what is wrong there keeps an adaptation from being published, too
    today = date.today()
    texts = [read_adapted(guidelines, each, today=today) for each in ([name] if name else names)]
    found = [(text, adaptation_findings(text, today=today)) for text in texts]
    if is_json:
        click.echo(as_json([status_data(text, faults) for text, faults in found]))
    else:
        for text, faults in found:
            for line in status_lines(text, faults):
                click.echo(line)
    if any(faults for _, faults in found):
        sys.exit(ExitCode.FINDINGS)


@command("diff")
@click.argument("name", metavar="ADAPTATION")
@click.argument("changes", nargs=-1, metavar="[BLOCK]...")
def diff(name: str, changes: Names) -> None:
    """Show the text that a change was accepted on, that of today, and its own.

    Without a block, those that need a look are shown.
    """
    from builders.adapting.diffs import diff_lines

    lines = list(diff_lines(_adapted(name), changes))
    for line in lines or [f"{name}: nothing has changed below it"]:
        click.echo(line)


@command("accept")
@click.argument("name", metavar="ADAPTATION")
@click.argument("changes", nargs=-1, metavar="[BLOCK]...")
@click.option("--by", required=True, help="Who has compared the texts: a name that others can ask.")
def accept(name: str, changes: Names, by: str) -> None:
    """Write down that changes hold on the text of today; all of them without a block."""
    from builders.adapting.accepting import accept_changes
    from builders.publishing.lock import one_at_a_time

    text = _adapted(name)
    with one_at_a_time(text.settings.project):
        done = accept_changes(text, changes, by=by, on=date.today())
    for key in done:
        click.echo(f"accepted: {key}")
    stood = len(text.layers[-1].overlay.texts) - len(done)
    click.echo(f"{name}: {len(done)} accepted by {by}, {stood} as before")


@command("annex")
@click.argument("name", metavar="ADAPTATION")
@click.option("--format", "-f", "format_", type=click.Choice(("csv", "json")), default="csv", show_default=True)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
def annex(name: str, format_: str, output: Path | None) -> None:
    """Write every deviation from the guidelines as CSV or JSON."""
    from builders.catalogs.files import replace_files
    from builders.publishing.annex_data import annex_csv, annex_json

    text = _adapted(name)
    written = annex_csv(text) if format_ == "csv" else annex_json(text).encode()
    if output is None:
        click.echo(written.decode("utf-8-sig").replace("\r\n", "\n"), nl=False)  # the mark and the ends are for files
        return
    replace_files([(output.resolve(), written)])
    click.echo(f"{output}: {len(text.annex)} deviations")


for each in (status, diff, accept, annex):
    adapt.add_command(each)
