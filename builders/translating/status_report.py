"""The status on the terminal: one table for everybody, or all numbers of one language; and as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from builders.catalogs.surveying import Survey
from builders.editions.sizes import EditionSize
from builders.model.messages import Standing
from builders.model.progress import LanguageProgress, Progress, TieredProgress
from builders.model.vocabulary import BLOCK_TYPES
from builders.publishing.rendered import RenderedWords
from builders.publishing.status_page import MEANINGS, MEASURES, TOGETHER
from builders.settings import Settings

MARKS: Mapping[Standing, str] = dict(zip(MEANINGS, "█▓▒░·", strict=True))
"""What a bar is made of: the further a message has come, the darker."""

TIER = "Tier 1"
_NARROW, _WIDE = 12, 40
"""Characters of a bar in a table, and of one that stands alone."""


def print_overview(progress: Sequence[LanguageProgress], settings: Settings) -> None:
    """Print one table for all languages of *progress*: shares of messages, and the English words that are left."""
    shown = _table("", "all", "words\nleft", TIER, *(edition.short_title for edition in settings.editions))
    translated = [each for each in progress if settings.translates(each.language)]
    for each in translated:
        everything = each.together.everything
        parts = [each.together.first, *(each.editions[edition.id].everything for edition in settings.editions)]
        bars = (bar(everything, _NARROW), _percent(everything), f"{everything.words_left:,}")
        shown.add_row(each.language.english_name, *bars, *map(_percent, parts))
    _print(f"Messages that are translated, version {settings.version}\n", shown)
    tags = ", ".join(each.language.tag for each in translated)
    _print(
        f"\n{legend()}\n{TIER}: {settings.tier.what or 'nothing'}.", f"All numbers of a language: --language ({tags})."
    )
    _print("The size of the English editions: --sizes.")


def print_language(progress: LanguageProgress, settings: Settings) -> None:
    """Print every number of one language."""
    language = progress.language
    state = f": {language.review_state}" if language.review_state else ""
    _print(f"{language.tag} {language.english_name}, version {settings.version}{state}\n")
    for name, part in (("everything", progress.together.everything), (TIER.lower(), progress.together.first)):
        _print(f"{name:10} {bar(part, _WIDE)} {_percent(part)}, {part.words_left:,} words left")
    _print(f"\n{legend()}")
    for name, of in MEASURES.items():
        shown = _table("total", *(standing.value for standing in MARKS))
        for row, part in _parts(progress, settings):
            numbers = [of(part.total), *(of(part.at(standing)) for standing in MARKS)]
            shown.add_row(row, *(f"{number:,}" if number else "–" for number in numbers))
        _print(f"\n{name}", shown)


def print_sizes(
    sizes: Mapping[str, EditionSize], settings: Settings, rendered: Mapping[str, RenderedWords] | None = None
) -> None:
    """Print how large each edition is, as its English readers see it; *rendered* are the words of its pages."""
    shown = _table(*(edition.short_title for edition in settings.editions))
    own = [sizes[edition.id] for edition in settings.editions]
    shown.add_row("words", *(f"{size.words:,}" for size in own))
    if rendered is not None:
        pages = [rendered.get(edition.id) for edition in settings.editions]
        shown.add_row("  rendered, own", *(f"{page.own:,}" if page else "?" for page in pages))
        shown.add_row("  rendered, annexes", *(f"{page.annexes:,}" if page else "?" for page in pages))
    shown.add_row("blocks", *(str(size.block_count) for size in own))
    for name in BLOCK_TYPES:
        counts = [size.blocks.get(name, 0) for size in own]
        if any(counts):
            shown.add_row(f"  {name}", *(str(number or "–") for number in counts))
    shown.add_row("unused terms", *(str(size.unused_terms or "–") for size in own))
    _print(f"English text, version {settings.version}\n", shown)
    if rendered is not None:
        _print("\nwords: to translate. rendered: on the HTML pages, with tables, labels and attributes; annexes apart.")
    _print("unused terms: the data has them for the edition, and its text does not use them (check term-unused).")


def as_json(
    sizes: Mapping[str, EditionSize],
    progress: Sequence[LanguageProgress],
    settings: Settings,
    rendered: Mapping[str, RenderedWords] | None = None,
    surveys: Iterable[Survey] = (),
) -> str:
    """Return *sizes* and *progress* as JSON; the keys stay as they are, and what is not in *rendered* is null.

    What publishing refuses is said as the *surveys* of the languages have found it.
    """
    refused = {each.translations.language.tag: each for each in surveys}
    tier, pages = settings.tier, rendered or {}
    return json.dumps(
        {
            "version": settings.version,
            "editions": [
                {
                    "edition": name,
                    "words": size.words,
                    "own_words": pages[name].own if name in pages else None,
                    "annex_words": pages[name].annexes if name in pages else None,
                    "blocks": size.block_count,
                    "by_type": size.blocks,
                    "unused_terms": size.unused_terms,
                }
                for name, size in sizes.items()
            ],
            "coverage": [
                {"language": each.language.tag, "edition": name, **asdict(tiered.everything.coverage)}
                for each in progress
                for name, tiered in each.editions.items()
            ],
            "tier_1": {"what": tier.what, "folders": sorted(tier.folders), "blocks": sorted(tier.blocks)},
            "languages": [
                {**_language(each), "refused": _refused(refused.get(each.language.tag))}
                for each in progress
                if settings.translates(each.language)
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def bar(progress: Progress, width: int) -> str:
    """Return *width* characters that show where the messages of *progress* stand; what is there at all has one."""
    total = progress.total.messages
    if not total:
        return " " * width
    there = {standing: progress.at(standing).messages for standing in MARKS}
    exact = {standing: number * width / total for standing, number in there.items()}
    lengths = {standing: max(int(length), there[standing] > 0) for standing, length in exact.items()}
    while sum(lengths.values()) < width:
        lengths[max(MARKS, key=lambda standing: exact[standing] - lengths[standing])] += 1
    while sum(lengths.values()) > width:
        lengths[max(MARKS, key=lambda standing: lengths[standing])] -= 1
    return "".join(MARKS[standing] * length for standing, length in lengths.items())


def legend() -> str:
    """Return what the characters of a bar mean."""
    return "   ".join(f"{mark} {standing.value}" for standing, mark in MARKS.items())


def _parts(progress: LanguageProgress, settings: Settings) -> list[tuple[str, Progress]]:
    names = {edition.id: edition.short_title for edition in settings.editions}
    tiered = [(names[id_], each) for id_, each in progress.editions.items()] + [(TOGETHER, progress.together)]
    rows = [row for name, each in tiered for row in ((name, each.everything), (f"  {TIER.lower()}", each.first))]
    return [*rows, ("Labels", progress.labels)]


def _language(progress: LanguageProgress) -> dict[str, Any]:
    return {
        "language": progress.language.tag,
        "state": progress.language.review_state,
        "editions": [{"edition": name, **_tiered(tiered)} for name, tiered in progress.editions.items()],
        "together": _tiered(progress.together),
        "labels": _standings(progress.labels),
    }


def _refused(found: Survey | None) -> dict[str, Any]:
    faults = found.refused if found else ()
    return {
        "messages": found.refused_messages if found else 0,
        "faults": [
            {"check": each.check, "path": each.location.path, "line": each.location.line, "message": each.message}
            for each in faults
        ],
    }


def _tiered(tiered: TieredProgress) -> dict[str, Any]:
    return {"everything": _standings(tiered.everything), "tier_1": _standings(tiered.first)}


def _standings(progress: Progress) -> dict[str, Any]:
    amounts = {standing.value: progress.at(standing) for standing in Standing} | {"total": progress.total}
    return {
        "messages": {name: amount.messages for name, amount in amounts.items()},
        "words": {name: amount.words for name, amount in amounts.items()},
    }


def _percent(progress: Progress) -> str:
    return f"{progress.coverage.percent} %" if progress.total.messages else "–"


def _table(*headings: str) -> Table:
    """Return a table whose first column has no heading, and whose other ones are narrow enough for 80 characters."""
    shown = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    shown.add_column("", no_wrap=True)
    for heading in headings:
        shown.add_column(heading.replace("-", "-\n"), justify="right", vertical="bottom")
    return shown


def _print(*parts: str | Table) -> None:
    """Print texts as they stand, and tables."""
    console = Console(highlight=False)
    for part in parts:
        console.print(part, markup=None if isinstance(part, Table) else False)
