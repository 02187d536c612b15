"""Whoever has the tools as a wheel, and no clone, starts a guideline, publishes and tests it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_noxfile import read_noxfile

pytestmark = pytest.mark.slow

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")


def run(*command: str | Path, folder: Path) -> str:
    """Return what *command* prints where nothing of this clone can be imported."""
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of an environment in which pip has installed the wheel; its dependencies are borrowed."""
    folder = tmp_path_factory.mktemp("away")
    copy = folder / "copy"
    copy.mkdir()
    read_noxfile(ROOT / "noxfile.py").copy_tools(copy)
    # Building takes a newer setuptools than some Pythons have: pip looks for it in the index.
    run(sys.executable, *PIP, "wheel", "--no-deps", "--wheel-dir", folder, copy, folder=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / Path(sys.executable).parent.name
    run(programs / "python", *PIP, "install", "--no-deps", "--no-index", wheel, folder=folder)
    library = sysconfig.get_path("purelib", vars={"base": str(folder / "venv")})
    (Path(library) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


@pytest.fixture(scope="module")
def begun(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ministry")
    run(installed / "cop", "new", "guideline", "hand-hygiene", folder=folder)
    return folder / "hand-hygiene"


def test_the_project_names_the_wheel(begun: Path) -> None:
    named = tomllib.loads((begun / "source/guideline.toml").read_text(encoding="utf-8"))["tools"]

    assert not Path(named).is_absolute()
    assert (begun / named).suffix == ".whl"
    assert (begun / named).is_file()


def test_the_wheel_brings_what_it_says_in_french(begun: Path) -> None:
    labels = (begun / "locale/fr/LC_MESSAGES/labels.po").read_text(encoding="utf-8")

    assert 'msgid "Contents"\nmsgstr "Table des matières"' in labels


def test_the_tests_of_the_project_find_nothing(installed: Path, begun: Path) -> None:
    said = run(installed / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", folder=begun)

    assert "4 passed" in said
