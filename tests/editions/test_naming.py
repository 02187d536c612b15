"""Names and values come from registries, in the language that the passage stands in."""

from __future__ import annotations

from datetime import date

import pytest

from builders.editions.naming import written
from builders.problems import Problem
from tests.conftest import SETTINGS

PAGE = "The body (:entity:`coe`) asked :fact:`gc25-children` children. :variable:`curriculum.link`\n"


def test_english_readers_see_english_names(project) -> None:
    page = project(PAGE).page("en", "policy-makers")

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

    page = made.page("zh-Hans", "policy-makers")

    assert "欧洲委员会" in page
    assert "Council of Europe" not in page


def test_a_translation_without_a_fact_is_refused(project) -> None:
    made = project(PAGE)
    made.catalog(
        "fr", "shared", f'msgid "{PAGE.strip()}"\nmsgstr "L’organe (:entity:`coe`). :variable:`curriculum.link`"\n'
    )

    with pytest.raises(Problem, match="lost the :fact: reference to gc25-children"):
        made.build("fr", "policy-makers")


def test_an_english_passage_of_another_language_keeps_english_names(project) -> None:
    assert "Council of Europe" in project(PAGE).page("ru", "policy-makers")


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("en", date(1989, 11, 20), "20 November 1989"),
        ("fr", date(1989, 11, 20), "20 novembre 1989"),
        ("ar", date(1989, 11, 20), "20 نوفمبر 1989"),
        ("zh-Hans", date(1989, 11, 20), "1989年11月20日"),
        ("ru", 1709, "1\u00a0709"),
        ("ar", 709, "709"),
        ("es", "A/RES/79/243", "A/RES/79/243"),
    ],
)
def test_dates_and_numbers_are_written_as_the_language_does(tag: str, value, text: str) -> None:
    assert written(value, SETTINGS.language(tag)) == text


def test_an_unknown_code_is_refused_with_the_known_ones(project) -> None:
    with pytest.raises(Exception, match=r":entity: “cou” is unknown; did you mean “coe”"):
        project("Hello :entity:`cou`.\n").raw()
