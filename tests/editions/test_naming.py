"""Names and values come from registries, in the language that the passage stands in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest
from lxml import html

from builders.editions.naming import instrument_name, written
from builders.model.editions import Format, Unit
from builders.model.instruments import Instrument
from builders.model.labels import Labels
from builders.problems import Problem
from tests.conftest import SETTINGS, Project


def shown(page: str) -> str:
    return html.fromstring(page.encode()).text_content().replace("\u00a0", " ")


PAGE = "The body (:entity:`coe`) asked :fact:`gc25-children` children. :variable:`curriculum.link`\n"


def test_english_readers_see_english_names(project) -> None:
    page = project(PAGE).page("en", "plan-makers")

    assert "Council of Europe" in page
    assert "641" in page
    assert "Curriculum" in page
    assert "to be completed in the national edition" in page


def test_a_translation_keeps_the_roles_and_gets_its_own_names(project) -> None:
    made = project(PAGE)
    made.catalog(
        "zh_CN",
        "shared",
        f'msgid "{PAGE.strip()}"\n'
        'msgstr "机构（:entity:`coe`）询问了 :fact:`gc25-children` 名儿童。:variable:`curriculum.link`"\n',
    )

    page = made.page("zh-Hans", "plan-makers")

    assert "欧洲委员会" in page
    assert "Council of Europe" not in page


def test_a_translation_without_a_fact_is_refused(project) -> None:
    made = project(PAGE)
    made.catalog(
        "fr", "shared", f'msgid "{PAGE.strip()}"\nmsgstr "L’organe (:entity:`coe`). :variable:`curriculum.link`"\n'
    )

    with pytest.raises(Problem, match="lost the :fact: reference to gc25-children"):
        made.build("fr", "plan-makers")


def test_an_english_passage_of_another_language_keeps_english_names(project) -> None:
    assert "Council of Europe" in project(PAGE).page("ru", "plan-makers")


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("en", date(1989, 11, 20), "20 November 1989"),
        ("fr", date(1989, 11, 20), "20 novembre 1989"),
        ("fr", date(2026, 6, 1), "1er juin 2026"),
        ("fr", date(2026, 6, 21), "21 juin 2026"),
        ("es", date(2026, 6, 1), "1 de junio de 2026"),
        ("ar", date(1989, 11, 20), "20 نوفمبر 1989"),
        ("zh-Hans", date(1989, 11, 20), "1989年11月20日"),
        ("ru", 1709, "1\u00a0709"),
        ("ar", 709, "709"),
        ("es", "A/RES/79/243", "A/RES/79/243"),
    ],
)
def test_dates_and_numbers_are_written_as_the_language_does(tag: str, value, text: str) -> None:
    assert written(value, SETTINGS.language(tag)) == text


COMMENT = SETTINGS.instruments["gc25"].names
INSTRUMENTS = """
    Alone: :instrument:`gc25`.

    With a number: :instrument:`gc25.70`.

    .. recommendation:: rec-gen-001
       :strength: must
       :who: gov
       :instruments: gc25, gc25.9, crc
       :ages: all
       :disability: none
       :adaptation: fixed

       Act.
    """


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def named(project) -> Project:
    """Make a project whose instrument has a short name in English and French, and whose page is in French and Spanish.

    The labels that join a name and a number are translated, so that a name is never English for want of them.
    """
    made: Project = project(INSTRUMENTS, rec_gen_001="recommendation")
    registry = made.folder / "source/registries/instruments.toml"
    text = registry.read_text(encoding="utf-8")
    short = 'short = { en = "The comment", fr = "L’observation" }'
    registry.write_text(text.replace("[gc25]\n", f"[gc25]\n{short}\n"), encoding="utf-8")
    pattern = made.settings.labels["paragraph"]
    for locale in ("fr", "es"):
        made.catalog(
            locale,
            "shared",
            'msgid "Alone: :instrument:`gc25`."\nmsgstr "Seul : :instrument:`gc25`."\n\n'
            'msgid "With a number: :instrument:`gc25.70`."\nmsgstr "Numéro : :instrument:`gc25.70`."\n',
        )
        made.catalog(
            locale, "labels", f'msgctxt "paragraph"\nmsgid "{pattern}"\nmsgstr "{{instrument}} §{{article}}"\n'
        )
    return made


@pytest.mark.parametrize(
    ("language", "official", "brief", "mark"),
    [
        ("en", COMMENT["en"], "The comment", ", paragraph "),
        ("fr", COMMENT["fr"], "L’observation", " §"),
        ("es", COMMENT["es"], COMMENT["es"], " §"),
    ],
)
def test_a_short_name_stands_beside_a_number_and_in_rows_and_the_official_one_alone(
    named: Project, language: str, official: str, brief: str, mark: str
) -> None:
    page = html.fromstring(named.page(language, "plan-makers"))

    alone, numbered = (words(each) for each in page.cssselect("p > .instrument"))
    assert alone == official
    assert numbered == f"{brief}{mark}70"
    rows = {words(row[0]): [*map(words, row[1].cssselect("li"))] for row in page.cssselect("#rec-gen-001 dl > div")}
    crc = named.settings.instruments["crc"].names[language]
    assert rows["Instruments"] == [brief, f"{brief}{mark}9", crc]


def test_a_name_that_only_english_has_is_the_short_one_in_rows() -> None:
    comment = Instrument(code="x", names={"en": "A long name"}, unit="article", short={"en": "Brief"})
    settings = replace(SETTINGS, instruments={"x": comment})
    unit = Unit(language=SETTINGS.language("fr"), edition=SETTINGS.editions[0])
    said = (unit, settings, Labels(settings.labels, {}))

    names = [instrument_name("x", *said), instrument_name("x", *said, is_brief=True), instrument_name("x.3", *said)]

    assert [(name.text, name.tag) for name in names] == [
        ("A long name", "en"),
        ("Brief", "en"),
        ("Brief, article 3", "en"),
    ]


def test_an_unknown_code_is_refused_with_the_known_ones(project) -> None:
    with pytest.raises(Exception, match=r":entity: “cou” is unknown; did you mean “coe”"):
        project("Hello :entity:`cou`.\n").raw()


def test_an_abbreviation_of_a_name_in_brackets_stands_in_square_ones(project) -> None:
    text = shown(project("Ask :entity:`unicef` (that is, :entity:`unicef`).\n").page("en", "plan-makers"))

    assert "Ask United Nations Children’s Fund (UNICEF) (that is, United Nations Children’s Fund [UNICEF])." in text


@pytest.mark.parametrize("format", Format)
def test_a_variable_behind_a_colon_is_not_named_again(project, format) -> None:
    made = project("Its place in your lessons: :variable:`curriculum.link`\n\n* :variable:`helpline.number`\n")

    path = made.build("en", "plan-makers", format).paths[format]

    if path.is_dir():
        text = (path / "shared/page.html").read_text(encoding="utf-8")
    else:
        name = "word/document.xml" if format is Format.DOCX else "shared/page.xhtml"
        text = ZipFile(path).read(name).decode()
    assert re.search("your lessons: \\s*to be completed in the national edition", shown(text))
    assert re.search("Child helpline: \\s*to be completed in the national edition", shown(text))
