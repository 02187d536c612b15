"""The merge driver: what git calls when two branches have changed the same catalog or translation memory."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builders.catalogs.files import replace_files
from builders.catalogs.merge.merging import OURS, Merged, merge_catalogs, merge_memories
from builders.catalogs.merge.settling import without_marks
from builders.catalogs.merge.versions import Versions
from builders.catalogs.po.lines import line_end_notices
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.model.findings import Finding, Location, Severity
from builders.model.messages import Catalog, Key, shown
from builders.problems import Problem

DRIVER = "cop-po"
"""The name of the driver in ``.gitattributes`` and in the settings of a clone."""

_CONFLICT = re.compile(rb"^<{7,} .*?^>{7,}[^\n]*\n?", re.MULTILINE | re.DOTALL)
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchMerge:
    """What a merge of one file came to."""

    findings: tuple[Finding, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nobody has to decide anything."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def merge_files(base: Path, ours: Path, theirs: Path, *, name: str) -> BranchMerge:
    """Merge *theirs* into the file *ours*, given their common *base*; messages call the file *name*.

    Catalogs are merged message by message, translation memories pair by pair.
    A file that cannot be read as what it is takes the way of every other text: ``git merge-file``.
    """
    files = Versions(base=base, ours=ours, theirs=theirs)
    data = files.of(_read)
    try:
        if name.endswith(".tmx"):
            memory = merge_memories(data, name)
            replace_files([(ours, memory)], seen={ours: data.ours})
            return BranchMerge(findings=tuple(_line_ends(data.ours, memory, name)))
        merged = merge_catalogs(_catalogs(data, name))
    except Problem as problem:
        return _merged_by_line(files, name, problem)
    text = format_catalog(merged.catalog)
    replace_files([(ours, text.encode())], seen={ours: data.ours})
    return BranchMerge(findings=(*_findings(merged, text, name), *_line_ends(data.ours, text.encode(), name)))


def _line_ends(before: bytes, after: bytes, name: str) -> list[Finding]:
    return line_end_notices({Path(name): before}, {Path(name): after}, Path())


def settle_file(path: Path) -> tuple[int, list[Finding]]:
    """Put every conflict in the catalog *path* into one fuzzy entry; return how many they were, and notices."""
    data = _read(path)
    merged = without_marks(data, str(path))
    if not merged.conflicts:
        return 0, []
    settled = format_catalog(merged.catalog).encode()
    replace_files([(path, settled)], seen={path: data})
    return len(merged.conflicts), _line_ends(data, settled, str(path))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Problem(
            code="catalog-unreadable",
            what=f"the file cannot be read: {error.strerror}",
            where=[Location(str(path))],
            next_step="name the file as git status does, from the folder you are in",
        ) from error


def _catalogs(data: Versions[bytes], name: str) -> Versions[Catalog]:
    """Return the versions as catalogs; an ancestor that git has made of two keeps only what the two agree on."""
    agreed = _CONFLICT.sub(b"", data.base)
    empty = Catalog(path=name, header="", entries=())
    return Versions(
        base=parse_catalog(agreed, name, is_mended=True) if agreed.strip() else empty,
        ours=parse_catalog(data.ours, name, is_mended=True),
        theirs=parse_catalog(data.theirs, name, is_mended=True),
    )


def _findings(merged: Merged, text: str, name: str) -> Iterator[Finding]:
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line == OURS]
    for key, line in zip(merged.conflicts, lines, strict=True):
        yield Finding(
            check="merge-conflict",
            location=Location(name, line),
            message=f"both branches have changed {_shown(key)}",
            hint="keep one entry, or write a better one; delete the other and the lines <<<, ===, >>> "
            "(for Poedit: .venv/bin/cop merge-po --settle FILE)",
        )
    if merged.left_over:
        number, named = len(merged.left_over), ", ".join(map(_shown, merged.left_over[:_NAMED]))
        yield Finding(
            check="merge-left-over",
            location=Location(name),
            message=f"one branch has translated what the other has no place for any more ({number}): {named}"
            + (" …" if number > _NAMED else ""),
            hint="nothing is lost: it is kept as obsolete (#~), and an update suggests it where the text has changed",
            severity=Severity.WARNING,
        )


def _shown(key: Key) -> str:
    return shown(*key) if key[1] else "the header"


def _merged_by_line(files: Versions[Path], name: str, problem: Problem) -> BranchMerge:
    labels = [word for label in ("ours", "base", "theirs") for word in ("-L", label)]
    done = _git("merge-file", *labels, str(files.ours), str(files.base), str(files.theirs))
    if done.returncode not in range(128):
        raise problem
    has_conflicts = done.returncode > 0
    finding = Finding(
        check="merge-by-line",
        location=problem.where[0] if problem.where else Location(name),
        message=f"the file was merged line by line, because {problem.what}",
        hint="look for <<<<<<< in it" if has_conflicts else "look through what git has made of it",
        severity=Severity.ERROR if has_conflicts else Severity.WARNING,
    )
    return BranchMerge(findings=(finding,))


def install_driver(project: Path, python: str, *, home: Path | None = None) -> bool:
    """Let git in the clone *project* merge with the interpreter *python*; return whether that changed its settings.

    With the *home* of a user, such as that of a server, git merges so in all clones of theirs that ask for it.
    """
    settings = {"name": "catalogs, message by message", "driver": driver_command(python)}
    config = ("config", "--file", str(home / ".gitconfig")) if home else ("-C", str(project), "config", "--local")
    # All values, if there are several.
    before = {key: _git(*config, "--get-all", f"merge.{DRIVER}.{key}").stdout for key in settings}
    if before == {key: f"{value}\n" for key, value in settings.items()}:
        return False
    for key, value in settings.items():
        done = _git(*config, "--replace-all", f"merge.{DRIVER}.{key}", value)
        if done.returncode:
            raise Problem(
                code="no-clone",
                what=f"git cannot write its settings: {done.stderr.strip()}",
                where=[Location(str(home or project))],
                why="the merge driver is a setting of one clone, or of the user who owns a home",
                next_step="run the command in a clone of the repository, with git installed",
            )
    return True


def driver_command(python: str) -> str:
    """Return what git runs for a file: this program, and where it cannot run, git's own merge line by line.

    git takes exit code 1 for conflicts that stand in the file. Without marks in it, the program has not come that far.
    """
    program = shlex.quote(python).replace("%", "%%")
    gone = "The merge driver could not run (.venv/bin/cop merge-po --install sets it up again). Merged line by line:"
    return (
        f"{program} -P -m builders.cli merge-po %O %A %B %P || {{ "
        'test $? -eq 1 && grep -q "^<<<<<<< " %A && exit 1; '
        f'echo "{gone}" %P >&2; git merge-file -L ours -L base -L theirs %A %O %B; }}'
    )


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    except OSError as error:
        return subprocess.CompletedProcess(["git"], 255, "", str(error))
