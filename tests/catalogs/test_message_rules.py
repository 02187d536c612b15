"""The message gate: every case file says what it expects of each of its messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.catalogs.inline import signature
from builders.catalogs.message_rules import check_catalog
from builders.catalogs.po.reading import read_catalog

CASES = sorted((Path(__file__).parent / "cases").glob("gate-*.po"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_catalog_yields_the_findings_it_expects(case: Path) -> None:
    catalog = read_catalog(case)
    expected = {
        entry.line: sorted(comment.removeprefix("expect: ") for comment in entry.comments if "expect: " in comment)
        for entry in catalog.active
    }

    found: dict[int, list[str]] = {entry.line: [] for entry in catalog.active}
    for finding in check_catalog(catalog):
        found[finding.location.line].append(f"{finding.check}: {finding.message}")

    assert {line: sorted(findings) for line, findings in found.items()} == expected


def test_a_signature_names_every_reference() -> None:
    text = "See :see:`x <rec-pla-001>`, `us <https://example.org>`_, [#a]_ and {place}."

    assert sorted(signature(text)) == [
        "the :see: reference to rec-pla-001",
        "the footnote [#a]_",
        "the link to https://example.org",
        "the place {place}",
    ]
