"""Programs that tests need and that are no part of Python: skipped without them, or failed where they must be there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

SOURCES = {
    "git": "git (apt-get install git)",
    "node": "Node.js (apt-get install nodejs)",
    "msgfmt": "gettext (apt-get install gettext)",
    "msgcat": "gettext (apt-get install gettext)",
    "msgmerge": "gettext (apt-get install gettext)",
    "msgattrib": "gettext (apt-get install gettext)",
    "sphinx-intl": "the requirements of the project (requirements/publish.txt)",
    "pot2po": "translate-toolkit (requirements/tools.txt)",
    "pogrep": "translate-toolkit (requirements/tools.txt)",
    "pomerge": "translate-toolkit (requirements/tools.txt)",
    "podebug": "translate-toolkit (requirements/tools.txt)",
    "omegat": "OmegaT (apt-get install omegat)",
    "chromium": "Chromium (apt-get install chromium)",
    "poedit": "Poedit (apt-get install poedit)",
    "lokalize": "Lokalize (apt-get install lokalize)",
    "Xvfb": "a screen without a screen (apt-get install xvfb)",
    "openbox": "a window manager (apt-get install openbox)",
    "xdotool": "what presses keys (apt-get install xdotool)",
    "dbus-run-session": "D-Bus (apt-get install dbus-daemon)",
    "soffice": "LibreOffice (apt-get install libreoffice-writer python3-uno)",
    "weblate-discover": "translation-finder (requirements/tools.txt)",
}
"""What has to be installed for a command."""


def program(name: str) -> str:
    """Return the path of the command *name*; skip the test where there is none, or fail where there must be."""
    path = shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    if path is None:
        words = f"{name} is missing: install {SOURCES[name]}"
        if os.environ.get("COP_REQUIRE_PROGRAMS") == "1":
            pytest.fail(words)
        pytest.skip(f"skipped, {words}")
    return path
