"""A small page that a region and a country adapt, and what is built of it."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

from builders.catalogs.translations import open_translations
from builders.editions.source_reading import parse_source
from builders.model.editions import Format
from builders.publishing.building import UnitJob, UnitResult, build_unit
from builders.settings import Settings
from builders.settings.adaptations import read_adaptation
from tests.adaptations.overlays import adapt, write_both
from tests.conftest import HEADER, Project, make_project

PAGE = """\
Page
====

.. recommendation:: rec-gen-001
   :strength: should
   :who: school
   :ages: all
   :disability: rel
   :adaptation: adaptable

   Publish the rules in plain words.

   Rules that nobody reads protect nobody.

.. recommendation:: rec-gen-002
   :strength: may
   :who: school
   :ages: all
   :disability: rel
   :adaptation: adaptable

   Invite families to an evening.

   It need not be long.
"""
OWN = """\
.. recommendation:: rec-exl-001
   :strength: should
   :who: school
   :ages: all
   :disability: rel
   :adaptation: adaptable

   Tenir une semaine de la parole.
"""
CHANGES = (
    adapt("rec-gen-001", "statement", "Publier les règles avec des mots simples.")
    + adapt("rec-gen-001", "note", "Au pays d’exemple, elles sont affichées.")
    + adapt("rec-gen-002", "withdraw", "Les écoles n’ont pas de salle.", reason="not-applicable")
    + adapt("rec-gen-001", "after", OWN)
)


def country(folder: Path, changes: str = CHANGES) -> Project:
    """Return a project with a region, and a country that makes *changes* to its page."""
    made = make_project(folder, PAGE, {"rec-gen-001": "recommendation", "rec-gen-002": "recommendation"})
    write_both(made, changes, **({"rec_exl_001": "recommendation"} if "rec-exl-001" in changes else {}))
    return made


def own_catalog(made: Project, locale: str, domain: str, entries: str) -> None:
    """Write a catalog of the country."""
    made.write(f"adaptations/exampleland/locale/{locale}/LC_MESSAGES/{domain}.po", HEADER + entries)


def settings_of(made: Project, name: str = "exampleland") -> Settings:
    return read_adaptation(made.folder, name)


def build(made: Project, language: str, edition: str, *formats: Format, name: str = "exampleland") -> UnitResult:
    """Return what comes of one unit of the adaptation *name*."""
    settings = settings_of(made, name)
    unit = settings.unit(settings.language(language), settings.edition(edition))
    folder = made.folder / "work" / unit.name
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
        gc.enable()


def page(made: Project, language: str, edition: str, name: str = "shared/page") -> str:
    """Return the text of one built HTML page."""
    result = build(made, language, edition)
    assert result.findings == ()
    return (result.paths[Format.HTML] / f"{name}.html").read_text(encoding="utf-8")
