"""The menu of ``cop``: what people and nox sessions call."""

import sys
from io import TextIOWrapper

import click

from builders.cli import adapters, authors, exchange, releases, reviewers, translators
from builders.cli.new import new
from builders.cli.weblate import weblate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Publish, preview and translate the guidelines."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal or a file that has not all letters shows question marks in their place.
            stream.reconfigure(errors="replace")


COMMANDS = (
    *(releases.publish, authors.preview, new, authors.check, authors.extract, authors.impact),
    *(translators.update, translators.status, reviewers.review, translators.merge_po),
    *(exchange.export, exchange.import_, exchange.kit, weblate, releases.validate, translators.demo),
    adapters.adapt,
)
"""The menu, in the order in which a text lives."""

for command in COMMANDS:
    main.add_command(command)
