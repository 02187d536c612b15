"""What the checks and the gate say of planted defects: many are judged in one run, each in another message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from benchmarks.defects.corpus import Corpus, Entry
from benchmarks.defects.planting import Changes
from builders.catalogs.message_rules import check_catalog
from builders.checks.profiles import findings
from builders.checks.translations.pairs import Pair
from builders.model.findings import Severity
from builders.model.messages import Catalog, CatalogEntry

Told = frozenset[tuple[str, Severity]]
"""What is said of a message: checks, with their severities."""
RANKS = (Severity.ERROR, Severity.WARNING, Severity.REVIEW)
ROUNDS = 4
"""How often the entries are gone through, where few of them have a place for a defect."""
SHARE = 0.15
"""At most this part of the messages is wrong in one run: in a text that is wrong everywhere nothing stands out."""
Plant = Callable[[Entry, Random, Corpus], Changes | None]


@dataclass(frozen=True, kw_only=True)
class Planted:
    """One defect, in one message or in several that belong together."""

    kind: str
    tag: str
    changes: Changes


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What is said of a planted defect that is not said of the right texts."""

    planted: Planted
    told: Told

    def is_found(self, at_least: Severity) -> bool:
        """Whether something is said of it that weighs so much."""
        return any(RANKS.index(severity) <= RANKS.index(at_least) for _, severity in self.told)


def plant(kind: str, how: Plant, corpus: Corpus, *, places: int, seed: str) -> list[Planted]:
    """Return at most so many defects of one *kind*: the entries are gone through by chance, running text first."""
    random = Random(f"{seed} {kind} {corpus.tag}")
    entries = random.sample(corpus.entries, len(corpus.entries))
    entries.sort(key=lambda entry: not entry.pair.is_sentence)
    found: dict[tuple[tuple[str, str], ...], Planted] = {}
    for entry in entries * ROUNDS:
        if len(found) == places:
            break
        if changes := how(entry, random, corpus):
            found.setdefault(tuple(changes.items()), Planted(kind=kind, tag=corpus.tag, changes=changes))
    return list(found.values())


def said(corpus: Corpus, entries: Sequence[Entry], changes: Mapping[str, str]) -> dict[str, Told]:
    """Return what is said of the *entries* with *changes*, by message."""
    pairs = tuple(
        entry.changed(changes[entry.pair.id]) if entry.pair.id in changes else entry.pair for entry in entries
    )
    told: defaultdict[str, set[tuple[str, Severity]]] = defaultdict(set)
    for finding in findings(replace(corpus.translation, pairs=pairs), "translation"):
        if finding.beside:
            told[finding.beside.id].add((finding.check, finding.severity))
    for pair in pairs:
        if pair.id in changes or not changes:
            told[pair.id] |= {(f"gate:{name}", Severity.ERROR) for name in refused(pair)}
    return {name: frozenset(each) for name, each in told.items()}


def _as_changed(entry: Entry, changes: Mapping[str, str]) -> Pair:
    return entry.changed(changes[entry.pair.id]) if entry.pair.id in changes else entry.pair


def refused(pair: Pair) -> Iterator[str]:
    """Yield the rules of the gate that keep *pair* from being published."""
    entry = CatalogEntry(context=pair.context, msgid=pair.source.message, msgstr=pair.target.message, line=1)
    for finding in check_catalog(
        Catalog(path=pair.location.path, header=f"Language: {pair.target.tag}\n", entries=(entry,))
    ):
        yield finding.check


def judge(corpus: Corpus, planted: Iterable[Planted], *, seed: str) -> list[Verdict]:
    """Return what is said of each of the *planted* defects that is not said of the right texts."""
    clean = said(corpus, corpus.entries, {})
    verdicts = []
    for run in runs(list(planted), int(SHARE * len(corpus.entries)), Random(seed)):
        told = said(corpus, corpus.entries, {name: text for each in run for name, text in each.changes.items()})
        for each in run:
            new = [told.get(name, frozenset()) - clean.get(name, frozenset()) for name in each.changes]
            verdicts.append(Verdict(planted=each, told=frozenset().union(*new)))
    return verdicts


def runs(planted: list[Planted], size: int, random: Random) -> list[list[Planted]]:
    """Return *planted* in lots of at most *size*, none with the same message twice."""
    lots: list[tuple[list[Planted], set[str]]] = []
    for each in random.sample(planted, len(planted)):
        names = set(each.changes)
        for lot, taken in lots:
            if len(lot) < size and not names & taken:
                lot.append(each)
                taken |= names
                break
        else:
            lots.append(([each], names))
    return [lot for lot, _ in lots]


def price(corpus: Corpus, entries: Sequence[Entry], *, of: Container[str]) -> dict[Severity, list[str]]:
    """Return the right messages *of* the *entries* of which something is said, by its weight, and what."""
    found: dict[Severity, list[str]] = {severity: [] for severity in RANKS}
    told_of = {name: told for name, told in said(corpus, entries, {}).items() if name in of}
    for name, told in told_of.items():
        for severity in RANKS:
            if checks := sorted(check for check, weight in told if weight is severity):
                found[severity].append(f"{name} {' '.join(checks)}")
    return found
