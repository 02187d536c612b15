"""Bad input ends with one clear message, its exit code, no traceback, and the dist tree as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.cli.menu import main
from builders.problems import ExitCode
from tests.conftest import HEADER, Project


def cop(made: Project, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "builders.cli", *arguments]
    return subprocess.run(
        command, cwd=made.folder, capture_output=True, text=True, check=False, env={**os.environ, **variables}
    )


def a_catalog_with(data: bytes):
    def damage(made: Project) -> None:
        path = made.folder / "locale/fr/LC_MESSAGES/shared.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return damage


def a_page_with(text: str):
    def damage(made: Project) -> None:
        made.write("source/shared/page.rst", f"Page\n====\n\n{text}\n")

    return damage


BAD = {
    "syntax": (a_catalog_with(HEADER.encode() + b'msgid "a\n'), "locale/fr/LC_MESSAGES/shared.po:4"),
    "conflict": (a_catalog_with(HEADER.encode() + b"<<<<<<< HEAD\n"), "unfinished merge"),
    "charset": (a_catalog_with(HEADER.encode() + b'msgid "a"\nmsgstr "\xe9"\n'), "shared.po:5: this line is not UTF-8"),
    "option": (a_page_with(".. keymessage:: key-gen-001\n   :colour: red\n\n   Text."), "no option “colour”"),
    "twice": (
        a_page_with(".. keymessage:: key-gen-001\n\n   One.\n\n.. keymessage:: key-gen-001\n\n   Two."),
        "source/shared/page.rst:8: error: keymessage key-gen-001: the identifier is used twice",
    ),
    "construct": (a_page_with(".. only:: html\n\n   Text."), "source/shared/page.rst:4: error: the directive “only”"),
    "name": (
        lambda made: made.write("source/shared/More.RST", "More\n====\n"),
        "source/shared/More.RST: error: nobody",
    ),
    "picture": (a_page_with(".. image:: nowhere.png\n   :alt: A lamp"), "the picture “nowhere.png” is missing"),
    "ledger": (lambda made: made.write("source/ids.csv", "id,type\nKey 1,keymessage\n"), "source/ids.csv:2"),
    "settings": (lambda made: made.write("source/editions.toml", "version = \n"), "source/editions.toml"),
}


QUICK = ("syntax", "settings")
"""A catalog and a setting; another test has a page, and the others take as long again."""


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in BAD]
)
def test_bad_input_is_answered_with_one_message(project, name: str) -> None:
    made = project("Text.", key_gen_001="keymessage")
    (made.folder / "dist").mkdir()
    keep = made.write("dist/2026.1/kept.txt", "the last good version")
    damage, words = BAD[name]
    damage(made)

    done = cop(made, "publish", "--language", "fr", "--edition", "inventors", "--format", "html")

    assert done.returncode == ExitCode.PROBLEM
    assert words in done.stderr
    assert "next: " in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert list(Path(made.folder / "dist" / "2026.1").iterdir()) == [keep]


@pytest.mark.parametrize(("command", "code"), [("check", ExitCode.FINDINGS), ("update", ExitCode.PROBLEM)])
def test_a_construct_that_some_format_cannot_show_stops_every_command(
    project, monkeypatch, command: str, code: ExitCode
) -> None:
    monkeypatch.chdir(project("Of [Book]_.\n\n.. [Book] A book.\n").folder)

    done = CliRunner().invoke(main, [command])

    said = done.output
    assert done.exit_code == code
    assert "source/shared/page.rst:4: error: a reference to a citation is not for these texts" in said
    assert "source/shared/page.rst:6: error: a citation is not for these texts; write a footnote" in said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--language", "xx"), "no language “xx”"),
        (("--edition", "kids"), "no edition"),
        (("--format", "pdf"), "no format"),
    ],
)
def test_an_unknown_name_is_answered_with_one_message(project, arguments: tuple[str, ...], words: str) -> None:
    done = cop(project("Text."), "publish", *arguments)

    assert done.returncode == ExitCode.PROBLEM
    assert words in done.stderr
    assert "choose one of" in done.stderr


@pytest.mark.slow
def test_sphinx_build_alone_makes_one_artifact(project, tmp_path: Path) -> None:
    made = project("Text.")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", "-D", "language=ar", "-D", "edition=cubs"]

    subprocess.run([*command, str(made.folder / "source"), str(tmp_path / "out")], check=True)

    assert '<html lang="ar" dir="rtl"' in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_sphinx_build_answers_an_unknown_language_without_a_traceback(project, tmp_path: Path) -> None:
    made = project("Text.")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", "language=xx", "-D", "edition=cubs"]

    done = subprocess.run(
        [*command, str(made.folder / "source"), str(tmp_path / "out")], capture_output=True, text=True, check=False
    )

    assert done.returncode == ExitCode.PROBLEM
    assert "no language “xx”" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_terminal_that_has_not_all_letters_shows_question_marks(project) -> None:
    done = cop(project("Text."), "status", "--language", "ar", PYTHONIOENCODING="ascii:strict")

    assert done.returncode == ExitCode.DONE, done.stderr
    assert "ar Arabic" in done.stdout
    assert "?" in done.stdout
