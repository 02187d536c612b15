"""What comes of changes: raw doctrees in, raw doctrees out, and nothing else moves."""

from __future__ import annotations

from datetime import date

import pytest
from docutils import nodes

from builders.adaptations.resolving import resolve
from builders.editions.adapted_source import AdaptedText, read_adapted, read_guidelines
from builders.editions.inventory import locate_blocks
from builders.markup.national import ADAPTED, BASIS, LANGUAGE, LAYER, REASON, National, NationalNote
from builders.markup.raw_doctrees import read_raw
from builders.markup.typed_block import BlockPart, TypedBlock
from builders.settings.adaptations import read_adaptation
from tests.adaptations.cases_reading import BLOCKS, CASES
from tests.adaptations.overlays import COUNTRY, REGION, adapt, write_adaptation, write_both
from tests.conftest import Project

TODAY = date(2026, 12, 1)
KEY = ".. keymessage:: key-{}-00{}\n\n   Un message.\n"


@pytest.fixture
def made(project) -> Project:
    page = (CASES / "base.rst").read_text(encoding="utf-8")
    ids = [line.split()[2] for line in page.splitlines() if line.startswith(".. ")]
    made: Project = project("", **{each.replace("-", "_"): BLOCKS[each[:3]] for each in ids})
    made.write("source/shared/page.rst", page)
    return made


def text_of(made: Project, name: str = "exampleland") -> AdaptedText:
    return read_adapted(read_guidelines(made.settings), name, today=TODAY)


def block(text: AdaptedText, identifier: str) -> TypedBlock:
    found = read_raw(text.doctrees["shared/page"]).findall(TypedBlock)
    return next(each for each in found if each["block_id"] == identifier)


def national(node: nodes.Element) -> tuple[str, str]:
    return node[LANGUAGE], node[LAYER]


def test_an_adaptation_without_changes_has_the_very_same_trees(made: Project) -> None:
    write_both(made)

    text = text_of(made)

    assert all(text.doctrees[name] is data for name, data in text.guidelines.doctrees.items())
    assert text.annex == ()


def test_pages_that_nothing_touches_are_the_very_same_bytes(made: Project) -> None:
    write_both(made, adapt("rec-gen-001", "note"))

    text = text_of(made)

    before = text.guidelines.doctrees
    assert [name for name, data in text.doctrees.items() if data is not before[name]] == ["shared/page"]


def test_doing_it_again_gives_the_same_bytes(made: Project) -> None:
    write_both(made, adapt("rec-gen-001", "note") + adapt("rec-gen-002", "statement"))

    assert text_of(made).doctrees == text_of(made).doctrees


def test_a_statement_stands_in_place_of_the_first_paragraph(made: Project) -> None:
    write_both(made, adapt("rec-gen-002", "statement", "Publier les règles."))

    first, *others = block(text_of(made), "rec-gen-002").children

    assert (first.astext(), national(first)) == ("Publier les règles.", ("fr", "exampleland"))
    assert [each.astext() for each in others] == ["Rules that nobody has read protect nobody."]


def test_an_explanation_stands_in_place_of_the_others(made: Project) -> None:
    write_both(made, adapt("rec-gen-002", "explanation", "Un.\n\nDeux."))

    first, *others = block(text_of(made), "rec-gen-002").children

    assert LAYER not in first
    assert [(each.astext(), each[LAYER]) for each in others] == [("Un.", "exampleland"), ("Deux.", "exampleland")]


def test_an_explanation_may_come_where_there_was_none(made: Project) -> None:
    write_both(made, adapt("rec-gen-004", "explanation", "Un."))

    assert [each.astext() for each in block(text_of(made), "rec-gen-004").children][1:] == ["Un."]


def test_a_note_stands_behind_the_last_step(made: Project) -> None:
    write_both(made, adapt("prc-gen-001", "note", "Une note."))

    children = block(text_of(made), "prc-gen-001").children

    assert isinstance(children[-1], NationalNote)
    assert national(children[-1]) == ("fr", "exampleland")
    assert not any(isinstance(each, NationalNote) for each in children[:-1])


def test_what_is_not_adopted_keeps_its_text_and_says_why(made: Project) -> None:
    write_both(made, adapt("rec-gen-004", "withdraw", "Pas ici.", reason="not-applicable", basis="Loi 1"))

    found = block(text_of(made), "rec-gen-004")

    assert found.children[0].astext() == "Invite families to an evening in every term."
    assert isinstance(found.children[-1], National)
    assert (found.children[-1]["role"], found.children[-1].astext()) == ("reason", "Pas ici.")
    assert (found[ADAPTED], found[REASON], found[BASIS]) == ("withdraw", "not-applicable", "Loi 1")


def test_blocks_of_its_own_stand_behind_their_target_in_the_order_of_their_identifiers(made: Project) -> None:
    own = "".join(adapt("key-gen-001", "after", KEY.format("exl", number)) for number in (2, 1, 3))
    write_both(made, own, key_exl_001="keymessage", key_exl_002="keymessage", key_exl_003="keymessage")

    text = text_of(made)

    document = read_raw(text.doctrees["shared/page"])
    ids = [each["block_id"] for each in document.findall(TypedBlock)]
    assert ids[ids.index("key-gen-001") + 1 :] == ["key-exl-001", "key-exl-002", "key-exl-003"]
    assert national(block(text, "key-exl-001")) == ("fr", "exampleland")
    assert document.ids["key-exl-002"]["block_id"] == "key-exl-002"


def test_a_strength_is_raised_and_somebody_joins_in(made: Project) -> None:
    write_both(made, adapt("rec-gen-002", "statement", strength="must", support="parent"))

    found = block(text_of(made), "rec-gen-002")

    assert (found["strength"], found["who"], found["support"]) == ("must", ["school"], ["parent"])


def test_a_term_gets_another_definition(made: Project) -> None:
    write_both(made, adapt("trm-gen-001", "term", "Un service."))

    title, definition = block(text_of(made), "trm-gen-001").children

    assert (title.astext(), definition.astext(), definition[LANGUAGE]) == ("Helpline", "Un service.", "fr")


def test_what_is_adopted_as_it_is_changes_nothing(made: Project) -> None:
    write_both(made, ".. adapt:: rec-gen-001\n   :decision: adopt\n   :by: Ministère\n   :on: 2026-11-20\n")

    text = text_of(made)

    assert text.doctrees == text.guidelines.doctrees
    assert [(each.change.target, each.relation.value) for each in text.annex] == [("rec-gen-001", "equal")]


def test_a_country_stands_on_what_its_region_has_made(made: Project) -> None:
    write_adaptation(made, "exampleregion", REGION, adapt("rec-gen-002", "note", "Note de la région."))
    write_adaptation(made, "exampleland", COUNTRY, adapt("rec-gen-002", "note", "Note du pays."))

    notes = [each for each in block(text_of(made), "rec-gen-002").children if isinstance(each, NationalNote)]

    assert [(each.astext(), each[LAYER]) for each in notes] == [
        ("Note de la région.", "exampleregion"),
        ("Note du pays.", "exampleland"),
    ]


def test_a_country_may_change_what_its_region_has_added(made: Project) -> None:
    own = adapt("key-gen-001", "after", KEY.format("exr", 1))
    write_adaptation(made, "exampleregion", REGION, own, key_exr_001="keymessage")
    write_adaptation(made, "exampleland", COUNTRY, adapt("key-exr-001", "statement", "Un autre message."))

    found = block(text_of(made), "key-exr-001")

    assert (found.astext(), found[LAYER], found.children[0][LAYER]) == (
        "Un autre message.",
        "exampleregion",
        "exampleland",
    )
    assert found[ADAPTED] == "after statement"


def test_the_parts_that_authors_have_named_stay(made: Project) -> None:
    page = (made.folder / "source/shared/page.rst").read_text(encoding="utf-8")
    part = "   Rules that nobody has read protect nobody.\n\n   :first-step: Ask the pupils.\n"
    made.write("source/shared/page.rst", page.replace("   Rules that nobody has read protect nobody.\n", part))
    write_both(made, adapt("rec-gen-002", "explanation", "Un.") + adapt("rec-gen-002", "note", "Deux."))

    children = block(text_of(made), "rec-gen-002").children

    assert [type(each) for each in children] == [nodes.paragraph, nodes.paragraph, BlockPart, NationalNote]


def test_the_guidelines_know_nothing_of_their_adaptations(made: Project) -> None:
    before = read_guidelines(made.settings)
    write_both(made, adapt("rec-gen-001", "note"))

    assert read_guidelines(made.settings).doctrees == before.doctrees
    assert read_adaptation(made.folder, "exampleland").ledger.keys() >= made.settings.ledger.keys()


def test_a_change_in_the_source_is_refused(made: Project) -> None:
    page = (made.folder / "source/shared/page.rst").read_text(encoding="utf-8")
    made.write("source/shared/page.rst", page + "\n" + adapt("rec-gen-001", "note"))

    with pytest.raises(Exception, match="changes of a country stand in adaptations/<id>/changes"):
        read_guidelines(made.settings)


def test_blocks_of_its_own_are_located_where_their_target_stands(made: Project) -> None:
    own = adapt("key-gen-001", "after", KEY.format("exr", 1))
    write_adaptation(made, "exampleregion", REGION, own, key_exr_001="keymessage")
    changes = adapt("key-exr-001", "after", KEY.format("exl", 1))
    write_adaptation(made, "exampleland", COUNTRY, changes, key_exl_001="keymessage")

    places = locate_blocks(read_adaptation(made.folder, "exampleland"))

    assert places["key-exr-001"] == places["key-exl-001"] == "shared/page"
    assert "key-exl-001" not in locate_blocks(made.settings)


def test_a_region_that_stands_by_itself_is_what_its_countries_stand_on(made: Project) -> None:
    write_adaptation(made, "exampleregion", REGION, adapt("rec-gen-002", "note", "Note de la région."))
    write_adaptation(made, "exampleland", COUNTRY, adapt("rec-gen-001", "note", "Note du pays."))

    region, country = text_of(made, "exampleregion"), text_of(made)

    assert country.layers[0].resolution.doctrees == region.doctrees
    places = {identifier: state.document for identifier, state in region.blocks.states.items()}
    assert resolve(region.doctrees, country.layers[1].overlay, places).doctrees == country.doctrees
