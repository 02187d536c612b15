"""A run that would leave everything as it is says what the last one said; anything that has changed is looked at."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import Result

from builders.cli import releases
from tests.conftest import Project, make_project
from tests.publishing.scenes import keep_only, publish

pytestmark = pytest.mark.usefixtures("environment")


@pytest.fixture
def made(tmp_path: Path, monkeypatch) -> Project:
    """A project of one page, published in English."""
    found = make_project(tmp_path, "Page\n====\n\nListen first.\n", {})
    keep_only(tmp_path, editions=("cubs",), languages=("en", "fr"))
    monkeypatch.chdir(tmp_path)
    assert "built, 0 unchanged" in english()
    return found


@pytest.fixture
def nothing_is_done(monkeypatch) -> None:
    """Let every run fail that goes on to the environment in which units are built."""

    def go_on(_) -> None:
        raise AssertionError("the run was done again")

    monkeypatch.setattr(releases, "fix_environment", go_on)


def run(*options: str) -> Result:
    return publish("-l", "en", "-f", "html", *options)


def english(*options: str) -> str:
    result = run(*options)
    assert result.exit_code == 0, result.output
    return result.output


def index(made: Project) -> Path:
    return made.settings.dist / "en/cubs/html/index.html"


def test_the_same_run_again_says_that_nothing_was_built(made, nothing_is_done):
    said = english()
    assert "1 artifact in " in said
    assert "0 built, 1 unchanged" in said
    assert "en: the source, 100 %" in said


@pytest.mark.parametrize("name", ["en/cubs/html/index.html", "index.html"])
def test_a_file_of_the_version_that_somebody_has_changed_is_put_right(made, name):
    path = made.settings.dist / name
    was = path.read_bytes()
    path.write_bytes(was + b" ")
    english()
    assert path.read_bytes() == was


def test_an_edited_sentence_is_published(made):
    made.write("source/shared/page.rst", "Page\n====\n\nListen twice.\n")
    assert "1 built" in english()
    assert "Listen twice." in "".join(path.read_text(encoding="utf-8") for path in index(made).parent.glob("**/*.html"))


@pytest.mark.parametrize("option", ["--no-cache", "--draft"])
def test_other_options_are_a_run_of_their_own(made, option, monkeypatch):
    asked = []
    monkeypatch.setattr(releases, "fix_environment", asked.append)
    english(option)
    assert asked


def test_tomorrow_the_checks_are_asked_again(made, monkeypatch):
    asked = []
    monkeypatch.setattr(releases, "fix_environment", asked.append)
    monkeypatch.setattr(releases, "date", Tomorrow)
    english()
    assert asked


class Tomorrow(date):
    @classmethod
    def today(cls):
        return date.today() + timedelta(days=1)


def test_a_file_that_is_refused_is_refused_again(made):
    made.write("locale/fr/LC_MESSAGES/sphinx.po", "")
    for _ in range(2):
        assert run("-l", "fr").exit_code != 0
