"""How many planted defects the checks of translations find, kind by kind, and what they say of texts that are right.

Defects are planted in our own catalogs, in five languages, at places that a seed decides: benchmarks/defects. A defect
is found when the checks or the gate say something of its message that they do not say of the right one. Waivers do not
count, here or there.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.defects.controls import CONTROLS
from benchmarks.defects.corpus import read_corpus
from benchmarks.defects.judging import RANKS, Planted, Verdict, judge, plant, price
from benchmarks.defects.kinds import FACTS, KINDS, ONE_WORD, SMALL_WORDS
from builders.checks.source.reading import read_source
from builders.checks.translations.reading import read_places
from builders.model.findings import Severity
from builders.settings import read_settings

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = {"fr": "es", "es": "fr", "ar": "ru", "zh-Hans": "ar", "ru": "fr"}
"""The languages that are measured, each with one that it is mistaken for."""
PROMISED = {FACTS: (0.97, Severity.WARNING), SMALL_WORDS: (0.85, Severity.REVIEW), ONE_WORD: (0.60, Severity.REVIEW)}
"""The share of a group that is found, and with what weight at least."""
PRICE = {Severity.ERROR: 0.001, Severity.WARNING: 0.03}
"""The share of our own messages, at most, of which something of this weight is said."""
PLACES, CONTROL_PLACES = 25, 30
TODAY = date(2026, 11, 30)
"""A day on which the checks look, so that a run says the same later on."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What was measured in one language."""

    tag: str
    verdicts: list[Verdict]
    controls: list[Verdict]
    messages: int
    price: Mapping[Severity, list[str]]
    """What is said of our own right messages."""
    sentences: int
    price_of_sentences: Mapping[Severity, list[str]]
    """What is said of the right sentences that were added: no check was tried on them before."""
    seconds: float


def measure(tag: str, *, places: int = PLACES, seed: str = "1", only: Sequence[str] = ()) -> Measured:
    """Return what the checks find in the language *tag*; of *only* some kinds, if there are any."""
    settings = read_settings(ROOT)
    source = read_source(settings, today=TODAY)
    by_tag = {language.tag: language for language in settings.languages}
    corpus = read_corpus(source, by_tag[tag], by_tag[LANGUAGES[tag]], read_places(source), seed=seed)
    started = time.process_time()
    planted: list[Planted] = []
    for kind in KINDS:
        if not only or kind.name in only:
            planted += plant(kind.name, kind.planted, corpus, places=places, seed=seed)
    odd = [
        each
        for name, how in CONTROLS.items()
        if not only or name in only
        for each in plant(name, how, corpus, places=places and CONTROL_PLACES, seed=seed)
    ]
    verdicts = judge(corpus, planted, seed=seed)
    return Measured(
        tag=tag,
        verdicts=verdicts,
        controls=judge(corpus, odd, seed=seed),
        messages=len(corpus.own),
        price=price(corpus, corpus.own, of={entry.pair.id for entry in corpus.own}),
        sentences=len(corpus.added),
        price_of_sentences=price(corpus, corpus.entries, of=corpus.added),
        seconds=time.process_time() - started,
    )


# The answer -------------------------------------------------------------------------------------------------------


def share(verdicts: Sequence[Verdict], weight: Severity) -> float:
    """Return which part of *verdicts* says something of this *weight*; nothing is found in nothing."""
    return sum(each.is_found(weight) for each in verdicts) / len(verdicts) if verdicts else 0.0


def cell(verdicts: Sequence[Verdict]) -> str:
    """Return how many there are, and the per cent found as an error, as a warning at least, and at all."""
    if not verdicts:
        return "–"
    return f"{len(verdicts)}: " + " / ".join(f"{100 * share(verdicts, weight):.0f}" for weight in RANKS)


def rows(measured: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    """Yield the head of the table, and a row for every kind of defect and of right text."""
    yield ("Kind", "Group", "All", *(each.tag for each in measured))
    groups = {kind.name: kind.group for kind in KINDS} | dict.fromkeys(CONTROLS, "right")
    for name, group in groups.items():
        found = [_of(each, name) for each in measured]
        if together := [verdict for each in found for verdict in each]:
            yield (name, group, cell(together), *map(cell, found))


def group_rows(measured: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    """Yield a row for every group, and what right messages cost."""
    members = {kind.name: kind.group for kind in KINDS}
    for group in dict.fromkeys(members.values()):
        found = [[v for v in each.verdicts if members[v.planted.kind] == group] for each in measured]
        if together := [verdict for each in found for verdict in each]:
            yield (group, "all kinds", cell(together), *map(cell, found))
    odd = [each.controls for each in measured]
    yield ("odd but right", "false alarms", cell([v for each in odd for v in each]), *map(cell, odd))
    for weight in RANKS:
        yield (
            "right messages",
            weight.value,
            *_prices([(len(each.price[weight]), each.messages) for each in measured]),
        )
    for weight in RANKS:
        counts = [(len(each.price_of_sentences[weight]), each.sentences) for each in measured]
        yield ("right sentences", weight.value, *_prices(counts))


def _prices(counts: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the per cent of all *counts* together, and of each."""
    every = tuple(map(sum, zip(*counts, strict=True)))
    yield from (f"{100 * number / of:.2f} % of {of}" for number, of in [every, *counts])


def _of(measured: Measured, name: str) -> list[Verdict]:
    return [each for each in (*measured.verdicts, *measured.controls) if each.planted.kind == name]


def broken_promises(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield what is promised of the checks and *measured* does not show."""
    members = {kind.name: kind.group for kind in KINDS}
    for group, (promised, weight) in PROMISED.items():
        verdicts = [v for each in measured for v in each.verdicts if members[v.planted.kind] == group]
        if verdicts and share(verdicts, weight) < promised:
            yield f"{group}: {share(verdicts, weight):.1%} of {len(verdicts)} are found, not {promised:.0%}"
    messages = sum(each.messages for each in measured)
    for weight, promised in PRICE.items():
        wrong = sum(len(each.price[weight]) for each in measured)
        if wrong > promised * messages:
            yield f"{wrong} of {messages} right messages have a finding ({weight.value}), more than {promised:.1%}"


def write(path: Path, measured: Sequence[Measured]) -> None:
    """Write the tables to *path* as CSV, for the documentation."""
    with path.open("w", encoding="utf-8", newline="") as file:
        head, *kinds = rows(measured)
        csv.writer(file, lineterminator="\n").writerows([head, *group_rows(measured), *kinds])


def show(table: Iterable[tuple[str, ...]]) -> None:
    """Print *table* in columns."""
    listed = list(table)
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    for row in listed:
        print(*(each.ljust(width) for each, width in zip(row, widths, strict=True)), sep="  ")


def show_alarms(measured: Sequence[Measured]) -> None:
    """Print which checks speak of right messages and of odd ones that are right, and how often."""
    speaking: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in measured:
        for weight, listed in each.price.items():
            speaking[f"right messages, {weight.value}"].update(n for line in listed for n in line.split()[1:])
        for weight, listed in each.price_of_sentences.items():
            speaking[f"right sentences, {weight.value}"].update(n for line in listed for n in line.split()[1:])
        for verdict in each.controls:
            speaking["odd but right"].update(f"{check} ({weight.value})" for check, weight in verdict.told)
    for title, counts in speaking.items():
        print(f"{title}:", ", ".join(f"{name} {number}" for name, number in counts.most_common()))


def show_missed(measured: Sequence[Measured], names: Sequence[str]) -> None:
    """Print what was planted of the kinds called *names*, and what was said of it."""
    for each in measured:
        for verdict in (*each.verdicts, *each.controls):
            if verdict.planted.kind in names:
                told = ", ".join(sorted(f"{check} ({weight.value})" for check, weight in verdict.told)) or "nothing"
                print(f"{each.tag} {verdict.planted.kind}: {told}", *verdict.planted.changes.values(), sep="\n    ")


def main() -> None:
    """Print the tables; end with 1 when the checks are not what the documentation promises."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="only this language; may be repeated")
    parser.add_argument("--kind", action="append", default=[], help="only this kind, text by text; may be repeated")
    parser.add_argument("--places", type=int, default=PLACES, help="at most so many defects of a kind and language")
    parser.add_argument("--seed", default="1", help="other places")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the table as CSV, too, for the documentation")
    chosen = parser.parse_args()
    started = time.monotonic()
    with ProcessPoolExecutor(2) as pool:
        jobs = [
            pool.submit(measure, tag, places=chosen.places, seed=chosen.seed, only=chosen.kind)
            for tag in chosen.language or LANGUAGES
        ]
        measured = [job.result() for job in jobs]
    show_missed(measured, chosen.kind)
    head, *kinds = rows(measured)
    show([head, *kinds, *group_rows(measured)])
    show_alarms(measured)
    cpu = sum(each.seconds for each in measured)
    defects = sum(len(each.verdicts) for each in measured)
    print(f"{defects} defects; {cpu:.0f} s of CPU, {time.monotonic() - started:.0f} s")
    if chosen.csv:
        write(chosen.csv, measured)
    broken = list(broken_promises(measured))
    print(*broken, sep="\n")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
