"""The size of an edition is what its readers see."""

from __future__ import annotations

from builders.editions.sizes import measure_edition
from builders.editions.source_reading import parse_source

PAGE = """
    Three plain words.

    .. audience:: growers

       Four words for growers.

    .. checklist:: lst-gen-001
       :title: First
       :topics: plot.shed

    .. checklist:: lst-gen-002
       :title: Second
       :topics: plot.shed

    .. checkitem:: chk-gen-001
       :topics: plot.shed
       :strength: must
       :who: keeper

       Is it safe?

       :evidence: A test.
    """


def size(plot, edition: str, page: str = PAGE):
    made = plot(page, lst_gen_001="checklist", lst_gen_002="checklist", chk_gen_001="checkitem")
    settings = made.settings
    return measure_edition(parse_source(settings), settings.edition(edition), settings)


def test_words_are_counted_as_readers_see_them(plot) -> None:
    headings = len(["Opening", "Page", "First", "Second"])
    question_twice = 2 * (3 + 2)

    assert size(plot, "pupils").words == headings + 3 + question_twice


def test_words_of_another_audience_do_not_count(plot) -> None:
    assert size(plot, "growers").words == 4 + 3 + 4 + 2 * (3 + 2)


def test_terms_that_the_text_does_not_use_are_counted_apart(plot) -> None:
    made = plot("An app.\n\n.. terms::\n", trm_app="term", trm_goat="term", trm_law="term")
    made.write(
        "locale/definitions.csv",
        """\
        term_id,domain,tier,editions,child_edition,definition_en,child_definition_en
        app,t,core,growers pupils,allow,A program.,
        goat,t,core,growers,allow,An animal.,
        law,t,core,growers,allow,A rule.,
        """,
    )
    rows = "".join(f"{name},en,{name},n,preferred,\n" for name in ("app", "goat", "law"))
    made.write("locale/termbase.csv", "term_id,lang,term,pos,status,note\n" + rows)
    settings = made.settings
    doctrees = parse_source(settings)

    found = {each.id: measure_edition(doctrees, each, settings) for each in settings.editions}

    unused = {name: each.unused_terms for name, each in found.items()}
    assert unused == {"growers": 2, "pupils": 0}
    assert found["growers"].blocks == {"term": 1}


def test_blocks_are_counted_where_they_are_defined(plot) -> None:
    found = size(plot, "pupils")

    assert found.blocks == {"checklist": 2, "checkitem": 1}
    assert found.block_count == 3
