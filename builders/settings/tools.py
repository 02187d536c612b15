"""Where these tools come from: a clone, or what pip has installed. Other projects name that, and take labels there."""

import json
import os
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

PACKAGE = "cop-tools"
CLONE = Path(__file__).resolve().parents[2]
"""The clone that the tools run from, if they do."""
INSTALLED = Path(sys.prefix) / "share" / PACKAGE
"""Where pip puts what the wheel holds beside programs."""


def is_clone() -> bool:
    """Whether the tools run from a clone."""
    return (CLONE / "pyproject.toml").is_file()


def tools_for(folder: Path) -> str:
    """Return what pip installs these tools from for a project in *folder*: a path from there, an address or a name."""
    if is_clone():
        return _path(CLONE, folder)
    try:
        installed = distribution(PACKAGE)
    except PackageNotFoundError:
        return PACKAGE
    origin = json.loads(installed.read_text("direct_url.json") or "{}")
    address = origin.get("url", "")
    if address.startswith("file:"):
        return _path(Path(url2pathname(urlsplit(address).path)), folder)
    if "vcs_info" in origin:
        return f"{PACKAGE} @ {origin['vcs_info']['vcs']}+{address}@{origin['vcs_info']['commit_id']}"
    return f"{PACKAGE} @ {address}" if address else f"{PACKAGE}=={installed.version}"


def _path(place: Path, folder: Path) -> str:
    """Return *place* as it is named in *folder*; whole where it stands on another drive."""
    try:
        return Path(os.path.relpath(place, folder)).as_posix()
    except ValueError:
        return place.as_posix()


def brought_catalog(locale: str, domain: str) -> Path:
    """Return where the tools have their own translations into *locale*; there need not be any."""
    return (CLONE if is_clone() else INSTALLED) / "locale" / locale / "LC_MESSAGES" / f"{domain}.po"
