"""Finds the place of messages that come back from a program with names of its own: by context and English text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builders.catalogs.exchange.returned import ReturnedUnit
from builders.catalogs.update.candidates import MessagePlace
from builders.model.messages import Catalog, message_id

_BORDERS = "-_/. "


def placed(units: Iterable[ReturnedUnit], catalogs: Mapping[str, Catalog]) -> Iterator[ReturnedUnit]:
    """Yield *units* with domain and context of the message in *catalogs* that each of them can only mean.

    What a unit says itself goes first; then context and text in the catalog that its file is called after, then in any
    other; then the text alone. What stands in several places stays as it is, and so does what stands in none.
    """
    places = [(domain, entry.key) for domain, catalog in catalogs.items() for entry in catalog.active]
    names = {message_id(*place) for place in places}
    by_text: dict[str, list[MessagePlace]] = {}
    for place in places:
        by_text.setdefault(place[1][1], []).append(place)
    for unit in units:
        own = (unit.domain, (unit.context, unit.source))
        found = by_text.get(unit.source, [])
        if unit.identifier in names or own in found:
            yield unit
        else:
            only = _only(unit, found, catalogs)
            yield replace(unit, domain=only[0], context=only[1][0], identifier="") if only else unit


def _only(unit: ReturnedUnit, found: list[MessagePlace], catalogs: Mapping[str, Catalog]) -> MessagePlace | None:
    """Return the one place of *found* that *unit* can mean, None where there are several."""
    named = [domain for domain in catalogs if _is_called(unit.domain, domain)]
    same = [place for place in found if place[1][0] and place[1][0] in (unit.context, unit.identifier)]
    wanted = same or found
    near = [place for place in wanted if place[0] in named]
    bare = ([place for place in group if not place[1][0]] for group in (near, wanted))
    return next((group[0] for group in (near, wanted, *(() if same else bare)) if len(group) == 1), None)


def _is_called(name: str, domain: str) -> bool:
    """Whether *name* is the *domain*, or holds it as a word of its own (``guidelines-children-fr``)."""
    start = name.find(domain)
    before, after = name[start - 1 : start] if start > 0 else "", name[start + len(domain) :][:1]
    return start >= 0 and (not before or before in _BORDERS) and (not after or after in _BORDERS)
