"""XLIFF 2.1 by the rules, with everything that a translator must know, and back without a loss."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builders.model.messages import CatalogEntry, ReviewLevel, Standing, message_id
from builders.problems import Problem
from tests.catalogs.exchange_texts import ARABIC, approved, back, catalog, entry, out, sentences, texts
from tests.catalogs.xliff_rules import broken_rules

STANDINGS = [
    entry("New"),
    entry("Unsure", "Incertain", is_fuzzy=True),
    entry("Done", "Fait"),
    approved("Read", "Lu", ReviewLevel.REVIEWED),
    approved("Released", "Publié"),
]


def segment(text: str) -> str:
    """Return the segment of the one message in the XLIFF *text*, without the space around it."""
    (found,) = re.findall(r"<segment.*?</segment>", text, re.DOTALL)
    return re.sub(r"\n\s*", "", found)


def notes(message: CatalogEntry) -> dict[str, str]:
    root = etree.fromstring(out(catalog(message)).encode())
    return {note.get("category"): note.text for note in root.iterfind(".//{*}unit/{*}notes/{*}note")}


def test_a_unit_is_named_after_its_message_and_says_where_it_stands() -> None:
    text = out(catalog(entry("Help", "Aide", "hlp-gen-001/title")))

    name = message_id("shared", ("hlp-gen-001/title", "Help"))
    assert f'<unit id="{name}" name="hlp-gen-001/title">' in text
    assert '<file id="shared" original="locale/fr/LC_MESSAGES/shared.po" canResegment="no"' in text


def test_every_standing_has_its_state() -> None:
    states = re.findall(r"<segment ([^>]*)>", out(catalog(*STANDINGS)))

    assert states == [
        'state="initial"',
        'state="initial" subState="cop:fuzzy"',
        'state="translated"',
        'state="reviewed"',
        'state="final"',
    ]


def test_a_reference_is_a_code_that_must_stay() -> None:
    text = out(catalog(entry("See :see:`rec-pla-006`.")))

    assert '<data id="d1">:see:`rec-pla-006`</data>' in text
    assert '<ph id="1" equiv=":see:`rec-pla-006`"' in segment(text)
    assert 'dataRef="d1" canCopy="no" canDelete="no" type="link" subType="rst:role"/>' in segment(text)


def test_what_shows_a_code_has_no_bracket_that_a_program_could_write_back_bare() -> None:
    text = out(catalog(entry("Read :doc:`it <story>`.", "Lisez :doc:`ceci <story>`.")))

    assert 'dispEnd=" ‹story›`"' in text
    assert "&lt;" not in re.sub(r"<data .*?</data>", "", text)


def test_a_code_that_has_lost_its_data_is_read_from_what_shows_it() -> None:
    text = out(catalog(entry("Read :doc:`it <story>`.", "Lisez :doc:`ceci <story>`.")))

    (unit,) = back(re.sub(r"<originalData>.*?</originalData>", "", text)).units

    assert (unit.target, unit.faults) == ("Lisez :doc:`ceci <story>`.", ())


def test_the_words_of_a_link_are_text_between_codes() -> None:
    text = segment(out(catalog(entry("Read `the report <https://example.org>`_ **now**."))))

    assert re.search(r'<pc id="1" [^>]*type="link" subType="rst:link">the report</pc>', text)
    assert re.search(r'<pc id="2" [^>]*type="fmt" subType="xlf:b">now</pc>', text)


def test_notes_carry_advice_change_former_text_and_comments() -> None:
    message = replace(
        entry("At 48 hours", "À 24 heures", is_fuzzy=True),
        extracted=("Recommendation: keep its strength.",),
        comments=("check with Luc", "changed: substantive (number: 24 → 48)"),
        references=("source/shared/help.rst",),
        previous=("", "At 24 hours"),
    )

    assert notes(message) == {
        "source": "source/shared/help.rst",
        "advice": "Recommendation: keep its strength.",
        "changed": "substantive (number: 24 → 48)",
        "comment": "check with Luc",
        "previous": "At 24 hours",
        "state": "A person must look at this translation before readers may see it.",
    }


def test_a_right_to_left_language_says_so() -> None:
    assert 'srcDir="ltr" trgDir="rtl"' in out(catalog(entry("Help")), ARABIC)


@pytest.mark.parametrize("message", STANDINGS, ids=lambda message: message.msgid)
def test_what_went_out_comes_back(message: CatalogEntry) -> None:
    (unit,) = back(out(catalog(message))).units

    assert (unit.context, unit.source, unit.target) == ("", message.msgid, message.msgstr)
    assert unit.faults == ()
    assert unit.location.line == 5


@given(st.lists(st.tuples(sentences | texts, sentences | texts, st.booleans()), min_size=1, max_size=4))
def test_any_text_goes_out_by_the_rules_and_comes_back(pairs: list[tuple[str, str, bool]]) -> None:
    messages = {text: entry(text, translation, is_fuzzy=fuzzy) for text, translation, fuzzy in pairs if text.strip()}
    catalogs = catalog(*messages.values(), entry("last"))

    text = out(catalogs)

    assert broken_rules(text.encode()) == []
    assert [(unit.source, unit.target) for unit in back(text).units[:-1]] == [
        (each.msgid, each.msgstr) for each in messages.values()
    ]


# What other programs make of it -----------------------------------------------------------------------------------

LINK = "Read `the report <https://example.org>`_ with :see:`rec-pla-006`."


def with_target(target: str, source: str = LINK, state: str = "translated") -> str:
    text = out(catalog(entry(source)))
    text = text.replace('<segment state="initial">', f'<segment state="{state}">')
    return text.replace("</source>", f"</source>\n<target>{target}</target>")


def test_codes_may_stand_in_another_order() -> None:
    target = '<ph id="2" dataRef="d2"/> : lisez <pc id="1" dataRefStart="d1" dataRefEnd="e1">le rapport</pc>.'

    (unit,) = back(with_target(target)).units

    assert unit.target == ":see:`rec-pla-006` : lisez `le rapport <https://example.org>`_."


def test_a_pair_may_come_back_as_two_codes_in_two_segments() -> None:
    text = with_target("").replace("<target></target>", "")
    halves = (
        '<segment state="translated"><source>x</source><target>lisez <sc id="1" dataRef="d1"/>le</target></segment>'
        '<ignorable><source> </source></ignorable><segment state="final"><source>y</source>'
        '<target>rapport<ec startRef="1" dataRef="e1"/></target></segment>'
    )

    (unit,) = back(re.sub(r"<segment.*</segment>", halves, text, flags=re.DOTALL)).units

    assert unit.target == "lisez `le rapport <https://example.org>`_"
    assert unit.standing is Standing.TRANSLATED


def test_segments_come_in_the_order_of_the_translation() -> None:
    halves = (
        '<segment state="translated"><source>One. </source><target order="2">Un.</target></segment>'
        '<segment state="translated"><source>Two.</source><target order="1">Deux. </target></segment>'
    )

    (unit,) = back(re.sub(r"<segment.*</segment>", halves, with_target(""), flags=re.DOTALL)).units

    assert unit.source == "One. Two."
    assert unit.target == "Deux. Un."


@pytest.mark.parametrize("order", ["9" * 5000, "0", "-1", "²", "2"])
def test_an_order_that_a_message_cannot_have_is_for_a_person_to_look_at(order: str) -> None:
    (unit,) = back(with_target("Un.").replace("<target>", f'<target order="{order}">')).units

    assert unit.faults == ("nothing says in which order its parts come in the translation",)
    assert unit.location.line > 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("9" * 5000, "1"), ("0", "1"), ("2", "2"), ("1", "3"), ("2", ""), ("-1", "1"), ("²", "1"), ("first", "second")],
    ids=["5000 digits", "none", "twice", "beyond", "half", "negative", "no digit", "words"],
)
def test_segments_whose_order_nothing_says_are_for_a_person_to_look_at(first: str, second: str) -> None:
    parts = "".join(
        f'<segment state="final"><source>{text}</source><target order="{order}">{text}</target></segment>'
        for text, order in (("One. ", first), ("Two.", second))
    )

    (unit,) = back(re.sub(r"<segment.*</segment>", parts, with_target(""), flags=re.DOTALL)).units

    assert unit.faults == ("nothing says in which order its parts come in the translation",)


def test_marks_of_other_programs_are_seen_through() -> None:
    target = (
        'lisez <mrk id="m1" type="term">le rapport</mrk> <sm id="m2" type="comment" value="?"/>ici<em startRef="m2"/>'
    )

    (unit,) = back(with_target(target)).units

    assert unit.target == "lisez le rapport ici"
    assert unit.faults == ()


def test_a_code_beside_a_word_gets_the_white_space_that_it_needs() -> None:
    (unit,) = back(with_target('参见<ph id="2" dataRef="d2"/>了')).units

    assert unit.target == r"参见\ :see:`rec-pla-006`\ 了"


def test_spaces_at_the_edges_of_strong_text_go_out_of_it() -> None:
    source = "Now **stop** here"
    target = 'Stop<pc id="1" dataRefStart="d1" dataRefEnd="e1"> là </pc>maintenant'

    (unit,) = back(with_target(target, source)).units

    assert unit.target == "Stop **là** maintenant"


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ('x <ph id="9" dataRef="d9"/>', "the code 9 has lost what it stands for"),
        ('x <ec startRef="1" dataRef="e1"/>', "stands without its start"),
        ('x <sc id="1" dataRef="d1"/>', "stands without its end"),
        ("x <b>y</b>", "the element <b> has no place in a segment"),
        ("x <b>y</b> <b>z</b>", "the element <b> has no place in a segment"),
    ],
)
def test_damaged_codes_are_named(target: str, fault: str) -> None:
    (unit,) = back(with_target(target)).units

    assert [fault in each for each in unit.faults] == [True]


def test_words_of_one_program_to_another_are_passed_over() -> None:
    (unit,) = back(with_target("li<?editor cursor?>sez<!-- later -->")).units

    assert (unit.target, unit.faults) == ("lisez", ())


def test_an_entity_that_stands_for_nothing_is_named_and_never_fetched() -> None:
    text = '<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/xliff.dtd">' + with_target("li&other;sez").split("?>")[-1]

    (unit,) = back(text).units

    assert (unit.target, unit.faults) == ("lisez", ("the entity &other; stands for nothing",))


def test_a_unit_that_is_translated_in_part_says_so() -> None:
    rest = "<segment><source>y</source></segment></unit>"

    (unit,) = back(with_target("lisez").replace("</unit>", rest)).units

    assert unit.faults == ("1 of its 2 parts have no translation",)


def test_a_note_of_the_translator_comes_back_and_ours_do_not() -> None:
    note = '<notes><note category="advice">ours</note><note>Is this\n   formal?</note></notes>'

    (unit,) = back(with_target("lisez").replace("<originalData>", f"{note}<originalData>")).units

    assert unit.comments == ("Is this formal?",)


def test_a_translation_without_a_state_is_unfinished_unless_the_program_keeps_none() -> None:
    text = with_target("lisez", state="initial")

    assert back(text).units[0].standing is Standing.FUZZY
    assert back(text, trusts_initial=True).units[0].standing is Standing.TRANSLATED


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("no XML", "this is no XML"),
        ("<html/>", "this is no XLIFF but <html>"),
        ('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', "there is no file in it"),
        ('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de"/>', "“de”, not English"),
        ('<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>', "entities of its own"),
    ],
)
def test_other_files_are_refused(text: str, what: str) -> None:
    with pytest.raises(Problem, match="exchange-unreadable") as refused:
        back(text)

    assert what in str(refused.value)
