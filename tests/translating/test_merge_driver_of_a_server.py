"""A server such as Weblate rebases what was translated there: git has the driver from the home of the server."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.po.reading import read_catalog
from builders.catalogs.reviews import standing
from builders.cli.menu import main
from builders.model.messages import Standing
from builders.translating.merge_driver import DRIVER
from tests.translating.clones import PAGE, Clone, environment, make_clone

pytestmark = [pytest.mark.needs("git"), pytest.mark.slow]


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def served(project, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A clone without a driver of its own, in which English has changed under an edit of its translation."""
    clone = make_clone(project(""))
    clone.git("config", "--local", "--remove-section", f"merge.{DRIVER}")
    clone.translate("First, listen.", "Écoutez.")
    clone.commit("french")
    clone.git("checkout", "-q", "-b", "weblate")
    clone.translate("First, listen.", "D’abord, écoutez.")
    clone.commit("edited on the server")
    clone.git("checkout", "-q", "main")
    clone.write(PAGE.replace("First, listen.", "First, listen well."))
    clone.update()
    clone.commit("text: listen well")
    clone.git("checkout", "-q", "weblate")
    monkeypatch.chdir(clone.project.folder)
    return clone


def rebased(clone: Clone, home: Path) -> int:
    variables = {**environment(), "GIT_CONFIG_GLOBAL": str(home / ".gitconfig")}
    command = ["git", "rebase", "-q", "main"]
    return subprocess.run(command, cwd=clone.project.folder, env=variables, capture_output=True, check=False).returncode


def test_an_edit_is_kept_when_its_english_changes_under_it(served: Clone, home: Path) -> None:
    CliRunner().invoke(main, ["merge-po", "--install", "--home", str(home)], catch_exceptions=False)

    assert rebased(served, home) == 0
    entry = next(each for each in read_catalog(served.catalog).active if each.msgid == "First, listen well.")
    assert (entry.msgstr, standing(entry)) == ("D’abord, écoutez.", Standing.FUZZY)
    assert entry.previous == ("", "First, listen.")


def test_without_the_driver_that_is_a_conflict(served: Clone, home: Path) -> None:
    assert rebased(served, home) == 1


def test_a_home_is_written_once_and_the_clone_not_at_all(served: Clone, home: Path) -> None:
    settings = (served.project.folder / ".git/config").read_bytes()

    first, second = (
        CliRunner().invoke(main, ["merge-po", "--install", "--home", str(home)], catch_exceptions=False).output
        for _ in range(2)
    )

    assert (f"that belongs to {home}" in first, "already; nothing has changed" in second) == (True, True)
    assert (served.project.folder / ".git/config").read_bytes() == settings
    assert [path.name for path in home.iterdir()] == [".gitconfig"]
