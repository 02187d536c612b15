"""The outline of a translated edition is that of the English one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders.checks.finished.outlines import outlines
from builders.model.messages import message_id
from tests.conftest import Project

BLOCK = {"document": "shared/page", "kind": "recommendation", "id": "rec-1", "context": "", "references": []}
FIRST = {
    "document": "shared/page",
    "kind": "message",
    "id": message_id("shared", ("rec-1/text", "See :see:`a`.")),
    "context": "rec-1/text",
    "references": [":see:`a`"],
}
SECOND = {**FIRST, "id": "msg-000000000002", "context": "rec-1/title", "references": []}
ENGLISH = [BLOCK, FIRST, SECOND]


def said(dist: Path, french: list[dict], english: list[dict] = ENGLISH) -> list[str]:
    for tag, texts in (("en", english), ("fr", french)):
        folder = dist / tag / "cubs"
        folder.mkdir(parents=True)
        (folder / "texts.json").write_text(json.dumps({"texts": texts}), encoding="utf-8")
    return [str(each).splitlines()[0] for each in outlines(dist)]


def test_other_words_are_no_difference(tmp_path: Path) -> None:
    french = [{**each, "text": "autre", "is_translated": False} for each in ENGLISH]

    assert said(tmp_path / "dist" / "1", french) == []


@pytest.mark.parametrize(
    ("french", "message"),
    [
        ([BLOCK, FIRST], "missing from the translation: shared/page message msg-000000000002 rec-1/title"),
        ([*ENGLISH, SECOND], "only in the translation: shared/page message msg-000000000002 rec-1/title"),
        ([BLOCK, SECOND, FIRST], f"the order differs from shared/page message {FIRST['id']} rec-1/text on"),
        ([{**BLOCK, "kind": "risk"}, FIRST, SECOND], "missing from the translation: shared/page recommendation rec-1"),
        (
            [BLOCK, {**FIRST, "references": [":see:`b`"]}, SECOND],
            f"the text has lost :see:`a` and adds :see:`b` (shared/page, rec-1/text, {FIRST['id']})",
        ),
    ],
)
def test_what_differs_is_named(tmp_path: Path, french: list[dict], message: str) -> None:
    found = said(tmp_path / "dist" / "1", french)

    assert found[0] == f"fr/cubs/texts.json: error: {message} [outline-differs]"


def test_a_lost_reference_is_named_with_the_line_of_the_catalog_and_of_the_source(project) -> None:
    made: Project = project("A page.\n")
    made.catalog(
        "fr", "shared", '#: page.rst:4\nmsgctxt "rec-1/text"\nmsgid "See :see:`a`."\nmsgstr "Voir :see:`a`."\n'
    )

    (found,) = said(made.folder / "dist" / "2026.1", [BLOCK, {**FIRST, "references": []}, SECOND])

    assert found.startswith("locale/fr/LC_MESSAGES/shared.po:")
    assert "has lost :see:`a` (shared/page, rec-1/text, " in found
    assert "page.rst:4)" in found


def test_terms_stand_in_the_alphabet_of_each_language(tmp_path: Path) -> None:
    terms = [{**BLOCK, "kind": "term", "id": f"trm-{name}"} for name in ("bullying", "grooming")]

    assert said(tmp_path / "dist" / "1", [BLOCK, *terms[::-1]], [BLOCK, *terms]) == []
