"""What an update of catalogs costs and keeps: ours against sphinx-intl and msgmerge, on the same texts in one run.

Each program has the catalogs as it would be used: sphinx-intl and msgmerge one for every
document, ours one for every folder; both are tried with that, too. First every message is
translated. Then some of the text is taken out, and the catalogs are brought up to date; then the
rest happens (benchmarks/histories.py), and that update is measured, from templates to catalogs:
reading the source, which every program needs before, is left out.
"""

from __future__ import annotations

import argparse
import csv
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po

from benchmarks.histories import History, Text, Version, make_history
from benchmarks.programs import (
    LOCALE,
    OURS,
    PROGRAMS,
    ROOT,
    Layout,
    Update,
    by_catalog,
    prepare,
    write_templates,
    write_translations,
)

TIMES_FASTER = {"sphinx-intl, our layout": 20}
"""How many times faster than a program ours is promised to be, where that is more than once."""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What became of the messages of the last version."""

    kept: int = 0
    """The text has not changed, and its own translation stands there as finished."""
    carried: int = 0
    """At most commas of the text have changed, and its own translation stands there as finished."""
    fuzzy: int = 0
    """The translation of its former text stands there, for a person to look at."""
    lost: int = 0
    """Nothing stands there, though it was translated once."""
    wrong: int = 0
    """The translation of another message stands there, fuzzy or not, or its own as finished for other words."""
    new: int = 0
    """It has no translation yet, and none stands there."""

    @property
    def recovered(self) -> int:
        """How many messages have their own translation, finished or for a person to look at."""
        return self.kept + self.carried + self.fuzzy


@dataclass(frozen=True, kw_only=True)
class Score:
    """What an update made of the catalogs, and what it cost."""

    counts: Counts
    seconds: float
    cpu: float
    idle: float
    """Seconds of another update, when nothing has changed."""


# The measurement --------------------------------------------------------------------------------------------------


def measure(history: History, layout: Layout, update: Update) -> Score:
    """Return what *update* makes of *history*."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        write_translations(history.first, layout, folder)
        write_templates(history.thinned, layout, folder)
        update(folder)
        write_templates(history.last, layout, folder)
        seconds, cpu = _cost(update, folder)
        counts = count(history.last, layout, folder)
        idle, _ = _cost(update, folder)
        return Score(counts=counts, seconds=seconds, cpu=cpu, idle=idle)


def _cost(update: Update, folder: Path) -> tuple[float, float]:
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    update(folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - started, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def count(version: Version, layout: Layout, folder: Path) -> Counts:
    """Return what has become of the messages of *version*, as Babel reads the catalogs in *folder*."""
    counts: Counter[str] = Counter()
    for name, texts in by_catalog(version, layout).items():
        with (folder / LOCALE / f"{name}.po").open("rb") as file:
            catalog = read_po(file)
        for text, _ in texts:
            message = catalog.get(text.now)
            counts[_fate(text, message.string if message else "", is_fuzzy=bool(message and message.fuzzy))] += 1
    return Counts(**counts)


def _fate(text: Text, translation: str, *, is_fuzzy: bool) -> str:
    """Return what has become of *text* when *translation* stands there; only its own counts for anything."""
    if not translation:
        return "new" if text.is_new else "lost"
    if translation != text.translation:
        return "wrong"
    if is_fuzzy:
        return "fuzzy"
    if not text.is_changed:
        return "kept"
    return "carried" if text.has_the_same_words else "wrong"


# The answer -------------------------------------------------------------------------------------------------------


def broken_promises(scores: Mapping[str, Score]) -> Iterator[str]:
    """Yield what the documentation promises of our update and *scores* do not show."""
    ours = scores[OURS]
    for name, other in scores.items():
        if name == OURS:
            continue
        times = TIMES_FASTER.get(name, 1)
        if other.seconds <= times * ours.seconds:
            yield f"{name} takes {other.seconds / ours.seconds:.1f} times as long, not more than {times} times"
        if other.counts.kept > ours.counts.kept or other.counts.recovered > ours.counts.recovered:
            yield f"{name} recovers {other.counts.recovered:,} messages, ours {ours.counts.recovered:,}"
        if other.counts.lost < ours.counts.lost:
            yield f"{name} loses {other.counts.lost:,} messages, ours {ours.counts.lost:,}"
    if ours.counts.lost or ours.counts.wrong:
        yield f"ours loses {ours.counts.lost:,} messages, and {ours.counts.wrong:,} have a wrong translation"


def rows(scores: Mapping[str, Score]) -> Iterator[tuple[str, ...]]:
    """Yield the head of the table, and a row for every program."""
    fates = ("kept", "carried", "fuzzy", "lost", "wrong")
    yield ("Program", "Catalogs", *(fate.capitalize() for fate in fates), "Seconds", "CPU seconds", "Nothing changed")
    for name, score in scores.items():
        cost = (f"{each:.1f}" for each in (score.seconds, score.cpu, score.idle))
        yield (name, PROGRAMS[name][0].name, *(f"{getattr(score.counts, fate):,}" for fate in fates), *cost)


def main() -> None:
    """Print the table; end with 1 when our update is not what the documentation promises."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--only", choices=PROGRAMS, action="append", help="compare only this program; may be repeated")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table as CSV, too, for the documentation")
    chosen = parser.parse_args()
    history = make_history(documents=chosen.documents, messages=chosen.messages, templates=ROOT / "locale")
    scores: dict[str, Score] = {}
    for name in chosen.only or PROGRAMS:
        print(f"{name} …", end=" ", flush=True)
        scores[name] = measure(history, *PROGRAMS[name])
        print(f"{scores[name].seconds:.1f} s", flush=True)
    table = list(rows(scores))
    if chosen.write:
        with chosen.write.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(table)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print(*(cell.ljust(width) for cell, width in zip(row[:2], widths, strict=False)), end="  ")
        print(*(cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)), sep="  ")
    broken = list(broken_promises(scores)) if OURS in scores else []
    print(*broken, sep="\n")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
