"""The texts that defects are planted in: our own catalogs, and sentences with what our own text has too little of."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from builders.catalogs.folders import read_catalogs
from builders.checks.source.source_text import SourceText
from builders.checks.translations.pairs import Pair, Translation, side
from builders.checks.translations.reading import Name, Place, read_translation
from builders.model.findings import Location
from builders.model.languages import Language

HERE = Path(__file__).parent
CHILDREN = "children"
ADULTS = ("policy-makers", "industry", "parents-and-educators")
"""Text domains whose readers are addressed as adults."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A message with a right translation."""

    pair: Pair
    has_markup: bool = True

    @property
    def english(self) -> str:
        """The message."""
        return self.pair.source.message

    @property
    def text(self) -> str:
        """Its translation."""
        return self.pair.target.message

    @property
    def tag(self) -> str:
        """The language of the translation."""
        return self.pair.target.tag

    @property
    def is_for_children(self) -> bool:
        """Whether children read it."""
        return self.pair.domain == CHILDREN

    def changed(self, text: str) -> Pair:
        """Return the pair with *text* as the translation."""
        return replace(self.pair, target=side(self.tag, text, has_markup=self.has_markup))


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """The entries of one language."""

    translation: Translation
    own: tuple[Entry, ...]
    """Our catalogs, as they are."""
    entries: tuple[Entry, ...]
    """Our catalogs with the sentences: each as a message of its own, and at the end of one of ours."""
    words: Mapping[str, Mapping[str, Any]]
    """By kind of defect, expressions and what comes in their place."""
    other: Mapping[str, str]
    """The translations of another language, by message."""

    @property
    def added(self) -> frozenset[str]:
        """The messages that are none of ours."""
        return frozenset(entry.pair.id for entry in self.entries) - {entry.pair.id for entry in self.own}

    @property
    def tag(self) -> str:
        """The language of the translations."""
        return self.translation.language.tag


@cache
def words(tag: str) -> Mapping[str, Mapping[str, Any]]:
    """Return what is got wrong in the language *tag*."""
    return tomllib.loads((HERE / "words" / f"{tag}.toml").read_text(encoding="utf-8"))


@cache
def _sentences() -> tuple[Mapping[str, str], ...]:
    text = (HERE / "sentences.toml").read_text(encoding="utf-8").replace("~", "\u00a0")
    return tuple(tomllib.loads(text)["sentence"])


def read_corpus(
    source: SourceText, language: Language, other: Language, places: Mapping[Name, Place], *, seed: str
) -> Corpus:
    """Return the texts of *language*; *other* is the language that some are mistaken for."""
    catalogs = read_catalogs(source.settings, language)
    translation = replace(read_translation(source, language, catalogs, places), texts={})
    own = tuple(
        Entry(pair=pair, has_markup=places[(pair.domain, pair.context, pair.source.message)].has_markup)
        for pair in translation.pairs
    )
    foreign = read_translation(source, other, read_catalogs(source.settings, other), places)
    return Corpus(
        translation=translation,
        own=own,
        entries=with_sentences(own, Random(f"{seed} {language.tag}")),
        words=words(language.tag),
        other={pair.id: pair.target.message for pair in foreign.pairs},
    )


def with_sentences(own: tuple[Entry, ...], random: Random) -> tuple[Entry, ...]:
    """Return the *own* entries and the sentences, which stand alone and behind entries that *random* chooses."""
    tag = own[0].tag
    hosts = [entry for entry in own if _takes_sentences(entry)]
    chosen = {host.pair.id: text for host, text in zip(_some(hosts, random), _sentences(), strict=False)}
    joined = [_joined(each, chosen[each.pair.id]) if each.pair.id in chosen else each for each in own]
    alone = [_alone(hosts[0], number, sentence, tag) for number, sentence in enumerate(_sentences(), 1)]
    return (*joined, *alone)


def _some(hosts: list[Entry], random: Random) -> list[Entry]:
    return random.sample(hosts, min(len(hosts), len(_sentences())))


def _takes_sentences(entry: Entry) -> bool:
    """Whether *entry* is running text for adults, to which another sentence can be added."""
    ends = entry.text.endswith((".", "。")) and entry.english.endswith(".")
    return ends and entry.pair.domain in (*ADULTS, "shared") and entry.has_markup and entry.pair.role == "text"


def _joined(entry: Entry, sentence: Mapping[str, str]) -> Entry:
    gap = "" if entry.tag.startswith("zh") else " "
    english = f"{entry.english} {sentence['en']}"
    both = replace(
        entry.pair, source=side("en", english), target=side(entry.tag, entry.text + gap + sentence[entry.tag])
    )
    return replace(entry, pair=both)


def _alone(model: Entry, number: int, sentence: Mapping[str, str], tag: str) -> Entry:
    place = Location(model.pair.location.path, 100_000 + number)
    own = {"blocks": (), "block_type": "", "part": "", "strength": "", "role": "text", "is_critical": False}
    texts = {"source": side("en", sentence["en"]), "target": side(tag, sentence[tag])}
    pair = replace(model.pair, id=f"msg-sentence-{number:03}", context="", location=place, origin=place, **texts, **own)
    return Entry(pair=pair)
