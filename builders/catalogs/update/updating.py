"""Brings catalogs up to date with the source; what a translator wrote is never lost.

sphinx-intl loses what moves between catalogs and never revives what was deleted;
here the catalogs of a language are looked at together, with its translation memory.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from builders.catalogs.notes import CARRIED, CHANGED, own_words, settled
from builders.catalogs.po.headers import header_fields, merge_header
from builders.catalogs.reviews import reviews_of, with_review
from builders.catalogs.update.candidates import Found, How, Pool, role
from builders.catalogs.update.retiring import Retirement, successors
from builders.catalogs.update.weighing import SAME_TEXT, weigh
from builders.model.guideline import Guideline
from builders.model.impact import Change, ChangeKind
from builders.model.languages import Language
from builders.model.messages import FUZZY, Catalog, CatalogEntry, MessageState, Pair, SourceMessage

PROJECT = "Project-Id-Version"
"""The field of a header that says of which project a catalog is."""
TEMPLATE = "Template of the text domain “{}”"
"""How the first comment of a template begins."""


def template(domain: str, messages: Iterable[SourceMessage], guideline: Guideline) -> Catalog:
    """Return the template of *domain*: no dates and no line numbers, so that it changes only with the text."""
    return Catalog(
        path=f"locale/{domain}.pot",
        header=merge_header({PROJECT: guideline.slug}),
        header_comments=(f"{TEMPLATE.format(domain)}. Text: {guideline.licence.short}.",),
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

    terms: frozenset[str]
    counts: Counter[str] = field(default_factory=Counter)
    changes: list[ChangedMessage] = field(default_factory=list)


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
    work = _Work(terms)
    entries = {
        domain: [_updated(pool.find(domain, entry), entry, domain, work) for entry in source.entries]
        for domain, source in templates.items()
    }
    successor_of = successors(templates, catalogs)
    retirement = Retirement(entries, known)
    held = Counter((entry.key, entry.msgstr) for catalog in catalogs.values() for entry in catalog.active)
    # A catalog that goes comes last: what its successor has keeps its place.
    for domain in sorted(catalogs, key=lambda name: name in successor_of):
        for old in catalogs[domain].entries:
            if old.is_obsolete or (domain, old.key) not in wanted:
                is_suggestion, is_double = pool.origin(old) != old.key, held[old.key, old.msgstr] > 1
                name = successor_of.get(domain, domain)
                left = retirement.retire(name, old, is_suggestion=is_suggestion, is_double=is_double)
                work.counts["made_obsolete"] += left
    result = {}
    for domain in dict.fromkeys((*templates, *catalogs)):
        if domain not in successor_of:
            ground = _ground(domain, catalogs, successor_of) or _new(domain, templates[domain], language)
            result[domain] = _catalog(domain, retirement.entries(domain), ground, language)
    report = UpdateReport(**work.counts, changes=tuple(work.changes))
    return Updated(catalogs=result, memory=tuple(known), report=report)


def _updated(found: Found, source: CatalogEntry, domain: str, work: _Work) -> CatalogEntry:
    """Return the entry for *source* with the translation that was *found* for it."""
    how, entry = found.how, found.entry
    if how is How.NEAR:
        change = weigh(entry.msgid, source.msgid, work.terms)
        work.changes.append(ChangedMessage(domain=domain, context=source.context, change=change))
        if change.kind is ChangeKind.COSMETIC and found.is_vanished and not entry.is_fuzzy:
            comments = (*own_words(entry.comments), f"{CHANGED}{change}{CARRIED}")
            entry = replace(entry, comments=comments, previous=None, is_obsolete=False, written=None)
            how = How.CARRIED
        else:
            entry = _offered(found, source, work.terms)
    elif how is How.SAME:
        entry, how = _offered(found, source, work.terms), How.NEAR
    elif not entry.is_fuzzy and entry.msgstr and (entry.comments or entry.previous):
        # A person has settled what our note on the former text was about.
        entry = replace(entry, comments=settled(entry.comments), previous=None)
    waits = how is How.KEPT and entry.is_fuzzy
    work.counts[How.NEAR.value if waits else how.value] += 1
    return _with_source(entry, source)


def _offered(found: Found, source: CatalogEntry, terms: frozenset[str]) -> CatalogEntry:
    """Return *source* with the translation that was *found*, for a person to look at.

    It is weighed against the text that it was made for, also where that has changed twice since.
    """
    old = found.entry
    change = weigh(found.origin[1], source.msgid, terms) if found.origin[1] != source.msgid else SAME_TEXT
    comments = (*own_words(old.comments), f"{CHANGED}{change}")
    return replace(source, msgstr=old.msgstr, comments=comments, flags=old.flags | FUZZY, previous=found.origin)


def _with_source(entry: CatalogEntry, source: CatalogEntry) -> CatalogEntry:
    """Return *entry* with text and advice of *source*, in its lines."""
    lines = (source.extracted, source.references)
    if (entry.extracted, entry.references) == lines and entry.key == source.key:
        return entry
    new = replace(
        entry,
        context=source.context,
        msgid=source.msgid,
        extracted=source.extracted,
        references=source.references,
    )
    # A review still holds where only the identifier of the block has changed.
    is_renamed = entry.context != new.context and role(entry.context) == role(new.context) and entry.msgid == new.msgid
    for review in reviews_of(entry) if is_renamed and new.state is MessageState.TRANSLATED else ():
        new = with_review(new, review.level, by=review.by, on=review.on)
    return new


def _ground(domain: str, catalogs: Mapping[str, Catalog], successor_of: Mapping[str, str]) -> Catalog | None:
    """Return the catalog that the one of *domain* goes on with, and what is said on top of those it succeeds."""
    names = [domain, *(gone for gone, successor in successor_of.items() if successor == domain)]
    found = [catalogs[name] for name in names if name in catalogs]
    if not found:
        return None
    first, *others = found
    for other in others:
        comments = [line for line in other.header_comments if line not in first.header_comments]
        header = merge_header(dict(header_fields(other.header)), first.header)
        first = replace(first, header=header, header_comments=(*first.header_comments, *comments))
    return first


def _new(domain: str, template: Catalog, language: Language) -> Catalog:
    """Return a catalog without messages, of the project of its *template* and on its terms."""
    # The domain is not named: a catalog may come to go on with those of others, and with what is said on top of them.
    begins, said = TEMPLATE.format(domain), f"{language.english_name} translation"
    told = tuple(line.replace(begins, said, 1) for line in template.header_comments)
    header = f"{PROJECT}: {template.header_field(PROJECT)}\n"
    return Catalog(path=domain, header=header, header_comments=told, entries=())


def _catalog(domain: str, entries: Iterable[CatalogEntry], old: Catalog, language: Language) -> Catalog:
    name = f"locale/{language.locale}/LC_MESSAGES/{domain}.po"
    fields = {"Language": language.locale}
    added = {"Plural-Forms": language.plural_forms, "X-Review-State": language.review_state}
    fields |= {field: value for field, value in added.items() if value}
    return replace(old, path=name, header=merge_header(fields, old.header), entries=tuple(entries))
