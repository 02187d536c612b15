"""XLIFF 1 comes in as XLIFF 2 does, in the ways of the programs that write it; the samples are ours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders.catalogs.exchange.placing import placed
from builders.catalogs.exchange.returned import Returned
from builders.catalogs.exchange.taking import Taken, take_in
from builders.catalogs.exchange.xliff_reading import parse_xliff
from builders.catalogs.reviews import reviewers, standing
from builders.model.messages import Catalog, Standing
from builders.problems import Problem
from tests.catalogs.exchange_texts import TERMS, catalog, entry

SAMPLES = Path(__file__).with_name("samples")
NAMES = ("weblate.xlf", "crowdin.xlf", "trados.sdlxliff", "memoq.mqxliff")
RISEN = {
    **dict.fromkeys(("weblate.xlf", "crowdin.xlf", "trados.sdlxliff"), Standing.APPROVED),
    "memoq.mqxliff": Standing.REVIEWED,
}
SEE, LISTEN, ASK = "See :see:`rec-pla-006` **now**.", "Listen first.", "Ask for help."
VOIR = "Voir :see:`rec-pla-006` **maintenant**."


def catalogs(**done: str) -> dict[str, Catalog]:
    """Return what the project has; the same words stand in another catalog, too."""
    children = (entry(SEE, done.get("see", ""), "key-gen-001/text"), entry(LISTEN), entry(ASK), entry("Page {page}"))
    return catalog(*children, domain="cubs") | catalog(entry(LISTEN), entry("Other"), domain="inventors")


def returned(name: str) -> Returned:
    return parse_xliff((SAMPLES / name).read_bytes(), name)


def taken(name: str, known: dict[str, Catalog], **terms) -> Taken:
    return take_in(placed(returned(name).units, known), known, (), replace(TERMS, **terms))


def children(done: Taken) -> dict[str, Standing]:
    return {each.msgid: standing(each) for each in done.catalogs["cubs"].entries}


@pytest.mark.parametrize("name", NAMES)
def test_codes_come_back_as_the_markup_that_they_stand_for(name: str) -> None:
    units = returned(name).units

    assert [(unit.source, unit.target) for unit in units] == [
        (SEE, VOIR),
        (LISTEN, "Écoutez d’abord."),
        (ASK, "Demandez."),
        ("Page {page}", ""),
    ]
    assert not any(unit.faults for unit in units)


@pytest.mark.parametrize("name", NAMES)
def test_every_message_finds_its_place_and_its_state(name: str) -> None:
    done = taken(name, catalogs(), by="Amina Example")

    assert children(done) == {
        SEE: RISEN[name],
        LISTEN: Standing.TRANSLATED,
        ASK: Standing.FUZZY,
        "Page {page}": Standing.UNTRANSLATED,
    }
    assert not any(each.msgstr for each in done.catalogs["inventors"].entries)
    assert done.findings == ()


def test_what_people_have_said_in_weblate_is_noted_and_what_came_from_us_is_not() -> None:
    first = taken("weblate.xlf", catalogs()).catalogs["cubs"].entries[0]

    assert first.comments == ("Is “now” too hard?", "suggestion: Lisez :see:`rec-pla-006` **maintenant**.")


def test_approvals_alone_change_no_text() -> None:
    done = taken("weblate.xlf", catalogs(see=VOIR), by="Amina Example", takes_texts=False)

    assert children(done) == {SEE: Standing.APPROVED} | dict.fromkeys(
        (LISTEN, ASK, "Page {page}"), Standing.UNTRANSLATED
    )
    assert reviewers(done.catalogs["cubs"].entries[0]) == ("Amina Example",)


def test_an_approval_of_another_text_is_named_and_does_not_count() -> None:
    done = taken("weblate.xlf", catalogs(see="Voyez :see:`rec-pla-006` **maintenant**."), by="A", takes_texts=False)

    assert children(done)[SEE] is Standing.TRANSLATED
    assert [each.check for each in done.findings] == ["unit-otherwise"]


def test_a_code_that_stands_for_nothing_keeps_the_translation_from_readers() -> None:
    text = (SAMPLES / "trados.sdlxliff").read_text(encoding="utf-8").replace(' id="1"/>', ' id="9"/>')
    known = catalogs()

    done = take_in(placed(parse_xliff(text.encode(), "x").units, known), known, (), TERMS)

    assert children(done)[SEE] is Standing.UNTRANSLATED
    assert {each.check for each in done.findings} == {"unit-without-place"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('source-language="en"', 'source-language="de"', "the source language is “de”"),
        ("</file>", '</file><file source-language="en" target-language="es"/>', "in several languages: es, fr"),
        ('"urn:oasis:names:tc:xliff:document:1.1" version', '"urn:other" version', "this is no XLIFF but"),
    ],
)
def test_a_file_that_is_of_another_kind_is_refused(old: str, new: str, words: str) -> None:
    text = (SAMPLES / "weblate.xlf").read_text(encoding="utf-8")

    with pytest.raises(Problem, match=words):
        parse_xliff(text.replace(old, new).encode(), "x")


def test_a_message_that_could_mean_two_is_not_guessed() -> None:
    text = (SAMPLES / "weblate.xlf").read_text(encoding="utf-8").replace("guidelines-cubs-fr", "NoName")
    known = catalogs()

    done = take_in(placed(parse_xliff(text.encode(), "other.xlf").units, known), known, (), TERMS)

    assert [(each.check, LISTEN in each.message) for each in done.findings] == [("unit-without-place", True)]
    assert [pair.target for pair in done.memory] == ["Écoutez d’abord."]
