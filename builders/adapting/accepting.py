"""Writes down that changes hold on the text of today (``base.lock``)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from builders.adaptations.base_lock import BaseLock, Terms, written
from builders.adaptations.drift import accept
from builders.adapting.diffs import is_called
from builders.catalogs.files import replace_files
from builders.editions.adapted_source import AdaptedText
from builders.problems import Problem, unknown
from builders.settings.adaptation_files import LOCK


def lock_path(text: AdaptedText) -> Path:
    """Return where the lock of the adaptation *text* stands."""
    return text.settings.project / text.settings.layers[-1].folder / LOCK


def accept_changes(text: AdaptedText, named: Collection[str], *, by: str, on: date) -> list[str]:
    """Write down that *by* accepts the changes *named*, or all of the adaptation *text*; return their keys.

    What was accepted on this very text already stays as it is: doing it twice changes no byte.
    """
    layer = text.layers[-1]
    if damaged := [each for each in layer.findings if each.check == "adapt-lock"]:
        what = f"{damaged[0].location.path} was altered by hand"
        raise Problem(code="lock-altered", what=what, findings=damaged, next_step="restore it from the repository")
    changes = layer.overlay.changes
    for name in named:
        if not any(is_called(change, name) for change in changes):
            keys = [change.key for change in changes]
            raise unknown("unknown-change", f"no change of {text.settings.adaptation} is called “{name}”", keys)
    meant = frozenset(change.key for change in changes if any(is_called(change, name) for name in named))
    ids = {each: text.settings.ledger[each].status for each in text.settings.layers[-1].ids}
    terms = Terms(version=text.guidelines.settings.version, by=by, on=on, ids={**layer.lock.ids, **ids})
    lock = accept(layer.overlay, layer.below, layer.lock, terms, meant)
    replace_files([(lock_path(text), written(lock).encode())])
    return _new(layer.lock, lock)


def _new(before: BaseLock, after: BaseLock) -> list[str]:
    return [key for key, entry in after.accepted.items() if before.accepted.get(key) != entry]
