"""Columns are as wide as their author says, and wide enough for every word in them."""

from __future__ import annotations

import pytest
from docx_reading import W

from builders.writers.docx.columns import fitted, least_width
from builders.writers.docx.oxml import element, text_element, value

TABLE = """
.. list-table::
   :widths: {widths}
   :header-rows: 1

   * - Who
     - {head}
   * - All
     - Words that go on and on.
"""


def cell(words: str, style: str = "TableText"):
    return [element("w:p", {}, element("w:pPr", {}, value("w:pStyle", style)), text_element("w:t", words))]


def test_columns_with_room_for_their_words_are_as_they_were_asked_for():
    assert fitted([300, 700], [300, 100]) == [300, 700]


def test_a_column_that_would_cut_a_word_takes_from_those_with_room_to_spare():
    assert fitted([200, 300, 500], [300, 300, 400]) == [300, 300, 400]
    assert fitted([100, 300, 600], [200, 100, 200]) == [200, 267, 534]


def test_where_no_width_is_enough_every_column_gives_up_the_same_share():
    assert fitted([500, 500], [1500, 500]) == [750, 250]


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("законодательства", "за коно да тель ства"),
        ("development", "de-vel-op-ment"),
        ("REC\u2011POL\u2011014", "REC\u2011POL\u2002code"),
        ("REC\u2011POL\u2011014", "REC-PLA-014"),
        ("推荐REC\u2011POL\u2011014", "未成年人保护法律法规和国家行动计划"),
        ("short", "https://example.org/a/very/long/address/that/ends/a/line/anywhere"),
    ],
)
def test_a_word_is_what_no_line_ends_in(longer, shorter):
    assert least_width(cell(longer), 11) > least_width(cell(shorter), 11)


def test_bold_words_need_more_room():
    assert least_width(cell("Правительство", "TableStub"), 11) > least_width(cell("Правительство"), 11)


@pytest.mark.parametrize(("head", "is_fitted"), [("Value", False), ("Несовершеннолетних", True)])
def test_a_table_gives_a_long_word_its_room(render, head, is_fitted):
    (table,) = render(TABLE.format(widths="80 20", head=head))
    columns = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    cells = [[int(width.get(f"{W}w")) for width in row.iter(f"{W}tcW")] for row in table.iter(f"{W}tr")]

    assert cells == [columns, columns]
    assert (columns[1] > sum(columns) * 0.21) is is_fitted
