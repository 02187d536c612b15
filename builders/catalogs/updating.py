"""Brings catalogs up to date with the source; what a translator wrote is never lost.

sphinx-intl loses what moves between catalogs and never revives what was deleted;
here the catalogs of a language are looked at together, with its translation memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from builders.catalogs.changes import weigh
from builders.catalogs.headers import merge_header
from builders.catalogs.pool import Found, How, Place, Pool
from builders.model.changes import Change, ChangeKind
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Pair, SourceMessage

CHANGED = "changed: "
"""Begins the translator comment that says what has changed in the source."""

CARRIED = "; the translation was carried over"
"""Ends that comment where the change was cosmetic."""


def template(domain: str, messages: Iterable[SourceMessage]) -> Catalog:
    """Return the template of *domain*: no dates and no line numbers, so that it changes only with the text."""
    return Catalog(
        path=f"locale/{domain}.pot",
        header=merge_header({"Project-Id-Version": "cop-guidelines"}),
        header_comments=(f"Template of the text domain “{domain}”. Text: CC BY 4.0.",),
        entries=tuple(
            CatalogEntry(
                context=message.context,
                msgid=message.text,
                msgstr="",
                extracted=message.comments,
                references=() if message.location.path == "labels" else (message.location.path,),
            )
            for message in messages
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedMessage:
    """A message whose text the source has changed, and what became of its translation."""

    domain: str
    context: str
    old: str
    new: str
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateReport:
    """What an update did to the catalogs of one language, in messages."""

    kept: int = 0
    moved: int = 0
    revived: int = 0
    carried: int = 0
    """Translations kept although the source has changed, because only its dress has."""
    fuzzy: int = 0
    untranslated: int = 0
    made_obsolete: int = 0
    changes: tuple[ChangedMessage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """The catalogs of a language after an update."""

    catalogs: Mapping[str, Catalog]
    memory: tuple[Pair, ...]
    """The translation memory: what was in it, and every translation that has lost its place."""
    report: UpdateReport


@dataclass(slots=True)
class _Work:
    """What grows while the messages of a language find their translations."""

    counts: Counter[str] = field(default_factory=Counter)
    changes: list[ChangedMessage] = field(default_factory=list)
    entries: dict[str, list[CatalogEntry]] = field(default_factory=dict)


def update_catalogs(
    templates: Mapping[str, Catalog],
    catalogs: Mapping[str, Catalog],
    language: Language,
    *,
    memory: Iterable[Pair] = (),
    terms: frozenset[str] = frozenset(),
) -> Updated:
    """Return the catalogs of *language* for *templates*: every translation of *catalogs* and *memory* has a place.

    *terms* are the agreed English terms; a change from one to another is substantive.
    """
    wanted = {(domain, entry.key) for domain, source in templates.items() for entry in source.entries}
    known = dict.fromkeys(memory)
    pool = Pool(catalogs, known, wanted)
    work = _Work()
    for domain, source in templates.items():
        work.entries[domain] = [
            _updated(pool.find(domain, entry), entry, domain, terms, work) for entry in source.entries
        ]
    retired = _retire(catalogs, wanted, work, known)
    names = {**templates, **{domain: catalogs[domain] for domain in retired if domain in catalogs}}
    result = {
        domain: _catalog(
            domain, [*work.entries.get(domain, ()), *retired.get(domain, ())], catalogs.get(domain), language
        )
        for domain in names
    }
    report = UpdateReport(**work.counts, changes=tuple(work.changes))
    return Updated(catalogs=result, memory=tuple(known), report=report)


def _updated(found: Found, source: CatalogEntry, domain: str, terms: frozenset[str], work: _Work) -> CatalogEntry:
    """Return the entry for *source* with the translation that was *found* for it."""
    how, entry = found.how, found.entry
    if how is How.SAME:
        change = Change(kind=ChangeKind.EDITORIAL, reasons=("the same text stands in another block",))
        entry, how = _offered(entry, source, change), How.NEAR
    elif how is How.NEAR:
        change = weigh(entry.msgid, source.msgid, terms)
        work.changes.append(
            ChangedMessage(domain=domain, context=source.context, old=entry.msgid, new=source.msgid, change=change)
        )
        if change.kind is ChangeKind.COSMETIC and found.is_vanished and not entry.is_fuzzy:
            entry, how = _carried(entry, change), How.CARRIED
        else:
            entry = _offered(entry, source, change)
    else:
        entry = _cleared(entry)
    waits = how is How.KEPT and entry.is_fuzzy
    work.counts[How.NEAR.value if waits else how.value] += 1
    return _with_source(entry, source)


def _offered(old: CatalogEntry, source: CatalogEntry, change: Change) -> CatalogEntry:
    """Return *source* with the translation of *old*, for a person to look at."""
    comments = (*_own_comments(old), f"{CHANGED}{change}")
    return replace(source, msgstr=old.msgstr, comments=comments, flags=old.flags | {"fuzzy"}, previous=old.key)


def _carried(old: CatalogEntry, change: Change) -> CatalogEntry:
    comments = (*_own_comments(old), f"{CHANGED}{change}{CARRIED}")
    return replace(old, comments=comments, previous=None, is_obsolete=False, written=None)


def _cleared(entry: CatalogEntry) -> CatalogEntry:
    """Return *entry* without the former text and our comment on it, once a person has settled the matter."""
    if entry.is_fuzzy or not entry.msgstr:
        return entry
    comments = tuple(line for line in entry.comments if not line.startswith(CHANGED) or line.endswith(CARRIED))
    return replace(entry, comments=comments, previous=None)


def _own_comments(entry: CatalogEntry) -> tuple[str, ...]:
    return tuple(line for line in entry.comments if not line.startswith(CHANGED))


def _with_source(entry: CatalogEntry, source: CatalogEntry) -> CatalogEntry:
    """Return *entry* with text and advice of *source*; what only another program has laid out otherwise stays."""
    is_same_advice = " ".join(entry.extracted).split() == " ".join(source.extracted).split()
    are_same_places = " ".join(entry.references).split() == " ".join(source.references).split()
    return replace(
        entry,
        context=source.context,
        msgid=source.msgid,
        extracted=entry.extracted if is_same_advice else source.extracted,
        references=entry.references if are_same_places else source.references,
    )


def _retire(
    catalogs: Mapping[str, Catalog], wanted: set[Place], work: _Work, known: dict[Pair, None]
) -> dict[str, list[CatalogEntry]]:
    """Return, by domain, what has no place in the source any more and stays as obsolete.

    Every translation that leaves goes to the memory in *known* as well; a second one of the same text that has no
    room among the obsolete ones is kept only there.
    """
    in_use = {(entry.key, entry.msgstr) for entries in work.entries.values() for entry in entries}
    offered = {entry.msgstr for entries in work.entries.values() for entry in entries}
    retired: dict[str, list[CatalogEntry]] = {}
    for domain, catalog in catalogs.items():
        room: set[tuple[str, str]] = set()
        for old in catalog.entries:
            stays = not old.is_obsolete and (domain, old.key) in wanted
            if stays or (old.key, old.msgstr) in in_use or not (old.msgstr or old.comments):
                continue
            if old.is_fuzzy and not old.is_obsolete and old.msgstr in offered:
                continue  # an offer that nobody has taken up, and that stands elsewhere again
            work.counts["made_obsolete"] += not old.is_obsolete
            if old.msgstr and not old.is_fuzzy:
                known.setdefault(Pair(context=old.context, source=old.msgid, target=old.msgstr))
            if old.key in room:
                if old.msgstr:
                    known.setdefault(Pair(context=old.context, source=old.msgid, target=old.msgstr))
                continue
            room.add(old.key)
            kept = old if old.is_obsolete else replace(old, is_obsolete=True, extracted=(), references=())
            retired.setdefault(domain, []).append(kept)
    return retired


def _catalog(domain: str, entries: Iterable[CatalogEntry], old: Catalog | None, language: Language) -> Catalog:
    name = f"locale/{language.locale}/LC_MESSAGES/{domain}.po"
    fields = {"Project-Id-Version": "cop-guidelines", "Language": language.locale}
    if language.review_state:
        fields["X-Review-State"] = language.review_state
    if old is not None:
        return replace(old, path=name, header=merge_header(fields, old.header), entries=tuple(entries))
    return Catalog(
        path=name,
        header=merge_header(fields),
        header_comments=(f"{language.english_name} translation of the COP Guidelines. CC BY 4.0.",),
        entries=tuple(entries),
    )
