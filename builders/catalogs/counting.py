"""Counts messages for progress and coverage: one definition for the status, the manifest and the portal."""

import re
from functools import lru_cache

from builders.catalogs.inline import Kind, split
from builders.catalogs.reviews import standing
from builders.catalogs.translations import Translations, read_labels
from builders.model.languages import Language
from builders.model.messages import CatalogEntry, message_id
from builders.model.progress import CountedMessage, Progress, Tier
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
    )


def label_progress(settings: Settings, language: Language) -> Progress:
    """Return how far the labels of *language* have come; its catalog of labels is the only file that is read."""
    catalog = read_labels(settings, language)
    known = {entry.key: entry for entry in catalog.active} if catalog else {}
    return Progress.of(
        CountedMessage(
            id=key,
            words=count_words(text),
            is_first=False,
            standing=standing(known.get((key, text)) or CatalogEntry(context=key, msgid=text, msgstr="")),
        )
        for key, text in settings.labels.items()
    )
