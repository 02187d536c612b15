"""What is kept to save time is whole, and its absence stops nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.settings.kept_files import keep_whole


def test_what_is_kept_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept.json"
    keep_whole(path, b"old")
    keep_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")

    keep_whole(tmp_path / "taken" / "kept.json", b"new")

    assert list(tmp_path.iterdir()) == [tmp_path / "taken"]


def test_what_is_interrupted_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.json"
    keep_whole(path, b"old")

    def interrupted(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)

    with pytest.raises(KeyboardInterrupt):
        keep_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
