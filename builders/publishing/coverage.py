"""What readers of each language see in it, and why not the rest: in the last version, and in the one to come."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from builders.catalogs.counting import counted_labels
from builders.catalogs.folders import LABELS_DOMAIN
from builders.model.addresses import language_file
from builders.model.languages import Language
from builders.model.progress import CountedMessage, Lack
from builders.publishing.dist import MANIFEST, read_manifest
from builders.publishing.status_page import UnitMessages
from builders.settings import Settings

FILE = "coverage.json"
"""Its name in the folder of a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastVersion:
    """The version that readers have, as far as its translations go."""

    name: str = ""
    """Empty where there is none."""
    revision: str = ""
    """The commit that it was made from; empty where nobody knows."""
    translated: Mapping[str, frozenset[str]]
    """By the tag of a language, the messages that readers see in it."""
    english: Mapping[str, frozenset[str]]
    """By the tag of a language, the messages that they see in English."""
    counts: Mapping[tuple[str, str], int]
    """How many messages the manifest calls translated, by language and edition."""


def last_version(settings: Settings) -> LastVersion:
    """Return the version in ``dist/`` that the one to come takes the place of, or the latest other one."""
    dist = settings.dist.parent
    others = sorted(path.parent for path in dist.glob(f"[!.]*/{MANIFEST}") if path.parent.name != settings.version)
    known = [(folder, read_manifest(folder)) for folder in (*others, settings.dist)]
    known = [(folder, manifest) for folder, manifest in known if manifest["artifacts"]]
    if not known:
        return LastVersion(translated={}, english={}, counts={})
    folder, manifest = max(
        known, key=lambda each: (each[0].name == settings.version, str(each[1].get("released", "")), each[0].name)
    )
    files = {language.tag: _read(folder / language_file(language, FILE)) for language in settings.languages}
    return LastVersion(
        name=folder.name,
        revision=str(manifest.get("source_revision") or ""),
        translated={tag: frozenset(file["translated"]) for tag, file in files.items() if file},
        english={tag: frozenset(file["english"]) for tag, file in files.items() if file},
        counts=_counts(manifest["artifacts"]),
    )


def _read(path: Path) -> dict[str, list[str]] | None:
    """Return what the file *path* says; None where it is missing or damaged."""
    try:
        file = json.loads(path.read_text(encoding="utf-8"))
        return {name: list(map(str, file[name])) for name in ("translated", "english")}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _counts(records: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], int]:
    found = {}
    for record in records:
        try:
            found[record["language"], record["edition"]] = int(record["coverage"]["translated"])
        except (KeyError, TypeError, ValueError):
            continue
    return found


@dataclass(frozen=True, kw_only=True)
class Fallbacks:
    """Where readers of a language will see English, and what of it they see in their own language today."""

    language: Language
    messages: tuple[CountedMessage, ...]
    """Of all editions, each once, and the labels."""
    lost: tuple[CountedMessage, ...]
    """What the last version shows in the language, and whose English text is the same."""
    edited: int
    """How many are fuzzy and were not in the last version: their English text has been edited since."""
    editions: Mapping[str, int]
    """How many messages fewer are translated, by edition, where the last version says no more than that."""

    @cached_property
    def lacking(self) -> tuple[CountedMessage, ...]:
        """What readers see in English."""
        return tuple(message for message in self.messages if message.lack)

    def reasons(self, *, labels: bool) -> Counter[Lack]:
        """Return how many messages of the text, or *labels*, readers see in English, by the reason."""
        return count_reasons(each for each in self.lacking if (each.domain == LABELS_DOMAIN) is labels)

    def total(self, *, labels: bool) -> int:
        """Return how many messages of the text, or *labels*, there are."""
        return sum((each.domain == LABELS_DOMAIN) is labels for each in self.messages)


def count_reasons(messages: Iterable[CountedMessage]) -> Counter[Lack]:
    """Return how many of *messages* readers see in English, by the reason."""
    return Counter(message.lack for message in messages if message.lack)


def fallbacks(units: UnitMessages, last: LastVersion, settings: Settings) -> tuple[Fallbacks, ...]:
    """Return where readers of *units* will see English, by language, compared with the *last* version."""
    found = []
    for language in dict.fromkeys(unit.language for unit in units if _is_translated(unit.language, settings)):
        own = {unit.edition.id: messages for unit, messages in units.items() if unit.language == language}
        messages = _together(language, own.values(), settings)
        translated, english = (table.get(language.tag) for table in (last.translated, last.english))
        fewer: dict[str, int] = {}
        if translated is None or english is None:
            fewer = {
                edition: number
                for edition, each in own.items()
                if (number := last.counts.get((language.tag, edition), 0) - _seen_or_fuzzy(each)) > 0
            }
        before = (translated or frozenset()) | (english or frozenset())
        is_new = [each.lack is Lack.FUZZY and each.id not in before for each in messages if before]
        lost = tuple(each for each in messages if each.lack and each.id in (translated or ()))
        found.append(Fallbacks(language=language, messages=messages, lost=lost, edited=sum(is_new), editions=fewer))
    return tuple(found)


def _is_translated(language: Language, settings: Settings) -> bool:
    """Whether readers of *language* may see another one: those of English only what an adaptation has written in it."""
    written = (layer.written_in for layer in settings.layers)
    return settings.translates(language) and not (language.is_source and all(each.is_source for each in written))


def _seen_or_fuzzy(messages: Iterable[CountedMessage]) -> int:
    """Return how many of *messages* readers see in their language, or would if the English had not been edited."""
    return len({each.id for each in messages if each.lack in (None, Lack.FUZZY)})


def _together(
    language: Language, units: Iterable[Sequence[CountedMessage]], settings: Settings
) -> tuple[CountedMessage, ...]:
    each = {message.id: message for messages in units for message in messages}
    return (*each.values(), *counted_labels(settings, language))


def coverage_files(found: Iterable[Fallbacks], settings: Settings) -> dict[str, bytes]:
    """Return the file of every language of *found*, by its path below the version's folder."""
    files = {}
    for each in found:
        content = {
            "version": settings.version,
            "released": settings.released.isoformat(),
            "language": each.language.tag,
            "translated": sorted(message.id for message in each.messages if not message.lack),
            "english": sorted(message.id for message in each.lacking),
        }
        files[language_file(each.language, FILE)] = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    return files
