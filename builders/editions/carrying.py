"""Which messages an edition carries: what its readers meet, and no block of another audience."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from docutils import nodes

from builders.catalogs.counting import counted
from builders.catalogs.folders import LABELS_DOMAIN, domain_of
from builders.catalogs.translations import Translations
from builders.catalogs.update.candidates import MessagePlace
from builders.editions.advice import READ_BY
from builders.editions.domains import domain_at
from builders.editions.selection import select
from builders.markup.messages import translatable_texts
from builders.markup.raw_doctrees import RawDoctrees, read_raw
from builders.model.editions import Edition, Unit
from builders.model.messages import CatalogEntry, Key
from builders.model.progress import CountedMessage
from builders.settings import Settings
from builders.settings.digests import tools_digest
from builders.settings.kept_files import keep_under, kept_under

KEPT = "carried.json"
"""Its place in the cache."""
_Page = dict[str, list[tuple[str, str, str]]]
"""Domain, context and text of every message of a page, by the id of the edition that carries it."""
_ALL = ""
"""In place of the id of an edition: the messages of all readers, and of none."""


def carried(doctrees: RawDoctrees, edition: Edition) -> Iterator[MessagePlace]:
    """Yield every message of *edition* in reading order, as often as it stands there."""
    for docname in filter(edition.carries, doctrees):
        document = read_raw(doctrees[docname])
        select(document, edition)
        yield from _messages(docname, document)


def _messages(name: str, document: nodes.document) -> Iterator[MessagePlace]:
    return ((domain_at(text, name), (text.context, text.text)) for text in translatable_texts(document))


def places_by_edition(doctrees: RawDoctrees, settings: Settings) -> dict[Edition, list[MessagePlace]]:
    """Return every message of each edition in reading order, as often as it stands there."""
    pages = _pages(doctrees, settings)
    return {
        edition: [(domain, (context, text)) for page in pages for domain, context, text in page.get(edition.id, ())]
        for edition in settings.editions
    }


def message_keys(doctrees: RawDoctrees, settings: Settings) -> dict[str, set[Key]]:
    """Return the keys of the messages of the source by text domain, also of those that no edition carries."""
    found = {LABELS_DOMAIN: set(settings.labels.items()), **{domain_of(name): set[Key]() for name in doctrees}}
    for page in _pages(doctrees, settings):
        for domain, context, text in page[_ALL]:
            found.setdefault(domain, set()).add((context, text))
    return found


def _pages(doctrees: RawDoctrees, settings: Settings) -> list[_Page]:
    """Return what each page says; it is kept until the page, the editions or these tools change."""
    path = settings.cache / KEPT
    key = sha256(f"{tools_digest()}\n{settings.editions!r}".encode()).hexdigest()
    known = kept_under(path, key) or {}
    pages = {name: sha256(name.encode() + b"\0" + tree).hexdigest() for name, tree in doctrees.items()}
    found = {digest: known.get(digest) or _places(name, doctrees, settings) for name, digest in pages.items()}
    if found != known:
        keep_under(path, key, found)
    return list(found.values())


def _places(name: str, doctrees: RawDoctrees, settings: Settings) -> _Page:
    tree = {name: doctrees[name]}
    found = {edition.id: carried(tree, edition) for edition in settings.editions}
    found[_ALL] = _messages(name, read_raw(tree[name]))
    return {who: [(domain, *key) for domain, key in messages] for who, messages in found.items()}


def carriers(doctrees: RawDoctrees, settings: Settings) -> dict[MessagePlace, tuple[str, ...]]:
    """Return the ids of the editions that carry each message of the source; a label has none."""
    found: dict[MessagePlace, dict[str, None]] = {}
    for edition, places in places_by_edition(doctrees, settings).items():
        for place in places:
            found.setdefault(place, {})[edition.id] = None
    return {place: tuple(editions) for place, editions in found.items()}


def carriers_said(message: CatalogEntry, settings: Settings) -> tuple[str, ...]:
    """Return the ids of the editions that *message* is for, as its template says: its text may have gone."""
    said = [line.removeprefix(READ_BY).removesuffix(".") for line in message.extracted if line.startswith(READ_BY)]
    titles = {title for line in said for title in line.split(", ")}
    pages = [page.removeprefix("source/").removesuffix(".rst") for page in message.references]
    return tuple(
        edition.id
        for edition in settings.editions
        if (edition.short_title in titles if said else any(map(edition.carries, pages)))
    )


def count_units(
    settings: Settings, doctrees: RawDoctrees, opened: Iterable[Translations]
) -> dict[Unit, list[CountedMessage]]:
    """Return the messages of every edition in the language of each of the *opened* translations, as they count."""
    messages = places_by_edition(doctrees, settings)
    return {
        settings.unit(translations.language, edition): [
            counted(domain, context, text, translations, settings.tier) for domain, (context, text) in places
        ]
        for translations in opened
        for edition, places in messages.items()
    }
