"""Small projects for tests: the settings of a guideline that is a fixture, and a text of a few lines."""

from __future__ import annotations

import gc
import logging
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from docutils import nodes
from hypothesis import settings

from builders.catalogs.translations import open_translations
from builders.editions.source_reading import parse_source
from builders.markup.raw_doctrees import read_raw
from builders.model.editions import Format, Unit
from builders.publishing.building import UnitJob, UnitResult, build_unit
from builders.settings import Settings, read_settings
from builders.settings.lists import read_lists
from tests.needs import program

# --hypothesis-profile=slow: tests ask for the name and do more of what they do (nox -s proofs).
# They draw the same examples every time: what fails there was changed, and was not merely met that day.
settings.register_profile("slow", deadline=None, derandomize=True)
# No test depends on how fast the machine is: hypothesis has a limit of 200 ms for an example by itself.
settings.register_profile("ordinary", settings(), deadline=None, max_examples=20)
settings.load_profile("ordinary")


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never at what lives until the last test; word nothing but warnings."""
    logging.disable(logging.INFO)
    gc.collect()
    gc.freeze()
    gc.set_threshold(400_000, 5, 5)
    PATH[:] = sys.path


def pytest_runtest_teardown() -> None:
    """Forget the folders that the ``conf.py`` of projects have added: Python would look in all of them for ever."""
    sys.path[:] = PATH


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what the example of another guideline tests: it publishes itself, and knows nothing of our marks."""
    for item in items:
        if EXAMPLE in item.path.parents:
            item.add_marker("slow")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Look for the programs that a test names with ``@pytest.mark.needs``."""
    for mark in item.iter_markers("needs"):
        for name in mark.args:
            program(name)


PATH: list[str] = []
"""Where Python looked for modules before the first test."""
ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "hand-hygiene"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GUIDELINE = ROOT / "tests" / "guideline"
"""A guideline of a few words with all that settings hold: what authors and translators do to the real one is legal."""
GARDEN = ROOT / "tests" / "garden"
"""A whole guideline on another subject: two editions, three languages, every type of block."""
SOURCES = ROOT / "tests" / "sources.toml"
"""A registry of sources, for texts that cite some."""
SETTINGS = read_settings(GUIDELINE)
PLOT = read_settings(GARDEN)
"""The settings of the garden, for tests of nothing but what settings decide."""
LISTS = read_lists(GUIDELINE)


@dataclass(frozen=True)
class Project:
    """A project in a folder of its own."""

    folder: Path

    @property
    def settings(self) -> Settings:
        return read_settings(self.folder)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    def catalog(self, locale: str, domain: str, entries: str) -> Path:
        return self.write(f"locale/{locale}/LC_MESSAGES/{domain}.po", HEADER + dedent(entries))

    def bring_sources(self) -> None:
        """Let the text cite the sources of the tests."""
        shutil.copyfile(SOURCES, self.folder / "source" / "registries" / "sources.toml")

    def bring_risks(self, text: str) -> None:
        """Let the risks be those that *text* names, in whatever guideline it was written."""
        lines = re.findall(r":(?:risks|code): (.+)", text)
        named = sorted({code for line in lines for code in line.replace(",", " ").split() if "." in code})
        rows = [f'[class.{name}]\nlabel = "{name}"\n' for name in sorted({code.partition(".")[0] for code in named})]
        rows += [f'[risk."{code}"]\nlabel = "{code}"\n' for code in named]
        self.write("source/registries/risks.toml", "\n".join(rows))

    def bring_characters(self, *names: str) -> None:
        """Let the story be of those too who are called *names* in some other guideline."""
        path = self.folder / "source" / "registries" / "characters.toml"
        known = path.read_text(encoding="utf-8")
        row = known[: known.index("\n\n[")]
        name = re.findall(r"(?m)^\[(\w+)\]", row)[0]
        others = [
            re.sub(rf"(?m)^\[{name}\b", f"[{each}", row) for each in sorted(set(names) - SETTINGS.characters.keys())
        ]
        path.write_text("\n\n".join([known, *others]) + "\n", encoding="utf-8")

    def give_tier(self, *folders: str, blocks: Sequence[str] = ()) -> None:
        """Let everything in *folders* of the source, and *blocks* wherever they stand, be translated first."""
        path = self.folder / "source" / "editions.toml"
        tier = f'[first-tier]\nwhat = "what matters most"\nfolders = {list(folders)}\nblocks = {list(blocks)}\n'
        text = re.sub(r"\[first-tier\]\n(?:\w+ = .*\n)+", tier, path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")

    def raw(self, document: str = "shared/page") -> nodes.document:
        return read_raw(parse_source(self.settings)[document])

    def build(self, language: str, edition: str, *formats: Format) -> UnitResult:
        settings = self.settings
        unit = Unit(language=settings.language(language), edition=settings.edition(edition))
        folder = self.folder / "work" / unit.name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        job = UnitJob(
            unit=unit,
            formats=formats or (Format.HTML,),
            settings=settings,
            translations=open_translations(settings, unit.language),
            doctrees=parse_source(settings),
            folder=folder,
        )
        try:
            return build_unit(job)
        finally:
            gc.enable()  # the process of a unit ends with it; this one goes on, and would grow with every build

    def page(self, language: str, edition: str, name: str = "shared/page") -> str:
        """Return the text of one built HTML page."""
        result = self.build(language, edition)
        assert result.findings == ()
        return (result.paths[Format.HTML] / f"{name}.html").read_text(encoding="utf-8")


def make_project(folder: Path, page: str, ids: Mapping[str, str]) -> Project:
    project = Project(folder)
    shutil.copytree(GUIDELINE, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    rows = [f"{identifier},{kind},2026.1,active," for identifier, kind in ids.items()]
    project.write("source/ids.csv", "\n".join(["id,type,since,status,superseded_by", *rows]) + "\n")
    project.write("source/shared/page.rst", page)
    return project


def make_plot(folder: Path, page: str, ids: Mapping[str, str]) -> Project:
    """Return a project in *folder* like the garden, whose shared page holds *page*, and its editions nothing else."""
    made = Project(folder)
    shutil.copytree(GARDEN, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.rst", "*.po", "*.pot"))
    editions = (folder / "source/editions.toml").read_text(encoding="utf-8")
    made.write("source/editions.toml", re.sub(r"(?m)^(?:help-page|quick-help) = .*\n", "", editions))
    for home in ("growers", "pupils"):
        made.write(f"source/{home}/index.rst", "Opening\n=======\n\n.. toctree::\n\n   /shared/page\n")
    made.write("source/shared/page.rst", page)
    rows = [f"{identifier},{kind},3,active," for identifier, kind in ids.items()]
    made.write("source/ids.csv", "\n".join(["id,type,since,status,superseded_by", *rows]) + "\n")
    for name in ("definitions.csv", "termbase.csv"):
        (folder / "locale" / name).unlink()
    return made


@pytest.fixture
def garden(tmp_path: Path) -> Project:
    """The guideline on another subject, in a folder where it can be changed."""
    shutil.copytree(GARDEN, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)


@pytest.fixture
def plot(tmp_path: Path):
    """Make a project like the garden whose shared page holds the text given, and its editions nothing else."""

    def make(page: str, **ids: str) -> Project:
        known = {identifier.replace("_", "-"): kind for identifier, kind in ids.items()}
        return make_plot(tmp_path, "Page\n====\n\n" + dedent(page), known)

    return make


@pytest.fixture
def project(tmp_path: Path):
    """Make a project whose shared page holds the text given, with the identifiers it uses."""

    def make(page: str, **ids: str) -> Project:
        known = {identifier.replace("_", "-"): kind for identifier, kind in ids.items()}
        return make_project(tmp_path, "Page\n====\n\n" + dedent(page), known)

    return make
