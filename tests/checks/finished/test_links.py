"""A link of a published page leads to a file and a place that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.checks.finished.links import links

PAGE = '<!DOCTYPE html><title>t</title><h1 id="top">T</h1><p><a href="{}">x</a></p>'


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("other.html", ""),
        ("other.html#top", ""),
        ("#top", ""),
        ("../a/other.html#top", ""),
        ("https://example.org/nowhere", ""),
        ("about:blank", ""),
        ("nowhere.html", "leads to no file"),
        ("other.html#nowhere", "leads to no place on that page"),
        ("#nowhere", "leads to no place on that page"),
    ],
)
def test_a_link_is_followed_to_its_place(tmp_path: Path, address: str, fault: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "page.html").write_text(PAGE.format(address), encoding="utf-8")
    (tmp_path / "a" / "other.html").write_text(PAGE.format("#top"), encoding="utf-8")

    found = [finding.message for finding in links(tmp_path)]

    assert found == ([f"“{address}” {fault}"] if fault else [])
