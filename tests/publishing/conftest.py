"""The projects in which commands come to grief, made once for all tests; a test takes a copy."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing

import pytest

from builders.catalogs.memory import format_memory
from builders.cli.starting import FIXED_ENVIRONMENT
from builders.model.messages import Pair
from builders.settings import read_settings
from tests.conftest import SETTINGS, make_project
from tests.publishing.crashing import Grounds
from tests.publishing.scenes import (
    AFTER,
    BEFORE,
    PUBLISH,
    TAGS,
    UPDATE,
    Passage,
    Scene,
    translate,
    undisturbed,
    write_source,
)

FRENCH = {
    "Page": "La page",
    "Opening": "Ouverture",
    "Listen first.": "Écoutez d’abord.",
    "Answer within 24 hours.": "Répondez dans les 24 heures.",
    "Answer within 48 hours.": "Répondez dans les 48 heures.",
    "Write it down.": "Notez-le.",
    "Come back later.": "Revenez plus tard.",
    "Play is a right.": "Jouer est un droit.",
    "Ask for help.": "Demandez de l’aide.",
    "Ask for help!": "Demandez de l’aide\u202f!",
    "Nobody may hurt you.": "Personne n’a le droit de vous faire du mal.",
    "Report abuse at once.": "Signalez aussitôt les abus.",
    "Keep the records.": "Conservez les dossiers.",
    "Pay for it.": "Payez-le.",
    "An old promise.": "Une ancienne promesse.",
    "Another old promise.": "Une autre ancienne promesse.",
    "Remember this.": "Souvenez-vous de ceci.",
}
"""What a translator sends back: what a check refuses would come in as fuzzy."""


def better(catalog: str) -> str:
    """Return the text of a *catalog* in which everything that is translated is French."""
    return re.sub(
        r'msgid "(.+)"\n((?:#~ )?)msgstr "fr .*"',
        lambda found: f'msgid "{found[1]}"\n{found[2]}msgstr "{FRENCH[found[1]]}"',
        catalog,
    )


@pytest.fixture(scope="module")
def environment() -> Iterator[None]:
    """What a command lets its process build under."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in FIXED_ENVIRONMENT.items():
            patch.setenv(name, value)
        patch.setenv("SOURCE_DATE_EPOCH", str(SETTINGS.source_date_epoch))
        yield


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
    for name in ("shared", "cubs"):
        text = (folder / f"locale/fr/LC_MESSAGES/{name}.po").read_text(encoding="utf-8")
        (folder / f"work/{name}.po").write_text(better(text), encoding="utf-8")
    (folder / "work/base.po").write_text(text, encoding="utf-8")
    pair = Pair(context="", source="A text of elsewhere.", target="Un texte d’ailleurs.")
    (folder / "work/fr.tmx").write_bytes(format_memory([pair], read_settings(folder).language("fr")))
    return Scene(folder, folder.parent, behind.grounds)


@pytest.fixture(scope="session")
def update(behind: Scene) -> Passage:
    return undisturbed(behind, *UPDATE)


@pytest.fixture(scope="session")
def published(behind: Scene, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A project that is published, and whose text is another by now: the cache holds what has been built of it."""
    folder = tmp_path_factory.mktemp("published") / "project"
    project = make_project(folder, "", {})
    scene = Scene(folder, folder.parent, behind.grounds)
    for text in ("The new text.", "The old text."):
        project.write("source/shared/page.rst", f"Page\n====\n\n{text}\n")
        assert scene.run(folder, *PUBLISH).code == 0
    project.write("source/shared/page.rst", "Page\n====\n\nThe new text.\n")
    return scene


@pytest.fixture(scope="session", params=["published", "unpublished", "unbuilt"])
def edition(published: Scene, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The same project; or without an earlier version; or with one, but with nothing in the cache."""
    folder = published.copy().rename(tmp_path_factory.mktemp(request.param) / "project")
    shutil.rmtree(folder / {"published": "nothing", "unpublished": "dist", "unbuilt": ".cache"}[request.param], True)
    return Scene(folder, folder.parent, published.grounds)
