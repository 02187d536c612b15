"""Planted defects change the text, in one place and nothing else; what is said of them is counted right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import takewhile
from random import Random

import pytest

from benchmarks.checks import (
    CONTROL_PLACES,
    LANGUAGES,
    PROMISED,
    Measured,
    broken_promises,
    cell,
    group_rows,
    rows,
)
from benchmarks.defects.controls import CONTROLS
from benchmarks.defects.corpus import Corpus, read_corpus, words
from benchmarks.defects.judging import Planted, Verdict, judge, plant, refused, runs
from benchmarks.defects.kinds import FACTS, KINDS, MARKUP, SMALL_WORDS
from benchmarks.defects.texts import cut, kept, put, sentences, whole_words
from builders.checks.source.reading import read_source
from builders.checks.translations.reading import read_places
from builders.model.findings import Severity
from tests.real_text import real_settings

pytestmark = pytest.mark.slow

WIDE = {
    "english-copied",
    "other-language",
    "other-script",
    "neighbour-text",
    "messages-swapped",
    "half-missing",
    "quotes-foreign",
    "register-children",
    "register-adults",
    "sentence-moved",
    "names-swapped",
    "numbers-exchanged",
    "sentence-in-english",
    "emphasis-moved",
    "title-of-another",
    "date-changed",
}
"""Kinds that change more than one stretch of a text."""
NEW_MARKUP = {*MARKUP, "markdown-left", "emphasis-moved", "todo-left", "address-disguised"}


@cache
def corpora() -> dict[str, Corpus]:
    settings = real_settings()
    source = read_source(settings, today=date(2026, 11, 30))
    places = read_places(source)
    by_tag = {language.tag: language for language in settings.languages}
    return {
        tag: read_corpus(source, by_tag[tag], by_tag[other], places, seed="test") for tag, other in LANGUAGES.items()
    }


def stretch(before: str, after: str) -> str:
    """Return what of *before* is not in *after*, from the first difference to the last."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    rest = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    return before[start : len(before) - sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))]


def planted(tag: str, places: int = 4) -> Iterator[tuple[str, str, str]]:
    """Yield the kind of a few defects of each kind, with the right text and the wrong one."""
    corpus = corpora()[tag]
    texts = {entry.pair.id: entry.text for entry in corpus.entries}
    for kind in KINDS:
        for each in plant(kind.name, kind.planted, corpus, places=places, seed="test"):
            yield from ((kind.name, texts[name], text) for name, text in each.changes.items())


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_defect_changes_the_text(tag: str) -> None:
    for kind, right, wrong in planted(tag):
        assert wrong.strip(), kind
        assert wrong != right, kind


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_defect_of_one_place_leaves_the_rest_as_it_was(tag: str) -> None:
    for kind, right, wrong in planted(tag):
        longest = max(end - start for start, end in sentences(right))
        assert kind in WIDE or len(stretch(right, wrong)) <= longest + 1, f"{kind}: {wrong}"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_only_defects_of_markup_change_markup(tag: str) -> None:
    for kind, right, wrong in planted(tag):
        if kind not in NEW_MARKUP and kind not in WIDE:
            marks = [sorted(text[slice(*span)] for span in kept(text)) for text in (right, wrong)]
            assert marks[0] == marks[1], f"{kind}: {wrong}"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_places_for_more_than_fifty_kinds(tag: str) -> None:
    found = {kind for kind, _, _ in planted(tag)}

    assert len(found) >= 80
    assert {kind.name for kind in KINDS} - found <= {"other-script", "space-doubled"}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_sixty_odd_texts_that_are_right_are_made(tag: str) -> None:
    odd = [plant(name, how, corpora()[tag], places=CONTROL_PLACES, seed="1") for name, how in CONTROLS.items()]

    assert sum(map(len, odd)) >= 60


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_gate_lets_the_right_sentences_through(tag: str) -> None:
    entries = corpora()[tag].entries

    assert [entry.text for entry in entries if "sentence" in entry.pair.id and list(refused(entry.pair))] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_knows_all_tables_and_its_own_words(tag: str) -> None:
    text = "\n".join(entry.text for entry in corpora()[tag].entries)
    fits = {name: [bool(whole_words(left, tag).search(text)) for left in table] for name, table in words(tag).items()}

    assert set(fits) == set(words("fr"))
    assert all(any(each) for each in fits.values())
    assert sum(map(sum, fits.values())) / sum(map(len, fits.values())) > 0.8


def test_the_same_seed_plants_the_same_and_another_does_not() -> None:
    corpus, kind = corpora()["fr"], next(kind for kind in KINDS if kind.name == "word-dropped")

    first, again, other = (plant(kind.name, kind.planted, corpus, places=9, seed=seed) for seed in "112")

    assert first == again
    assert first != other


def test_a_copied_text_is_found_and_a_right_one_is_not() -> None:
    corpus = corpora()["fr"]
    entry = next(entry for entry in corpus.entries if len(entry.english.split()) > 9)
    copied = Planted(kind="copied", tag="fr", changes={entry.pair.id: entry.english})
    right = Planted(kind="right", tag="fr", changes={entry.pair.id: entry.text})

    found = {verdict.planted.kind: verdict.told for verdict in judge(corpus, [copied, right], seed="1")}

    assert ("copied-source", Severity.ERROR) in found["copied"]
    assert not found["right"]


def test_what_is_said_of_the_right_text_does_not_count() -> None:
    corpus = corpora()["fr"]
    entry = next(entry for entry in corpus.entries if len(entry.english.split()) > 9)
    faulty = replace(entry, pair=entry.changed(entry.english))
    among = tuple(faulty if each is entry else each for each in corpus.entries)
    again = Planted(kind="copied", tag="fr", changes={entry.pair.id: entry.english})

    (verdict,) = judge(replace(corpus, entries=among), [again], seed="1")

    assert not verdict.told


def test_no_message_is_wrong_twice_in_one_run() -> None:
    several = [Planted(kind="x", tag="fr", changes={name: "", f"{name}b": ""}) for name in "aabacb"]

    lots = runs(several, 2, Random(1))

    assert [len(lot) <= 2 for lot in lots] == [True] * 3
    assert sum(map(len, lots)) == len(several)
    assert all(len({name for each in lot for name in each.changes}) == 2 * len(lot) for lot in lots)


def verdict(kind: str, *told: Severity) -> Verdict:
    made = Planted(kind=kind, tag="fr", changes={"msg": "x"})
    return Verdict(planted=made, told=frozenset(("check", severity) for severity in told))


def measured(*verdicts: Verdict, messages: int = 1000, errors: int = 0) -> Measured:
    price = {Severity.ERROR: ["msg check"] * errors, Severity.WARNING: [], Severity.REVIEW: []}
    return Measured(
        tag="fr",
        verdicts=[*verdicts],
        controls=[],
        messages=messages,
        price=price,
        sentences=10,
        price_of_sentences={severity: ["msg check"] for severity in Severity},
        seconds=1,
    )


def test_a_cell_says_how_many_and_what_share_is_found_with_which_weight() -> None:
    found = [verdict("x", Severity.ERROR), verdict("x", Severity.WARNING), verdict("x", Severity.REVIEW), verdict("x")]

    assert cell(found) == "4: 25 / 50 / 75"
    assert cell([]) == "–"


def test_a_group_found_too_seldom_breaks_its_promise() -> None:
    facts = [verdict("digit-changed", Severity.REVIEW)] * 100
    small = [verdict("must-to-may", Severity.REVIEW)] * 100

    (broken,) = broken_promises([measured(*facts, *small)])

    assert broken == f"{FACTS}: 0.0% of 100 are found, not 97%"
    assert PROMISED[SMALL_WORDS] == (0.85, Severity.REVIEW)


def test_findings_on_right_messages_break_a_promise() -> None:
    assert not list(broken_promises([measured(errors=1)]))
    assert "2 of 1000 right messages have a finding (error)" in next(broken_promises([measured(errors=2)]))


def test_right_messages_and_right_sentences_have_their_price() -> None:
    prices = {row[:2]: row[2:] for row in group_rows([measured(errors=2)]) if row[0].startswith("right")}

    assert prices[("right messages", "error")] == ("0.20 % of 1000", "0.20 % of 1000")
    assert prices[("right messages", "warning")] == ("0.00 % of 1000", "0.00 % of 1000")
    assert prices[("right sentences", "warning")] == ("10.00 % of 10", "10.00 % of 10")


def test_the_table_has_a_row_for_every_kind_that_was_planted() -> None:
    head, row = rows([measured(verdict("digit-changed", Severity.ERROR))])

    assert head == ("Kind", "Group", "All", "fr")
    assert row == ("digit-changed", FACTS, "1: 100 / 100 / 100", "1: 100 / 100 / 100")


@pytest.mark.parametrize(
    ("message", "part", "text", "result"),
    [
        ("Ne dis pas non.", "dis pas", "dis", "Ne dis non."),
        ("Toujours vrai.", "Toujours", "jamais", "Jamais vrai."),
        ("Seulement si tu veux.", "Seulement", "", "Si tu veux."),
        ("Viens donc, toi.", "donc", "", "Viens, toi."),
        ("Une. Deux.", "Deux.", "", "Une."),
    ],
)
def test_a_part_is_replaced_with_its_capital_and_its_spaces(message: str, part: str, text: str, result: str) -> None:
    assert put(message, re.search(re.escape(part), message).span(), text) == result


def test_a_cut_leaves_no_space_too_many() -> None:
    assert cut("a b c", (2, 3)) == "a c"
    assert cut("一。二。", (0, 2)) == "二。"
