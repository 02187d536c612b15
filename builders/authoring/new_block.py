"""Starts a new block: a skeleton in the source, and its identifier in the ledger."""

import csv
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

from builders.catalogs.files import replace_files
from builders.markup import BLOCKS
from builders.markup.fields import did_you_mean
from builders.markup.skeletons import PLACEHOLDER, SampleData, next_identifier, skeleton
from builders.model.findings import Location
from builders.model.identifiers import is_well_formed
from builders.problems import Problem
from builders.settings import Settings

INSIDE = {"episode": "scene", "scene": "line"}
"""Blocks that hold at least one block of another type, and which."""
DATA = {"term": "add a row to locale/definitions.csv, and the word in each language to locale/termbase.csv"}
"""Blocks that are made from data, and how one is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What was written, and where."""

    identifiers: tuple[str, ...]
    place: Location
    optional: tuple[str, ...]
    """Options and parts that the block may have beside what the skeleton holds."""


def start_block(settings: Settings, name: str, document: str, identifier: str = "") -> Started:
    """Append a skeleton of the type *name* to *document* and enter its identifier in the ledger.

    Without an *identifier* it gets the next free number. Raises a Problem when the type, the document or the
    identifier will not do; then nothing is written.
    """
    if name not in BLOCKS:
        raise Problem(
            code="unknown-block", what=f"there is no block type “{name}”", next_step=did_you_mean(name, BLOCKS)
        )
    if name in DATA:
        raise Problem(code="block-is-data", what=f"a {name} is not written by hand", next_step=DATA[name])
    path = _path(settings, document)
    taken = dict.fromkeys(settings.ledger, "")
    first = identifier or _next(settings, name, path, taken)
    _check_identifier(settings, name, first)
    rows: dict[str, str] = {}
    text = _text(settings, name, first, path, taken, rows)
    before = path.read_text(encoding="utf-8")
    line = before.rstrip("\n").count("\n") + 3
    ledger = (settings.source / "ids.csv", _ledger(settings, rows).encode())
    replace_files([ledger, (path, f"{before.rstrip()}\n\n{text}".encode())])
    options = (*BLOCKS[name].fields, "audience", *BLOCKS[name].parts)
    return Started(
        identifiers=tuple(rows),
        place=Location(path.relative_to(settings.project).as_posix(), line),
        optional=tuple(option for option in options if f"   :{option}: " not in text),
    )


def _path(settings: Settings, document: str) -> Path:
    name = document.removeprefix("source/").removesuffix(".rst").strip("/")
    path = settings.source / f"{name}.rst"
    pages = sorted(settings.source.rglob("*.rst"))
    known = [page.relative_to(settings.source).with_suffix("").as_posix() for page in pages]
    if name not in known:
        raise Problem(
            code="unknown-document", what=f"there is no document “{document}”", next_step=did_you_mean(name, known)
        )
    return path


def _next(settings: Settings, name: str, path: Path, taken: dict[str, str]) -> str:
    folder = path.relative_to(settings.source).parts[0]
    homes = {edition.folder: edition.home for edition in settings.editions}
    return next_identifier(BLOCKS[name].prefix, homes.get(folder, settings.shared_home), taken)


def _check_identifier(settings: Settings, name: str, identifier: str) -> None:
    prefix = f"{BLOCKS[name].prefix}-"
    if identifier in settings.ledger:
        why = f"the identifier {identifier} stands in the ledger already"
    elif not identifier.startswith(prefix) or not is_well_formed(identifier):
        why = f"“{identifier}” is no identifier of a {name}"
    else:
        return
    raise Problem(
        code="identifier-unusable",
        what=why,
        next_step=f"leave --id out, or choose one that begins with {prefix} and is in lowercase letters and digits",
    )


def _text(
    settings: Settings, name: str, identifier: str, path: Path, taken: dict[str, str], rows: dict[str, str]
) -> str:
    pictures = sorted(path.parent.rglob("*.svg"))
    data = SampleData(settings=settings, picture=pictures[0].relative_to(path.parent).as_posix() if pictures else "")
    taken[identifier] = rows[identifier] = name
    text = skeleton(name, BLOCKS[name], identifier, data)
    inner = INSIDE.get(name)
    if inner is None:
        return text
    # What stands inside comes behind the first paragraph and before the parts.
    body = _text(settings, inner, _next(settings, inner, path, taken), path, taken, rows)
    return text.replace(f"\n   {PLACEHOLDER}\n", f"\n   {PLACEHOLDER}\n\n{indent(body, '   ')}", 1)


def _ledger(settings: Settings, rows: dict[str, str]) -> str:
    """Return the text of the ledger with *rows* at their places; other lines stay as they are."""
    lines = (settings.source / "ids.csv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    head, *known = lines
    columns = next(csv.reader([head]))
    new = {"type": "", "since": settings.version, "status": "active", "superseded_by": ""}
    for identifier, name in rows.items():
        values = {**new, "id": identifier, "type": name}
        known.append(",".join(values.get(column, "") for column in columns))
    return "\n".join([head, *sorted(known)]) + "\n"
