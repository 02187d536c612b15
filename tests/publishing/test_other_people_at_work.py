"""What somebody else saves or runs while a command is at work stays as they have it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.files import replace_files
from builders.cli.menu import main
from builders.problems import ExitCode, Problem
from builders.publishing.lock import one_at_a_time
from tests.publishing.fates import SAVED
from tests.publishing.scenes import (
    FRENCH,
    OTHERS,
    UPDATE,
    Scene,
    chosen,
    files,
    left_over,
    only_on_linux,
    translations,
    undisturbed,
)

pytestmark = [only_on_linux, pytest.mark.slow]


def test_a_translation_that_is_saved_during_an_update_stays(behind: Scene) -> None:
    assert_saved_stays(behind, *FRENCH)


@pytest.mark.parametrize("name", ["review", "import"])
def test_a_translation_that_is_saved_during_another_command_stays(current: Scene, name: str) -> None:
    assert_saved_stays(current, *OTHERS[name])


def assert_saved_stays(scene: Scene, *command: str) -> None:
    passage = undisturbed(scene, *command)
    first = next(number for number, moment in enumerate(passage.moments, 1) if " locale/fr/" in moment)
    own = passage.moments.index("replace locale/fr/LC_MESSAGES/shared.po") + 1
    every = chosen(passage.moments, few=2, each=3)
    for moment in sorted({*every, first, own - 1, own + 1} - {own}):
        folder = scene.copy()

        ending = scene.run(folder, *command, moment=moment, fate="save")
        if first <= moment < own:
            assert ending.code == ExitCode.PROBLEM
            assert "LC_MESSAGES/shared.po: somebody has saved" in ending.said
        assert translations(files(folder)) >= {*translations(passage.old), ("fr", SAVED)}
        assert not left_over(folder)

        assert scene.run(folder, *command).code == 0
        assert translations(files(folder)) >= {*translations(passage.old), ("fr", SAVED)}


def test_a_catalog_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    catalog = tmp_path / "shared.po"
    catalog.write_bytes(b"saved")

    with pytest.raises(Problem, match="catalog-changed-meanwhile"):
        replace_files([(catalog, b"made")], seen={})

    assert [path.name for path in tmp_path.iterdir()] == ["shared.po"]
    assert catalog.read_bytes() == b"saved"


def test_a_catalog_that_another_one_was_made_from_may_not_change_either(tmp_path: Path) -> None:
    catalog, source = tmp_path / "shared.po", tmp_path / "cubs.po"
    source.write_bytes(b"saved")

    with pytest.raises(Problem, match="cubs.po: somebody has saved"):
        replace_files([(catalog, b"made")], seen={source: b"read"})

    assert not catalog.exists()


@pytest.mark.parametrize("command", [FRENCH, ("extract",), *OTHERS.values()], ids=lambda command: command[0])
def test_two_commands_do_not_write_at_once(current: Scene, command: tuple[str, ...], monkeypatch) -> None:
    folder = current.copy()
    monkeypatch.chdir(folder)

    with one_at_a_time(folder):
        done = CliRunner().invoke(main, command)

    if command[0] == "merge-po":  # git calls it, for files of its own
        assert done.exit_code == 0
    else:
        assert done.exit_code == ExitCode.PROBLEM
        assert "another run is publishing or updating this project" in done.stderr


def test_a_broken_catalog_is_named_when_several_languages_are_updated_side_by_side(behind: Scene) -> None:
    folder = behind.copy()
    with (folder / "locale/ar/LC_MESSAGES/shared.po").open("a", encoding="utf-8") as file:
        file.write("broken\n")

    ending = behind.run(folder, *UPDATE)

    assert ending.code == ExitCode.PROBLEM
    assert "locale/ar/LC_MESSAGES/shared.po:" in ending.said
    assert "fault of the program" not in ending.said
