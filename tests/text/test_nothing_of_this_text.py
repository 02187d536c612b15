"""What the tools make of another guideline holds nothing of this one: no name, code, licence or address."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.publishing.publish import publish
from builders.settings import read_settings
from tests.conftest import GARDEN
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
    """Return the names and codes of this guideline; ids of editions that are words of everyday English are none."""
    settings = real_settings()
    guideline = settings.guideline
    return {
        *(name for edition in settings.editions for name in (edition.title, edition.reference, edition.description)),
        *(edition.id for edition in settings.editions if "-" in edition.id),
        *settings.risks,
        *(name for person in settings.characters.values() for name in person.names.values()),
        *(name for entity in settings.entities.values() for name in entity.names.values()),
        *(guideline.slug, guideline.published_at, *guideline.publishers.values(), *guideline.names.values()),
        *(guideline.licence.id, guideline.licence.short, *guideline.disclaimers.values()),
    }


@pytest.mark.slow
def test_another_guideline_holds_nothing_of_this_one(tmp_path: Path) -> None:
    shutil.copytree(GARDEN, tmp_path, dirs_exist_ok=True)
    publish(read_settings(tmp_path))
    found = list(texts(tmp_path / "dist"))
    names = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in own_names()))

    assert len(found) > 100
    assert {match[0] for text in found for match in names.finditer(text)} == set()
