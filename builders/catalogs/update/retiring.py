"""Keeps what the source has no place for any more: obsolete in a catalog, and in the memory of the language."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from builders.catalogs.notes import own_words
from builders.model.characters import is_blank
from builders.model.messages import Catalog, CatalogEntry, Key, Pair


def successors(templates: Mapping[str, Catalog], catalogs: Mapping[str, Catalog]) -> dict[str, str]:
    """Return, for every catalog whose source folder has gone, the domain where most of its messages stand today."""
    keys = {domain: {entry.key for entry in source.entries} for domain, source in templates.items()}
    return {
        domain: max(sorted(keys), key=lambda name: len(keys[name] & {entry.key for entry in catalog.entries}))
        for domain, catalog in catalogs.items()
        if keys and domain not in keys
    }


class Retirement:
    """Finds a place for every entry that leaves, beside the *entries* in use by domain.

    gettext allows a message once in a catalog, in use or obsolete. Where its place is taken, comments go to the entry
    that has it, and the translation to the memory in *known*.
    """

    def __init__(self, entries: Mapping[str, Iterable[CatalogEntry]], known: dict[Pair, None]) -> None:
        self._known = known
        self._active = {domain: {entry.key: entry for entry in each} for domain, each in entries.items()}
        self._obsolete: dict[str, dict[Key, CatalogEntry]] = {}
        self._holders: dict[tuple[Key | None, str], list[set[str]]] = {}
        for each in self._active.values():
            for entry in each.values():
                words = set(entry.comments)
                self._holders.setdefault((entry.key, entry.msgstr), []).append(words)
                self._holders.setdefault((None, entry.msgstr), []).append(words)

    def retire(self, domain: str, old: CatalogEntry, *, is_suggestion: bool, is_double: bool = False) -> bool:
        """Keep *old*, which leaves its place, in the catalog of *domain*; return whether it was in use until now.

        A suggestion that nobody has taken up may go when its translation stands elsewhere. Of what stood in two
        catalogs (*is_double*), one may go; it is remembered, because another branch may drop the other one as well.
        """
        if not (old.msgstr or own_words(old.comments)) or self._stands(old.key, old):
            if is_double and not is_suggestion:
                self._remember(old)
            return False
        if is_suggestion and not old.is_obsolete and self._stands(None, old):
            return False
        if not old.is_fuzzy:
            self._remember(old)
        active = self._active.get(domain, {})
        places = active if old.key in active else self._obsolete.setdefault(domain, {})
        gone = old if old.is_obsolete else replace(old, is_obsolete=True, extracted=(), references=())
        places[old.key] = self._beside(places[old.key], old) if old.key in places else gone
        return not old.is_obsolete

    def entries(self, domain: str) -> tuple[CatalogEntry, ...]:
        """Return the entries of the catalog of *domain*, the obsolete ones at the end."""
        return (*self._active.get(domain, {}).values(), *self._obsolete.get(domain, {}).values())

    def _stands(self, key: Key | None, old: CatalogEntry) -> bool:
        """Whether an entry in use has the translation of *old*, for the message *key* or any, and all its comments."""
        return any(words.issuperset(own_words(old.comments)) for words in self._holders.get((key, old.msgstr), ()))

    def _beside(self, holder: CatalogEntry, old: CatalogEntry) -> CatalogEntry:
        """Return *holder* with the comments of *old*; the translation is remembered."""
        if old.msgstr and old.msgstr != holder.msgstr:
            if holder.is_obsolete and not holder.msgstr:
                holder = replace(holder, msgstr=old.msgstr, flags=old.flags, previous=old.previous)
            else:
                self._remember(old)
        missing = [line for line in own_words(old.comments) if line not in holder.comments]
        return replace(holder, comments=(*holder.comments, *missing)) if missing else holder

    def _remember(self, old: CatalogEntry) -> None:
        if not is_blank(old.msgstr):
            pair = Pair(context=old.context, source=old.msgid, target=old.msgstr, is_fuzzy=old.is_fuzzy)
            if replace(pair, is_fuzzy=False) not in self._known:
                self._known.setdefault(pair)
