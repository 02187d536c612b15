"""The impact of an edit in words: Markdown for a pull request, or JSON."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from difflib import SequenceMatcher
from textwrap import wrap
from typing import Any

from builders.catalogs.folders import LABELS_DOMAIN
from builders.model.impact import Fate, LanguageCost
from builders.model.progress import Amount
from builders.settings import Settings
from builders.translating.impact import Impact, TouchedMessage
from builders.translating.markdown import cell, head, plain, row
from builders.translating.national_impact_report import national_lines, national_record

MEANINGS: Mapping[Fate, str] = {
    Fate.NEW: "new",
    Fate.REPEATED: "new here; the same text stands elsewhere",
    Fate.MOVED: "moved, with its translation",
    Fate.COSMETIC: "changed: cosmetic (spacing, punctuation, emphasis)",
    Fate.EDITORIAL: "changed: editorial (other words)",
    Fate.SUBSTANTIVE: "changed: substantive (number, duty, negation, reference, term, or rewritten)",
    Fate.GONE: "gone",
}
"""What has become of a message, as the table calls it."""

COSTS: Mapping[str, str] = {
    "to_translate": "to translate",
    "to_check": "to check",
    "kept": "kept",
    "unseen": "in English for now",
    "reviews_lost": "reviews lost",
}
"""The fields of a cost, and their columns."""

LEGEND = (
    "What an update of the catalogs would find for the messages above.",
    "*To check*: the translation is suggested as fuzzy, and readers see English until somebody has looked.",
    "*Kept*: readers see the translation as before.",
    "*In English for now*: readers see the translation today, and English until somebody has worked on it.",
)
"""What the table of languages means."""

MOST = 50
"""Changes that are shown with their texts; a comment on a pull request has an end."""

_WIDTH = 100
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def as_markdown(impact: Impact, settings: Settings) -> Iterator[str]:
    """Yield the lines of the report."""
    yield from ("# What this edit costs its translators", "")
    yield f"Compared with {plain(impact.revision)} ({impact.commit[:10]})."
    if impact.stale:
        gone = ", ".join(impact.stale)
        yield from ("", f"The templates of that revision were out of date: they name {gone}, which had gone.")
        yield "Some of what follows is older than this edit."
    if not impact.messages:
        yield from ("", "No message has changed: there is nothing to translate.")
        yield from national_lines(impact.adaptations)
        return
    yield from _summary(impact, settings)
    yield from _languages(impact.costs)
    yield from national_lines(impact.adaptations)
    yield from _changes(impact, settings)


def as_json(impact: Impact, rewritten: Sequence[Mapping[str, Any]] = ()) -> str:
    """Return the report as JSON, with the translations that were *rewritten* without their English."""
    return json.dumps(
        {
            "revision": impact.revision,
            "commit": impact.commit,
            "stale": list(impact.stale),
            "messages": [_record(message) for message in impact.messages],
            "languages": [
                {"language": cost.language.tag, **{name: asdict(getattr(cost, name)) for name in COSTS}}
                for cost in impact.costs
            ],
            "adaptations": [national_record(each) for each in impact.adaptations],
            "rewritten": list(rewritten),
        },
        ensure_ascii=False,
        indent=2,
    )


def _summary(impact: Impact, settings: Settings) -> Iterator[str]:
    editions = {edition.id: edition.short_title for edition in settings.editions}
    about = "Messages, and their English words in brackets; what several editions carry counts in each of them."
    yield from ("", about, "", *head("message", ["all", *editions.values(), "labels"]))
    for fate, meaning in MEANINGS.items():
        if found := impact.of(fate):
            parts = [found, *([each for each in found if edition in each.editions] for edition in editions)]
            parts.append([each for each in found if each.change.message.domain == LABELS_DOMAIN])
            amounts = (Amount(messages=len(part), words=sum(each.words for each in part)) for part in parts)
            yield row(meaning, map(cell, amounts))


def _languages(costs: Sequence[LanguageCost]) -> Iterator[str]:
    yield from ("", "## Languages", "", *LEGEND, "", *head("language", COSTS.values()))
    for cost in costs:
        cells = (cell(getattr(cost, field)) for field in COSTS)
        yield row(f"{cost.language.english_name} ({cost.language.tag})", cells)


def _changes(impact: Impact, settings: Settings) -> Iterator[str]:
    found = impact.of(Fate.SUBSTANTIVE)
    if not found:
        return
    yield from ("", "## Substantive changes")
    titles = {edition.id: edition.short_title for edition in settings.editions}
    for message in found[:MOST]:
        yield from _change(message, titles)
    if len(found) > MOST:
        yield from ("", f"{len(found) - MOST} more are not shown; --json has them all.")


def _change(message: TouchedMessage, titles: Mapping[str, str]) -> Iterator[str]:
    change = message.change
    assert change.old
    assert change.new
    assert change.change
    entry, readers = change.new.entry, ", ".join(titles[edition] for edition in message.editions)
    name = entry.context or " ".join(entry.references) or change.new.domain
    about = " · ".join(filter(None, (plain("; ".join(change.change.reasons)), *entry.references, readers)))
    yield from ("", f"### {plain(name)}", "", about, "")
    yield from ("```diff", *_diff(change.old.entry.msgid, entry.msgid), "```")


def _diff(old: str, new: str) -> Iterator[str]:
    """Yield the sentences of both texts: those that stay, those that go, those that come."""
    before, after = _SENTENCE.split(old), _SENTENCE.split(new)
    for kind, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield from _lines(" " if kind == "equal" else "-", before[start:end])
        if kind != "equal":
            yield from _lines("+", after[other_start:other_end])


def _lines(mark: str, sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        lines = wrap(sentence, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
        yield from (f"{mark} {line}" for line in lines)


def _record(message: TouchedMessage) -> dict[str, Any]:
    change = message.change
    return {
        "change": change.fate.value,
        "reasons": list(change.change.reasons) if change.change else [],
        "domain": change.message.domain,
        "context": change.message.entry.context,
        "old": change.old.entry.msgid if change.old else None,
        "new": change.new.entry.msgid if change.new else None,
        "words": message.words,
        "editions": list(message.editions),
    }
