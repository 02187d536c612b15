"""recommendations.json keeps to its schema, and says what the web pages say."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html

from builders.model.vocabulary import AGES, Adaptation, Disability, Strength
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from tests.conftest import ROOT, make_project

SCHEMA = json.loads((ROOT / "docs/schema/recommendations.schema.json").read_text(encoding="utf-8"))
TEXTS_SCHEMA = json.loads((ROOT / "docs/schema/texts.schema.json").read_text(encoding="utf-8"))
PAGE = """\
Page
====

.. recommendation:: rec-gen-001
   :strength: should
   :who: school, company
   :support: gov
   :consult: cso
   :phase: build
   :plans: education
   :risks: done.mockery
   :services: all
   :instruments: crc.19 gc25.42
   :ages: b, c
   :disability: core
   :adaptation: localise
   :variables: school.duty

   Listen to *every* child, as :instrument:`crc.12` says.

   It helps [#why]_; see :see:`rec-gen-002`.

   :first-step: Ask *one* child. [#why]_

      Then, as :see:`rec-gen-002` says, another.

.. recommendation:: rec-gen-002
   :audience: inventors
   :strength: may
   :who: company
   :ages: all
   :disability: none
   :adaptation: fixed

   Begin small.

.. [#why] A footnote.
"""
ARABIC = """
    msgctxt "rec-gen-002/text"
    msgid "Begin small."
    msgstr "ابدأ صغيراً."
    """
LABELS = """
    msgctxt "strength/may"
    msgid "May"
    msgstr "يجوز"
    """
LANGUAGES = ("en", "ar")

Data = dict[str, Any]


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish two recommendations in two languages; return the folder."""
    ids = {"rec-gen-001": "recommendation", "rec-gen-002": "recommendation"}
    project = make_project(tmp_path_factory.mktemp("data"), PAGE, ids)
    project.catalog("ar", "shared", ARABIC)
    project.catalog("ar", "labels", LABELS)
    chosen = plan(project.settings, languages=LANGUAGES, formats=["html"])
    return publish(project.settings, chosen=chosen, processes=2).folder


@pytest.fixture(scope="module", params=LANGUAGES)
def folder(request: pytest.FixtureRequest, version: Path) -> Path:
    return version / str(request.param)


@pytest.fixture(scope="module")
def data(folder: Path) -> Data:
    found: Data = json.loads((folder / "recommendations.json").read_text(encoding="utf-8"))
    return found


def faults(data: Data) -> list[str]:
    return [each.message for each in Draft202012Validator(SCHEMA, format_checker=FormatChecker()).iter_errors(data)]


def section(folder: Path, record: Data) -> html.HtmlElement:
    """Return what the link of *record* leads to."""
    page, _, anchor = record["link"].partition("#")
    (found,) = html.parse(folder / page, html.HTMLParser(encoding="utf-8")).xpath(f'//*[@id="{anchor}"]')
    return found


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_schemas_are_schemas() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator.check_schema(TEXTS_SCHEMA)


@pytest.mark.slow
def test_what_is_published_keeps_to_the_schema(data: Data) -> None:
    assert faults(data) == []
    assert [record["id"] for record in data["recommendations"]] == ["rec-gen-001", "rec-gen-002"]


@pytest.mark.parametrize("place", ["file", "recommendation", "chapter"])
def test_an_unknown_field_is_refused(data: Data, place: str) -> None:
    changed = deepcopy(data)
    record = changed["recommendations"][0]
    {"file": changed, "recommendation": record, "chapter": record["chapter"]}[place]["colour"] = "blue"

    assert faults(changed) == ["Additional properties are not allowed ('colour' was unexpected)"]


def test_a_missing_field_is_refused(data: Data) -> None:
    for name in data["recommendations"][0]:
        changed = deepcopy(data)
        del changed["recommendations"][0][name]

        assert faults(changed) == [f"'{name}' is a required property"]


def test_the_example_of_the_documentation_keeps_to_the_schema() -> None:
    page = (ROOT / "docs/release-managers/data.rst").read_text(encoding="utf-8")
    example = page.partition(".. code-block:: json\n")[2].partition("\nCodes such as")[0]

    assert faults(json.loads(example)) == []


def test_the_words_of_the_schema_are_those_of_the_markup() -> None:
    properties = SCHEMA["$defs"]["recommendation"]["properties"]

    for name, words in (("strength", Strength), ("adaptation", Adaptation), ("disability", Disability)):
        assert properties[name]["enum"] == [word.value for word in words]
    assert properties["ages"]["items"]["enum"] == [*AGES, "all"]


def test_every_link_leads_to_the_recommendation_with_its_words(folder: Path, data: Data) -> None:
    for record in data["recommendations"]:
        block = section(folder, record)

        assert record["number"] in words(block)
        assert [words(each) for each in block.xpath('.//*[contains(@class, "advice")]')] == [record["text"]]
        assert data["labels"][f"strength/{record['strength']}"] in words(block)
        assert record["chapter"]["page"] == record["link"].partition("#")[0]


def test_every_recommendation_of_the_pages_is_in_the_file(folder: Path, data: Data) -> None:
    pages = [html.parse(path, html.HTMLParser(encoding="utf-8")) for path in folder.rglob("shared/page.html")]

    printed = {name for page in pages for name in page.xpath('//section[contains(@class, "recommendation")]/@id')}

    assert printed == {record["id"] for record in data["recommendations"]}


def test_every_code_has_a_label_and_every_instrument_a_name(data: Data) -> None:
    for record in data["recommendations"]:
        coded = [f"{kind}/{code}" for kind in ("who", "risks", "services", "ages", "plans") for code in record[kind]]
        others = [f"who/{code}" for role in ("support", "consult") for code in record[role]]
        phases = [f"phase/{record['phase']}"] if record["phase"] else []
        chosen = [f"{kind}/{record[kind]}" for kind in ("strength", "adaptation", "disability")]
        completed = [f"variable/{name}" for name in record["variables"]]

        assert {*coded, *others, *phases, *chosen, *completed} <= data["labels"].keys()
        assert {code.partition(".")[0] for code in record["instruments"]} <= data["instruments"].keys()


def test_a_record_says_how_to_begin_when_and_with_whom(version: Path) -> None:
    first, second = json.loads((version / "en" / "recommendations.json").read_text(encoding="utf-8"))["recommendations"]

    assert first["first_step"] == "Ask one child. Then, as REC-GEN-002 says, another."
    assert (first["phase"], first["support"], first["consult"], first["plans"]) == (
        "build",
        ["gov"],
        ["cso"],
        ["education"],
    )
    assert first["explanation"] == ["It helps; see REC-GEN-002."]
    assert (second["first_step"], second["phase"], second["plans"]) == ("", "", [])


def test_the_first_step_is_a_message_of_its_own(version: Path) -> None:
    texts = json.loads((version / "en/plan-makers/texts.json").read_text(encoding="utf-8"))["texts"]

    assert [each["text"] for each in texts if each["context"] == "rec-gen-001/first-step"] == [
        "Ask one child.",
        "Then, as REC-GEN-002 says, another.",
    ]


def test_a_file_says_what_is_translated(version: Path) -> None:
    file = json.loads((version / "ar" / "recommendations.json").read_text(encoding="utf-8"))

    assert [record["is_translated"] for record in file["recommendations"]] == [False, True]
    assert file["recommendations"][1]["text"] == "ابدأ صغيراً."
    assert file["direction"] == "rtl"


@pytest.mark.parametrize("edition", ["plan-makers", "inventors"])
def test_the_texts_of_an_edition_keep_to_their_schema(folder: Path, edition: str) -> None:
    texts = json.loads((folder / edition / "texts.json").read_text(encoding="utf-8"))

    assert [*Draft202012Validator(TEXTS_SCHEMA, format_checker=FormatChecker()).iter_errors(texts)] == []
    assert texts["counts"]["messages"] == sum(each["kind"] == "message" for each in texts["texts"]) > 0
    assert (texts["language"], texts["edition"]) == (folder.name, edition)


def test_a_message_has_the_same_name_in_the_texts_of_every_language(version: Path) -> None:
    files = [version / tag / "inventors/texts.json" for tag in LANGUAGES]

    english, arabic = (json.loads(path.read_text(encoding="utf-8"))["texts"] for path in files)

    assert [each["id"] for each in english] == [each["id"] for each in arabic]


def test_the_manifest_lists_the_texts(version: Path) -> None:
    listed = {each["path"] for each in json.loads((version / "manifest.json").read_text(encoding="utf-8"))["data"]}

    assert {path.relative_to(version).as_posix() for path in version.rglob("texts.json")} <= listed
