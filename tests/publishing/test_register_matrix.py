"""What every country does with every recommendation is computed from its files, and nothing else is said."""

from __future__ import annotations

import csv
from pathlib import Path

from builders.publishing.register_matrix import matrix_csv
from builders.settings.register import read_register
from tests.adaptations.national import CHANGES, OWN, PAGE, country
from tests.adaptations.overlays import COUNTRY, adapt
from tests.conftest import Project

REGISTER = """\
[[region]]
adaptation = "exampleregion"
state = "started"
reported = 2026-11-20
demonstration = true

[[country]]
code = "XA"
adaptation = "exampleland"
state = "started"
reported = 2026-11-20
demonstration = true
"""
NEW = adapt("rec-gen-001", "after", OWN)
REGION, COUNTRY_COLUMN = "exampleregion (demonstration)", "exampleland (demonstration)"


def matrix(made: Project) -> dict[str, dict[str, str]]:
    """Return the rows of the table by recommendation."""
    made.write("adaptations/register.toml", REGISTER)
    settings = made.settings
    text = matrix_csv(read_register(settings) or (), settings).decode("utf-8-sig")
    return {row["recommendation"]: row for row in csv.DictReader(text.splitlines())}


def of_country(made: Project) -> dict[str, str]:
    return {name: row[COUNTRY_COLUMN] for name, row in matrix(made).items()}


def test_every_recommendation_of_the_guidelines_and_of_a_country_has_a_row(tmp_path: Path) -> None:
    rows = matrix(country(tmp_path))

    assert list(rows) == ["rec-gen-001", "rec-gen-002", "rec-exl-001"]
    assert rows["rec-gen-001"]["editions"].split() == ["plan-makers", "inventors", "people-and-neighbours", "cubs"]


def test_what_a_country_changes_withdraws_and_adds_is_told_apart(tmp_path: Path) -> None:
    assert of_country(country(tmp_path)) == {
        "rec-gen-001": "adapted",
        "rec-gen-002": "withdrawn",
        "rec-exl-001": "new",
    }


def test_a_region_has_nothing_to_do_with_what_its_country_adds(tmp_path: Path) -> None:
    rows = matrix(country(tmp_path))

    assert [row[REGION] for row in rows.values()] == ["unchanged", "unchanged", ""]


def test_what_a_region_changes_is_changed_in_its_country(tmp_path: Path) -> None:
    made = country(tmp_path, adapt("rec-gen-002", "", "", decision="adopt", reason="", basis=""))
    made.write("adaptations/exampleregion/changes/shared.rst", adapt("rec-gen-001", "note"))

    assert of_country(made) == {"rec-gen-001": "adapted", "rec-gen-002": "adopted"}


def test_what_no_edition_of_a_country_carries_is_no_decision(tmp_path: Path) -> None:
    made = country(tmp_path, adapt("rec-gen-001", "note"))
    made.write("source/shared/page.rst", PAGE.replace("rec-gen-002\n", "rec-gen-002\n   :audience: inventors\n"))
    made.write("adaptations/exampleland/adaptation.toml", 'editions = ["cubs"]\n' + COUNTRY)

    assert of_country(made) == {"rec-gen-001": "adapted", "rec-gen-002": "not carried"}
    assert matrix(made)["rec-gen-002"]["editions"] == "inventors"


def test_of_an_adaptation_that_cannot_be_published_nothing_is_said(tmp_path: Path) -> None:
    made = country(tmp_path)
    path = made.folder / "adaptations/exampleland/changes/shared.rst"
    path.write_text(path.read_text(encoding="utf-8") + adapt("rec-gen-009", "note"), encoding="utf-8")

    assert set(of_country(made).values()) == {"unclear"}


def test_the_table_follows_the_files(tmp_path: Path) -> None:
    made = country(tmp_path)
    before = of_country(made)
    made.write("adaptations/exampleland/changes/shared.rst", CHANGES.replace("Tenir une", "Prévoir une"))
    same = of_country(made)
    made.write(
        "adaptations/exampleland/changes/shared.rst", adapt("rec-gen-001", "note") + adapt("rec-gen-001", "after", OWN)
    )

    assert before["rec-gen-002"] == "withdrawn"
    assert same == before
    assert of_country(made) == {**before, "rec-gen-002": "unchanged"}
