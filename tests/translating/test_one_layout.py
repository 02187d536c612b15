"""Whatever a program has made of the lines of a catalog, the next update brings them back: only what was done shows."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.cli.menu import main
from tests.conftest import Project

LONG = "A text that is so long that every program which wraps lines at seventy-nine characters wraps it in two."
FRENCH = {"A second text.": "Un second texte.", LONG: "Un texte si long que tout programme qui coupe le coupe aussi."}


@pytest.fixture
def made(project, monkeypatch: pytest.MonkeyPatch) -> Project:
    done = project(f"{LONG}\n\nA second text.\n\nA third text.")
    monkeypatch.chdir(done.folder)
    update()
    path = catalog(done)
    text = path.read_text(encoding="utf-8")
    for english, french in FRENCH.items():
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'# seen by A.\nmsgid "{english}"\nmsgstr "{french}"')
    path.write_text(text, encoding="utf-8")
    update()
    return done


def update() -> None:
    done = CliRunner().invoke(main, ["update", "-l", "fr"], catch_exceptions=False)
    assert done.exit_code == 0, done.output


def catalog(made: Project) -> Path:
    return made.folder / "locale/fr/LC_MESSAGES/shared.po"


def translated(text: str) -> str:
    """Return the catalog *text* with its third message translated."""
    return text.replace('"A third text."\nmsgstr ""', '"A third text."\nmsgstr "Trois."')


def rewrapped(path: Path, *options: str) -> None:
    """Save the catalog *path* as a program does that lays everything out anew."""
    assert shutil.which("msgcat")
    subprocess.run(["msgcat", *options, "-o", path, path], check=True, capture_output=True)


@pytest.mark.needs("msgcat")
@pytest.mark.parametrize("options", [("--width=79",), ("--width=20",), ("--no-wrap",), ("--indent", "--width=60")])
def test_a_layout_of_another_program_comes_back_to_ours(made: Project, options: tuple[str, ...]) -> None:
    before = catalog(made).read_bytes()
    rewrapped(catalog(made), *options)

    update()

    assert catalog(made).read_bytes() == before


@pytest.mark.needs("msgcat")
def test_of_a_message_that_was_translated_there_only_that_shows(made: Project) -> None:
    before = catalog(made).read_text(encoding="utf-8")
    rewrapped(catalog(made), "--width=40")
    text = catalog(made).read_text(encoding="utf-8")
    catalog(made).write_text(translated(text), encoding="utf-8")

    update()

    assert catalog(made).read_text("utf-8") == translated(before)


@pytest.mark.needs("msgcat")
def test_what_comes_in_takes_our_layout_and_what_does_not_keeps_its_own(made: Project) -> None:
    before = catalog(made).read_text(encoding="utf-8")
    rewrapped(catalog(made), "--width=40")
    wrapped = catalog(made).read_bytes()
    (made.folder / "out").mkdir()
    back = made.folder / "out" / "shared.po"

    back.write_text(before, encoding="utf-8")
    CliRunner().invoke(main, ["import", str(back)], catch_exceptions=False)
    assert catalog(made).read_bytes() == wrapped

    back.write_text(translated(before), encoding="utf-8")
    CliRunner().invoke(main, ["import", str(back)], catch_exceptions=False)
    assert catalog(made).read_text("utf-8") == translated(before)
