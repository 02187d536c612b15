"""OmegaT opens the project of a kit, and what it writes changes the message that was translated, and no other."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.exchange.omegat import FILTERS, format_project
from builders.cli.menu import main
from builders.model.languages import Language
from tests.conftest import Project

pytestmark = [pytest.mark.slow, pytest.mark.needs("omegat")]

FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French")
MEMORY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" '
    'adminlang="EN-US" datatype="plaintext" creationtoolversion="3.6" segtype="paragraph" srclang="EN"/><body>'
    '<tu><tuv lang="EN"><seg>A third text.</seg></tuv><tuv lang="FR"><seg>Un troisième texte.</seg></tuv></tu>'
    "</body></tmx>\n"
)


@pytest.fixture
def made(project, monkeypatch: pytest.MonkeyPatch) -> Project:
    done = project("A first text.\n\nA second text.\n\nA third text.")
    monkeypatch.chdir(done.folder)
    CliRunner().invoke(main, ["update", "-l", "fr"], catch_exceptions=False)
    path = catalog(done)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"A first text."\nmsgstr ""', '"A first text."\nmsgstr "Un texte."'), encoding="utf-8")
    return done


def catalog(made: Project) -> Path:
    return made.folder / "locale/fr/LC_MESSAGES/shared.po"


def opened(made: Project, tmp_path: Path) -> Path:
    """Lay the project as a kit does, with a translation that somebody has made in it, and let OmegaT write it."""
    home = tmp_path / "omegat"
    for folder in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (home / folder).mkdir(parents=True)
    (home / "omegat.project").write_bytes(format_project(FRENCH))
    (home / "omegat/filters.xml").write_bytes(FILTERS)
    (home / "omegat/project_save.tmx").write_text(MEMORY, encoding="utf-8")
    shutil.copyfile(catalog(made), home / "source/shared.po")
    command = ["omegat", str(home), "--mode=console-translate", f"--config-dir={tmp_path / 'settings'}", "--quiet"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return home / "target/shared.po"


def test_one_message_comes_back_and_nothing_else_changes(made: Project, tmp_path: Path) -> None:
    before = catalog(made).read_text(encoding="utf-8")

    written = opened(made, tmp_path)
    done = CliRunner().invoke(main, ["import", "-l", "fr", str(written)], catch_exceptions=False)

    assert "1 translated" in done.output
    assert catalog(made).read_text(encoding="utf-8") == before.replace(
        'third text."\nmsgstr ""', 'third text."\nmsgstr "Un troisième texte."'
    )


def test_the_header_is_no_segment(made: Project, tmp_path: Path) -> None:
    home = opened(made, tmp_path).parents[1]

    statistics = (home / "omegat" / "project_stats.txt").read_text(encoding="utf-8")
    assert re.search(r"Total:\s+4\b", statistics)  # the title of the page, and three texts
