"""A text of many documents, and what happens to it: the same history for every program that is compared."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

FOLDERS = ("children", "industry", "parents-and-educators", "policy-makers", "shared")


@dataclass(frozen=True)
class Text:
    """A message of the text, and the one that its translation was made for."""

    now: str
    once: str
    """Empty for a message that nobody has translated yet."""

    @property
    def translation(self) -> str:
        """What the translator wrote for it, long ago: every word backwards."""
        return " ".join(word[::-1] for word in self.once.split())

    @property
    def is_new(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.once

    @property
    def is_changed(self) -> bool:
        """Whether the message reads otherwise than when it was translated."""
        return not self.is_new and self.now != self.once

    @property
    def has_the_same_words(self) -> bool:
        """Whether at most commas have changed, so that the translation may stand."""
        return self.now.replace(",", "") == self.once.replace(",", "")


Version = Mapping[str, tuple[Text, ...]]
"""The messages of every document, in their order."""


@dataclass(frozen=True)
class History:
    """Three versions of a text: all translated, then some of it taken out, then everything else that happens."""

    first: Version
    thinned: Version
    last: Version

    @property
    def changed(self) -> int:
        """How many messages of the last version read otherwise than when they were translated."""
        return sum(text.is_changed for texts in self.last.values() for text in texts)


def make_history(*, documents: int, messages: int, templates: Path, seed: int = 4) -> History:
    """Return a history of *documents* with *messages* in all, made of the words in *templates*.

    One message of each document is edited; one in a hundred moves to another document, as many go, half as many
    come back after they had been taken out, as many as move are new, and one document in fifty gets another name.
    """
    chance = random.Random(seed)
    texts = iter(_sentences(chance, templates))
    names = [f"{FOLDERS[number % len(FOLDERS)]}/{number:03}" for number in range(documents)]
    share = messages // documents
    first = {name: tuple(Text(text, text) for text in (next(texts) for _ in range(share))) for name in names}
    out = _chosen(first, messages // 100, chance)
    thinned = _without(first, out)
    last = _without(thinned, _chosen(thinned, messages // 100, chance))
    last = _with(last, dict(list(out.items())[: len(out) // 2]))
    moving = _chosen(last, messages // 100, chance)
    last = _with(_without(last, moving), {text: chance.choice(names) for text in moving})
    last = _with(last, {Text(next(texts), ""): chance.choice(names) for _ in range(messages // 100)})
    last = {name: _edited(texts, number, chance) for number, (name, texts) in enumerate(last.items())}
    renamed = set(chance.sample(names, documents // 50))
    last = {f"{name}-new" if name in renamed else name: texts for name, texts in last.items()}
    return History(first=first, thinned=thinned, last=last)


def _sentences(chance: random.Random, templates: Path) -> Iterator[str]:
    """Yield sentences of 4 to 40 words, each once, of the words that our own text is made of."""
    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted(templates.glob("*.pot")))
    words = re.findall(r"(?<= )[a-z’]+(?=[ ,.])", " ".join(re.findall(r'^msgid "(.*)"', texts, re.MULTILINE)))
    seen: set[str] = set()
    while True:
        chosen = chance.choices(words, k=min(40, 4 + int(chance.expovariate(1 / 14))))
        commas = [f"{word}," if chance.random() < 0.06 else word for word in chosen[:-1]]
        sentence = " ".join([*commas, chosen[-1]]).capitalize() + "."
        if sentence not in seen:
            seen.add(sentence)
            yield sentence


def _chosen(version: Version, number: int, chance: random.Random) -> dict[Text, str]:
    """Return *number* messages and their documents."""
    places = [(text, name) for name, texts in version.items() for text in texts]
    return dict(chance.sample(places, number))


def _without(version: Version, gone: Mapping[Text, str]) -> Version:
    return {name: tuple(text for text in texts if text not in gone) for name, texts in version.items()}


def _with(version: Version, added: Mapping[Text, str]) -> Version:
    more = {name: tuple(text for text, place in added.items() if place == name) for name in version}
    return {name: (*texts, *more[name]) for name, texts in version.items()}


def _number(words: list[str], chance: random.Random) -> list[str]:
    return [*words[:2], str(chance.randint(2, 99)), *words[2:]]


def _other_word(words: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(1, len(words) - 1)
    return [*words[:place], chance.choice(("should", "must", "never", "children", "always")), *words[place + 1 :]]


def _comma(words: list[str], chance: random.Random) -> list[str]:
    return [words[0], words[1].rstrip(",") + ("" if words[1].endswith(",") else ","), *words[2:]]


def _longer(words: list[str], chance: random.Random) -> list[str]:
    return [*words[:-1], words[-1].rstrip("."), "and", "say", "so."]


EDITS: tuple[Callable[[list[str], random.Random], list[str]], ...] = (_number, _other_word, _comma, _longer)


def _edited(texts: tuple[Text, ...], number: int, chance: random.Random) -> tuple[Text, ...]:
    """Return *texts* with one edit, of the kind that it is the turn of."""
    long = [place for place, text in enumerate(texts) if len(text.now.split()) > 7 and not text.is_new]
    place = chance.choice(long)
    words = EDITS[number % len(EDITS)](texts[place].now.split(), chance)
    return (*texts[:place], replace(texts[place], now=" ".join(words)), *texts[place + 1 :])
