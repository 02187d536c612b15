"""Whenever a command is killed, every catalog is old or new, and no translation is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from builders.publishing.lock import one_at_a_time
from tests.publishing.crashing import wait_for_lock
from tests.publishing.scenes import (
    OTHERS,
    UPDATE,
    Passage,
    Scene,
    assert_mended,
    assert_old_or_new,
    chosen,
    only_on_linux,
    translations,
    undisturbed,
)

pytestmark = [only_on_linux, pytest.mark.slow]


def test_the_update_has_every_kind_of_moment(update: Passage) -> None:
    names = {Path(name).name for name in update.between}

    assert len(update.moments) >= 100
    assert translations(update.new) >= translations(update.old)
    assert names == {"cubs.po"}
    assert {moment.split()[0] for moment in update.moments} >= {"create", "write", "sync", "replace", "remove"}
    assert any(name.endswith("memory.tmx") and data != update.old[name] for name, data in update.new.items())
    assert {name for name in update.old if name not in update.new} > {
        "locale/attic.pot",
        "locale/fr/LC_MESSAGES/attic.po",
    }


@pytest.mark.parametrize(
    ("fate", "few", "each"),
    [("kill", 3, 1), ("orphan", 2, 5), ("worker", 2, 5)],
)
def test_an_update_that_is_killed_leaves_every_catalog_old_or_new(
    behind: Scene, update: Passage, fate: str, few: int, each: int
) -> None:
    for moment in chosen(update.moments, few=few, each=each):
        folder = behind.copy()

        ending = behind.run(folder, *UPDATE, moment=moment, fate=fate)
        assert ending.code == -signal.SIGKILL or (fate != "kill" and "[update-ended]" in ending.said), ending
        assert_old_or_new(folder, update)

        again = behind.run(folder, *UPDATE)
        assert again.code == 0, again.said
        assert_mended(folder, update)


@pytest.mark.parametrize("name", OTHERS)
def test_another_command_that_is_killed_leaves_every_catalog_old_or_new(current: Scene, name: str) -> None:
    passage = undisturbed(current, *OTHERS[name])
    assert passage.new != passage.old

    for moment in chosen(passage.moments, few=2, each=3):
        folder = current.copy()
        killed = current.run(folder, *OTHERS[name], moment=moment)
        assert killed.code == -signal.SIGKILL
        assert_old_or_new(folder, passage)

        current.run(folder, *OTHERS[name])
        if name == "merge-po":
            with one_at_a_time(folder):  # git calls it beside other commands: the next of those tidies up
                pass
        assert_mended(folder, passage)


@dataclass(frozen=True)
class Pace:
    """How many seconds an undisturbed update takes until it begins to write, and from there to its end."""

    reading: float
    writing: float


@pytest.fixture(scope="module")
def pace(behind: Scene) -> Pace:
    folder = behind.copy()
    start = time.monotonic()
    process = start_update(folder)
    wait_for_writing(process, folder, behind)
    written = time.monotonic()
    assert process.wait() == 0
    return Pace(reading=written - start, writing=time.monotonic() - written)


@pytest.mark.parametrize("seed", range(50))
def test_a_process_that_is_killed_at_any_time_leaves_every_catalog_old_or_new(
    behind: Scene, update: Passage, pace: Pace, seed: int
) -> None:
    folder = killed_at_random(behind, pace, random.Random(seed))
    assert_old_or_new(folder, update)

    assert behind.run(folder, *UPDATE).code == 0
    assert_mended(folder, update)


def killed_at_random(scene: Scene, pace: Pace, chance: random.Random) -> Path:
    """Return the folder of an update that was killed: three of five while it writes, the others at any time.

    One that has ended before it was killed does not count; it was faster than the pace, and the next is killed sooner.
    """
    haste = 0
    while True:
        haste += 1
        folder = scene.copy()
        process = start_update(folder)
        if chance.random() < 3 / 5:
            wait_for_writing(process, folder, scene)
            time.sleep(chance.uniform(0, pace.writing / haste))
        else:
            time.sleep(chance.uniform(0, (pace.reading + pace.writing) / haste))
        chance.choice((os.kill, os.killpg))(process.pid, signal.SIGKILL)
        code = process.wait()
        wait_for_lock(folder)
        if code == -signal.SIGKILL:
            return folder


def start_update(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "builders.cli", *UPDATE]
    return subprocess.Popen(command, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL)


def wait_for_writing(process: subprocess.Popen[bytes], folder: Path, scene: Scene) -> None:
    """Wait until the first file is made: the templates come first."""
    untouched = (scene.folder / "locale").stat().st_mtime_ns
    while (folder / "locale").stat().st_mtime_ns == untouched:
        assert process.poll() is None
        time.sleep(0.005)
