"""Poedit and Lokalize save one message of a catalog: after an update, that message and the header have changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.cli.menu import main
from tests.byte_comparing import HEADER, Difference, differences
from tests.conftest import Project
from tests.programs.desktop import desktop

pytestmark = [pytest.mark.slow, pytest.mark.desktop, *map(pytest.mark.needs, ("Xvfb", "openbox", "xdotool"))]

LONG = (
    "A text that is so long that a program which wraps lines at the width of a terminal breaks it into several lines."
)
MARKS = ("# review:", "#, fuzzy", "#| msgid", "#~ msgid")
"""What a catalog holds beside texts."""
TYPED = " Encore."


@dataclass(frozen=True)
class Program:
    """How a program is started, and where it is typed."""

    command: tuple[str, ...]
    title: str
    """What its window is called, in part."""
    place: tuple[int, int]
    """Where the translation stands in a window of one size."""
    settings: dict[str, str]
    """What it would ask for at its first start, by file."""


IDENTITY = "[Identity]\nauthorName=Ana\nauthorLocalizedName=Ana\nauthorEmail=ana@example.org\nDefaultLangCode=fr\n"
POEDIT = Program(("poedit",), "shared.po", (200, 780), {})
LOKALIZE = Program(("dbus-run-session", "--", "lokalize"), "Lokalize", (800, 420), {"lokalizerc": IDENTITY})


@pytest.fixture
def made(project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with a translation that is reviewed, a fuzzy one, one of no use any more, and none."""
    done = project(f"A first text.\n\n{LONG}\n\nA third text, and more.\n\nA fourth text.\n")
    monkeypatch.chdir(done.folder)
    done.catalog(
        "fr",
        "shared",
        f"""
        msgid "Page"
        msgstr "La page"

        msgid "A first text."
        msgstr "Un premier texte."

        msgid "{LONG}"
        msgstr "Un texte si long qu’un programme qui coupe à la largeur d’un terminal en fait plusieurs lignes."

        #, fuzzy
        #| msgid "A third text."
        msgid "A third text, and more."
        msgstr "Un troisième texte."

        msgid "A text that has gone, and comes back one day."
        msgstr "Un texte parti."
        """,
    )
    run("update", "-l", "fr")
    review = ["review", "-l", "fr", "--by", "Amina Example", "--as", "reviewed", "--all-translated"]
    run(*review)
    held = (done.folder / "locale/fr/LC_MESSAGES/shared.po").read_text(encoding="utf-8")
    assert [mark for mark in MARKS if mark not in held] == []
    return done


def run(*arguments: str) -> str:
    """Return what the command prints, which goes well."""
    done = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def saved(made: Project, program: Program, home: Path) -> list[Difference]:
    """Let somebody change one message in *program*, and return what differs after an update."""
    catalog = made.folder / "locale/fr/LC_MESSAGES/shared.po"
    before = catalog.read_bytes()
    (home / ".config").mkdir(parents=True)
    for name, text in program.settings.items():
        (home / ".config" / name).write_text(text, encoding="utf-8")
    with desktop(home) as screen:
        screen.start(*program.command, str(catalog))
        screen.type_into(screen.window(program.title), program.place, TYPED, catalog)
    run("update", "-l", "fr")
    return differences(before, catalog.read_bytes())


@pytest.mark.needs("poedit")
def test_poedit_changes_the_message_and_the_header(made: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    header, message = saved(made, POEDIT, tmp_path_factory.mktemp("home"))

    assert header.text == HEADER
    assert any("X-Generator: Poedit" in line for line in header.came)
    assert [line.endswith(f'{TYPED}"') for line in message.came] == [True]


@pytest.mark.needs("lokalize")
@pytest.mark.needs("dbus-run-session")
def test_lokalize_changes_the_message_and_the_header(made: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    header, message = saved(made, LOKALIZE, tmp_path_factory.mktemp("home"))

    assert header.text == HEADER
    assert any("X-Generator: Lokalize" in line for line in header.came)
    assert [line.endswith(f'{TYPED}"') for line in message.came] == [True]


@pytest.mark.needs("poedit")
def test_what_poedit_compiles_beside_the_catalog_stops_nothing(
    made: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    saved(made, POEDIT, tmp_path_factory.mktemp("home"))

    said = run("status", "-l", "fr")

    assert (made.folder / "locale/fr/LC_MESSAGES/shared.mo").exists()
    assert "compiled-catalog" in said
