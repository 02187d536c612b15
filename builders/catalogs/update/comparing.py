"""Compares the templates of two states of the source: what became of every message."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from rapidfuzz import fuzz, process

from builders.catalogs.update.candidates import NEAR_ENOUGH, SHORTEST, MessagePlace
from builders.catalogs.update.weighing import weigh
from builders.model.impact import ChangeKind, Fate, PlacedMessage, SourceChange
from builders.model.messages import Catalog, CatalogEntry

ALIKE_IN_A_BLOCK = 50
"""Similarity in per cent from which two of several paragraphs of a block are the same one, changed."""

REWRITTEN = "rewritten"
"""The reason given where so much has changed that no translation is suggested."""

Messages = Mapping[MessagePlace, CatalogEntry]
Pair = tuple[MessagePlace, MessagePlace]
"""A place in the new templates, and the one in the old templates that it comes from."""


def compare_templates(
    old: Mapping[str, Catalog], new: Mapping[str, Catalog], terms: frozenset[str] = frozenset()
) -> tuple[SourceChange, ...]:
    """Return what has become of the messages of *old* in *new*: what has changed or come, then what has gone.

    *terms* are the agreed English terms; a change from one to another is substantive.
    """
    before, after = _messages(old), _messages(new)
    pairs = _pairs(before, after)
    texts = {entry.msgid for entry in before.values()}
    changes = [
        _changed(PlacedMessage(domain=pairs[place][0], entry=before[pairs[place]]), message, terms)
        if place in pairs
        else SourceChange(fate=Fate.REPEATED if entry.msgid in texts else Fate.NEW, new=message)
        for place, entry in after.items()
        if place not in before
        for message in [PlacedMessage(domain=place[0], entry=entry)]
    ]
    kept = {*pairs.values(), *after}
    gone = [
        SourceChange(fate=Fate.GONE, old=PlacedMessage(domain=place[0], entry=entry))
        for place, entry in before.items()
        if place not in kept
    ]
    return (*changes, *gone)


def _messages(templates: Mapping[str, Catalog]) -> dict[MessagePlace, CatalogEntry]:
    return {(domain, entry.key): entry for domain, catalog in templates.items() for entry in catalog.active}


def _changed(old: PlacedMessage, new: PlacedMessage, terms: frozenset[str]) -> SourceChange:
    former, text = old.entry.msgid, new.entry.msgid
    if former == text:
        return SourceChange(fate=Fate.MOVED, old=old, new=new)
    change = weigh(former, text, terms)
    if change.kind is not ChangeKind.COSMETIC and fuzz.ratio(former, text) < NEAR_ENOUGH:
        change = replace(change, kind=ChangeKind.SUBSTANTIVE, reasons=(REWRITTEN, *change.reasons))
    return SourceChange(fate=Fate(change.kind.value), old=old, new=new, change=change)


def _pairs(before: Messages, after: Messages) -> dict[MessagePlace, MessagePlace]:
    """Return which old message each new one comes from; every message has at most one partner."""
    fresh = {place: entry for place, entry in after.items() if place not in before}
    gone = {place: entry for place, entry in before.items() if place not in after}
    pairs: dict[MessagePlace, MessagePlace] = {}
    for find in (_same(lambda entry: entry.key), _same(lambda entry: entry.msgid), _in_a_block, _alike):
        for new, old in list(find(fresh, gone)):
            if new in fresh and old in gone:
                pairs[new] = old
                del fresh[new], gone[old]
    return pairs


def _same(aspect: Callable[[CatalogEntry], object]) -> Callable[[Messages, Messages], Iterator[Pair]]:
    def find(fresh: Messages, gone: Messages) -> Iterator[Pair]:
        places: dict[object, list[MessagePlace]] = {}
        for place, entry in gone.items():
            places.setdefault(aspect(entry), []).append(place)
        for place, entry in fresh.items():
            yield from ((place, old) for old in places.get(aspect(entry), ()))

    return find


def _in_a_block(fresh: Messages, gone: Messages) -> Iterator[Pair]:
    """Yield the messages with the same context, the most alike first; what is alone on both sides belongs together."""
    blocks: dict[str, tuple[list[MessagePlace], list[MessagePlace]]] = {}
    for side, messages in enumerate((fresh, gone)):
        for place, entry in messages.items():
            if entry.context:
                blocks.setdefault(entry.context, ([], []))[side].append(place)
    for new, old in blocks.values():
        least = 0 if len(new) == len(old) == 1 else ALIKE_IN_A_BLOCK
        scores = [(fuzz.ratio(fresh[one].msgid, gone[other].msgid), one, other) for one in new for other in old]
        yield from _best_first(score for score in scores if score[0] >= least)


def _alike(fresh: Messages, gone: Messages) -> Iterator[Pair]:
    """Yield messages that are as alike as an update wants them, the most alike first."""
    texts = {place: entry.msgid for place, entry in gone.items()}
    yield from _best_first(
        (score, place, old)
        for place, entry in fresh.items()
        if len(entry.msgid) >= SHORTEST
        for _, score, old in process.extract(entry.msgid, texts, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=5)
    )


def _best_first(scores: Iterable[tuple[float, MessagePlace, MessagePlace]]) -> Iterator[Pair]:
    for _, new, old in sorted(scores, key=lambda score: -score[0]):
        yield new, old
