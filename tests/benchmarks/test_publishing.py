"""The benchmark of publishing compares the same words, and notices a broken promise."""

from __future__ import annotations

import sys

import pytest
from lxml import html

from benchmarks.publishing import ALL, NOTHING, ONE, STOCK, broken_promises, change_message, rows
from benchmarks.stock import blocks
from benchmarks.stock_builds import Cost, Stock, count, main_text, measure
from builders.markup import DIRECTIVES, ROLES
from builders.model.editions import Format

COSTS = {STOCK: Cost(60, 60, 400), ALL: Cost(10, 6, 200), ONE: Cost(0.5, 0.5, 100), NOTHING: Cost(0.5, 0.5, 100)}
PAGE = """
.. keymessage:: key-gen-001

   Ask children what they need.

.. overview:: facts
"""


def test_stock_sphinx_knows_everything_that_authors_write() -> None:
    assert {*blocks.BLOCKS, "audience"} == {*DIRECTIVES}
    assert {*blocks.ROLES} == {*ROLES}


def test_what_stock_leaves_out_ends_the_comparison(tmp_path) -> None:
    said = "import sys; print('page.rst:1: ERROR: Unknown directive type \"new\"', file=sys.stderr)"

    with pytest.raises(SystemExit, match="Unknown directive"):
        measure([sys.executable, "-c", said], tmp_path)


@pytest.mark.slow
def test_stock_pages_have_as_many_words_as_ours(project) -> None:
    made = project(PAGE, key_gen_001="keymessage")
    edition = made.settings.edition("plan-makers")
    ours = made.build("en", edition.id).paths[Format.HTML]
    stock, english = Stock(made.folder / "stock", made.settings), made.settings.language("en")
    stock.make()

    stock.fill(edition, ours)
    stock.build(english, edition, Format.HTML)

    page = main_text(stock.out(english, edition, Format.HTML) / "shared" / "page.html")
    own = main_text(ours / "shared" / "page.html")
    assert count([own]) <= count([page]) <= count([own]) + 12
    assert "Ask children what they need." in page.text_content()


@pytest.mark.parametrize(
    ("name", "cost", "said"),
    [
        (STOCK, Cost(59, 60), "stock builds take 5.9 times"),
        (ONE, Cost(0.6, 0.6), "one changed message costs 6%"),
        (NOTHING, Cost(0.52, 0.6), "takes 0.52 s of CPU where nothing"),
        (ALL, Cost(10, 6, 201), "a process has 201 MB"),
        (ALL, Cost(10, 7), "the clock goes 0.70 s"),
    ],
)
def test_a_broken_promise_is_said(name: str, cost: Cost, said: str) -> None:
    assert list(broken_promises(COSTS, (104, 100), 6)) == []

    (broken,) = broken_promises({**COSTS, name: cost}, (104, 100), 6)

    assert said in broken


def test_one_language_alone_promises_no_more_than_how_many_times_stock_costs() -> None:
    costs = {**COSTS, NOTHING: Cost(5, 5, 500)}

    assert list(broken_promises(costs, (104, 100), 6, is_whole=False)) == []
    assert len(list(broken_promises(costs, (104, 100), 7, is_whole=False))) == 1


def test_other_words_are_a_broken_promise() -> None:
    (broken,) = broken_promises(COSTS, (94, 100), 6)

    assert "not the same text" in broken


def test_the_table_has_the_words_beside_the_runs_that_show_them() -> None:
    head, *found = rows(COSTS, (1040, 1000))

    assert [row[-1] for row in found] == ["1,040", "1,000", "", ""]
    assert {len(row) for row in found} == {len(head)}


def test_one_message_is_changed_at_a_time(project) -> None:
    made = project("")
    path = made.catalog("fr", "plan-makers", 'msgid "Ask all."\nmsgstr "Demandez à tous."\n')

    change_message(made.settings, made.settings.language("fr"), 0)
    change_message(made.settings, made.settings.language("fr"), 1)

    assert "Demandez\u00a0à\u00a0tous." in path.read_text(encoding="utf-8")


def test_words_are_those_that_readers_see() -> None:
    assert count([html.fromstring("<main><p>Two words</p><p hidden>not these</p></main>")]) == 2
