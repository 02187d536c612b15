"""The size of an edition is what its readers see."""

from __future__ import annotations

from builders.editions.sizes import measure_edition
from builders.editions.source_reading import parse_source

PAGE = """
    Three plain words.

    .. audience:: industry

       Four words for companies.

    .. checklist:: lst-gen-001
       :title: First
       :topics: governance

    .. checklist:: lst-gen-002
       :title: Second
       :topics: governance

    .. checkitem:: chk-gen-001
       :topics: governance
       :strength: must
       :who: company

       Is it safe?

       :evidence: A test.
    """


def size(project, edition: str, page: str = PAGE):
    made = project(page, lst_gen_001="checklist", lst_gen_002="checklist", chk_gen_001="checkitem")
    settings = made.settings
    return measure_edition(parse_source(settings), settings.edition(edition), settings)


def test_words_are_counted_as_readers_see_them(project) -> None:
    headings = len(["Opening", "Page", "First", "Second"])
    question_twice = 2 * (3 + 2)

    assert size(project, "children").words == headings + 3 + question_twice


def test_words_of_another_audience_do_not_count(project, tmp_path) -> None:
    assert size(project, "industry").words == 4 + 3 + 4 + 2 * (3 + 2)


def test_blocks_are_counted_where_they_are_defined(project) -> None:
    found = size(project, "children")

    assert found.blocks == {"checklist": 2, "checkitem": 1}
    assert found.block_count == 3
