"""A run that would leave everything as it is says once more what the last one has said, and is not done again."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from builders.model.adaptations import FOLDER
from builders.model.addresses import DIST
from builders.publishing.dist import register_paths, revision
from builders.publishing.lock import one_at_a_time
from builders.settings import Settings
from builders.settings.digests import files_below, folder_digest, libraries, tools_digest
from builders.settings.kept_files import keep_under, kept_under
from builders.settings.register import has_register

if TYPE_CHECKING:
    from builders.publishing.runs import Outcome

_KEPT = "published.json"


def run_key(settings: Settings, options: Sequence[object], today: date) -> str:
    """Return the SHA-256 of everything that a run with *options* rests on but what it finds in ``dist/``."""
    folders = (settings.source, settings.locale, *(settings.project / layer.folder for layer in settings.layers))
    if has_register(settings.project):
        folders = (*folders, settings.project / FOLDER)
    parts = (
        *(tools_digest(), platform.python_version(), *libraries(), revision(settings.project)),
        *(str(settings.dist), *(folder_digest(folder, files_below(folder)) for folder in folders)),
        *(today.isoformat(), repr(options)),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def said_before(settings: Settings, key: str) -> list[str] | None:
    """Return what the last run has said, where it had *key* and every file of the version is as it left it."""
    with one_at_a_time(settings.project), suppress(OSError):
        known = kept_under(settings.cache / _KEPT, key)
        if known and known["version"] == _version(settings):
            return list(known["said"])
    return None


def remember(settings: Settings, key: str, outcome: Outcome) -> None:
    """Keep what the same run would say again of *outcome*, where none of it is about what was there before."""
    changes = (each.edited or each.lost or each.editions for each in outcome.shown.fallbacks)
    if outcome.is_published and not (outcome.findings or outcome.outdated or outcome.shown.losses or any(changes)):
        from builders.publishing.reports import outcome_lines

        again = replace(outcome, built=0, from_cache=len(outcome.artifacts))
        said = list(outcome_lines(again, settings))
        keep_under(settings.cache / _KEPT, key, {"version": _version(settings), "said": said})


def _version(settings: Settings) -> str:
    dist = settings.project / DIST
    return folder_digest(dist, [*files_below(settings.dist), *register_paths(settings.project)])
