"""Every language works everywhere: described ones by their rules, all others by the plain default."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import builders
from builders.language.matching import find_term
from builders.language.readability import measure
from builders.language.sentences import sentences, words
from builders.language.table import LANGUAGES, PLAIN, rules

TOOLS = Path(builders.__file__).parent
WORDS_OF_A_LANGUAGE = re.compile(r"""[|"](?:neither|twelve|September)[|"]|[\u0430-\u044f\u0621-\u064a]{3}""")
"""Items of an English list (negations, advice, numbers, months), and words in Cyrillic or Arabic letters."""
MAY_HOLD_THEM = ("language/", "writers/html/search/", "pages.py", "characters.py", "measures.py")
"""The table, stop words of the search, the word by which a validator tries it, letters that look Latin, or by width."""


@pytest.mark.parametrize(
    ("tag", "term", "text"),
    [
        ("pt", "criança", "A criança brinca."),
        ("pt-BR", "criança", "A CRIANÇA brinca."),
        ("fa", "کودک", "هر کودک حق دارد."),
        ("ur", "بچہ", "ہر بچہ اہم ہے۔"),
        ("th", "เด็ก", "สิทธิของเด็กทุกคน"),
        ("ja", "子ども", "すべての子どもの権利"),
    ],
)
def test_a_term_is_found_in_a_language_without_rules_of_its_own(tag: str, term: str, text: str) -> None:
    ((start, end),) = find_term(term, text, tag)

    assert text[start:end].lower() == term


def test_a_language_without_rules_is_measured_without_a_formula() -> None:
    reading = measure(["A criança brinca. O mundo escuta."], "pt")

    assert (reading.words, reading.sentences, reading.flesch) == (6, 2, None)


@pytest.mark.parametrize(
    ("tag", "text"),
    [("ur", "ہر بچہ اہم ہے۔ سب سنو۔"), ("hi", "हर बच्चा। सब सुनो।"), ("am", "ሁሉም ልጅ። ስማ።")],
)
def test_a_sentence_ends_with_the_stop_of_its_script(tag: str, text: str) -> None:
    assert len(list(sentences(text, tag))) == 2


def test_letters_count_as_words_where_no_spaces_are_written() -> None:
    assert words("子どもの権利、9", "ja") == list("子どもの権利")


@pytest.mark.parametrize("tag", ["pt", "sw", "x-unknown", ""])
def test_an_unknown_language_has_the_plain_rules(tag: str) -> None:
    assert rules(tag) is PLAIN


def test_script_and_region_do_not_change_the_rules() -> None:
    assert rules("zh-Hans") is rules("zh-Hant-TW") is LANGUAGES["zh"]


def test_nothing_else_in_the_programs_lists_words_of_a_language() -> None:
    modules = (path for path in TOOLS.rglob("*.py") if not any(each in str(path) for each in MAY_HOLD_THEM))

    found = [path.name for path in modules if WORDS_OF_A_LANGUAGE.search(path.read_text(encoding="utf-8"))]

    assert found == []
