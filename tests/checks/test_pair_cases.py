"""Every check of translations is run on every pair of every case file: its own says what it should, others no error."""

from __future__ import annotations

import pytest

from builders.checks.profiles import TRANSLATION
from builders.model.findings import Severity
from tests.checks.pair_files import PAIRS, PairCase, all_paragraphs, found_in, read_pairs

ERRORS = {each.id for each in TRANSLATION if each.severity is Severity.ERROR}


@pytest.mark.parametrize("cases", all_paragraphs(), ids=lambda cases: f"{cases[0].path.stem}-{cases[0].number}")
def test_the_checks_say_what_a_case_expects(cases: list[PairCase]) -> None:
    """The check of the file says what it should; others find no error in a clean pair."""
    found = found_in(cases)

    for case in cases:
        own = [said for said in case.expected if said.startswith(f"{case.path.stem}: ")]
        others = set(case.expected) - set(own)
        said = {each for each in found[case.number] if not each.startswith(f"{case.path.stem}: ")}
        assert [each for each in found[case.number] if each not in said] == own, case.number
        assert others <= said, case.number
        assert own or {each for each in said if each.partition(":")[0] in ERRORS} <= others, case.number


@pytest.mark.parametrize("path", sorted(PAIRS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_case_file_has_a_fault_and_a_clean_neighbour(path) -> None:
    cases = [case for paragraph in read_pairs(path) for case in paragraph]

    assert any(expected.startswith(f"{path.stem}: ") for case in cases for expected in case.expected)
    assert any(not case.expected for case in cases)


def test_every_check_of_translations_has_a_case_file_and_every_file_a_check() -> None:
    assert {path.stem for path in PAIRS.glob("*.txt")} == {each.id for each in TRANSLATION}
