"""Setting up .venv: once, again when a lock has changed, and anew when it was left half-way."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from tests.conftest import ROOT


def read_noxfile(path: Path) -> ModuleType:
    spec = spec_from_file_location("read_noxfile", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Clone:
    """A clone with the real set-up, in which pip only says what it is asked for."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(ROOT / "requirements", folder / "requirements")
        for name in ("noxfile.py", "pyproject.toml"):
            shutil.copyfile(ROOT / name, folder / name)
        self.folder, self.done, self.fails = folder, [], False
        self.noxfile = read_noxfile(folder / "noxfile.py")
        monkeypatch.setattr(self.noxfile, "subprocess", SimpleNamespace(call=self.pip, CalledProcessError=OSError))
        monkeypatch.setattr(self.noxfile, "venv", SimpleNamespace(create=self.create))

    def create(self, home: Path, *, with_pip: bool, clear: bool) -> None:
        self.done.append("made")
        shutil.rmtree(home, ignore_errors=True)
        python = home / self.noxfile.PYTHON.relative_to(home)
        python.parent.mkdir(parents=True)
        python.touch()

    def pip(self, command: list[str | Path], *, close_fds: bool) -> int:
        self.done.append(Path(command[-1]).stem)
        return int(self.fails)

    def set_up(self, *groups: str) -> list[str]:
        """Return what setting up *groups* has done."""
        self.done.clear()
        self.noxfile.set_up(*groups)
        return self.done.copy()

    def change(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clone]:
    nox = ModuleType("nox")
    nox.options = SimpleNamespace()
    nox.Session = object
    nox.session = lambda *function, **_: function[0] if function else lambda decorated: decorated
    monkeypatch.setitem(sys.modules, "nox", nox)
    folder = tmp_path / "a clone"
    folder.mkdir()
    return Clone(folder, monkeypatch)


BASE = ("nox", "publish", "project")


def test_the_environment_is_made_once(clone: Clone) -> None:
    assert clone.set_up(*BASE) == ["made", "nox", "publish", "a clone"]
    assert clone.set_up(*BASE) == []


def test_another_session_adds_what_it_needs(clone: Clone) -> None:
    clone.set_up(*BASE)

    assert clone.set_up(*BASE, "tests") == ["tests"]
    assert clone.set_up(*BASE) == []


@pytest.mark.parametrize("group", ["nox", "publish", "tests"])
def test_a_changed_lock_makes_it_anew(clone: Clone, group: str) -> None:
    clone.set_up(*BASE, "tests")

    clone.change(f"requirements/{group}.txt", "# changed\n")

    assert clone.set_up(*BASE) == ["made", "nox", "publish", "a clone"]


def test_other_commands_of_the_project_are_installed_without_making_it_anew(clone: Clone) -> None:
    clone.set_up(*BASE)

    clone.change("pyproject.toml", '\n[project.optional-dependencies]\nmore = ["click"]\n')

    assert clone.set_up(*BASE) == ["a clone"]


def test_a_setting_of_another_program_changes_nothing(clone: Clone) -> None:
    clone.set_up(*BASE)

    clone.change("pyproject.toml", "\n[tool.other]\nwidth = 1\n")

    assert clone.set_up(*BASE) == []


def test_what_was_left_half_way_is_made_anew(clone: Clone) -> None:
    clone.set_up(*BASE)
    clone.fails = True
    with pytest.raises(SystemExit, match="run the same command again"):
        clone.set_up(*BASE, "tests")
    clone.fails = False

    assert clone.set_up(*BASE, "tests") == ["made", "nox", "publish", "a clone", "tests"]


def test_another_python_makes_it_anew(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.set_up(*BASE)

    monkeypatch.setattr("sys.version_info", (3, 99, 0))

    assert clone.set_up(*BASE)[0] == "made"


def test_nobody_takes_away_the_environment_that_runs(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.set_up(*BASE)
    clone.change("requirements/publish.txt", "# changed\n")

    monkeypatch.setattr("sys.prefix", str(clone.noxfile.HOME))

    with pytest.raises(SystemExit, match="outside of it"):
        clone.set_up(*BASE)
    assert clone.done == []


def test_a_clone_that_has_moved_makes_it_anew(clone: Clone) -> None:
    clone.set_up(*BASE)
    moved = clone.folder.rename(clone.folder.with_name("moved"))

    assert not read_noxfile(moved / "noxfile.py").is_sound()


def test_a_name_behind_which_no_python_stands_is_not_taken_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, code in (("python3.98", 127), ("python3.99", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    names = ("python3.97", "python3.98", "python3.99")
    assert list(filter(read_noxfile(ROOT / "noxfile.py").is_python, names)) == ["python3.99"]
