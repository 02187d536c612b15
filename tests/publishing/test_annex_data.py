"""The annex stands beside the editions as data: it keeps to its schema, and says what the command says."""

from __future__ import annotations

import csv
import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html

from builders.editions.adapted_source import AdaptedText
from builders.editions.national_reading import read_national
from builders.model.adaptations import Decision, Degree, Do, Reason, Relation, Status
from builders.publishing.annex_data import annex_csv, annex_data, annex_json
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.settings.adaptations import read_adaptation
from tests.adaptations.national import CHANGES, country
from tests.adaptations.overlays import adapt
from tests.conftest import ROOT

SCHEMA = json.loads((ROOT / "docs/schema/annex.schema.json").read_text(encoding="utf-8"))
DEVIATION = SCHEMA["$defs"]["deviation"]["properties"]
RAISED = adapt(
    "rec-gen-002",
    "statement",
    "Inviter les familles.",
    strength="should",
    support="parent",
    instruments="crc.19, gc25.42",
    by="Ministère; Parlement",
    until="2030-01-31",
)


def annex_of(folder: Path, changes: str = CHANGES) -> AdaptedText:
    made = country(folder, changes)
    return read_national(read_adaptation(made.folder, "exampleland"), today=date(2026, 12, 1))


def test_the_schema_is_one_and_names_every_word_that_is_used() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    for name, words in {"decision": Decision, "relation": Relation, "status": Status}.items():
        assert DEVIATION[name]["enum"] == [each.value for each in words]
    for name, words in {"do": Do, "reason": Reason}.items():
        assert DEVIATION[name]["enum"] == [*(each.value for each in words), ""]
    assert SCHEMA["properties"]["degrees"]["additionalProperties"]["enum"] == [each.value for each in Degree]


@pytest.mark.parametrize("changes", [CHANGES, RAISED, ""], ids=["of all kinds", "with attributes", "without changes"])
def test_the_annex_keeps_to_its_schema(tmp_path: Path, changes: str) -> None:
    data = json.loads(annex_json(annex_of(tmp_path, changes)))
    faults = Draft202012Validator(SCHEMA, format_checker=FormatChecker()).iter_errors(data)

    assert [each.message for each in faults] == []


def test_a_block_that_was_added_is_named_with_the_one_before_it(tmp_path: Path) -> None:
    added = next(each for each in annex_data(annex_of(tmp_path))["deviations"] if each["do"] == "after")

    assert (added["id"], added["target"], added["relation"]) == ("rec-exl-001", "rec-gen-001", "new")
    assert (added["base_text"], added["national_text"]) == ("", "Tenir une semaine de la parole.")


def test_attributes_and_lists_are_told_apart_in_json_and_joined_in_a_cell(tmp_path: Path) -> None:
    text = annex_of(tmp_path, RAISED)
    (deviation,) = annex_data(text)["deviations"]
    (row,) = csv.DictReader(annex_csv(text).decode("utf-8-sig").splitlines())

    assert deviation["by"] == ["Ministère", "Parlement"]
    assert deviation["attributes"] == [
        {"name": "strength", "was": "may", "now": "should"},
        {"name": "support", "was": "", "now": "parent"},
        {"name": "instruments", "was": "", "now": "crc.19, gc25.42"},
    ]
    assert row["by"] == "Ministère; Parlement"
    assert row["attributes"] == "strength: may → should; support:  → parent; instruments:  → crc.19, gc25.42"
    assert row["instruments"] == "; ".join(deviation["instruments"])


def test_a_spreadsheet_computes_nothing_that_a_country_has_written(tmp_path: Path) -> None:
    text = annex_of(tmp_path, adapt("rec-gen-002", "statement", "=1+1 familles.", basis="@loi"))
    (row,) = csv.DictReader(annex_csv(text).decode("utf-8-sig").splitlines())
    (deviation,) = annex_data(text)["deviations"]

    assert (row["national_text"], row["basis"]) == ("'=1+1 familles.", "'@loi")
    assert (deviation["national_text"], deviation["basis"]) == ("=1+1 familles.", "@loi")


def test_what_is_published_is_what_the_command_says(tmp_path: Path) -> None:
    made = country(tmp_path)
    settings = read_adaptation(made.folder, "exampleland")
    chosen = plan(settings, languages=["fr"], editions=["plan-makers"], formats=["html"])
    folder = publish(settings, chosen=chosen, processes=1).folder
    text = read_national(settings, today=date(2026, 12, 1))
    listed = {each["path"]: each["sha256"] for each in json.loads((folder / "manifest.json").read_bytes())["data"]}
    portal = html.parse(folder / "index.html", html.HTMLParser(encoding="utf-8")).getroot()

    assert (folder / "annex.json").read_text(encoding="utf-8") == annex_json(text)
    assert (folder / "annex.csv").read_bytes() == annex_csv(text)
    for name in ("annex.csv", "annex.json"):
        assert listed[name] == sha256((folder / name).read_bytes()).hexdigest()
    assert "annex.csv" in [link.get("href") for link in portal.cssselect(".data a")]


def test_the_guidelines_themselves_have_no_annex(tmp_path: Path) -> None:
    settings = country(tmp_path).settings
    chosen = plan(settings, languages=["en"], editions=["cubs"], formats=["html"])
    folder = publish(settings, chosen=chosen, processes=1).folder

    assert not list(folder.glob("annex.*"))
    assert b"annex" not in (folder / "index.html").read_bytes()
