"""What validators of others need on the machine."""

from __future__ import annotations

import shutil
from typing import Any


class NotInstalled(Exception):  # noqa: N818 - it says what happened
    """A validator cannot run here; the text says what to install."""


def find_command(*names: str, advice: str) -> str:
    """Return the path of the first command of *names* that is installed; raise NotInstalled with *advice* otherwise."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise NotInstalled(advice)


def find_chromium() -> str:
    """Return the path of Chromium; raise NotInstalled where there is none."""
    advice = "install Chromium (for example the package chromium)"
    return find_command("chromium", "chromium-browser", "google-chrome", advice=advice)


def find_playwright() -> Any:
    """Return what starts Playwright; raise NotInstalled where it is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise NotInstalled("install playwright (python3 noxfile.py -s validate does)") from error
    return sync_playwright
