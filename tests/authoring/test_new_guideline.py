"""A guideline of somebody else begins with one command, and is whole from the first moment."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.authoring.new_block import start_block
from builders.authoring.new_guideline import start_guideline
from builders.cli.menu import main
from builders.editions.source_reading import parse_source
from builders.problems import Problem
from builders.settings import read_settings, tools
from tests.conftest import ROOT

TODAY = date(2031, 5, 6)


def begin(folder: Path) -> Result:
    return CliRunner().invoke(main, ["new", "guideline", str(folder)], catch_exceptions=False)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ministry") / "hand-hygiene"
    result = begin(folder)
    assert result.exit_code == 0, result.output
    return folder


def test_it_is_called_what_its_folder_is_called(begun: Path) -> None:
    titles = [edition.title for edition in read_settings(begun).editions]

    assert titles == ["Hand hygiene: guidelines for professionals", "Hand hygiene: guidelines for everybody"]


def test_its_tools_are_where_they_ran(begun: Path) -> None:
    named = tomllib.loads((begun / "source/guideline.toml").read_text(encoding="utf-8"))["tools"]

    assert (begun / named).resolve() == ROOT


@pytest.mark.slow
def test_its_own_tests_find_nothing(begun: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=begun,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("domain", ["shared", "professionals", "public"])
def test_its_text_is_translated(begun: Path, domain: str) -> None:
    text = (begun / f"locale/fr/LC_MESSAGES/{domain}.po").read_text(encoding="utf-8")

    assert text.count("\nmsgid ") >= 2
    assert 'msgstr ""' not in text.partition("\n\n")[2]


@pytest.mark.parametrize("block", ["recommendation", "checkitem", "checklist", "keymessage", "procedure"])
def test_blocks_begin_in_it_without_registries(begun: Path, tmp_path: Path, block: str) -> None:
    shutil.copytree(begun / "source", tmp_path / "source")
    shutil.copytree(begun / "locale", tmp_path / "locale")

    start_block(read_settings(tmp_path), block, "shared/first-page")

    assert "shared/first-page" in parse_source(read_settings(tmp_path))


def test_no_file_stands_over_another(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(Problem, match="folder-not-empty"):
        start_guideline(tmp_path, TODAY)

    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    start_guideline(tmp_path, TODAY)

    assert read_settings(tmp_path).released == TODAY
    assert os.access(tmp_path / ".ci/run", os.X_OK)


@pytest.mark.parametrize("name", ["---", 'a "quoted" \\ name', "صحة"])
def test_any_folder_gives_a_name(tmp_path: Path, name: str) -> None:
    start_guideline(tmp_path / name, TODAY)

    assert read_settings(tmp_path / name).editions[0].title.endswith(": guidelines for professionals")


def test_the_folder_has_to_be_named() -> None:
    result = CliRunner().invoke(main, ["new", "guideline"])

    assert result.exit_code == 2
    assert "the folder of the guideline is missing" in result.output


@pytest.mark.parametrize(
    ("origin", "named"),
    [
        ({"url": "file:///srv/tools/cop_tools-2.whl"}, "../../srv/tools/cop_tools-2.whl"),
        ({"url": "https://example.org/cop.whl"}, "cop-tools @ https://example.org/cop.whl"),
        (
            {"url": "https://example.org/cop", "vcs_info": {"vcs": "git", "commit_id": "f00"}},
            "cop-tools @ git+https://example.org/cop@f00",
        ),
        ({}, "cop-tools==2.0"),
    ],
)
def test_installed_tools_are_named_as_they_came(monkeypatch, origin: dict[str, object], named: str) -> None:
    monkeypatch.setattr(tools, "is_clone", lambda: False)
    monkeypatch.setattr(tools, "distribution", lambda name: Installed(origin))

    assert tools.tools_for(Path("/home/ministry")) == named


class Installed:
    version = "2.0"

    def __init__(self, origin: dict[str, object]) -> None:
        self.origin = origin

    def read_text(self, name: str) -> str | None:
        return json.dumps(self.origin) if self.origin and name == "direct_url.json" else None
