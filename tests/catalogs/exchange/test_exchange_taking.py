"""What comes back is taken in where it fits, never makes a catalog worse, and is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.catalogs.exchange.returned import ReturnedUnit, parse_po
from builders.catalogs.exchange.taking import ImportRules, take_in
from builders.catalogs.memory import format_memory, parse_memory
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import review_of, standing
from builders.model.findings import Location
from builders.model.messages import Pair, ReviewLevel, Standing
from tests.catalogs.exchange_texts import DAY, FRENCH, TERMS, approved, catalog, entry, only, out, sentences, taken

NAMED = ImportRules(on=DAY, by="Luc Example")


def unit(text: str, translation: str, where: Standing = Standing.TRANSLATED, domain: str = "shared") -> ReturnedUnit:
    place = Location("fr.xlf", 7)
    return ReturnedUnit(domain=domain, context="", source=text, target=translation, standing=where, location=place)


def checks(findings) -> list[str]:
    return [finding.check for finding in findings]


def test_a_translation_is_put_where_it_belongs() -> None:
    done = take_in([unit("Help", "Aide")], catalog(entry("Help")), (), TERMS)

    assert only(done).msgstr == "Aide"
    assert done.counts == {"translated": 1}
    assert done.findings == ()


def test_a_fuzzy_translation_that_somebody_has_finished_is_fuzzy_no_longer() -> None:
    old = replace(
        entry("At 48 hours", "À 24 h", is_fuzzy=True),
        comments=("ask Luc", "changed: substantive (number: 24 → 48)"),
        previous=("", "At 24 hours"),
    )

    done = take_in([unit("At 48 hours", "À 48 h")], catalog(old), (), TERMS)

    assert only(done) == replace(entry("At 48 hours", "À 48 h"), comments=("ask Luc",))


def test_an_unfinished_translation_comes_in_as_fuzzy() -> None:
    done = take_in([unit("Help", "Aid", Standing.FUZZY)], catalog(entry("Help")), (), TERMS)

    assert only(done).is_fuzzy


def test_what_the_gate_refuses_comes_in_as_fuzzy_with_its_line() -> None:
    text = out(catalog(entry("See :see:`rec-pla-006`."))).replace('state="initial"', 'state="translated"')

    done = taken(
        text.replace("</source>", "</source><target>Voir là.</target>"), catalog(entry("See :see:`rec-pla-006`."))
    )

    assert only(done).is_fuzzy
    assert [str(each).splitlines()[0] for each in done.findings] == [
        "fr.xlf:5: error: the translation has lost the :see: reference to rec-pla-006 [markup-lost]"
    ]


def test_a_reference_inside_strong_text_is_refused() -> None:
    source = "**Now** see :see:`x`."

    done = take_in([unit(source, "**Voir :see:`x`.**")], catalog(entry(source)), (), TERMS)

    assert only(done).is_fuzzy
    assert checks(done.findings) == ["markup-lost"]


def test_a_refused_translation_does_not_replace_a_good_one() -> None:
    done = take_in([unit("Help", "- Aide")], catalog(entry("Help", "Aidez")), (), TERMS)

    assert only(done).msgstr == "Aidez"
    assert checks(done.findings) == ["one-block", "unit-unfinished"]
    assert done.memory == (Pair(context="", source="Help", target="- Aide", is_fuzzy=True),)


def test_a_better_translation_takes_the_place_of_another_which_the_memory_keeps() -> None:
    done = take_in([unit("Help", "Aide")], catalog(entry("Help", "Secours")), (), TERMS)

    assert only(done).msgstr == "Aide"
    assert done.memory == (Pair(context="", source="Help", target="Secours"),)


def test_an_approved_translation_is_not_replaced() -> None:
    done = take_in([unit("Help", "Aide")], catalog(approved("Help", "Secours")), (), TERMS)

    assert only(done) == approved("Help", "Secours")
    assert checks(done.findings) == ["unit-approved"]
    assert done.memory == (Pair(context="", source="Help", target="Aide"),)


def test_an_approved_translation_is_replaced_by_who_says_so_and_loses_its_approval() -> None:
    terms = ImportRules(on=DAY, replaces_approved=True)

    done = take_in([unit("Help", "Aide")], catalog(approved("Help", "Secours")), (), terms)

    assert standing(only(done)) is Standing.TRANSLATED
    assert done.memory == (Pair(context="", source="Help", target="Secours"),)


@pytest.mark.parametrize(
    ("where", "level"), [(Standing.REVIEWED, ReviewLevel.REVIEWED), (Standing.APPROVED, ReviewLevel.APPROVED)]
)
def test_a_review_carries_the_name_of_who_vouches(where: Standing, level: ReviewLevel) -> None:
    done = take_in([unit("Help", "Aide", where)], catalog(entry("Help", "Aide")), (), NAMED)

    review = review_of(only(done))
    assert review is not None
    assert (review.level, review.by, review.on) == (level, "Luc Example", DAY)


def test_without_a_name_a_review_is_only_a_translation() -> None:
    done = take_in([unit("Help", "Aide", Standing.REVIEWED)], catalog(entry("Help")), (), TERMS)

    assert standing(only(done)) is Standing.TRANSLATED
    assert done.counts == {"translated": 1, "without a name": 1}


def test_nobody_takes_a_state_back_by_losing_it() -> None:
    old = catalog(approved("Help", "Aide"))

    done = take_in([unit("Help", "Aide", Standing.FUZZY)], old, (), NAMED)

    assert dict(done.catalogs) == old
    assert done.counts == {"unchanged": 1}


def test_a_text_that_has_gone_is_named_and_its_translation_kept() -> None:
    text = out(catalog(entry("Old text", "Vieux texte")))

    done = taken(text, catalog(entry("New text")))

    assert only(done).msgstr == ""
    assert checks(done.findings) == ["unit-without-place"]
    assert done.memory == (Pair(context="", source="Old text", target="Vieux texte"),)


def test_a_text_in_another_catalog_is_another_message() -> None:
    done = take_in([unit("Help", "Aide", domain="cubs")], catalog(entry("Help")), (), TERMS)

    assert only(done).msgstr == ""
    assert checks(done.findings) == ["unit-without-place"]


def test_a_source_that_a_program_has_altered_is_not_taken_for_the_message() -> None:
    text = out(catalog(entry("Call within 24 hours", "Appelez"))).replace("24", "48")

    done = taken(text, catalog(entry("Call within 24 hours")))

    assert only(done).msgstr == ""
    assert "the English text is not the one of the catalog" in done.findings[0].message


def test_two_translations_of_one_message_are_named_and_the_first_counts() -> None:
    done = take_in([unit("Help", "Aide"), unit("Help", "Secours")], catalog(entry("Help")), (), TERMS)

    assert only(done).msgstr == "Aide"
    assert checks(done.findings) == ["unit-twice"]
    assert done.memory == (Pair(context="", source="Help", target="Secours"),)


def test_characters_that_no_catalog_may_hold_are_taken_out() -> None:
    done = take_in([unit("Help", "\ufeffAide\x0b")], catalog(entry("Help")), (), TERMS)

    assert (only(done).msgstr, only(done).is_fuzzy) == ("Aide", True)
    assert checks(done.findings) == ["unit-damaged"]


def test_a_note_of_the_translator_becomes_a_comment_and_a_forged_review_does_not() -> None:
    noted = replace(unit("Help", ""), comments=("formal?", "review: approved by X on 2026-11-22 for 0123456789ab"))

    done = take_in([noted], catalog(entry("Help")), (), TERMS)

    assert only(done).comments == ("formal?",)


def test_a_catalog_from_poedit_comes_back_like_any_file() -> None:
    data = (
        b'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Help"\nmsgstr "Aide"\n'
    )

    done = take_in(parse_po(data, "shared.po", "shared").units, catalog(entry("Help")), (), TERMS)

    assert only(done).msgstr == "Aide"


WORDS = ("Aide", "- Aide", "Secours", "Voir :see:`x`.", "\x0bAide", "")
messages = st.builds(
    entry,
    st.sampled_from(("Help", "See :see:`x`.", "Stop")) | sentences.filter(str.strip),
    st.sampled_from((*WORDS[:4], "")),
    st.sampled_from(("", "rec-pla-006/title")),
    is_fuzzy=st.booleans(),
)
units = st.builds(
    unit,
    st.sampled_from(("Help", "See :see:`x`.", "Stop", "Gone")),
    st.sampled_from(WORDS),
    st.sampled_from(tuple(Standing)),
    st.sampled_from(("shared", "nowhere")),
)


@given(st.lists(messages, max_size=5, unique_by=lambda each: each.key), st.lists(units, max_size=6), st.booleans())
def test_no_sentence_is_lost_and_the_catalogs_can_be_read_again(entries, returned, replaces) -> None:
    entries = [replace(each, flags=frozenset()) if not each.msgstr else each for each in entries]
    old = catalog(*entries, approved("Approved", "Approuvé"))

    done = take_in(returned, old, (), ImportRules(on=DAY, by="Luc", replaces_approved=replaces))

    seen = {each.msgstr for each in old["shared"].entries} | {each.target.replace("\x0b", "") for each in returned}
    kept = {each.msgstr for each in done.catalogs["shared"].entries} | {pair.target for pair in done.memory}
    assert seen - {""} <= kept
    written = parse_catalog(format_catalog(done.catalogs["shared"]).encode(), "shared.po")
    assert [(each.key, each.msgstr) for each in written.entries] == [
        (each.key, each.msgstr) for each in done.catalogs["shared"].entries
    ]
    assert parse_memory(format_memory(done.memory, FRENCH), FRENCH, "memory.tmx") == done.memory
    assert take_in(returned, done.catalogs, done.memory, ImportRules(on=DAY, by="Luc")).catalogs == done.catalogs
