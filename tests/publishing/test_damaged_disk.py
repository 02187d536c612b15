"""When the disk is full, broken or not to be written, a command says so, and every catalog is old or new."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.problems import ExitCode
from tests.publishing.crashing import Ending
from tests.publishing.scenes import (
    FRENCH,
    OTHERS,
    TAGS,
    UPDATE,
    Passage,
    Scene,
    assert_mended,
    assert_old_or_new,
    chosen,
    files,
    is_slow,
    left_over,
    only_on_linux,
    part,
    undisturbed,
)

pytestmark = [only_on_linux, pytest.mark.slow]

MESSAGES = {
    "full": "No space left on device",
    "broken": "Input/output error",
    "read-only": "Read-only file system",
    "powerless": "Permission denied",
}
"""What the system says."""


@pytest.mark.parametrize("fate", ["full", "broken", "read-only"])
def test_an_update_that_the_machine_refuses_says_so_and_leaves_every_catalog_old_or_new(
    behind: Scene, update: Passage, fate: str
) -> None:
    for moment in chosen(update.moments, few=2, each=5):
        folder = behind.copy()

        ending = behind.run(folder, *UPDATE, moment=moment, fate=fate)
        assert_refused(ending, fate)
        assert_old_or_new(folder, update)
        assert_as_before_without_replacing(folder, update, ending)
        assert fate == "read-only" or not left_over(folder)

        assert behind.run(folder, *UPDATE).code == 0
        assert_mended(folder, update)


def assert_refused(ending: Ending, fate: str) -> None:
    assert ending.code == ExitCode.PROBLEM, ending
    assert f": {MESSAGES[fate]} [machine]" in ending.said
    assert "    next: make room" in ending.said
    assert ".new" not in ending.said


def assert_as_before_without_replacing(folder: Path, update: Passage, ending: Ending) -> None:
    """Assert that a template or a language of which no file has been replaced is as it was."""
    calls = [moment.split() for moment in ending.moments if not moment.endswith(".new")]
    touched = {Path(name).parts[:2] for kind, name in calls if kind in ("replace", "remove")}
    now = files(folder)
    for name, data in update.old.items():
        assert now.get(name) == data or Path(name).parts[:2] in touched, name


@pytest.mark.parametrize("name", OTHERS)
def test_another_command_on_a_full_disk_leaves_every_catalog_old_or_new(current: Scene, name: str) -> None:
    passage = undisturbed(current, *OTHERS[name])

    for moment in chosen(passage.moments, few=2, each=3):
        folder = current.copy()
        ending = current.run(folder, *OTHERS[name], moment=moment, fate="full")
        assert_refused(ending, "full")
        assert_old_or_new(folder, passage)
        assert not left_over(folder)

        current.run(folder, *OTHERS[name])
        assert_mended(folder, passage)


def test_a_disk_that_is_really_full_leaves_every_language_old_or_new(behind: Scene, update: Passage) -> None:
    if not behind.grounds.can_mount:
        pytest.skip("this machine lets nobody mount a small disk (unshare -rm); the same is tried with counted calls")
    pages = sum(-(-len(data) // 4096) for data in update.old.values())
    endings = []

    while not endings or endings[-1].code:
        folder = behind.copy()
        room = 4 * (pages + 1 + len(endings) * (1 if is_slow() else 2))
        endings.append(behind.run(folder, *UPDATE, room=room))
        if endings[-1].code:
            assert_refused(endings[-1], "full")
        for tag in TAGS:
            assert part(files(folder), tag) in (part(update.old, tag), part(update.new, tag))
        assert not left_over(folder)
        assert behind.run(folder, *UPDATE).code == 0
        assert_mended(folder, update)

    assert len(endings) > 1


@pytest.mark.parametrize("place", ["locale/fr/LC_MESSAGES", "locale/fr", "locale"])
def test_a_folder_that_may_not_be_written_is_named(behind: Scene, update: Passage, place: str) -> None:
    folder = behind.copy()
    (folder / place).chmod(0o555)

    ending = behind.run(folder, *FRENCH, fate="powerless")
    (folder / place).chmod(0o755)

    assert_refused(ending, "powerless")
    assert f"write {folder / place}/" in ending.said
    assert part(files(folder), "fr") == part(update.old, "fr")
    assert not left_over(folder)
    assert behind.run(folder, *UPDATE).code == 0
    assert_mended(folder, update)
