"""The files of overviews are CSV that a spreadsheet opens as it should, with full texts."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from lxml import html

from builders.checks.finished.links import links
from builders.editions.table_files import FILES
from builders.model.editions import Format
from builders.model.vocabulary import OverviewKind
from tests.conftest import Project
from tests.editions.advice_text import ADVICE, IDS

PAGE = ADVICE + "".join(f"\n    .. overview:: {kind.value}\n" for kind in OverviewKind if kind.value in FILES)


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@pytest.fixture
def files(project):
    """Return a function that builds the page in a language and returns the rows of its files by kind."""

    def build(language: str = "en") -> dict[str, list[list[str]]]:
        made: Project = project(PAGE, **IDS)
        folder = made.build(language, "plan-makers").paths[Format.HTML] / "_downloads"
        found = {path.stem.partition("2026.1-")[2]: rows(path.read_bytes()) for path in folder.iterdir()}
        assert set(found) == set(FILES)
        return found

    return build


def test_the_matrix_has_a_column_for_everybody_who_has_a_part(files) -> None:
    head, first, second, third, _ = files()["who-does-what"]

    assert head[3:] == ["Civil society", "Data protection authority", "Government", "Regulator"]
    assert first == ["REC-GEN-001", "Must", "Keep watch.", "Is consulted", "Leads", "Supports", "Leads"]
    assert second[3:] == ["", "Leads", "", ""]
    assert third[2] == "'=SUM is no advice, “quoted”, and has a comma."


def test_the_action_plan_has_columns_that_an_official_fills_in(files) -> None:
    head, *found = files()["action-plan"]

    assert head[-4:] == ["Responsible person", "Deadline", "Budget", "Status"]
    assert all(row[-4:] == [""] * 4 for row in found)
    assert [(row[0], row[1]) for row in found] == [
        ("Start now", "REC-GEN-002"),
        ("Start now", "REC-GEN-004"),
        ("Keep going", "REC-GEN-001"),
        ("", "REC-GEN-003"),
    ]
    assert found[2][4:8] == [
        "Regulator, Data protection authority",
        "Government",
        "Civil society",
        "Look once. Then look again, as Page says.",
    ]
    assert found[1][7] == "'-1 day is too early."


def test_indicators_have_their_numbers_and_room_for_a_figure(files) -> None:
    head, first, second = files()["indicators"]

    assert head[-2:] == ["Figure", "Year"]
    assert first[:6] == [
        *("IND-GEN-001", "Calls", "How many calls were answered?", "The helpline.", "Age."),
        "REC-GEN-001, REC-GEN-004",
    ]
    assert second[4] == ""


def test_a_recommendation_stands_in_every_plan_that_it_belongs_in(files) -> None:
    _, *found = files()["by-plan"]

    assert [row[:2] for row in found] == [
        ["Cybersecurity strategy", "REC-GEN-001"],
        ["Youth plan", "REC-GEN-001"],
        ["Youth plan", "REC-GEN-002"],
    ]


def test_the_head_is_in_the_language_of_the_reader(project) -> None:
    made: Project = project(PAGE, **IDS)
    made.catalog("ar", "labels", '\nmsgctxt "role/who"\nmsgid "Leads"\nmsgstr "يقود"\n')

    folder = made.build("ar", "plan-makers").paths[Format.HTML] / "_downloads"

    (path,) = folder.glob("*-by-plan.csv")
    assert rows(path.read_bytes())[0][4] == "يقود"
    assert path.name == "plan-makers-ar-2026.1-by-plan.csv"


def test_the_page_leads_to_every_file(project) -> None:
    made: Project = project(PAGE, **IDS)

    folder = made.build("en", "plan-makers").paths[Format.HTML]

    page = html.fromstring((folder / "shared/page.html").read_bytes())
    addresses = page.xpath('//*[@class="table-file"]//a/@href')
    assert len(addresses) == len(FILES)
    assert all((folder / "shared" / address).resolve().is_file() for address in addresses)
    assert [each for each in links(folder) if "_downloads" in each.message] == []


def test_the_search_finds_the_page_and_not_the_file(project) -> None:
    made: Project = project(PAGE, **IDS)

    folder = made.build("en", "plan-makers").paths[Format.HTML]

    assert ".csv" not in (folder / "searchindex.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("formats", [(Format.EPUB, Format.DOCX), (Format.DOCX, Format.HTML, Format.EPUB)])
def test_a_book_and_a_word_file_have_no_link_to_it(project, formats: tuple[Format, ...]) -> None:
    made: Project = project(PAGE, **IDS)

    result = made.build("en", "plan-makers", *formats)

    assert result.findings == ()
    work = made.folder / "work" / "en" / "plan-makers"
    assert b"table-file" not in (work / "epub/shared/page.xhtml").read_bytes()
    assert (work / "html/_downloads").exists() == (Format.HTML in formats)


def test_the_same_text_gives_the_same_bytes(project) -> None:
    made: Project = project(PAGE, **IDS)

    first, second = (
        {path.name: path.read_bytes() for path in _folder(made).iterdir()},
        {path.name: path.read_bytes() for path in _folder(made).iterdir()},
    )

    assert first == second


def _folder(made: Project) -> Path:
    return made.build("en", "plan-makers").paths[Format.HTML] / "_downloads"
