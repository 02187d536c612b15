"""How quick the gate of translations is, and what it refuses in catalogs of other projects.

Without a corpus, messages with markup are made, and texts of the kinds that make a careless pattern slow. With
``--corpus DIR`` every ``.po`` file in the folder is read: benchmarks/corpora.toml names repositories and revisions that
were measured, which are fetched by hand, and never committed.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builders.catalogs.inline import is_plain
from builders.catalogs.message_rules import LONGEST as LONGEST_READ
from builders.catalogs.message_rules import check_catalog
from builders.catalogs.po.reading import read_catalog
from builders.model.findings import Finding, Severity
from builders.model.messages import Catalog, CatalogEntry
from builders.problems import Problem

A_SECOND = 20_000
"""Messages with markup that the gate reads in a second of CPU, at least."""
LONGEST = 0.05
"""Seconds of CPU for a message of a megabyte, at most."""
MEGABYTE = 1_000_000
HEAVY = (
    "a-",
    ":a.a.a",
    "*a ",
    "`a <b ",
    "a_b.",
    "|a ",
    "a@",
    "1 ",
    "1.",
    "{",
    "_`a ",
    "`a`:",
    "\\",
    "<",
    " ",
    "[#",
    "a.a ",
    "\u00b9",
    "\u00bd",
    "1-",
    "a_ ",
)
"""What a careless pattern goes through again and again."""
_SENTENCES = {
    "fr": "Les enfants ont le droit de parler avec une personne de confiance et de demander de l’aide",
    "es": "Los niños tienen derecho a hablar con una persona de confianza y a pedir ayuda",
    "ru": "Дети имеют право говорить с тем кому они доверяют и просить о помощи",
    "ar": "للأطفال الحق في التحدث مع شخص يثقون به وفي طلب المساعدة",
    "zh_CN": "儿童 有 权利 与 信任 的 人 交谈 并 寻求 帮助",
}
WORDS = {language: sentence.split() for language, sentence in _SENTENCES.items()}
MARKUP = (
    ":see:`{}<rec-pol-{}>`", "**{}**", "*{}*", "``{}``", ":term:`{}<grooming>`", "[#law]_", "{}, 16", "`{}<https://example.org/{}>`__"
)  # fmt: skip


@dataclass(kw_only=True)
class Tally:
    """What became of the messages of one project in one language."""

    files: int = 0
    unread: int = 0
    messages: int = 0
    refused: int = 0
    looked_at: int = 0
    """Messages that break only rules of ours."""
    rules: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    found: list[tuple[str, Finding, CatalogEntry]] = field(default_factory=list)


# The measurement --------------------------------------------------------------------------------------------------


def synthetic(number: int, language: str) -> Catalog:
    """Return a catalog with *number* messages in *language*, each with markup, and the words in another order."""
    chance = random.Random(f"{language}{number}")
    entries = []
    for line in range(number):
        markup = [chance.choice(MARKUP) for _ in range(chance.randint(1, 3))]
        texts: tuple[list[str], list[str]] = ([], [])
        for each in markup:
            for text, words in zip(texts, (WORDS["fr"], WORDS[language]), strict=True):
                filled = each.replace("{}", f"{chance.choice(words)} ", 1).replace(" <", "<").replace("<", " <")
                filled = re.sub(r" (?=[*`])", "", filled).replace("{}", f"{line % 90:03}")
                text += [*chance.sample(words, 8), filled]
        source, translation = (" ".join(text) + "." for text in texts)
        entries.append(CatalogEntry(context="", msgid=source, msgstr=translation, line=line + 1))
    return Catalog(path=f"{language}.po", header=f"Language: {language}\n", entries=tuple(entries))


def speed(catalogs: Sequence[Catalog]) -> float:
    """Return how many messages of *catalogs* the gate reads in a second of CPU, at best of three times."""
    messages = sum(len(catalog.entries) for catalog in catalogs)
    best = min(_seconds(catalogs) for _ in range(3))
    return messages / best


def _seconds(catalogs: Sequence[Catalog]) -> float:
    started = time.process_time()
    for catalog in catalogs:
        for _ in check_catalog(catalog):
            pass
    return time.process_time() - started


def slowest(size: int = MEGABYTE, *sources: str) -> tuple[float, str]:
    """Return how long the slowest message of *size* characters takes, and what it is made of.

    Its source is one of *sources*; by default a short one, or the same text but for its first character.
    """
    found = []
    for piece in HEAVY:
        long = piece * (size // len(piece)) + "@"
        for source in sources or ("Short.", long[1:]):
            entry = CatalogEntry(context="", msgid=source, msgstr=long[-size:])
            found.append((_seconds([Catalog(path="x.po", header="Language: fr\n", entries=(entry,))]), piece))
    return max(found)


def tallies(corpus: Path) -> dict[str, Tally]:
    """Return what the gate refuses in the catalogs below *corpus*, by folder and language."""
    found: dict[str, Tally] = {}
    for path in sorted(corpus.rglob("*.po")):
        top = path.relative_to(corpus).parts[0]
        try:
            catalog = read_catalog(path)
        except Problem:
            found.setdefault(f"{top} ?", Tally()).unread += 1
            continue
        tally = found.setdefault(f"{top} {catalog.header_field('Language') or '?'}", Tally())
        entries = {entry.line: entry for entry in catalog.active if entry.msgstr and not entry.is_fuzzy}
        tally.files += 1
        tally.messages += len(entries)
        started = time.process_time()
        findings = list(check_catalog(catalog, is_ours=False))
        tally.seconds += time.process_time() - started
        told = [finding for finding in findings if finding.severity is Severity.ERROR]
        refused = {finding.location.line for finding in told}
        tally.refused += len(refused)
        tally.looked_at += len({finding.location.line for finding in findings} - refused)
        tally.rules.update(finding.check for finding in findings)
        tally.found += [(str(path), finding, entries[finding.location.line]) for finding in told]
    return found


def marked_catalogs(corpus: Path) -> Iterator[Catalog]:
    """Yield the messages with markup of the catalogs below *corpus*."""
    for path in sorted(corpus.rglob("*.po")):
        try:
            catalog = read_catalog(path)
        except Problem:
            continue
        entries = tuple(
            entry
            for entry in catalog.active
            if entry.msgstr and not entry.is_fuzzy and not (is_plain(entry.msgid) and is_plain(entry.msgstr))
        )
        yield Catalog(path=str(path), header=catalog.header, entries=entries)


# The answer -------------------------------------------------------------------------------------------------------


def table(found: dict[str, Tally]) -> Iterator[str]:
    """Yield the lines of the table of a corpus."""
    total = Tally()
    for name, tally in sorted(found.items()):
        total.messages, total.refused = total.messages + tally.messages, total.refused + tally.refused
        total.looked_at += tally.looked_at
        total.unread, total.rules = total.unread + tally.unread, total.rules + tally.rules
        yield _row(name, tally)
    yield _row("all", total)


def _row(name: str, tally: Tally) -> str:
    share = 100 * tally.refused / max(tally.messages, 1)
    rules = ", ".join(f"{rule} {count}" for rule, count in tally.rules.most_common())
    unread = f"; {tally.unread} files not read" if tally.unread else ""
    refused = f"{tally.refused:>6,} refused ({share:.2f} %), {tally.looked_at:,} against rules of ours alone"
    return f"{name:24} {tally.messages:>8,} messages, {refused}: {rules}{unread}"


def sample(found: dict[str, Tally], number: int, path: Path) -> None:
    """Write *number* refused messages, chosen by a fixed seed, to *path*, for a person to judge."""
    refused: dict[tuple[str, int], tuple[CatalogEntry, list[str]]] = {}
    for tally in found.values():
        for name, finding, entry in tally.found:
            refused.setdefault((name, entry.line), (entry, []))[1].append(f"{finding.check}: {finding.message}")
    chosen = random.Random(2026).sample(sorted(refused), min(number, len(refused)))
    items = [
        {"at": f"{name}:{line}", "refused": refused[name, line][1], "source": entry.msgid, "translation": entry.msgstr}
        for name, line in chosen
        for entry in (refused[name, line][0],)
    ]
    path.write_text(json.dumps(items, ensure_ascii=False, indent=1), encoding="utf-8")


def main() -> None:
    """Print what was measured; end with 1 when the gate is slower than is promised."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, help="a folder with catalogs of other projects")
    parser.add_argument("--sample", type=int, default=0, help="write as many refused messages to sample.json")
    parser.add_argument("--messages", type=int, default=500, help="how many are made in each language")
    chosen = parser.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}; load {os.getloadavg()[0]:.1f}")
    if chosen.corpus:
        found = tallies(chosen.corpus)
        print(*table(found), sep="\n")
        if chosen.sample:
            sample(found, chosen.sample, Path("sample.json"))
        catalogs = list(marked_catalogs(chosen.corpus))
    else:
        catalogs = [synthetic(chosen.messages, language) for language in WORDS]
    gc.collect()
    gc.freeze()  # nobody holds all messages of four projects at once but this
    rate = speed(catalogs)
    print(f"{rate:,.0f} messages with markup a second, promised {A_SECOND:,}")
    longest = 0.0
    for size, sources in ((MEGABYTE, ()), (LONGEST_READ, ("words " * 2_000,))):
        seconds, piece = slowest(size, *sources)
        longest = max(seconds, longest)
        print(f"{1000 * seconds:.1f} ms for {size:,} characters of “{piece}”, promised {1000 * LONGEST:.0f}")
    sys.exit(rate < A_SECOND or longest > LONGEST)


if __name__ == "__main__":
    main()
