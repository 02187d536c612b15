"""The ``cop`` command: what people and nox sessions call."""

import gc
import sys
from io import TextIOWrapper

import click

from builders.cli import authors, exchange, releases, translators


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Publish, preview and translate the guidelines."""
    # Doctrees and catalogs are large and live as long as the command: looking for garbage takes a tenth of its time.
    gc.disable()
    context.call_on_close(gc.enable)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal or a file that has not all letters shows question marks in their place.
            stream.reconfigure(errors="replace")


COMMANDS = (
    *(releases.publish, authors.preview, authors.new, authors.check, authors.extract, authors.impact),
    *(translators.update, translators.status, translators.review, translators.merge_po),
    *(exchange.export, exchange.import_, exchange.kit, releases.validate, translators.demo),
)
"""The menu, in the order in which a text lives."""

for command in COMMANDS:
    main.add_command(command)
