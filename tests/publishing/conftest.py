"""The projects in which commands come to grief, made once for all tests; a test takes a copy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from builders.catalogs.memory import format_memory
from builders.model.messages import Pair
from builders.settings import read_settings
from tests.conftest import make_project
from tests.publishing.crashing import Grounds
from tests.publishing.scenes import AFTER, BEFORE, TAGS, UPDATE, Passage, Scene, translate, undisturbed, write_source


@pytest.fixture(scope="session")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """A project with translations that are behind their source."""
    folder = tmp_path_factory.mktemp("behind")
    project = make_project(folder, "", {})
    write_source(folder, BEFORE)
    with closing(Grounds(folder)) as grounds:
        made = Scene(folder, tmp_path_factory.mktemp("trials"), grounds)
        assert made.run(folder, *UPDATE).code == 0
        for language in (project.settings.language(tag) for tag in TAGS):
            translate(folder / "locale" / language.locale, language)
        write_source(folder, AFTER)
        yield made


@pytest.fixture(scope="session")
def current(behind: Scene, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A project with translations that are up to date, and files that a translator sends back."""
    folder = behind.copy().rename(tmp_path_factory.mktemp("current") / "project")
    assert behind.run(folder, *UPDATE).code == 0
    (folder / "work").mkdir()
    for name in ("shared", "children"):
        text = (folder / f"locale/fr/LC_MESSAGES/{name}.po").read_text(encoding="utf-8")
        (folder / f"work/{name}.po").write_text(text.replace('msgstr "fr ', 'msgstr "fr mieux '), encoding="utf-8")
    (folder / "work/base.po").write_text(text, encoding="utf-8")
    pair = Pair(context="", source="A text of elsewhere.", target="fr ailleurs")
    (folder / "work/fr.tmx").write_bytes(format_memory([pair], read_settings(folder).language("fr")))
    return Scene(folder, folder.parent, behind.grounds)


@pytest.fixture(scope="session")
def update(behind: Scene) -> Passage:
    return undisturbed(behind, *UPDATE)
