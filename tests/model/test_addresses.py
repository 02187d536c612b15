"""Where everything stands is said in one place, for the guidelines and for an adaptation alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders.model import addresses
from builders.model.editions import Format
from tests.conftest import PLOT

EDITION = PLOT.edition("pupils")
UNIT = PLOT.unit(PLOT.language("fa"), EDITION)
NATIONAL = replace(UNIT, adaptation="xa")


def test_an_artifact_is_a_file_beside_the_folder_of_the_pages() -> None:
    paths = [addresses.artifact_path(UNIT, format_, "2026.1") for format_ in Format]

    assert paths == [
        "fa/pupils/html",
        "fa/pupils/pupils-fa-2026.1.epub",
        "fa/pupils/pupils-fa-2026.1.docx",
    ]


def test_the_name_of_a_file_tells_an_adaptation_and_a_draft_apart() -> None:
    units = (UNIT, NATIONAL, replace(NATIONAL, is_draft=True))

    assert [addresses.file_stem(unit, "2026.1") for unit in units] == [
        "pupils-fa-2026.1",
        "pupils-fa-xa-2026.1",
        "pupils-fa-xa-2026.1-draft",
    ]


def test_an_adaptation_has_versions_of_its_own() -> None:
    national = replace(PLOT, adaptation="xa")

    assert national.dist == PLOT.dist.parent / "adaptations" / "xa" / PLOT.version
    assert national.unit(UNIT.language, EDITION) == NATIONAL != UNIT
    assert NATIONAL.name == "xa/fa/pupils"


@pytest.mark.parametrize("document", ["pupils/index", "shared/help"])
def test_from_every_page_the_way_up_leads_back_to_it(document: str) -> None:
    page = addresses.language_file(UNIT.language, addresses.page_in_language(document, EDITION))
    root = addresses.to_opening_page(document, EDITION)
    folder = PLOT.dist / page

    there = (folder.parent / addresses.to_version(root) / page).resolve()

    assert there == folder.resolve()
    assert (folder.parent / addresses.to_unit(root)).resolve() == PLOT.dist.resolve() / UNIT.name


def test_a_block_has_an_address_on_the_web_in_the_version_that_holds_it() -> None:
    home = "https://garden.example.net/2026.1"

    assert addresses.published_page(UNIT, "shared/help", "note-gen-001", home=home) == (
        "https://garden.example.net/2026.1/fa/pupils/html/shared/help.html#note-gen-001"
    )
