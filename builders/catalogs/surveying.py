"""What readers of a language may see whatever is wrong with its catalogs, and what is wrong.

One bad message, and one bad file, keep nobody from the numbers of the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builders.catalogs.folders import catalog_paths, passed_over, refuse_foreign_files, refuse_other_language
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.translations import Translations, fill_translations
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.model.messages import Catalog
from builders.problems import Problem
from builders.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A language as far as its catalogs can be read."""

    translations: Translations
    refused: tuple[Finding, ...] = ()
    """What publishing refuses, with its place: messages, and whole files, whose messages count as untranslated."""
    warnings: tuple[Finding, ...] = ()

    @property
    def refused_messages(self) -> int:
        """How many messages have a translation that is refused."""
        return sum(map(len, self.translations.refused.values()))


def survey(settings: Settings, language: Language) -> Survey:
    """Return what can be read of *language*, and what is refused."""
    if not settings.translates(language):
        return Survey(translations=Translations(language=language, texts={}))
    problems: list[Problem] = []
    try:
        refuse_foreign_files(settings, language)
    except Problem as problem:
        problems.append(problem)
    catalogs = {}
    for domain, path in catalog_paths(settings, language).items():
        try:
            if catalog := _read(settings, language, path):
                catalogs[domain] = catalog
        except Problem as problem:
            problems.append(problem)
    translations = fill_translations(language, catalogs, settings.layers, passes_over=True)
    gate = [each for found in translations.refused.values() for faults in found.values() for each in faults]
    files = [each for problem in problems for each in _as_findings(problem)]
    return Survey(translations=translations, refused=(*files, *gate), warnings=tuple(passed_over(settings, language)))


def _read(settings: Settings, language: Language, path: Path) -> Catalog | None:
    if not path.exists():
        return None
    catalog = read_catalog(path, path.relative_to(settings.project).as_posix())
    refuse_other_language([catalog], language)
    return catalog


def _as_findings(problem: Problem) -> Iterator[Finding]:
    """Yield what *problem* says, as findings."""
    if problem.findings:
        yield from problem.findings
        return
    for place in problem.where or (Location("locale"),):
        yield Finding(check=problem.code, location=place, message=problem.what, hint=problem.next_step)
