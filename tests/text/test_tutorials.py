"""Whoever works through a tutorial sees what it shows: its commands are run, and what they print is compared."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from reader import Reader, pattern

from builders.settings import read_settings

pytestmark = [pytest.mark.slow, pytest.mark.needs("git")]

POLICY = "source/policy-makers/policy.rst"
CHILDREN = "locale/fr/LC_MESSAGES/children.po"
SHARED = "locale/fr/LC_MESSAGES/shared.po"
BUILT = "built in 1.0 s\n"


def assert_nothing_is_left(reader: Reader) -> None:
    assert reader.call("git status --porcelain source locale").stdout == ""


def test_an_author_writes_a_first_recommendation(tmp_path: Path) -> None:
    reader = Reader("authors/first-recommendation", tmp_path / "clone")
    reader.commands()  # the set-up
    with reader.preview() as preview:
        reader.run()
        begun = reader.block("rst")
        assert pattern(begun).fullmatch(reader.text(POLICY)[-len(begun) :])
        preview.says(BUILT)

        (identifier,) = re.findall(r"rec-pol-\d+", reader.text(POLICY)[-len(begun) :])
        written = re.sub(r"rec-pol-\d+", identifier, reader.block("rst"))
        reader.replace(POLICY, reader.text(POLICY)[-len(begun) :], written)
        preview.says(reader.block("text"))
        reader.replace(POLICY, "shuld", "should")
        preview.says(BUILT)

    # Facts grow old; what is tried here is the text that the author has written.
    settings = read_settings(reader.folder)
    today = f" --today {max(settings.released, *(source.seen for source in settings.sources.values()))}"
    reader.run(1, more=today)
    better = reader.block("rst").strip()
    reader.replace(POLICY, "The government must publish every year how the plan was carried out.", better)
    assert reader.call(f".venv/bin/cop check {today}").returncode == 0
    with reader.preview():
        pass
    reader.run()
    reader.run()
    reader.run()
    assert_nothing_is_left(reader)


def test_a_translator_changes_a_first_message(tmp_path: Path) -> None:
    reader = Reader("translators/first-message", tmp_path / "clone")
    reader.commands()  # the set-up
    with reader.preview() as preview:
        before, _, old = reader.block("po").strip().rpartition("\n")
        new = reader.block("po").strip()
        reader.replace(CHILDREN, f"{before}\n{old}", f"{before}\n{new}")
        preview.says(BUILT)

        right = reader.text(SHARED)
        ((whole, translation),) = re.findall(r'(They are here: :doc:`/shared/help`"\nmsgstr ((?:".*"\n)+))', right)
        wrong = translation.replace(":doc:`/shared/help`", "sur la page d’aide")
        reader.replace(SHARED, whole, whole.replace(translation, wrong))
        preview.says(reader.block("text"))
        (reader.folder / SHARED).write_text(right, encoding="utf-8")
        preview.says(BUILT)

    reader.replace("source/children/index.rst", "The people of the story", "The people in the story")
    reader.run()
    entry = reader.block("po")
    assert entry in reader.text(CHILDREN)
    reader.run()

    change, _, rest = re.sub(r"^#[,|].*\n", "", entry, flags=re.MULTILINE).partition("\n")
    reader.replace(CHILDREN, entry, f"{change}\n{rest}")
    assert reader.block("po") in reader.text(CHILDREN)
    assert reader.call(".venv/bin/cop update --language fr").returncode == 0
    assert rest in reader.text(CHILDREN)
    assert f"{change}\n{rest}" not in reader.text(CHILDREN)
    reader.run()
    assert_nothing_is_left(reader)


def test_a_release_manager_sees_a_fault_keep_a_version_out(tmp_path: Path) -> None:
    reader = Reader("release-managers/release", tmp_path / "clone")
    reader.run()
    planned = reader.call(".venv/bin/cop publish --dry-run").stdout.splitlines()
    assert sum(line.startswith("dist/") for line in planned) % 3 == 0
    reader.commands()  # everything is published, twice: the tests of publishing do that with less text
    reader.commands()

    catalog = reader.folder / "locale/ar/LC_MESSAGES/shared.po"
    catalog.write_text(catalog.read_text(encoding="utf-8") + reader.block("text"), encoding="utf-8")
    reader.run(2)
    reader.run()
    assert_nothing_is_left(reader)


@pytest.mark.needs("sphinx-intl")
def test_the_demonstration_prints_what_its_page_shows(tmp_path: Path) -> None:
    reader = Reader("translators/demo", tmp_path / "clone")
    (command,) = reader.commands()

    done = reader.call(command.words)

    assert pattern(reader.text("docs/translators/demo.txt")).fullmatch(done.stdout), done.stdout
    assert done.returncode == 0
    assert_nothing_is_left(reader)


def test_a_language_begins_as_the_page_says(tmp_path: Path) -> None:
    reader = Reader("translators/new-language", tmp_path / "clone")
    for tag in ("pt", "ur"):
        take_out(reader, tag)

    reader.run()
    assert reader.call(".venv/bin/cop new language ur").returncode == 0

    assert reader.block("toml") in reader.text("locale/languages.toml")


def take_out(reader: Reader, tag: str) -> None:
    """Let the language *tag* not have begun yet, should it have."""
    path = reader.folder / "locale/languages.toml"
    first, *entries = path.read_text(encoding="utf-8").split("[[language]]")
    others = [entry for entry in entries if f'tag = "{tag}"' not in entry]
    path.write_text("[[language]]".join([first, *others]), encoding="utf-8")
    shutil.rmtree(reader.folder / "locale" / tag, ignore_errors=True)
