"""Brings catalogs up to date with the source; what a translator wrote is never lost.

sphinx-intl loses what moves between catalogs and never revives what was deleted;
here the catalogs of a language are looked at together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Key, SourceMessage

NEAR_ENOUGH = 0.75
"""Similarity, from 0 to 1, from which an old translation is offered for a changed text."""

HEADER_ORDER = (
    "Project-Id-Version",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
    "X-Review-State",
)


def template(domain: str, messages: Iterable[SourceMessage]) -> Catalog:
    """Return the template of *domain*: no dates and no line numbers, so that it changes only with the text."""
    return Catalog(
        path=f"locale/{domain}.pot",
        header=_header({"Project-Id-Version": "cop-guidelines"}),
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
class UpdateReport:
    """What an update did to the catalogs of one language, in messages."""

    kept: int = 0
    moved: int = 0
    revived: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    made_obsolete: int = 0


def update_catalogs(
    templates: Mapping[str, Catalog], catalogs: Mapping[str, Catalog], language: Language
) -> tuple[dict[str, Catalog], UpdateReport]:
    """Return the catalogs of *language* for *templates*, and what happened to the translations of *catalogs*."""
    pool = _Pool(catalogs)
    wanted = {(domain, entry.key) for domain, source in templates.items() for entry in source.entries}
    counts = dict.fromkeys(("kept", "moved", "revived", "fuzzy", "untranslated", "made_obsolete"), 0)
    taken: set[tuple[str, Key]] = set()
    updated: dict[str, list[CatalogEntry]] = {}
    for domain, source in templates.items():
        updated[domain] = []
        for entry in source.entries:
            how, found, place = pool.find(domain, entry, wanted)
            counts[how] += 1
            if place:
                taken.add(place)
            updated[domain].append(_with_source(found, entry))
    for domain, catalog in catalogs.items():
        for old in catalog.entries:
            place = (domain, old.key)
            if old.msgstr and (old.is_obsolete or place not in wanted) and place not in taken:
                counts["made_obsolete"] += not old.is_obsolete
                updated.setdefault(domain, []).append(replace(old, is_obsolete=True, extracted=(), references=()))
    result = {domain: _catalog(domain, entries, catalogs.get(domain), language) for domain, entries in updated.items()}
    return result, UpdateReport(**counts)


class _Pool:
    """Every translation of a language, by the ways a message can find it again."""

    def __init__(self, catalogs: Mapping[str, Catalog]) -> None:
        self._active: dict[tuple[str, Key], CatalogEntry] = {}
        self._obsolete: dict[tuple[str, Key], CatalogEntry] = {}
        self._by_text: dict[str, list[tuple[str, CatalogEntry]]] = {}
        for domain, catalog in catalogs.items():
            for entry in catalog.entries:
                table = self._obsolete if entry.is_obsolete else self._active
                table[domain, entry.key] = entry
                if entry.msgstr:
                    self._by_text.setdefault(entry.msgid, []).append((domain, entry))
        self._domains = list(catalogs)

    def find(
        self, domain: str, source: CatalogEntry, wanted: set[tuple[str, Key]]
    ) -> tuple[str, CatalogEntry, tuple[str, Key] | None]:
        """Return how *source* was found, the entry to go on with, and the place whose translation it takes along."""
        here = (domain, source.key)
        if here in self._active and (self._active[here].msgstr or not self._elsewhere(here)):
            entry = self._active[here]
            return ("kept" if entry.msgstr else "untranslated"), entry, here if entry.msgstr else None
        if here in self._obsolete:
            return "revived", replace(self._obsolete[here], is_obsolete=False), here
        if place := self._elsewhere(here):
            entry = self._active.get(place) or self._obsolete[place]
            return "moved", replace(entry, is_obsolete=False), None if place in wanted else place
        if same := self._by_text.get(source.msgid):
            return "fuzzy", _offer(same[0][1], source), None
        if near := self._nearest(source, wanted):
            return "fuzzy", _offer(near, source), None
        return "untranslated", source, None

    def _elsewhere(self, here: tuple[str, Key]) -> tuple[str, Key] | None:
        for domain in self._domains:
            place = (domain, here[1])
            entry = self._active.get(place) or self._obsolete.get(place)
            if place != here and entry is not None and entry.msgstr:
                return place
        return None

    def _nearest(self, source: CatalogEntry, wanted: set[tuple[str, Key]]) -> CatalogEntry | None:
        best, share = None, NEAR_ENOUGH
        matcher = SequenceMatcher(b=source.msgid, autojunk=False)
        for text, entries in self._by_text.items():
            vanished = [entry for domain, entry in entries if (domain, entry.key) not in wanted]
            if not vanished:
                continue
            matcher.set_seq1(text)
            # The two quick ratios are upper bounds: most texts are ruled out without the costly one.
            if matcher.real_quick_ratio() <= share or matcher.quick_ratio() <= share:
                continue
            ratio = matcher.ratio()
            if ratio > share:
                best, share = vanished[0], ratio
        return best


def _offer(old: CatalogEntry, source: CatalogEntry) -> CatalogEntry:
    """Return *source* with the translation of *old*, for a person to look at."""
    return replace(source, msgstr=old.msgstr, comments=old.comments, flags=frozenset({"fuzzy"}), previous=old.key)


def _with_source(found: CatalogEntry, source: CatalogEntry) -> CatalogEntry:
    return replace(
        found,
        context=source.context,
        msgid=source.msgid,
        extracted=source.extracted,
        references=source.references,
    )


def _catalog(domain: str, entries: Iterable[CatalogEntry], old: Catalog | None, language: Language) -> Catalog:
    name = f"locale/{language.locale}/LC_MESSAGES/{domain}.po"
    fields = {"Project-Id-Version": "cop-guidelines", "Language": language.locale}
    if language.review_state:
        fields["X-Review-State"] = language.review_state
    header = _header(fields, old)
    comments = (
        old.header_comments if old else (f"{language.english_name} translation of the COP Guidelines. CC BY 4.0.",)
    )
    return Catalog(path=name, header=header, header_comments=comments, entries=tuple(entries))


def _header(fields: Mapping[str, str], old: Catalog | None = None) -> str:
    """Return the header; what translators' tools have added to the old one stays."""
    merged = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **fields,
        **dict(_header_fields(old)),
    }
    known = [name for name in HEADER_ORDER if name in merged]
    return "".join(f"{name}: {merged[name]}\n" for name in [*known, *(name for name in merged if name not in known)])


def _header_fields(catalog: Catalog | None) -> Iterator[tuple[str, str]]:
    for line in catalog.header.splitlines() if catalog else []:
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()
