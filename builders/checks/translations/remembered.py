"""What the checks have said of a pair, for as long as neither the pair nor what they know of its language changes."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from builders.checks.checking import Check, Remark
from builders.checks.translations.pairs import Pair, Translation
from builders.checks.translations.prose import is_typed
from builders.model.findings import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A remark on a pair, without what every remark on the pair has."""

    check: str
    """Id of the check."""
    message: str
    hint: str
    source: tuple[str, ...]
    """Words of the source that it is about."""
    target: tuple[str, ...]
    severity: Severity | None

    def remark(self, pair: Pair) -> Remark:
        """Return it as a remark on *pair* where it stands now."""
        return pair.remark(self.message, source=self.source, target=self.target, hint=self.hint, severity=self.severity)


class Remembered:
    """What the checks that look at one pair after the other have said, by the SHA-256 of the pair."""

    def __init__(self, said: Mapping[str, tuple[Said, ...]] | None = None) -> None:
        self._said = dict(said or {})

    def remarks(self, subject: Translation, checks: Iterable[Check[Translation]]) -> Iterator[tuple[str, Remark]]:
        """Yield what *checks* say of every pair of *subject*, with their ids; only pairs that are new are looked at.

        What is remembered of other pairs is forgotten. The checks may be no others from one time to the next.
        """
        whole = replace(subject, is_typed=is_typed(subject))
        names = {pair.id: _digest(whole, pair) for pair in subject.pairs}
        new = [pair for pair in subject.pairs if names[pair.id] not in self._said]
        found = _found(replace(whole, pairs=tuple(new)), checks) if new else {}
        self._said = {name: self._said.get(name) or found.get(pair, ()) for pair, name in names.items()}
        for pair in subject.pairs:
            yield from ((said.check, said.remark(pair)) for said in self._said[names[pair.id]])

    def as_json(self, key: str) -> str:
        """Return all of it, to be read again where *key*, which stands for what the checks know, is the same."""
        said = {name: [asdict(each) for each in remarks] for name, remarks in self._said.items()}
        return json.dumps({"key": key, "said": said}, ensure_ascii=False, default=lambda value: value.value)


def remembered(text: str, key: str) -> Remembered:
    """Return what *text*, JSON of ours, holds; nothing where it is damaged, or has another *key*."""
    try:
        known = json.loads(text)
        said = known["said"] if known["key"] == key else {}
        return Remembered({name: tuple(map(_said, remarks)) for name, remarks in said.items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        return Remembered()


def _said(known: Mapping[str, Any]) -> Said:
    severity = Severity(known["severity"]) if known["severity"] else None
    return Said(**{**known, "source": tuple(known["source"]), "target": tuple(known["target"]), "severity": severity})


def _found(part: Translation, checks: Iterable[Check[Translation]]) -> dict[str, tuple[Said, ...]]:
    """Return what *checks* say of the pairs of *part*, by the names of the messages."""
    found: defaultdict[str, tuple[Said, ...]] = defaultdict(tuple)
    for each in checks:
        for remark in each.function(part):
            assert remark.beside, f"{each.id} speaks of no pair"
            source, target = remark.beside.marked
            said = Said(
                check=each.id,
                message=remark.message,
                hint=remark.hint,
                source=source,
                target=target,
                severity=remark.severity,
            )
            found[remark.beside.id] += (said,)
    return found


def _digest(subject: Translation, pair: Pair) -> str:
    """Return the SHA-256 of all that a check may read of *pair*; where it stands in a file is none of it."""
    sides = ((side.tag, side.message, side.filled) for side in (pair.source, pair.target))
    place = (pair.id, pair.context, pair.blocks, pair.block_type, pair.part, pair.role, pair.strength, pair.editions)
    bands = [(band.name, band.are_children) for band in pair.bands]
    parts = (*sides, place, bands, pair.is_critical, pair.reviewers, subject.is_typed)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
