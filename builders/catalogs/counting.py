"""Counts messages for progress and coverage: one definition for the status, the manifest and the portal."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from builders.catalogs.folders import LABELS_DOMAIN
from builders.catalogs.inline import Kind, split
from builders.catalogs.labels import label_entries, refused_labels
from builders.catalogs.reviews import standing
from builders.catalogs.translations import Translations
from builders.model.languages import Language
from builders.model.messages import CatalogEntry, Key, MessageState, Standing, message_id
from builders.model.progress import CountedMessage, Lack, Progress, Tier
from builders.problems import Problem
from builders.settings import Settings

_UNTITLED = {Kind.ROLE: "reference", Kind.FOOTNOTE: "note", Kind.SUBSTITUTION: "name"}
_WORD = re.compile(r"[^\W_][\w’'-]*")


@lru_cache(maxsize=16384)
def count_words(text: str) -> int:
    """Return how many English words of *text* there are to translate; a reference without words of its own is one."""
    pieces = (piece for piece in split(text) if piece.kind is not Kind.ADDRESS)
    return sum(len(_WORD.findall(piece.text or _UNTITLED.get(piece.kind, ""))) for piece in pieces)


def counted(domain: str, context: str, text: str, translations: Translations, tier: Tier) -> CountedMessage:
    """Return the message *text* of *domain* as it counts for the language of *translations*."""
    return CountedMessage(
        id=message_id(domain, (context, text)),
        words=count_words(text),
        is_first=tier.holds(domain, context),
        standing=translations.standing(domain, context, text),
        lack=translations.lack(domain, context, text),
        domain=domain,
    )


def label_progress(settings: Settings, language: Language) -> Progress:
    """Return how far the labels of *language* have come; its catalog of labels is the only file that is read."""
    return Progress.of(counted_labels(settings, language))


def counted_labels(settings: Settings, language: Language) -> Iterator[CountedMessage]:
    """Yield the labels of *language* as they count; a catalog of them that cannot be read is none."""
    known, refused = None, frozenset[Key]()
    with suppress(Problem):
        known, refused = label_entries(settings, language), refused_labels(settings, language)
    for key, text in settings.labels.items():
        entry = (known or {}).get((key, text))
        lack = None if language.is_source else Lack.NO_CATALOG if known is None else _lack(entry)
        is_refused = (key, text) in refused
        lack = Lack.REFUSED if is_refused else lack
        found = standing(entry or CatalogEntry(context=key, msgid=text, msgstr=""))
        yield CountedMessage(
            id=message_id(LABELS_DOMAIN, (key, text)),
            words=count_words(text),
            is_first=False,
            standing=Standing.FUZZY if is_refused else found,
            lack=lack,
            domain=LABELS_DOMAIN,
        )


def _lack(entry: CatalogEntry | None) -> Lack | None:
    """Return why readers do not see the translation of *entry*."""
    states = {MessageState.FUZZY: Lack.FUZZY, MessageState.UNTRANSLATED: Lack.UNTRANSLATED}
    return states.get(entry.state) if entry else Lack.UNKNOWN
