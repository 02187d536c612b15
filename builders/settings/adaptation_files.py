"""Which files an adaptation consists of; anything else in its folder is refused."""

import re
from collections.abc import Container, Iterator
from pathlib import Path, PurePosixPath

from builders.model.adaptations import FOLDER
from builders.model.findings import Finding
from builders.settings import Settings
from builders.settings.entries import fault

FILE = "adaptation.toml"
LEDGER = "ids.csv"
LOCK = "base.lock"
CHANGES = "changes"
SHARED = "shared"
"""What the file of changes to pages of no edition is called."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CATALOG = re.compile(r"locale/[A-Za-z_@]+/LC_MESSAGES/[a-z][a-z0-9-]*\.po")
_HINT = "it holds adaptation.toml, ids.csv, base.lock, changes/<edition>.rst, locale/<language>/LC_MESSAGES/*.po"


def adaptation_names(project: Path) -> list[str]:
    """Return the identifiers of the adaptations of *project*."""
    return sorted(
        path.parent.name for path in (project / FOLDER).glob(f"*/{FILE}") if _NAME.fullmatch(path.parent.name)
    )


def change_files(project: Path, name: str) -> list[str]:
    """Return the files with changes of the adaptation *name*, as paths below *project*."""
    found = sorted((project / FOLDER / name / CHANGES).glob("*.rst"))
    return [path.relative_to(project).as_posix() for path in found]


def _advice(inside: str, pages: list[str], known: Container[str]) -> str:
    """Return what to do with the file *inside* the folder of an adaptation, whose name means nothing."""
    name, folder = PurePosixPath(inside).name, PurePosixPath(inside).parent.as_posix()
    if name.startswith((".", "~$", "#")) or name.endswith(("~", ".bak", ".tmp", ".orig", ".rej", ".swp")):
        return "delete it: a program has left it behind"
    wanted = (f"{CHANGES}/{name}", name.lower(), f"{CHANGES}/{name.lower()}")
    if moved := next((each for each in wanted if each in known), ""):
        return f"move it to {moved}"
    if name.endswith(".po"):
        return "catalogs stand in locale/<language>/LC_MESSAGES/"
    if folder.lower() == CHANGES:
        return f"changes stand in one of: {', '.join(pages)}"
    return _HINT


def misplaced_files(settings: Settings, name: str) -> Iterator[Finding]:
    """Yield what is wrong with the files in the folder of the adaptation *name*."""
    folder = settings.project / FOLDER / name
    pages = {f"{CHANGES}/{each}.rst" for each in (SHARED, *(edition.id for edition in settings.editions))}
    single = {FILE, LEDGER, LOCK, "README.md", *pages}
    for path in (folder, *sorted(folder.rglob("*"))):
        inside = path.relative_to(folder).as_posix()
        place = path.relative_to(settings.project).as_posix()
        if path.is_symlink():
            yield fault(place, "this is a link to another place", "put the file itself here")
        elif path.is_file() and inside not in single and not _CATALOG.fullmatch(inside):
            yield fault(place, "nobody reads a file with this name here", _advice(inside, sorted(pages), single))
