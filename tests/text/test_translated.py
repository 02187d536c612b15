"""Every translation is in its own language: nothing has stayed English, or come in from another catalog."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from builders.catalogs.folders import read_catalogs
from builders.checks.translations.pairs import OUTSIDE, Side, side
from builders.model.languages import Language
from tests.real_text import real_settings

HERE = Path(__file__).parent
SAME = tomllib.loads((HERE / "same_as_english.toml").read_text(encoding="utf-8"))
OTHER = tomllib.loads((HERE / "other_languages.toml").read_text(encoding="utf-8"))
SURE = 40
"""Visible characters from which the language of a passage can be told."""
MOST = 20
"""Exceptions a language."""

TRANSLATED = [language for language in real_settings().languages if not language.is_source]
languages = pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)


def sides(language: Language) -> Iterator[tuple[Side, Side]]:
    """Yield every translated message in English and in *language*."""
    for catalog in read_catalogs(real_settings(), language).values():
        for entry in catalog.active:
            if entry.msgstr:
                yield side("en", entry.msgid), side(language.tag, entry.msgstr)


def is_said_alike(english: Side, translation: Side) -> bool:
    """Whether both say the same words; markup, places and punctuation alone say none."""
    return english.text == translation.text and any(letter.isalpha() for letter in english.text)


@languages
def test_only_what_is_listed_is_written_as_in_english(language) -> None:
    listed = {text for kind in SAME.values() for text, tags in kind.items() if language.tag in tags}

    assert {english.message for english, mine in sides(language) if is_said_alike(english, mine)} == listed


@cache
def identifier() -> LanguageIdentifier:
    """Return what tells the languages of the guidelines apart, and knows no other."""
    made = LanguageIdentifier.from_model_file(MODEL_FILE)
    made.set_languages([base(language) for language in real_settings().languages])
    return made


def base(language: Language) -> str:
    return language.tag.partition("-")[0]


def passages(english: Side, translation: Side) -> Iterator[str]:
    """Yield the translation where one of the two is long, and its long sentences: a message may be half English."""
    if max(len(english.text), len(translation.text)) >= SURE:
        yield " ".join(translation.text.split())
    yield from (" ".join(sentence.split()) for sentence in translation.sentences if len(sentence) >= SURE)


def taken_for_another(language: Language, messages: Iterable[tuple[Side, Side]]) -> set[str]:
    """Return the passages that seem to be in another language than *language*."""
    found = {text for english, mine in messages for text in passages(english, mine)}
    return {text for text in found if identifier().classify(text.replace(OUTSIDE, " "))[0] != base(language)}


@languages
def test_a_stranger_tells_the_language_of_every_long_passage(language) -> None:
    assert taken_for_another(language, sides(language)) == set(OTHER.get(language.tag, ()))


@languages
def test_an_english_sentence_that_is_left_in_a_message_is_noticed(language) -> None:
    left = "Call the emergency number first, and stay with the child."
    mixed = max((mine for _, mine in sides(language)), key=lambda each: len(each.text))

    assert left in taken_for_another(language, [(side("en", left), side(language.tag, f"{mixed.message} {left}"))])


@languages
def test_the_exceptions_are_few(language) -> None:
    assert len(OTHER.get(language.tag, ())) <= MOST
