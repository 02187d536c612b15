"""Tables for spreadsheets: what is written is read back, and nothing in it is computed."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from builders.catalogs.tables import DANGEROUS, for_spreadsheets, harmless


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


CELLS = st.lists(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=2), min_size=1)


@given(CELLS)
def test_what_is_written_is_read_back_and_no_cell_is_a_formula(cells: list[list[str]]) -> None:
    content = for_spreadsheets(cells)

    assert content.startswith(b"\xef\xbb\xbf")
    assert rows(content) == [[harmless(cell) for cell in row] for row in cells]
    assert not any(cell.startswith(DANGEROUS) for row in rows(content) for cell in row)


def test_lines_end_as_the_standard_says() -> None:
    assert for_spreadsheets([["a", "b, c"], ['d "e"', ""]]) == b'\xef\xbb\xbfa,"b, c"\r\n"d ""e""",\r\n'
