"""The copy of the project in which the demonstration is played."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builders.catalogs.folders import catalog_folder, domain_of
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.po.writing import format_catalog
from builders.model.editions import Edition
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry
from builders.problems import Problem
from builders.settings import LEDGER, Settings, read_settings
from builders.translating.demo.script import BEFORE, Script, read_script
from builders.translating.update_command import make_templates, update_languages, write_templates

PAGE = "demonstration"
_GIT = ("git", "-c", "user.name=Demo", "-c", "user.email=demo@example.org", "-c", "commit.gpgsign=false")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The copy, and where in it something is shown."""

    settings: Settings
    script: Script
    edition: Edition
    document: str
    """Name of the page that the demonstration adds."""
    languages: tuple[Language, ...]

    @property
    def domain(self) -> str:
        """Name of the catalog that has the messages of the page."""
        return domain_of(self.document)

    @property
    def identifier(self) -> str:
        """The identifier of the recommendation on the page."""
        return f"rec-{self.edition.home}-demo"

    def catalog(self, language: Language) -> Path:
        """Return the catalog of *language* that has the messages of the page."""
        return catalog_folder(self.settings, language) / f"{self.domain}.po"

    def entry(self, language: Language, message: str) -> CatalogEntry:
        """Return the entry of *language* whose English is *message*, in use."""
        return next(each for each in read(self.catalog(language)).active if each.msgid == message)


def lay_stage(settings: Settings, folder: Path) -> Stage:
    """Copy the project of *settings* into *folder*, with the page of the demonstration, translated and committed.

    Raises a Problem where the project has nothing that the page could stand in, or none of its languages.
    """
    for name in ("source", "locale"):
        shutil.copytree(settings.project / name, folder / name, ignore=shutil.ignore_patterns("*.new"))
    edition = next((each for each in settings.editions if each.folder and each.carries(_document(each))), None)
    if edition is None or not (settings.instruments and settings.stakeholders):
        raise _impossible("no edition takes a page with a recommendation more")
    script = read_script(_document(edition))
    languages = tuple(each for each in settings.languages if each.tag in script.tags)
    if not languages:
        raise _impossible(f"the project has none of the languages {', '.join(script.tags)}")
    stage = Stage(settings=settings, script=script, edition=edition, document=_document(edition), languages=languages)
    _add_page(stage, folder)
    stage = replace(stage, settings=read_settings(folder))
    bring_up_to_date(stage)
    for language in languages:
        translate(stage.catalog(language), script.translations(language.tag, BEFORE))
    _commit(folder)
    return stage


def _impossible(what: str) -> Problem:
    next_step = "run it in a clone of the guidelines as they are published, on a machine with git"
    return Problem(code="demo-impossible", what=what, next_step=next_step)


def _document(edition: Edition) -> str:
    return f"{edition.folder}/{PAGE}"


def _add_page(stage: Stage, folder: Path) -> None:
    """Write the page into the copy in *folder*, its identifier into the ledger, and its name into the contents."""
    write_page(stage, BEFORE, folder)
    with (folder / "source" / f"{stage.edition.root}.rst").open("a", encoding="utf-8", newline="\n") as root:
        root.write(f"\n.. toctree::\n\n   /{stage.document}\n")
    ledger = folder / LEDGER
    rows = ledger.read_text(encoding="utf-8").rstrip("\n")
    columns = rows.partition("\n")[0].split(",")
    values = {"id": stage.identifier, "type": "recommendation", "since": stage.settings.version, "status": "active"}
    ledger.write_bytes(f"{rows}\n{','.join(values.get(name, '') for name in columns)}\n".encode())


def write_page(stage: Stage, version: int, folder: Path | None = None) -> None:
    """Write the page as it stands in the *version* of the text."""
    texts = {name: each.texts[version] for name, each in stage.script.messages.items()}
    page = stage.script.page.format(
        **texts,
        line="=" * len(texts["title"]),
        identifier=stage.identifier,
        strength=stage.script.strengths[version],
        who=next(iter(stage.settings.stakeholders)),
        instrument=next(iter(stage.settings.instruments)),
    )
    path = (folder or stage.settings.project) / "source" / f"{stage.document}.rst"
    path.write_bytes(page.encode())


def bring_up_to_date(stage: Stage) -> None:
    """Do to the copy what ``cop update`` does, for the languages of the stage."""
    templates = make_templates(stage.settings)
    write_templates(stage.settings, templates)
    list(update_languages(stage.settings, templates, stage.languages))


def read(path: Path) -> Catalog:
    """Return the catalog in the file at *path*."""
    return read_catalog(path, path.name)


def translate(path: Path, translations: Mapping[str, str]) -> None:
    """Write *translations*, by their English, into the catalog at *path*, as finished ones."""
    catalog = read(path)
    entries = tuple(
        replace(each, msgstr=translations[each.msgid], flags=each.flags - {"fuzzy"}, previous=None, comments=())
        if each.msgid in translations and not each.is_obsolete
        else each
        for each in catalog.entries
    )
    path.write_bytes(format_catalog(replace(catalog, entries=entries)).encode())


def _commit(folder: Path) -> None:
    """Make a repository of *folder*, with all that stands in it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    for command in (("init", "-q"), ("add", "-A", "-f"), ("commit", "-q", "--no-verify", "-m", "text: as it stands")):
        try:
            subprocess.run([*_GIT, *command], cwd=folder, env=environment, check=True, capture_output=True)
        except (FileNotFoundError, subprocess.CalledProcessError) as error:
            raise _impossible("git, which the demonstration needs, is not installed or does not work") from error
