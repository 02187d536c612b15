"""What is remembered of a pair is what the checks would say of it today."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest

from builders.checks.profiles import ONE_BY_ONE, findings
from builders.checks.translations.pairs import Translation, side
from builders.checks.translations.remembered import Remembered, remembered
from builders.model.findings import Finding, Location
from tests.checks.pair_files import PairCase, all_paragraphs, by_languages, subject


def each_once(cases: list[PairCase]) -> list[PairCase]:
    """Return *cases* without the later ones of those with the same identifier."""
    found: dict[str, PairCase] = {}
    for case in cases:
        found.setdefault(case.pair.id, case)
    return list(found.values())


CASES = {
    languages: each_once(cases) for languages, cases in by_languages(chain.from_iterable(all_paragraphs())).items()
}
"""All pairs of the case files by their two languages."""


@pytest.mark.slow
@pytest.mark.parametrize("check", ONE_BY_ONE, ids=lambda check: check.id)
def test_a_check_says_of_a_pair_what_it_says_of_it_alone(check) -> None:
    for cases in CASES.values():
        whole = replace(subject(cases), is_typed=False)

        together = sorted(map(repr, check.function(whole)))
        alone = [remark for pair in whole.pairs for remark in check.function(replace(whole, pairs=(pair,)))]

        assert together == sorted(map(repr, alone))


@pytest.fixture
def french() -> Translation:
    return subject(CASES["fr", "en"])


def found(translation: Translation, known: Remembered | None = None) -> tuple[Finding, ...]:
    return findings(translation, "translation", known=known)


def test_what_is_remembered_is_found_again_where_it_stands_now(french: Translation) -> None:
    known = Remembered()
    first = found(french, known)
    moved = replace(french, pairs=tuple(replace(pair, location=Location("moved.po", 7)) for pair in french.pairs))

    assert first == found(french) == found(french, known)
    assert found(moved, known) == found(moved)


@pytest.mark.slow
def test_a_pair_is_looked_at_again_when_its_translation_or_its_place_changes(french: Translation) -> None:
    known = Remembered()
    found(french, known)
    for change in (
        {"target": side("fr", "Appelez le 0800 111 111.")},
        {"role": "title"},
        {"editions": ("cubs",)},
        {"is_critical": True, "reviewers": ()},
    ):
        changed = replace(french, pairs=(replace(french.pairs[0], **change), *french.pairs[1:]))

        assert found(changed, known) == found(changed)


def test_what_is_kept_is_read_again_where_the_key_is_the_same(french: Translation) -> None:
    known = Remembered()
    first = found(french, known)
    kept = known.as_json("key")
    asked: list[Translation] = []
    silent = [replace(each, function=lambda part: iter(asked.append(part) or ())) for each in ONE_BY_ONE]

    again = list(remembered(kept, "key").remarks(french, silent))

    assert asked == []
    assert {name for name, _ in again} <= {each.check for each in first}
    assert list(remembered(kept, "other").remarks(french, silent)) == []
    assert len(asked) == len(ONE_BY_ONE)


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"key": "key", "said": {"x": [{}]}}', '{"key": "key", "said": 1}'])
def test_what_is_damaged_is_nothing_remembered(french: Translation, damage: str) -> None:
    assert found(french, remembered(damage, "key")) == found(french)
