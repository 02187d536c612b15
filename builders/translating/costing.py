"""What an edit of the source means for catalogs: they are updated, and the result is thrown away."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from builders.catalogs.counting import count_words
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.reviews import standing
from builders.catalogs.update.candidates import MessagePlace
from builders.catalogs.update.updating import Updated
from builders.model.impact import LanguageCost, SourceChange
from builders.model.languages import Language
from builders.model.messages import Catalog, Standing
from builders.model.progress import SEEN, Amount

Standings = Mapping[MessagePlace, Standing]
"""Where every message of a language stands."""

CONSEQUENCES = ("to_translate", "to_check", "kept", "unseen", "reviews_lost")
"""What an edit means for a message in a language: the fields of LanguageCost."""

_REVIEWED = (Standing.REVIEWED, Standing.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An edit, and what an update of catalogs needs to know of it."""

    revision: str
    files: Mapping[str, bytes]
    """Those below locale/ at the revision."""
    templates: Mapping[str, Catalog]
    terms: frozenset[str]
    changes: tuple[SourceChange, ...]


def catalogs_below(files: Mapping[str, bytes], folder: str, revision: str) -> dict[str, Catalog]:
    """Return the catalogs in *folder*, that of a language, among *files* of the *revision*, by their domains."""
    return {
        path.stem: parse_catalog(data, f"{revision}:{name}")
        for name, data in files.items()
        if (path := PurePosixPath(name)).match(f"{folder}/LC_MESSAGES/*.po")
    }


def cost_of(
    changes: Iterable[SourceChange],
    catalogs: Mapping[str, Catalog],
    language: Language,
    update: Callable[[Mapping[str, Catalog]], Updated],
) -> LanguageCost:
    """Return what *changes* mean for the *catalogs* of *language*, which *update* brings up to date."""
    before, after = (
        {(domain, entry.key): standing(entry) for domain, catalog in each.items() for entry in catalog.active}
        for each in (catalogs, update(catalogs).catalogs)
    )
    amounts = {name: Amount() for name in CONSEQUENCES}
    for change in changes:
        one = Amount(messages=1, words=count_words(change.message.entry.msgid))
        for consequence in _consequences(change, before, after):
            amounts[consequence] += one
    return LanguageCost(language=language, **amounts)


def _consequences(change: SourceChange, before: Standings, after: Standings) -> Iterator[str]:
    """Yield what *change* means for its message; one that goes costs nothing."""
    if change.new is None:
        return
    old, new = (
        standings.get((each.domain, each.entry.key), Standing.UNTRANSLATED) if each else None
        for each, standings in ((change.old, before), (change.new, after))
    )
    if new in SEEN:
        yield "kept"
    elif new is Standing.FUZZY and old is not Standing.FUZZY:
        yield "to_check"
    elif new is Standing.UNTRANSLATED and old is not Standing.UNTRANSLATED:
        yield "to_translate"
    if old in SEEN and new not in SEEN:
        yield "unseen"
    if old in _REVIEWED and new not in _REVIEWED:
        yield "reviews_lost"
