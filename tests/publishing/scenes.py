"""Projects in which commands come to grief: what they hold before and after, and what must hold in between."""

from __future__ import annotations

import re
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings as profiles

from builders.catalogs.memory import format_memory, parse_memory
from builders.catalogs.po.reading import parse_catalog
from builders.cli.menu import main
from builders.model.languages import Language
from builders.model.messages import Pair
from tests.conftest import SETTINGS, Project
from tests.publishing.crashing import Ending, Grounds, Trial

only_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the trials count calls of Linux")

Version = dict[str, bytes]
"""Every file of a published version, by its path."""

TAGS = ("fr", "ar", "ru")
UPDATE = ("update", *(word for tag in TAGS for word in ("-l", tag)))
FRENCH = ("update", "-l", "fr")
PUBLISH = ("publish", "-l", "en", "-e", "cubs", "-f", "html")

BEFORE = {
    "shared": ("Listen first.", "Answer within 24 hours.", "Write it down.", "Not in French yet."),
    "cubs": ("Play is a right.", "Ask for help.", "Nobody may hurt you."),
    "inventors": ("Report abuse at once.", "Keep the records.", "Pay for it."),
    "attic": ("An old promise.", "Another old promise."),
}
"""The paragraphs of the source by folder, in the version that was translated."""

AFTER = {
    "shared": ("Report abuse at once.", "Answer within 48 hours.", "Come back later.", "Not in French yet."),
    "cubs": ("Listen first.", "Ask for help!", "Remember this."),
    "inventors": ("Play is a right.", "Keep the records.", "An old promise."),
}
"""Three texts have changed places in a circle, others have changed, gone or come back, and a folder has gone."""

RETURNING = '\n#~ msgid "Come back later."\n#~ msgstr "{tag} revient"\n'

OTHERS = {
    "review": ("review", "-l", "fr", "--by", "Amina Example", "--as", "reviewed", "--all-translated"),
    "import": ("import", "-l", "fr", "work/shared.po", "work/cubs.po", "work/fr.tmx"),
    "new": ("new", "language", "pt"),
    "merge-po": ("merge-po", "work/base.po", "locale/fr/LC_MESSAGES/cubs.po", "work/cubs.po"),
}
"""The other commands that write catalogs."""


def write_source(folder: Path, pages: dict[str, tuple[str, ...]]) -> None:
    for name in BEFORE:
        page = folder / "source" / name / "page.rst"
        page.unlink(missing_ok=True)
        if name in pages:
            page.parent.mkdir(exist_ok=True)
            page.write_text("\n\n".join(["Page\n====", *pages[name], ""]), encoding="utf-8")


def translate(home: Path, language: Language) -> None:
    """Translate everything in the catalogs of *home* but for one message; one is obsolete, one is remembered."""

    def translated(match: re.Match[str]) -> str:
        text = "" if match[1] == "Not in French yet." else f"{language.tag} {catalog.stem} {match[1]}"
        return f'msgid "{match[1]}"\nmsgstr "{text}"'

    for catalog in (home / "LC_MESSAGES").glob("*.po"):
        text = re.sub(r'msgid "(.+)"\nmsgstr ""', translated, catalog.read_text(encoding="utf-8"))
        ending = RETURNING.format(tag=language.tag) if catalog.stem == "shared" else ""
        catalog.write_text(text + ending, encoding="utf-8")
    pair = Pair(context="", source="Remember this.", target=f"{language.tag} souvenir")
    (home / "memory.tmx").write_bytes(format_memory([pair], language))


@dataclass(frozen=True)
class Scene:
    """A project in which something is to be done, and what it holds before and after."""

    folder: Path
    desk: Path
    grounds: Grounds

    def copy(self) -> Path:
        shutil.rmtree(self.desk / "trial", ignore_errors=True)
        return Path(shutil.copytree(self.folder, self.desk / "trial"))

    def run(self, folder: Path, *arguments: str, **more) -> Ending:
        return self.grounds.run(Trial(folder=str(folder), arguments=arguments, **more))


@dataclass(frozen=True)
class Passage:
    """What a command leads from and to when nothing happens, and its moments."""

    old: dict[str, bytes]
    new: dict[str, bytes]
    moments: tuple[str, ...]

    @property
    def between(self) -> set[str]:
        """The files that are written twice: once with everything that is to leave them."""
        replaced = Counter(moment.split()[1] for moment in self.moments if moment.startswith("replace "))
        return {name for name, often in replaced.items() if often > 1}


@cache
def undisturbed(scene: Scene, *arguments: str) -> Passage:
    folder = scene.copy()
    ending = scene.run(folder, *arguments)
    assert ending.code == 0, ending.said
    return Passage(files(scene.folder), files(folder), ending.moments)


def files(folder: Path) -> dict[str, bytes]:
    """Return what translators have in *folder*, by name."""
    paths = (path for path in (folder / "locale").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def part(found: dict[str, bytes], locale: str) -> dict[str, bytes]:
    return {name: data for name, data in found.items() if name.startswith(f"locale/{locale}/")}


def left_over(folder: Path) -> list[str]:
    return [name for name in files(folder) if name.endswith(".new")]


def translations(found: dict[str, bytes]) -> set[tuple[str, str]]:
    """Return every translation in the files that were *found*, with its locale, as the strict reader has them."""
    return {pair for name, data in found.items() for pair in translations_in(name, data)}


@cache
def translations_in(name: str, data: bytes) -> frozenset[tuple[str, str]]:
    locale = Path(name).parts[1]
    if name.endswith(".tmx"):
        language = Language(tag=locale, locale=locale, endonym=locale, english_name=locale)
        return frozenset((locale, pair.target) for pair in parse_memory(data, language, name))
    if not name.endswith(".po"):
        return frozenset()
    return frozenset((locale, entry.msgstr) for entry in parse_catalog(data, name).entries if entry.msgstr)


def assert_old_or_new(folder: Path, passage: Passage) -> None:
    now = {name: data for name, data in files(folder).items() if not name.endswith(".new")}
    for name in {*now, *passage.old, *passage.new} - passage.between:
        assert now.get(name) in (passage.old.get(name), passage.new.get(name)), name
    assert translations(now) >= translations(passage.old) & translations(passage.new)


def assert_mended(folder: Path, passage: Passage) -> None:
    """Assert that *folder* holds what it would without the accident; only the memory may know more.

    What stood in two catalogs when the command was killed is remembered, as it is after any other run.
    """
    now = files(folder)
    memories = {name for name in now if name.endswith("memory.tmx")}
    for name in {*now, *passage.new} - memories:
        assert now.get(name) == passage.new.get(name), name
    for name in memories:
        assert translations_in(name, now[name]) >= translations_in(name, passage.new[name])
        assert translations_in(name, now[name]) <= translations(passage.old) | translations(passage.new)


def is_slow() -> bool:
    """Whether tests do more of what they do; the profile is not known yet when pytest reads conftest.py."""
    return profiles.get_current_profile_name() == "slow"


def chosen(moments: Sequence[str], *, few: int, each: int = 1) -> list[int]:
    """Return every *each*-th of *moments* by its number from 1; in the quick profile, a *few* of different kinds.

    A file takes four moments, so that an odd *each* meets them all.
    """
    if is_slow():
        return list(range(1, len(moments) + 1, each))
    kinds = {moment.split()[0] for moment in moments}
    return [middle(moments, kind) for kind in ("replace", "write", "remove", "create")[:few] if kind in kinds]


def middle(moments: Sequence[str], kind: str) -> int:
    numbers = [number for number, moment in enumerate(moments, 1) if moment.startswith(f"{kind} ")]
    return numbers[len(numbers) // 2]


def keep_only(folder: Path, *, editions: Sequence[str], languages: Sequence[str]) -> None:
    """Take all other *editions* and *languages* out of the project in *folder*."""
    path = folder / "source/editions.toml"
    keep_some(path, "edition", f'id = "({"|".join(editions)})"')
    named = re.sub(
        r"(?m)^default-edition = .*$", f'default-edition = "{editions[0]}"', path.read_text(encoding="utf-8")
    )
    path.write_text(named, encoding="utf-8")
    for theme in (folder / "source" / "themes").glob("*.toml"):
        if theme.stem not in editions:
            theme.unlink()
    keep_some(folder / "locale/languages.toml", "language", f'tag = "({"|".join(languages)})"')
    gone = "|".join(language.tag for language in SETTINGS.languages if language.tag not in languages)
    for path in (folder / "source/registries").glob("*.toml"):
        names = re.sub(rf"^({gone}) = .*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(re.sub(rf'"({gone})",? ?', "", names), encoding="utf-8")


def keep_some(path: Path, kind: str, wanted: str) -> None:
    """Keep the tables called *kind* in the file at *path* that match *wanted*."""
    head, *tables = re.split(rf"^(?=\[\[{kind}\]\])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(head + "".join(table for table in tables if re.search(wanted, table)), encoding="utf-8")


def publish(*options: str) -> Result:
    """Publish the project in the working directory, in this process."""
    return CliRunner().invoke(main, ["publish", *options])


def published_once(made: Project, *options: str) -> Path:
    """Return the folder of *made* with a version in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made.folder)
        done = publish(*options)
    assert done.exit_code == 0, done.output
    return made.folder


def copied(folder: Path, desk: Path) -> Project:
    """Return a copy of the project in *folder*, on a *desk* of its own."""
    return Project(Path(shutil.copytree(folder, desk / "project")))


def version_in(folder: Path) -> Version:
    """Return every file of the version in *folder*, by its path; none where there is no version."""
    found = folder / "dist" / "2026.1"
    return {path.relative_to(found).as_posix(): path.read_bytes() for path in found.rglob("*") if path.is_file()}
