"""Which translations read otherwise than they did."""

from collections.abc import Mapping
from dataclasses import replace

from builders.checks.translations.pairs import Pair, Translation
from builders.model.messages import Catalog, MessageState

Texts = Mapping[tuple[str, str, str], str]
"""What readers see of a message, by its domain, context and source."""


def visible_texts(catalogs: Mapping[str, Catalog]) -> Texts:
    """Return the translations in *catalogs* that readers see."""
    return {
        (domain, *entry.key): entry.msgstr
        for domain, catalog in catalogs.items()
        for entry in catalog.active
        if entry.state is MessageState.TRANSLATED
    }


def only_changed(subject: Translation, before: Texts) -> Translation:
    """Return *subject* with those of its pairs that were not the same *before*."""
    return replace(subject, pairs=tuple(pair for pair in subject.pairs if _text(pair, before) != pair.target.message))


def _text(pair: Pair, texts: Texts) -> str | None:
    own = texts.get((pair.domain, pair.context, pair.source.message))
    return own or texts.get((pair.domain, "", pair.source.message))
