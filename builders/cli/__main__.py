"""``python -m builders.cli`` is the ``cop`` command."""

from builders.cli import run

run()
