"""The memory of a language: what is no pair is named, and what shows nothing is no pair."""

from __future__ import annotations

import pytest

from builders.catalogs.exchange.taking import remember
from builders.catalogs.memory import parse_memory
from builders.catalogs.update.retiring import Retirement
from builders.model.messages import CatalogEntry, Pair
from builders.problems import Problem
from tests.conftest import SETTINGS

FRENCH = SETTINGS.language("fr")
BLANKS = [" ", "\t\n", "\u00a0", "\u200b\u2060"]


def tmx(*variants: str, head: str = "") -> bytes:
    units = "".join(f'<tuv xml:lang="{tag}">{seg}</tuv>' for tag, seg in zip(("en", "fr"), variants, strict=True))
    return f"{head}<tmx>\n<body>\n<tu>{units}</tu></body></tmx>".encode()


@pytest.mark.parametrize(
    ("variants", "words"),
    [
        (("<seg>A text.</seg>", ""), "fr/memory.tmx:3: the unit has no text in English or in fr: “A text.”"),
        (("", "<seg>Un texte.</seg>"), "fr/memory.tmx:3: the unit has no text in English or in fr: “Un texte.”"),
        (("", ""), "fr/memory.tmx:3: the unit has no text"),
        (
            ("<seg> </seg>", "<seg>Un texte.</seg>"),
            "fr/memory.tmx:3: the unit has no text in English or in fr: “Un texte.”",
        ),
    ],
)
def test_a_unit_without_a_text_is_named_with_its_line(variants: tuple[str, str], words: str) -> None:
    with pytest.raises(Problem) as problem:
        parse_memory(tmx(*variants), FRENCH, "fr/memory.tmx")

    assert str(problem.value).startswith(words)
    assert problem.value.code == "memory-faulty"


def test_a_memory_that_defines_entities_is_refused() -> None:
    data = tmx("<seg>One.</seg>", "<seg>&a;</seg>", head='<!DOCTYPE tmx [<!ENTITY a "Un.">]>\n')

    with pytest.raises(Problem, match="entities of its own"):
        parse_memory(data, FRENCH, "fr/memory.tmx")


@pytest.mark.parametrize("blank", BLANKS)
def test_a_translation_that_shows_nothing_is_not_offered(blank: str) -> None:
    assert parse_memory(tmx("<seg>One.</seg>", f"<seg>{blank}</seg>"), FRENCH, "fr/memory.tmx") == ()


@pytest.mark.parametrize("blank", BLANKS)
def test_nothing_that_shows_nothing_is_remembered(blank: str) -> None:
    pairs = [Pair(context="", source="One.", target=blank), Pair(context="", source=blank, target="Un.")]
    known: dict[Pair, None] = {}

    Retirement({}, known).retire("shared", CatalogEntry(context="", msgid="One.", msgstr=blank), is_suggestion=False)

    assert remember(pairs, {}, ()) == ()
    assert known == {}
