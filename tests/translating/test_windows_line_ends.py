"""Catalogs with the line ends of Windows: every command takes them, and who writes one says that it has LF now."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.catalogs.merge.merging import BETWEEN, OURS, THEIRS
from builders.catalogs.termbase import DEFINITIONS, TERMBASE, read_definitions, read_termbase
from builders.catalogs.translations import open_translations
from builders.cli.menu import main
from builders.translating.merge_driver import merge_files
from tests.conftest import Project, make_project
from tests.real_text import LOCALE

PAGE = "Page\n====\n\nA first text.\n\nA second text.\n"
CATALOG = """
#: source/shared/page.rst
msgid "Page"
msgstr "Page"

# laid out by hand
#: source/shared/page.rst
msgid   "A first text."
msgstr ""
"Un premier "
"texte."
"""
SHARED = "locale/fr/LC_MESSAGES/shared.po"
NOTICE = f"{SHARED}: warning: the file had the line ends of Windows; it is written with LF line endings"


def with_windows_ends(path: Path) -> Path:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return path


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose French catalog a program for Windows has saved."""
    project = make_project(tmp_path, PAGE, {})
    with_windows_ends(project.catalog("fr", "shared", CATALOG))
    monkeypatch.chdir(tmp_path)
    return project


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def is_mended(made: Project) -> bool:
    data = (made.folder / SHARED).read_bytes()
    return b"\r" not in data and b'msgid   "A first text."\nmsgstr ""\n"Un premier "\n"texte."\n' in data


def test_an_update_takes_it_and_says_once_that_its_line_ends_have_changed(made: Project) -> None:
    first = run("update", "-l", "fr")
    unix = (made.folder / SHARED).read_bytes()
    with_windows_ends(made.folder / SHARED)
    second, third = run("update", "-l", "fr"), run("update", "-l", "fr")

    assert first.output.count(NOTICE) == second.output.count(NOTICE) == 1
    assert "Windows" not in third.output
    assert (made.folder / SHARED).read_bytes() == unix == unix.replace(b"\r", b"")


def test_a_review_takes_it_and_says_so(made: Project) -> None:
    done = run("review", "-l", "fr", "--by", "Amina Example", "--as", "reviewed", "--page", "source/shared/page.rst")

    assert (done.exit_code, done.output.count(NOTICE)) == (0, 1)
    assert b"\r" not in (made.folder / SHARED).read_bytes()


@pytest.mark.parametrize("is_dry", [False, True], ids=["done", "dry run"])
def test_an_import_takes_both_files_and_speaks_of_the_one_that_is_written(made: Project, is_dry: bool) -> None:
    before = (made.folder / SHARED).read_bytes()
    back = made.folder / "shared.po"
    back.write_bytes(before.replace(b"Un premier ", b"Un tout premier "))

    done = run("import", back, "-l", "fr", *(["--dry-run"] if is_dry else []))

    assert done.output.count(NOTICE) == done.output.count("Windows;") == 1
    assert ((made.folder / SHARED).read_bytes() == before) is is_dry


def test_reading_commands_take_it_and_change_nothing(made: Project) -> None:
    before = (made.folder / SHARED).read_bytes()

    assert run("status", "-l", "fr").exit_code == 0
    assert open_translations(made.settings, made.settings.language("fr")).find("shared", "", "A first text.")
    assert (made.folder / SHARED).read_bytes() == before


def test_a_template_is_up_to_date_with_either_line_end_and_written_with_lf(made: Project) -> None:
    run("extract")
    template = with_windows_ends(made.folder / "locale/shared.pot")

    assert run("extract", "--check").exit_code == 0
    assert "locale/shared.pot: warning: the file had the line ends of Windows" in run("extract").output
    assert b"\r" not in template.read_bytes()


@pytest.mark.parametrize("side", ["base", "ours", "theirs"])
def test_the_merge_driver_takes_any_side_and_speaks_of_ours(made: Project, side: str) -> None:
    unix = (made.folder / SHARED).read_bytes().replace(b"\r\n", b"\n")
    texts = {
        "base": unix,
        "ours": unix.replace(b'"Page"\n\n', b'"La page"\n\n'),
        "theirs": unix.replace(b"Un ", b"Le "),
    }
    files = {name: made.folder / name for name in texts}
    for name, data in texts.items():
        files[name].write_bytes(data.replace(b"\n", b"\r\n") if name == side else data)

    merged = merge_files(files["base"], files["ours"], files["theirs"], name=SHARED)

    assert files["ours"].read_bytes() == texts["ours"].replace(b"Un ", b"Le ")
    assert [str(each).partition("\n")[0] for each in merged.findings] == [f"{NOTICE} [line-ends-changed]"] * (
        side == "ours"
    )


def test_conflicts_are_settled_in_it(made: Project) -> None:
    path = made.folder / SHARED
    entry = 'msgid "Page"\nmsgstr "{}"\n'
    conflict = f"{OURS}\n{entry.format('Page')}\n{BETWEEN}\n{entry.format('Feuille')}\n{THEIRS}\n"
    unix = path.read_text(encoding="utf-8").replace("\r\n", "\n").replace(entry.format("Page"), conflict)
    path.write_bytes(unix.replace("\n", "\r\n").encode())

    done = run("merge-po", "--settle", SHARED)

    assert done.output.startswith(f"{NOTICE} [line-ends-changed]\n")
    assert (done.exit_code, "1 conflict put together" in done.output) == (0, True)
    assert b"# the other branch has: Feuille\n" in path.read_bytes()
    assert is_mended(made)


def test_the_memory_is_read_and_written_with_lf(made: Project) -> None:
    path = made.folder / SHARED
    path.write_bytes(path.read_bytes() + b'\r\nmsgid "Gone."\r\nmsgstr "Parti."\r\n')
    run("update", "-l", "fr")
    memory = with_windows_ends(made.folder / "locale/fr/memory.tmx")

    assert "locale/fr/memory.tmx: warning: the file had the line ends of Windows" in run("update", "-l", "fr").output
    assert b"\r" not in memory.read_bytes()


def test_tables_of_terms_are_read_with_either_line_end(tmp_path: Path) -> None:
    for name, read in ((TERMBASE, read_termbase), (DEFINITIONS, read_definitions)):
        path = tmp_path / name
        path.write_bytes((LOCALE / name).read_bytes())

        assert read(with_windows_ends(path)) == read(LOCALE / name) != ()
