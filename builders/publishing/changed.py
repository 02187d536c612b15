"""What the checks say of translations that somebody has just changed."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from builders.catalogs.exchange.taking import Refused
from builders.catalogs.folders import catalog_folder, read_catalogs
from builders.catalogs.git_revisions import commit_of, files_at
from builders.catalogs.po.reading import parse_catalog
from builders.checks.translations.changed import Texts, only_changed, visible_texts
from builders.checks.translations.pairs import Translation
from builders.checks.translations.reading import Placed, read_placed, read_translation
from builders.model.findings import Finding, Severity
from builders.model.languages import Language
from builders.model.messages import Catalog
from builders.problems import Problem
from builders.settings import Settings


def texts_at(settings: Settings, language: Language, revision: str) -> Texts:
    """Return the translations that readers of *language* saw at *revision*; raise a Problem when git has none of it."""
    return _texts_of(_files_at(settings, language, revision), revision)


def _files_at(settings: Settings, language: Language, revision: str) -> dict[str, bytes]:
    """Return the catalogs of *language* at *revision*, by their paths in the project."""
    folder = catalog_folder(settings, language).relative_to(settings.project).as_posix()
    files = files_at(settings.project, commit_of(settings.project, revision), folder)
    return {name: data for name, data in files.items() if name.endswith(".po")}


def _texts_of(files: Mapping[str, bytes], revision: str) -> Texts:
    return visible_texts(
        {PurePosixPath(name).stem: parse_catalog(data, f"{revision}:{name}") for name, data in files.items()}
    )


def _files_now(settings: Settings, language: Language) -> dict[str, bytes]:
    """Return the catalogs of *language* as they stand, by their paths in the project."""
    files = sorted(catalog_folder(settings, language).glob("*.po"))
    return {path.relative_to(settings.project).as_posix(): path.read_bytes() for path in files}


def committed_texts(settings: Settings, language: Language) -> Texts | None:
    """Return the translations of *language* in the last commit; None where there is none, or it cannot be read."""
    try:
        return texts_at(settings, language, "HEAD")
    except Problem:
        return None


def current_texts(settings: Settings, language: Language) -> Texts:
    """Return the translations that readers of *language* see now; none where they cannot be read."""
    with suppress(Problem):
        return visible_texts(read_catalogs(settings, language))
    return {}


def changed_findings(
    settings: Settings, language: Language, before: Texts, *, placed: Callable[[], Placed], edition: str = ""
) -> tuple[Finding, ...]:
    """Return what the gate and the checks find in translations into *language* that were not the same *before*.

    Only those that readers of *edition* see count, where it is named. What has to be compared with the rest of the
    language is left to the whole profile. The source comes from *placed*, which is asked where something has changed.
    """
    try:
        catalogs = read_catalogs(settings, language)
    except Problem:
        return ()
    if visible_texts(catalogs).items() <= before.items():
        return ()
    try:
        source, places = placed()
        changed = only_changed(read_translation(source, language, catalogs, places), before)
    except Problem as problem:
        return tuple(problem.findings)
    # The checks are loaded only when there is something to check; so they are below.
    from builders.checks.profiles import findings

    found = findings(changed, "translation")
    return tuple(each for each in found if each.beside and (not edition or edition in each.beside.editions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The translations of a language that are not what they were."""

    before: Texts
    """Every translation of the language that readers saw."""
    now: Translation
    """The language as it stands, with those pairs alone that have changed."""

    @property
    def messages(self) -> frozenset[str]:
        """The names of the messages."""
        return frozenset(pair.id for pair in self.now.pairs)


def changes_since(
    settings: Settings, languages: Iterable[Language], revision: str, *, today: date
) -> dict[str, Changes]:
    """Return what has changed in *languages* since *revision*, by tag; one whose readers see no other has no entry.

    Raises a Problem when git has no such revision, or catalogs that have changed are faulty.
    """
    then = {language: _files_at(settings, language, revision) for language in languages}
    touched = {
        language: files for language, files in then.items() if _shows_other_texts(_files_now(settings, language), files)
    }
    before = {language: _texts_of(files, revision) for language, files in touched.items()}
    if not before:
        return {}
    source, places = read_placed(settings, today=today)
    return {
        language.tag: Changes(
            before=texts,
            now=only_changed(read_translation(source, language, read_catalogs(settings, language), places), texts),
        )
        for language, texts in before.items()
    }


def _shows_other_texts(now: Mapping[str, bytes], before: Mapping[str, bytes]) -> bool:
    """Return whether readers see a translation that they did not see *before*; an update takes some out of sight."""
    others, former = (dict(these.items() - those.items()) for these, those in ((now, before), (before, now)))
    try:
        return not _texts_of(others, "now").items() <= _texts_of(former, "before").items()
    except Problem:  # what is faulty is told, with its place, by who reads all of it
        return True


def refused_texts(
    settings: Settings, language: Language, old: Mapping[str, Catalog], new: Mapping[str, Catalog], *, today: date
) -> Refused:
    """Return the translations of the *new* catalogs of *language* that were not in the *old* ones, and have errors."""
    before = visible_texts(old)
    if visible_texts(new).items() <= before.items():
        return {}
    source, places = read_placed(settings, today=today)
    try:
        subject = read_translation(source, language, new, places)
    except Problem:  # what stood there before is at fault, and is told by who publishes it
        return {}
    from builders.checks.profiles import findings

    changed = {pair.id: pair for pair in only_changed(subject, before).pairs}
    refused: dict[tuple[str, str, str, str], tuple[Finding, ...]] = {}
    for each in findings(subject, "translation"):
        if each.severity is Severity.ERROR and each.beside and (pair := changed.get(each.beside.id)):
            for context in {pair.context, ""}:  # an entry without a context serves every place
                name = (pair.domain, context, pair.source.message, pair.target.message)
                refused[name] = (*refused.get(name, ()), each)
    return refused
