"""What every registered adaptation does with every recommendation, as CSV: computed from the files of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from builders.catalogs.tables import for_spreadsheets
from builders.model.adaptations import FOLDER, Relation
from builders.model.editions import Edition
from builders.model.findings import Severity
from builders.model.register import Entry, Taken
from builders.settings import Settings
from builders.settings.digests import files_below, folder_digest, tools_digest
from builders.settings.kept_files import keep_under, kept_under

if TYPE_CHECKING:
    from builders.adaptations.blocks import Blocks, BlockState
    from builders.editions.adapted_source import AdaptedText

KEPT = "register"
"""Its place in the cache."""
DEMONSTRATION = " (demonstration)"
"""Ends the head of a column that says nothing about any country."""

Column = Mapping[str, str]
_TYPE = "recommendation"
_TAKEN = {
    Relation.EQUAL: Taken.ADOPTED,
    Relation.MODIFIED: Taken.ADAPTED,
    Relation.WITHDRAWN: Taken.WITHDRAWN,
    Relation.NEW: Taken.NEW,
}
_WEIGHT = {taken: place for place, taken in enumerate(Taken)}


def matrix_csv(entries: Sequence[Entry], settings: Settings) -> bytes:
    """Return a row for every recommendation of the guidelines with *settings* and of the adaptations of *entries*.

    What has been computed before is taken from the cache where nothing has changed since.
    """
    key = _key(settings)
    path = settings.cache / KEPT / "matrix.json"
    known = kept_under(path, key)
    if not known:
        known = _computed([entry.layer.id for entry in entries if entry.layer], settings)
        keep_under(path, key, known)
    marks = {entry.layer.id: DEMONSTRATION * entry.is_demonstration for entry in entries if entry.layer}
    columns: Mapping[str, Column] = known["columns"]
    head = ["recommendation", "editions", *(f"{name}{marks[name]}" for name in columns)]
    rows = (
        [identifier, editions, *(column.get(identifier, "") for column in columns.values())]
        for identifier, editions in known["rows"]
    )
    return for_spreadsheets([head, *rows])


def _key(settings: Settings) -> str:
    folders = (settings.source, settings.project / FOLDER)
    digests = [folder_digest(folder, files_below(folder)) for folder in folders]
    return hashlib.sha256("\n".join((tools_digest(), *digests)).encode()).hexdigest()


def _computed(names: Iterable[str], settings: Settings) -> dict[str, object]:
    """Return the rows, and the column of every adaptation called one of *names*."""
    # Docutils is loaded only when something has changed.
    from builders.editions.adapted_source import read_adapted, read_guidelines

    guidelines = read_guidelines(settings)
    # What holds on the day of the release, so that the same files give the same table on every other day.
    texts = {name: read_adapted(guidelines, name, today=settings.released) for name in names}
    rows = _rows(guidelines.blocks, settings)
    theirs: dict[str, str] = {}
    for text in texts.values():
        theirs |= _rows(text.blocks, text.settings)
    own = sorted((identifier, editions) for identifier, editions in theirs.items() if identifier not in rows)
    known = [*sorted(rows.items()), *own]
    return {"rows": known, "columns": {name: _column(text, dict(known)) for name, text in texts.items()}}


def _rows(blocks: Blocks, settings: Settings) -> dict[str, str]:
    """Return every recommendation among *blocks*, and the editions that carry it."""
    return {
        state.id: " ".join(edition.id for edition in settings.editions if _carries(edition, state))
        for state in blocks.states.values()
        if state.type == _TYPE
    }


def _carries(edition: Edition, state: BlockState) -> bool:
    audience = state.attribute("audience")
    return edition.carries(state.document) and (not audience or edition.id in audience.split(", "))


def _column(text: AdaptedText, rows: Mapping[str, str]) -> dict[str, str]:
    """Return what the adaptation *text* does with each recommendation of *rows*; nothing with those of others."""
    own, guidelines = text.blocks.states, text.guidelines.blocks.states
    mine = [identifier for identifier in rows if identifier in own or identifier in guidelines]
    if not _is_sound(text):
        return dict.fromkeys(mine, Taken.UNCLEAR.value)
    found: dict[str, list[Taken]] = {}
    for each in text.annex:
        found.setdefault(each.change.block or each.change.target, []).append(_TAKEN[each.relation])
    carried = {identifier for identifier, editions in _rows(text.blocks, text.settings).items() if editions}
    return {
        identifier: (
            min(found.get(identifier, [Taken.UNCHANGED]), key=_WEIGHT.__getitem__)
            if identifier in carried
            else Taken.NOT_CARRIED
        ).value
        for identifier in mine
    }


def _is_sound(text: AdaptedText) -> bool:
    """Whether every change of *text* can be applied."""
    return not any(
        layer.resolution.left or any(each.severity is Severity.ERROR for each in layer.findings)
        for layer in text.layers
    )
