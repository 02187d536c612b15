"""What validators of others need on the machine."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


class NotInstalled(Exception):  # noqa: N818 - it says what happened
    """A validator cannot run here; the text says what to install."""


def find_command(*names: str, advice: str) -> str:
    """Return the path of the first command of *names* that is installed; raise NotInstalled with *advice* otherwise."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise NotInstalled(advice)


def find_module(name: str, package: str) -> Any:
    """Return the module called *name*; raise NotInstalled where the *package* that has it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        raise NotInstalled(f"install {package} (python3 noxfile.py -s validate does)") from error


@contextmanager
def open_browser() -> Iterator[Any]:
    """Open a Chromium that nobody sees, for as long as it is needed; raise NotInstalled where it cannot be opened."""
    advice = "install Chromium (for example the package chromium)"
    path = find_command("chromium", "chromium-browser", "google-chrome", advice=advice)
    with find_module("playwright.sync_api", "playwright").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
