"""Translation memories of other programs: ours out as TMX 1.4b, theirs in for a person to look at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builders.catalogs.exchange.returned import means
from builders.catalogs.memory import CONTEXT
from builders.catalogs.xml_files import LANGUAGE, legible, one_line, parse_xml, unreadable
from builders.model.languages import Language
from builders.model.messages import Catalog, MessageState, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedMemory:
    """The pairs of a foreign memory."""

    pairs: tuple[Pair, ...]
    left_out: int
    """Units without a text in English or in the language."""


def known_pairs(catalogs: Mapping[str, Catalog], memory: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return every finished translation of *catalogs*, then what *memory* has beside them, each once."""
    in_use = (
        Pair(context=entry.context, source=entry.msgid, target=entry.msgstr)
        for catalog in catalogs.values()
        for entry in catalog.active
        if entry.state is MessageState.TRANSLATED
    )
    return tuple(dict.fromkeys((*in_use, *memory)))


def parse_tmx(data: bytes, language: Language, name: str) -> ReturnedMemory:
    """Return the pairs for *language* in the TMX *data*, which messages call *name*; each is fuzzy.

    A translation that somebody has made for another book is a suggestion: it never comes before readers unseen.
    """
    root = parse_xml(data, name)
    if root.tag != "tmx":
        raise unreadable(name, f"this is no translation memory but <{root.tag}>")
    units = [tuple(_pairs(unit, language)) for unit in root.iter("tu")]
    pairs = dict.fromkeys(pair for unit in units for pair in unit)
    return ReturnedMemory(pairs=tuple(pairs), left_out=units.count(()))


def tmx_languages(data: bytes, name: str) -> frozenset[str]:
    """Return the tags of the languages in the TMX *data*, in lower case, without English."""
    tags = {_tag(variant).lower() for variant in parse_xml(data, name).iter("tuv")}
    return frozenset(tag for tag in tags if not _is_english(tag))


def _pairs(unit: Any, language: Language) -> Iterator[Pair]:
    """Yield a pair for every translation of *unit*."""
    texts = [(_tag(variant), _text(variant)) for variant in unit.iter("tuv")]
    sources = [text for tag, text in texts if _is_english(tag) and text]
    context = next((prop.text or "" for prop in unit.iter("prop") if prop.get("type") == CONTEXT), "")
    for tag, target in texts:
        if sources and target and means(tag, language):
            yield Pair(context=context, source=sources[0], target=target, is_fuzzy=True)


def _is_english(tag: str) -> bool:
    return tag.replace("_", "-").lower().partition("-")[0] == "en"


def _tag(variant: Any) -> str:
    return str(variant.get(LANGUAGE) or variant.get("lang") or "")


def _text(variant: Any) -> str:
    """Return the text of *variant* on one line, with the codes in it as they stand."""
    segment = variant.find("seg")
    return one_line(legible("".join(segment.itertext()))) if segment is not None else ""
