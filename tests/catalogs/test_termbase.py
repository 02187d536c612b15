"""The termbase and the definitions are read whole, or refused with the line that is at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.catalogs.termbase import read_definitions, read_termbase
from builders.problems import Problem

HEADING = "term_id,lang,term,pos,status,note\n"
ROW = "child,fr,enfant,n,preferred,g=m\n"
DEFINITIONS = "term_id,domain,tier,editions,child_edition,definition_en,child_definition_en\n"


def termbase(folder: Path, data: bytes) -> Path:
    path = folder / "termbase.csv"
    path.write_bytes(data)
    return path


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(Problem) as raised:
        read_termbase(termbase(folder, data))
    assert raised.value.code == "termbase-faulty"
    return str(raised.value)


@pytest.mark.parametrize(
    "data",
    [
        (HEADING + ROW).encode("utf-8-sig"),
        (HEADING + ROW).replace("\n", "\r\n").encode(),
        (HEADING + "\n" + ROW + ",,,,,\n").encode(),
        (HEADING + "child , fr,\u00a0enfant ,n,preferred, g=m").encode(),
    ],
    ids=["byte order mark", "Windows line ends", "rows without a cell", "spaces around cells"],
)
def test_what_a_spreadsheet_adds_takes_nothing_away(tmp_path: Path, data: bytes) -> None:
    (term,) = read_termbase(termbase(tmp_path, data))

    assert (term.concept, term.tag, term.text, term.notes) == ("child", "fr", "enfant", {"g": "m"})


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        ((HEADING + ROW).encode("utf-16"), 1, "the file is saved as UTF-16"),
        ((HEADING + ROW).encode("utf-16-le"), 1, "the file is saved as UTF-16"),
        ((HEADING + ROW + "app,fr,tÃ©lé,n,preferred,\n").encode("latin-1"), 3, "this line is not UTF-8"),
        (b"", 1, "the file is empty"),
        (HEADING.replace("lang,", "").encode(), 1, "does not name lang"),
        (HEADING.replace(",", ";").encode(), 1, "between semicolons, not commas"),
        (HEADING.replace(",", "\t").encode(), 1, "between tabs, not commas"),
        (HEADING.replace("note", "note,notes").encode(), 1, "names “notes”, which means nothing here"),
        (HEADING.replace("note", "note,note").encode(), 1, "names “note” twice"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path, data: bytes, line: int, message: str) -> None:
    said = refused(tmp_path, data)

    assert f"locale/termbase.csv:{line}: error: " in said
    assert message in said


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("app,fr,appli, ou logiciel,n,preferred,", "the row has 7 cells, not 6: a comma too many"),
        ("app,fr,appli,n,preferred", "the row has 5 cells, not 6: something is missing"),
        ('app,fr,"appli,n,preferred,', "the row cannot be read"),
        ('app,fr,"appli" mobile,n,preferred,', "the row cannot be read"),
        ('app,fr,"appli\nmobile",n,preferred,', "a text goes over several lines"),
        ("app,fr,app\x07li,n,preferred,", "the line holds the character U+0007"),
        ("app,fr,app\u202eli,n,preferred,", "the line holds the character U+202E"),
        ("app,fr,appli,n,prefered,", "status is one of preferred, admitted, forbidden, not “prefered”"),
        ("app,fr,appli,noun,preferred,", "pos is one of n, np, pn, v, not “noun”"),
        ("app,fr,,n,preferred,", "app has an empty word in fr"),
        ("App,fr,appli,n,preferred,", "“App” is no name of a concept"),
        ("child,fr,enfant,n,admitted,", "“child fr enfant” stands in line 2 too"),
        ("app,fr,appli,n,preferred,pl=applis; pl=applications", "the note has pl= twice"),
    ],
)
def test_a_row_that_would_lose_something_is_refused_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    said = refused(tmp_path, f"{HEADING}{ROW}{row}\n".encode())

    assert "locale/termbase.csv:3: error: " in said
    assert message in said


def test_every_faulty_row_is_named_in_one_run(tmp_path: Path) -> None:
    said = refused(tmp_path, f"{HEADING}app,fr\n{ROW}law,fr,loi,x,preferred,\n".encode())

    assert "2 faults in locale/termbase.csv" in said
    assert "termbase.csv:2:" in said
    assert "termbase.csv:4:" in said


@pytest.mark.parametrize("use", ["replace", "replace:", "allow: a young person", "never:x", "sometimes"])
def test_what_children_read_instead_is_said_where_a_word_is_replaced_and_only_there(tmp_path: Path, use: str) -> None:
    path = tmp_path / "definitions.csv"
    path.write_text(f"{DEFINITIONS}child,people,core,inventors,{use},A person.,\n", encoding="utf-8")

    with pytest.raises(Problem, match=r"locale/definitions\.csv:2: error: .*child_edition is"):
        read_definitions(path)


def test_a_definition_with_a_comma_that_is_not_quoted_is_not_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "definitions.csv"
    path.write_text(f"{DEFINITIONS}child,people,core,inventors,allow,A girl, a boy.,\n", encoding="utf-8")

    with pytest.raises(Problem, match=r"definitions\.csv:2: error: the row has 8 cells, not 7"):
        read_definitions(path)
