"""What validators of others need on the machine."""

from __future__ import annotations

import shutil


class NotInstalled(Exception):  # noqa: N818 - it says what happened
    """A validator cannot run here; the text says what to install."""


def find_command(*names: str, advice: str) -> str:
    """Return the path of the first command of *names* that is installed; raise NotInstalled with *advice* otherwise."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise NotInstalled(advice)
