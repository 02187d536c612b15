"""``cop check --fix`` writes what is certain into the catalogs, and leaves to people what they answer for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.catalogs.po.reading import read_catalog
from builders.cli.menu import main
from tests.conftest import Project, make_project

PAGE = """\
What can you do?

Tell **somebody**: you are not alone.

Pause, look, choose.
"""
ONLY_FOR_PARENTS = f"Page\n====\n\n.. audience:: people-and-neighbours\n\n   {PAGE.partition(chr(10))[0]}\n"
ENTRIES = """\
# A comment that stays.
msgid "What can you do?"
msgstr "Que peux-tu faire?"

msgid "Tell **somebody**: you are not alone."
msgstr ""
"Parle à **quelqu’un**: tu n’es  pas "
"seul."

msgid "Pause, look, choose."
msgstr "Pause , regarde, choisis."
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = make_project(tmp_path, f"Page\n====\n\n{PAGE}", {})
    made.catalog("fr", "shared", ENTRIES)
    monkeypatch.chdir(tmp_path)
    return made


def path_of(site: Project) -> Path:
    return site.folder / "locale" / "fr" / "LC_MESSAGES" / "shared.po"


def fix(*options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--profile", "translation", "-l", "fr", "--fix", *options])


def texts(site: Project) -> list[str]:
    return [entry.msgstr for entry in read_catalog(path_of(site)).entries]


def test_what_is_certain_is_written(site: Project) -> None:
    fix()

    assert texts(site) == [
        "Que peux-tu faire\u00a0?",
        "Parle à **quelqu’un**\u00a0: tu n’es pas seul.",
        "Pause, regarde, choisis.",
    ]


def test_it_is_said_what_has_changed(site: Project) -> None:
    said = fix().stderr

    assert "    - Pause , regarde, choisis.\n    + Pause, regarde, choisis.\n" in said
    assert "\n3 translations mended.\n" in said


def test_the_findings_are_those_of_the_mended_text(site: Project) -> None:
    assert "[spacing]" not in fix().stdout


def test_a_second_run_changes_nothing(site: Project) -> None:
    fix()
    before = path_of(site).read_bytes()

    said = fix().stderr

    assert path_of(site).read_bytes() == before
    assert said.endswith("0 translations mended.\n")


def test_other_lines_keep_every_byte(site: Project) -> None:
    right = ENTRIES.replace("**: tu n’es  pas", "**\u00a0: tu n’es pas").replace("Pause ,", "Pause,")
    path = site.catalog("fr", "shared", right)
    before = path.read_text(encoding="utf-8")

    fix()

    assert path.read_text(encoding="utf-8") == before.replace("faire?", "faire\u00a0?")


def test_what_somebody_has_reviewed_stays(site: Project) -> None:
    CliRunner().invoke(main, ["review", "-l", "fr", "--by", "Amina", "--as", "reviewed", "--all-translated"])
    before = path_of(site).read_bytes()

    said = fix().stderr

    assert path_of(site).read_bytes() == before
    assert "0 translations mended; 3 left, as somebody has reviewed them." in said


def test_what_is_waived_stays(site: Project) -> None:
    site.write(
        "locale/fr/waivers.toml",
        """\
        [[waiver]]
        check = "spacing"
        at = "locale/fr/LC_MESSAGES/shared.po"
        reason = "the old way of writing"
        name = "Amina Example"
        """,
    )

    fix()

    assert texts(site)[0] == "Que peux-tu faire?"


def test_only_what_readers_of_the_edition_see_is_mended(site: Project) -> None:
    site.write("source/shared/page.rst", ONLY_FOR_PARENTS)

    fix("-e", "inventors")
    first = texts(site)
    fix("-e", "people-and-neighbours")

    assert (first[0], texts(site)[0]) == ("Que peux-tu faire?", "Que peux-tu faire\u00a0?")


def test_the_english_text_has_nothing_to_mend() -> None:
    refused = CliRunner().invoke(main, ["check", "--fix"])

    assert refused.exit_code == 2
    assert "give --profile translation" in refused.output
