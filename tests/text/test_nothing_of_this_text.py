"""What the tools make of another guideline holds nothing of this one: no name, code, licence or address."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from builders.catalogs.labels import open_labels
from builders.publishing.publish import publish
from builders.settings import read_settings
from tests.conftest import GARDEN, ROOT
from tests.real_text import real_settings


def texts(folder: Path) -> Iterator[str]:
    """Yield what stands in every file below *folder*, and in every part of a book or document."""
    for path in (path for path in folder.rglob("*") if path.is_file()):
        if path.suffix in (".epub", ".docx"):
            with zipfile.ZipFile(path) as book:
                yield from (book.read(name).decode("utf-8", "replace") for name in book.namelist())
        else:
            yield path.read_bytes().decode("utf-8", "replace")


def own_names() -> set[str]:
    """Return the names and codes of this guideline, in all languages.

    Ids of editions that are words of everyday English are none.
    """
    settings = real_settings()
    guideline = settings.guideline
    keys = [f"edition/{each.id}/{name}" for each in settings.editions for name in ("title", "reference", "description")]
    keys += guideline.labels
    labels = [open_labels(settings, language) for language in settings.languages]
    return {
        *(known[key] for known in labels for key in keys),
        *(edition.id for edition in settings.editions if "-" in edition.id),
        *settings.risks,
        *(name for person in settings.characters.values() for name in person.names.values()),
        *(name for entity in settings.entities.values() for name in entity.names.values()),
        *(guideline.slug, guideline.published_at, *guideline.publishers.values(), *guideline.names.values()),
        *(guideline.licence.id, guideline.licence.short),
    }


def found_in(texts: Iterable[str]) -> set[str]:
    """Return the names of this guideline that *texts* hold."""
    names = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in own_names()))
    return {match[0] for text in texts for match in names.finditer(text)}


def test_what_this_guideline_is_called_is_known_in_every_language() -> None:
    tags = [language.tag for language in real_settings().languages]
    title = f"edition/{real_settings().default}/title"

    assert {open_labels(real_settings(), real_settings().language(tag))[title] for tag in tags} <= own_names()
    assert found_in([f"They read “{real_settings().guideline.publisher}” there."]) != set()


COMMANDS = (
    *("--help", "check", "check --profile translation --review", "check --profile release", "check --list"),
    *("status", "status --language pt", "status --sizes", "status --json", "extract", "update", "publish --dry-run"),
    *("kit -l fa -o kit", "export -l pt -o pt.xliff", "export -l fa -f tmx -o fa.tmx", "export -f tbx -o terms.tbx"),
    *("new recommendation --in shared/plot", "new language ar", "new language zh-Hans", "new language ru"),
    *("new language es", "new language fr", "update", "status", "check --profile translation"),
)


def cop(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run *command* in *folder*, as people do: publishing ends the process by itself."""
    words = [sys.executable, "-m", "builders.cli", *command.split()]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.slow
def test_no_command_says_or_writes_anything_of_this_one(tmp_path: Path) -> None:
    shutil.copytree(GARDEN, tmp_path, dirs_exist_ok=True)
    done = [cop(command, tmp_path) for command in COMMANDS]

    assert [each.stderr for each in done if each.returncode not in (0, 1)] == []
    assert found_in([*(each.stdout + each.stderr for each in done), *texts(tmp_path)]) == set()


@pytest.mark.slow
def test_a_new_guideline_holds_nothing_of_this_one(tmp_path: Path) -> None:
    folder = tmp_path / "sleep"
    done = [cop(f"new guideline {folder}", tmp_path)]
    done += [cop(command, folder) for command in ("new language ar", "new language ru", "publish")]

    assert [each.returncode for each in done] == [0, 0, 0, 0]
    assert found_in([*(each.stdout + each.stderr for each in done), *texts(tmp_path)]) == set()


@pytest.mark.slow
def test_another_guideline_holds_nothing_of_this_one(tmp_path: Path) -> None:
    shutil.copytree(GARDEN, tmp_path, dirs_exist_ok=True)
    publish(read_settings(tmp_path))
    found = list(texts(tmp_path / "dist"))

    assert len(found) > 100
    assert found_in(found) == set()
