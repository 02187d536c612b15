"""Which pages a browser looks at: one language of every kind, whatever languages there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.checks.finished.pages import languages_differing, pages_to_check

KINDS = {
    **{"ar": ("rtl", "Arab"), "en": ("ltr", "Latn"), "sw": ("ltr", "Latn"), "ur": ("rtl", "Arab")},
    "zh-Hans": ("ltr", "Hans"),
}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    for tag, (direction, script) in KINDS.items():
        site = tmp_path / tag / "clinics" / "html"
        site.mkdir(parents=True)
        page = f'<html lang="{tag}" dir="{direction}" data-script="{script}"><h1> Clean hands {tag}</h1></html>'
        for name in ("index", "search"):
            (site / f"{name}.html").write_text(page, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("attributes", "languages"),
    [((), ["en"]), (("dir",), ["en", "ar"]), (("dir", "data-script"), ["en", "ar", "zh-Hans"])],
)
def test_one_language_of_each_kind_is_looked_at(published: Path, attributes, languages) -> None:
    assert languages_differing(published, attributes) == languages


def test_a_search_for_the_title_is_looked_at_too(published: Path) -> None:
    assert pages_to_check(published, ["sw"]) == [
        "sw/clinics/html/index.html",
        "sw/clinics/html/search.html?q=Clean%20hands%20sw",
    ]
