"""What the tools have translated of their own comes with them into other projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.settings import tools
from builders.translating.brought_labels import bring_labels
from builders.translating.new_language import start_language
from builders.translating.update_command import make_templates, update_language
from tests.conftest import HEADER, Project

LABELS = """\
# Reviewed by A. Reader
msgctxt "contents"
msgid "Contents"
msgstr "Sommaire"

#, fuzzy
msgctxt "cover"
msgid "Cover"
msgstr "Couverture"

msgctxt "next"
msgid "Further"
msgstr "Plus loin"

msgctxt "edition/other/title"
msgid "Their title"
msgstr "Leur titre"
"""


@pytest.fixture
def begun(project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project without catalogs, whose tools stand elsewhere and have some labels in French and Persian."""
    theirs = tmp_path / "tools"
    monkeypatch.setattr(tools, "is_clone", lambda: False)
    monkeypatch.setattr(tools, "INSTALLED", theirs)
    for locale in ("fr", "fa"):
        Project(theirs).catalog(locale, "labels", LABELS)
    return project("Words.\n")


def french_labels(project: Project) -> str:
    return (project.folder / "locale/fr/LC_MESSAGES/labels.po").read_text(encoding="utf-8")


def test_what_is_translated_for_the_same_words_is_taken_over(begun: Project) -> None:
    settings = begun.settings

    count = bring_labels(settings, settings.language("fr"))
    update_language(settings, make_templates(settings), settings.language("fr"))

    found = french_labels(begun)
    assert count == 1
    assert 'msgid "Contents"\nmsgstr "Sommaire"' in found
    assert 'msgid "Cover"\nmsgstr ""' in found
    assert not any(word in found for word in ("A. Reader", "Plus loin", "Leur titre"))


def test_what_the_project_says_stays(begun: Project) -> None:
    begun.catalog("fr", "labels", 'msgctxt "contents"\nmsgid "Contents"\nmsgstr "Table"\n')

    assert bring_labels(begun.settings, begun.settings.language("fr")) == 0
    assert french_labels(begun).startswith(HEADER)
    assert "Sommaire" not in french_labels(begun)


def test_a_language_that_the_tools_do_not_speak_is_brought_nothing(begun: Project) -> None:
    assert bring_labels(begun.settings, begun.settings.language("ru")) == 0
    assert not (begun.folder / "locale/ru").exists()


def test_a_language_begins_with_what_the_tools_bring(begun: Project) -> None:
    started = start_language(begun.settings, "fa")

    assert started.brought == 1
    assert started.update.report.kept == 1
