"""The menu of a guideline that has just begun: it sets up its tools once, and again when they are others."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from builders.authoring.new_guideline import start_guideline
from tests.test_noxfile import read_noxfile


class Begun:
    """A guideline that has begun, in which pip only says what it is asked for."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch, self.fails = folder, monkeypatch, False
        self.done: list[list[str]] = []

    def name_tools(self, name: str) -> None:
        (self.folder / "source/guideline.toml").write_text(f'tools = "{name}"\n', encoding="utf-8")

    def set_up(self) -> list[list[str]]:
        """Return what pip was asked for, without what is always the same."""
        self.done.clear()
        noxfile = read_noxfile(self.folder / "noxfile.py")
        self.monkeypatch.setattr(noxfile, "subprocess", SimpleNamespace(run=self.pip, PIPE=None))
        self.monkeypatch.setattr(noxfile, "venv", SimpleNamespace(create=self.create))
        noxfile.set_up()
        return self.done.copy()

    def create(self, home: Path, *, with_pip: bool, clear: bool) -> None:
        home.mkdir(exist_ok=True)
        (home / "installed").unlink(missing_ok=True)

    def pip(self, command: list[str | Path], **_: object) -> SimpleNamespace:
        self.done.append([Path(word).name for word in command[4:]])
        return SimpleNamespace(returncode=int(self.fails), stdout="sphinx==9.0.4\n")


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Begun:
    nox = ModuleType("nox")
    nox.options = SimpleNamespace()
    nox.Session = object
    nox.session = lambda function, **_: function
    monkeypatch.setitem(sys.modules, "nox", nox)
    start_guideline(tmp_path / "ours", date(2031, 5, 6))
    (tmp_path / "tools.whl").write_text("a wheel", encoding="utf-8")
    made = Begun(tmp_path / "ours", monkeypatch)
    made.name_tools("../tools.whl")
    return made


FREEZE = ["freeze", "--exclude-editable", "--exclude", "cop-tools"]
KEPT = ["--constraint", "requirements.txt"]


def test_the_tools_are_installed_once(begun: Begun) -> None:
    assert begun.set_up() == [["install", "--quiet", "nox", "pytest", "tools.whl"], FREEZE]
    assert begun.set_up() == []


def test_the_versions_of_the_first_time_are_kept(begun: Begun) -> None:
    begun.set_up()
    (begun.folder / ".venv/installed").unlink()

    assert begun.set_up() == [["install", "--quiet", *KEPT, "nox", "pytest", "tools.whl"]]


def test_another_wheel_of_the_same_name_is_installed(begun: Begun) -> None:
    begun.set_up()

    (begun.folder.parent / "tools.whl").write_text("a newer wheel", encoding="utf-8")

    assert begun.set_up() == [["install", "--quiet", *KEPT, "nox", "pytest", "tools.whl"]]


@pytest.mark.parametrize(("name", "asked"), [("../clone", ["--editable", "clone"]), ("cop==3", ["cop==3"])])
def test_tools_may_be_a_clone_or_what_an_index_has(begun: Begun, name: str, asked: list[str]) -> None:
    (begun.folder.parent / "clone").mkdir()
    begun.name_tools(name)

    assert begun.set_up()[0] == ["install", "--quiet", "nox", "pytest", *asked]


def test_what_fails_is_tried_again(begun: Begun) -> None:
    begun.fails = True
    with pytest.raises(SystemExit, match="run the same command again"):
        begun.set_up()
    begun.fails = False

    assert begun.set_up()[0][0] == "install"


def test_nobody_takes_away_the_environment_that_runs(begun: Begun, monkeypatch: pytest.MonkeyPatch) -> None:
    begun.set_up()
    begun.name_tools("other==1")

    monkeypatch.setattr("sys.prefix", str(begun.folder / ".venv"))

    with pytest.raises(SystemExit, match="outside of it"):
        begun.set_up()
    assert begun.done == []
