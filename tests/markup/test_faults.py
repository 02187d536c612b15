"""Markup at fault is refused with file, line and advice; every case file says what it expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.editions.source_reading import parse_source
from builders.markup import BLOCKS
from builders.model.identifiers import bookmark, is_well_formed
from builders.model.vocabulary import BLOCK_TYPES
from builders.problems import Problem
from tests.conftest import make_project

CASES = sorted((Path(__file__).parent / "cases").glob("*.rst"))
IDS = {
    "rec-pla-001": "recommendation",
    "rec-pla-002": "recommendation",
    "rsk-met-flattery": "risk",
    "key-gen-001": "keymessage",
    "pag-cub-001": "storypage",
    "prc-gen-001": "procedure",
    "hlp-gen-001": "gethelp",
    "chr-timo": "character",
    "chk-gen-001": "checkitem",
    "tlk-gen-001": "talk",
    "rsk-gen-001": "keymessage",
    "scn-cub-001": "scene",
    "lin-cub-001": "line",
    "lin-cub-002": "line",
    "ind-pla-001": "indicator",
    "cas-pla-001": "case",
    "cas-pla-002": "case",
    "cas-pla-003": "case",
    "cas-pla-004": "case",
    "cas-pla-005": "case",
}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_faulty_markup_is_reported_as_its_case_says(case: Path, tmp_path: Path) -> None:
    text = case.read_text(encoding="utf-8")
    expected = [line.removeprefix(".. expect: ") for line in text.splitlines() if line.startswith(".. expect: ")]
    project = make_project(tmp_path, text, IDS)
    project.bring_sources()
    project.write(
        "source/ids.csv", (tmp_path / "source/ids.csv").read_text() + "rec-pla-003,recommendation,2026.1,withdrawn,\n"
    )

    try:
        parse_source(project.settings)
        found = []
    except Problem as problem:
        found = [f"{finding.location.line}: {finding.message} [{finding.check}]" for finding in problem.findings]
        assert {finding.location.path for finding in problem.findings} == {"source/shared/page.rst"}

    assert found == sorted(expected, key=lambda fault: (int(fault.partition(":")[0]), fault.partition(" ")[2]))


def test_every_block_type_has_a_directive_of_its_name() -> None:
    assert set(BLOCKS) == set(BLOCK_TYPES)


@pytest.mark.parametrize("identifier", ["rec-pla-014", "chr-timo", "rsk-every-robots"])
def test_an_identifier_becomes_a_word_bookmark_without_hyphens(identifier: str) -> None:
    assert is_well_formed(identifier)
    assert "-" not in bookmark(identifier)


@pytest.mark.parametrize("identifier", ["REC-PLA-014", "rec.pla.14", "rec", "rec--pla", "rec-" + "x" * 40, "rec_pla"])
def test_an_identifier_that_docutils_or_word_would_change_is_refused(identifier: str) -> None:
    assert not is_well_formed(identifier)


def test_a_code_of_an_empty_registry_is_unknown_in_plain_words(project) -> None:
    made = project(
        """
        .. recommendation:: rec-pla-001
           :strength: must
           :who: school
           :phase: start
           :ages: all
           :disability: none
           :adaptation: fixed

           Talk.
        """,
        rec_pla_001="recommendation",
    )
    (made.folder / "source/registries/phases.toml").unlink()

    with pytest.raises(Problem, match=":phase: “start” is unknown; source/registries/phases.toml names none yet"):
        parse_source(made.settings)
