"""What an edition carries is kept page by page, and nobody can tell."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from builders.editions import carrying
from builders.editions.carrying import KEPT, carried, message_keys, places_by_edition
from builders.editions.source_reading import parse_source
from tests.conftest import Project, make_plot

PAGE = """\
Title
=====

For all.

.. keymessage:: key-gen-001
   :audience: pupils

   {words}
"""


@pytest.fixture
def made(tmp_path) -> Project:
    return make_plot(tmp_path, PAGE.format(words="For one."), {"key-gen-001": "keymessage"})


def texts_of(made: Project) -> Mapping[str, list[str]]:
    found = places_by_edition(parse_source(made.settings), made.settings)
    return {edition.id: [text for _, (_, text) in places] for edition, places in found.items()}


def test_an_edition_carries_what_its_readers_meet(made: Project) -> None:
    texts = texts_of(made)
    assert "For one." in texts["pupils"]
    assert [name for name in texts if "For all." in texts[name] and "For one." not in texts[name]]


def test_what_is_kept_is_what_the_pages_say(made: Project) -> None:
    doctrees = parse_source(made.settings)
    first, again = (places_by_edition(doctrees, made.settings) for _ in range(2))
    assert first == again == {each: list(carried(doctrees, each)) for each in made.settings.editions}


def test_only_a_page_that_has_changed_is_looked_at_again(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    texts_of(made)
    looked_at: list[str] = []
    monkeypatch.setattr(
        carrying, "_places", lambda name, *rest, real=carrying._places: looked_at.append(name) or real(name, *rest)
    )
    made.write("source/shared/page.rst", PAGE.format(words="For another."))
    assert "For another." in texts_of(made)["pupils"]
    assert looked_at == ["shared/page"]


@pytest.mark.parametrize("damage", ["", "{}", "[1]", '{"key": "another", "kept": {"a": 1}}'])
def test_a_damaged_file_is_as_good_as_none(made: Project, damage: str) -> None:
    before = texts_of(made)
    (made.folder / ".cache" / KEPT).write_text(damage)
    assert texts_of(made) == before


def test_a_message_of_the_source_is_known_although_no_edition_carries_it(made: Project) -> None:
    made.write("source/elsewhere/page.rst", "Elsewhere\n=========\n\nFor nobody.\n")
    doctrees = parse_source(made.settings)
    first, again = (message_keys(doctrees, made.settings) for _ in range(2))

    assert first == again
    assert ("", "For nobody.") in first["elsewhere"]
    assert not any("For nobody." in texts for texts in texts_of(made).values())
