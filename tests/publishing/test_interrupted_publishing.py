"""Whenever a publication is interrupted, dist/ holds the old or the new version, complete, from the next command on."""

from __future__ import annotations

import hashlib
import json
import shutil
import signal
from functools import cache
from pathlib import Path

import pytest

from builders.problems import ExitCode
from builders.publishing.cache import measure
from tests.publishing.scenes import FRENCH, PUBLISH, Scene, Version, chosen, only_on_linux, version_in

pytestmark = [only_on_linux, pytest.mark.slow]


@cache
def passage(scene: Scene) -> tuple[Version, Version, tuple[str, ...]]:
    """Return the version before and after an undisturbed publication, and the moments of it."""
    folder = scene.copy()
    ending = scene.run(folder, *PUBLISH)
    assert ending.code == 0, ending.said
    assert_keeps_its_promise(folder / "dist" / "2026.1")
    return version_in(scene.folder), version_in(folder), ending.moments


def own_moments(scene: Scene) -> tuple[str, ...]:
    """Return the moments that only this scene has: those in the cache, which come first, where there are any."""
    _, _, moments = passage(scene)
    kept = tuple(moment for moment in moments if " .cache/" in moment)
    assert moments[: len(kept)] == kept
    return kept or moments


def assert_keeps_its_promise(version: Path) -> None:
    """Assert that everything which the manifest of *version* lists is there, with the checksum it says."""
    manifest = json.loads((version / "manifest.json").read_text(encoding="utf-8"))
    for record in manifest["artifacts"]:
        assert measure(version / record["path"]) == (record["files"], record["bytes"], record["sha256"])
    for record in manifest["data"]:
        assert hashlib.sha256((version / record["path"]).read_bytes()).hexdigest() == record["sha256"]


def between_the_renames(scene: Scene) -> int:
    """Return the moment at which the old version stands aside and the new one not yet in its place."""
    _, _, moments = passage(scene)
    return max(number for number, moment in enumerate(moments, 1) if moment == "replace dist/2026.1")


def test_publishing_has_every_kind_of_moment(published: Scene) -> None:
    old, new, moments = passage(published)

    assert old["manifest.json"] != new["manifest.json"]
    assert old.keys() == new.keys()
    assert len(moments) >= 100
    assert {moment.split()[0] for moment in moments} == {
        *("folder", "create", "write", "chmod", "sync", "replace", "remove")
    }


def test_everything_is_on_the_disk_before_the_new_version_takes_its_place(published: Scene) -> None:
    _, new, moments = passage(published)

    before = [moment.split() for moment in moments[: between_the_renames(published) - 1]]
    synced = {path.partition("/.2026.1-new-")[2].partition("/")[2] for kind, path in before if kind == "sync"}

    folders = {parent.as_posix() for name in new for parent in Path(name).parents}
    assert synced == {*new, *folders - {"."}, ""}


def test_a_publication_that_is_killed_leaves_the_old_or_the_new_version(edition: Scene) -> None:
    old, new, _ = passage(edition)
    moments = own_moments(edition)

    for moment in chosen(moments, few=1):
        folder = edition.copy()
        assert edition.run(folder, *PUBLISH, moment=moment).code == -signal.SIGKILL
        assert edition.run(folder, *PUBLISH, moment=1, fate="full").code in (ExitCode.DONE, ExitCode.PROBLEM)
        assert version_in(folder) in (old, new), moments[moment - 1]

        assert edition.run(folder, *PUBLISH).code == 0
        assert version_in(folder) == new
        assert_nothing_beside(folder)


@pytest.mark.parametrize(
    ("fate", "said"),
    [
        ("full", "No space left on device"),
        ("broken", "Input/output error"),
    ],
)
def test_a_machine_that_refuses_is_named_and_leaves_the_old_or_the_new_version(
    edition: Scene, fate: str, said: str
) -> None:
    old, new, _ = passage(edition)
    moments = own_moments(edition)

    for moment in chosen(moments, few=1, each=3):
        folder = edition.copy()
        ending = edition.run(folder, *PUBLISH, moment=moment, fate=fate)
        assert version_in(folder) in (old, new), moments[moment - 1]
        assert ending.code == ExitCode.DONE or f": {said} [machine]" in ending.said

        assert edition.run(folder, *PUBLISH).code == 0
        assert version_in(folder) == new
        assert_nothing_beside(folder)


def assert_nothing_beside(folder: Path) -> None:
    assert [path.name for path in (folder / "dist").glob("*")] in (["2026.1"], [])
    assert not [*(folder / ".cache").glob("units-*"), *(folder / ".cache").glob("artifacts/.new-*")]


@pytest.mark.parametrize("command", [FRENCH, ("extract",), (*PUBLISH, "--no-cache")])
def test_every_command_that_holds_the_project_puts_the_version_back(published: Scene, command: tuple[str, ...]) -> None:
    old, _, _ = passage(published)
    folder = published.copy()
    published.run(folder, *PUBLISH, moment=between_the_renames(published))
    assert not version_in(folder)
    (folder / "source/shared/page.rst").write_text("Page\n====\n\nA *fault.\n", encoding="utf-8")

    published.run(folder, *command)

    assert version_in(folder) == old
    assert_nothing_beside(folder)


def test_an_old_version_that_was_half_deleted_is_never_put_back(published: Scene) -> None:
    _, _, moments = passage(published)
    removing = [number for number, moment in enumerate(moments, 1) if moment.startswith("remove dist/.2026.1-old-")]
    folder = published.copy()
    published.run(folder, *PUBLISH, moment=removing[1])
    shutil.rmtree(folder / "dist" / "2026.1")

    published.run(folder, *FRENCH)

    assert not version_in(folder)
    assert_nothing_beside(folder)


def test_a_version_that_cannot_be_put_back_stays_and_hinders_no_other_command(published: Scene) -> None:
    old, _, _ = passage(published)
    folder = published.copy()
    published.run(folder, *PUBLISH, moment=between_the_renames(published))
    (folder / "dist").chmod(0o555)
    assert published.run(folder, *FRENCH, fate="powerless").code == 0
    refused = published.run(folder, *PUBLISH, fate="powerless")
    assert (refused.code, "Permission denied [machine]" in refused.said) == (ExitCode.PROBLEM, True)
    (folder / "dist").chmod(0o755)

    published.run(folder, *FRENCH)

    assert version_in(folder) == old


def test_a_version_is_not_put_back_over_what_somebody_has_laid_there(published: Scene) -> None:
    old, _, _ = passage(published)
    folder = published.copy()
    published.run(folder, *PUBLISH, moment=between_the_renames(published))
    (folder / "dist" / "2026.1").mkdir()
    (folder / "dist" / "2026.1" / "mine.txt").write_text("not yours", encoding="utf-8")

    assert "not-a-version" in published.run(folder, *PUBLISH).said
    assert version_in(folder) == {"mine.txt": b"not yours"}
    (folder / "dist" / "2026.1").rename(folder / "elsewhere")
    published.run(folder, *FRENCH)

    assert version_in(folder) == old
