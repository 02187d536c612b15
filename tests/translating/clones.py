"""A small project under git, with the merge driver set up, and branches that change its French catalog."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from builders.catalogs.po.reading import read_catalog
from builders.model.languages import Language
from builders.settings import read_settings
from builders.translating.merge_driver import install_driver
from builders.translating.update_command import make_templates, update_languages, write_templates
from tests.conftest import ROOT, Project

PAGE = "Page\n====\n\nFirst, listen.\n\nThen, answer within 24 hours.\n\nAt last, write it down.\n"
CATALOG = "locale/fr/LC_MESSAGES/shared.po"
FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French")


@dataclass(frozen=True)
class Clone:
    """A project under git, with the driver set up."""

    project: Project

    @property
    def catalog(self) -> Path:
        return self.project.folder / CATALOG

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return git(self.project.folder, *arguments, check=check)

    def commit(self, what: str) -> None:
        commit(self.project.folder, what)

    def update(self) -> None:
        settings = read_settings(self.project.folder)
        templates = make_templates(settings)
        write_templates(settings, templates)
        list(update_languages(settings, templates, [settings.language("fr")]))

    def write(self, text: str) -> None:
        (self.project.folder / "source/shared/page.rst").write_text(text, encoding="utf-8")

    def translate(self, msgid: str, msgstr: str) -> None:
        text = self.catalog.read_text(encoding="utf-8")
        before, found, after = text.partition(f'msgid "{msgid}"\nmsgstr "')
        assert found, msgid
        self.catalog.write_text(before + found + msgstr + after[after.index('"') :], encoding="utf-8")

    def translations(self) -> dict[str, str]:
        return {entry.msgid: entry.msgstr for entry in read_catalog(self.catalog).active if entry.msgstr}


def git(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run git in *folder*, whatever the settings of this machine are."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=False, env=environment()
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def commit(folder: Path, what: str) -> None:
    """Commit everything in *folder*."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", what)


def environment() -> dict[str, str]:
    people = {f"GIT_{role}_{what}": "ana@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {**os.environ, **people, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def make_clone(project: Project) -> Clone:
    """Return *project* under git, with a page and its catalogs in the first commit."""
    made = Clone(project)
    shutil.copyfile(ROOT / ".gitattributes", project.folder / ".gitattributes")
    made.git("init", "-q", "-b", "main")
    install_driver(project.folder, sys.executable)
    made.write(PAGE)
    made.update()
    made.commit("a page")
    return made


def two_translations(clone: Clone) -> None:
    """Let two branches translate the same message in different ways."""
    clone.git("checkout", "-q", "-b", "french")
    clone.translate("First, listen.", "Écoutez d’abord.")
    clone.commit("french")
    clone.git("checkout", "-q", "main")
    clone.translate("First, listen.", "D’abord, écoutez.")
    clone.translate("At last, write it down.", "Enfin, notez.")
    clone.commit("french as well")
