"""What readers of one language may see of its catalogs, and the look-up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from builders.catalogs.folders import LABELS_DOMAIN, domain_of, read_catalogs
from builders.catalogs.gate import SOURCE, Refused, refused_in, sources_of
from builders.catalogs.reviews import standing
from builders.language.typography import bound
from builders.model.adaptations import Layer
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog, CatalogEntry, Key, MessageState, Standing
from builders.model.progress import Lack
from builders.problems import Problem
from builders.settings import Settings

_LOOKED_AT = (Lack.FUZZY, Lack.REFUSED)
"""Why readers see English although there is a translation: a person must look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translations:
    """The translations that readers of one language may see: no fuzzy, no obsolete ones."""

    language: Language
    texts: Mapping[str, Mapping[Key, CatalogEntry]]
    """By text domain, then by context and English text."""
    waiting: Mapping[str, frozenset[Key]] = field(default_factory=dict)
    """What has a translation that readers may not see yet (fuzzy), by text domain."""
    empty: Mapping[str, frozenset[Key]] = field(default_factory=dict)
    """What stands in the catalog without a translation, by text domain."""
    refused: Mapping[str, Mapping[Key, Refused]] = field(default_factory=dict)
    """What the gate keeps from readers, and why, by text domain; empty where it must stop everything."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """The language that the texts of a domain are written in, by its tag; English where nothing is said."""
    origins: Mapping[tuple[str, Key], str] = field(default_factory=dict)
    """The catalog of an entry by its domain and key, where it is not the one that is named after the domain."""

    def source(self, domain: str) -> str:
        """Return the tag of the language that the texts of *domain* are written in."""
        return self.sources.get(domain, SOURCE)

    def is_own(self, domain: str) -> bool:
        """Whether the texts of *domain* are written in the language, so that nothing of them is translated."""
        return self.source(domain) == self.language.tag

    def path(self, domain: str, entry: CatalogEntry) -> str:
        """Return where the catalog of *entry*, of *domain*, stands in the project."""
        return self.origins.get((domain, entry.key)) or f"locale/{self.language.locale}/LC_MESSAGES/{domain}.po"

    def find(self, domain: str, context: str, text: str) -> CatalogEntry | None:
        """Return the entry for *text*, first with its context, then without; None falls back to English."""
        catalog = self.texts.get(domain, {})
        return catalog.get((context, text)) or catalog.get(("", text))

    def standing(self, domain: str, context: str, text: str) -> Standing:
        """Return where *text* stands for readers; in the language that it is written in, it is its own translation."""
        if self.is_own(domain):
            return Standing.TRANSLATED
        if entry := self.find(domain, context, text):
            return standing(entry)
        return Standing.FUZZY if self.lack(domain, context, text) in _LOOKED_AT else Standing.UNTRANSLATED

    def lack(self, domain: str, context: str, text: str) -> Lack | None:
        """Return why readers see *text* in its own language; None where that is theirs, or it is translated."""
        if self.is_own(domain) or self.find(domain, context, text):
            return None
        if domain not in self.texts:
            return Lack.NO_CATALOG
        if self.faults(domain, context, text):
            return Lack.REFUSED
        for lack, table in ((Lack.FUZZY, self.waiting), (Lack.UNTRANSLATED, self.empty)):
            if not table.get(domain, frozenset()).isdisjoint(((context, text), ("", text))):
                return lack
        return Lack.UNKNOWN

    def faults(self, domain: str, context: str, text: str) -> Refused:
        """Return why the gate keeps the translation of *text* from readers; nothing where it does not."""
        refused = self.refused.get(domain, {})
        return refused.get((context, text)) or refused.get(("", text)) or ()

    def labels(self, settings: Settings) -> Labels:
        """Return the labels of the language."""
        english, texts = settings.labels, self.texts.get(LABELS_DOMAIN, {})
        tag = self.language.tag
        current = {key[0]: bound(texts[key].msgstr, tag) for key in english.items() if key in texts}
        return Labels(english, english if self.language.is_source else current)


def open_translations(settings: Settings, language: Language, *, passes_over: bool = False) -> Translations:
    """Return what readers of *language* may see.

    Raises a Problem with every message that the gate refuses, unless it *passes_over* those: they stay English.
    """
    if language.is_source and not settings.layers:
        return Translations(language=language, texts={})
    return fill_translations(language, read_catalogs(settings, language), settings.layers, passes_over=passes_over)


def fill_translations(
    language: Language, catalogs: Mapping[str, Catalog], layers: Sequence[Layer] = (), *, passes_over: bool = False
) -> Translations:
    """Return what readers of *language* may see of its *catalogs*, which are named by text domain.

    What the catalogs of one of *layers* say goes before what those below it say.
    Raises a Problem with every message that the gate refuses, unless it *passes_over* those: they stay English.
    """
    kept_out = refused_in(catalogs, layers)
    findings = [each for found in kept_out.values() for faults in found.values() for each in faults]
    if findings and not passes_over:
        raise Problem(
            code="translation-refused",
            what=f"{len(findings)} translation{'s' if len(findings) > 1 else ''} cannot be published",
            findings=findings,
            next_step="mend the lines named above in the catalog, then run the command again",
        )
    by_state: dict[MessageState, dict[str, dict[Key, CatalogEntry]]] = {state: {} for state in MessageState}
    origins: dict[tuple[str, Key], str] = {}
    refused: dict[str, dict[Key, Refused]] = {}
    for name, catalog in catalogs.items():
        own = {
            state: {key: entry for key, entry in entries_in(catalog, state).items() if key not in kept_out[name]}
            for state in MessageState
        }
        for domain in _domains_filled(name, layers):
            if kept_out[name]:
                refused.setdefault(domain, {}).update(kept_out[name])
            for state, entries in own.items():
                by_state[state].setdefault(domain, {}).update(entries)
            if domain != name or "/" in name:
                origins |= {(domain, key): catalog.path for key in own[MessageState.TRANSLATED]}
    waiting, empty = (
        {domain: frozenset(found) for domain, found in by_state[state].items()}
        for state in (MessageState.FUZZY, MessageState.UNTRANSLATED)
    )
    return Translations(
        language=language,
        texts=by_state[MessageState.TRANSLATED],
        waiting=waiting,
        empty=empty,
        refused=refused,
        sources=sources_of(layers),
        origins=origins,
    )


def _domains_filled(name: str, layers: Sequence[Layer]) -> Iterator[str]:
    """Yield the text domains that the catalog called *name* has texts of: those of the *layers* below it, too."""
    layer, _, domain = name.rpartition("/")
    if domain != CHANGES or not layer:
        yield domain
        return
    for each in layers:
        yield domain_of("", each.id)
        if each.id == layer:
            return


def entries_in(catalog: Catalog, state: MessageState) -> dict[Key, CatalogEntry]:
    """Return the messages of *catalog* that stand in *state*."""
    return {entry.key: entry for entry in catalog.active if entry.state is state}
