"""Writes into the catalogs what is certain of the faults that checks find, message by message, and says what it did."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from builders.catalogs.files import read_folder, replace_files
from builders.catalogs.folders import catalog_folder, read_catalogs
from builders.catalogs.message_rules import check_catalog
from builders.catalogs.po.lines import line_end_notices
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import standing
from builders.checks.profiles import CHECKS, waivers_of
from builders.checks.translations.changed import only_changed
from builders.checks.translations.mending import RULES, mended_message
from builders.checks.translations.pairs import Translation
from builders.checks.translations.prose import conventions
from builders.checks.translations.reading import read_placed, read_translation
from builders.checks.waivers import sift
from builders.model.characters import isolated
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Standing
from builders.publishing.changed import texts_at
from builders.publishing.reports import count
from builders.settings import Settings

VOUCHED_FOR = (Standing.REVIEWED, Standing.APPROVED)
"""Translations that a person answers for: no program changes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A translation that has been put right."""

    location: Location
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.location}: mended\n    - {isolated(self.before)}\n    + {isolated(self.after)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MendingReport:
    """What a run has put right, and what it has left."""

    mended: tuple[Mended, ...] = ()
    vouched_for: int = 0
    """How many translations hold such a fault and stay, as somebody has reviewed them."""
    notices: tuple[Finding, ...] = ()


def mend(
    settings: Settings, languages: Sequence[Language], *, edition: str = "", since: str = "", today: date
) -> MendingReport:
    """Put right what is certain in the catalogs of *languages*.

    Only what readers of *edition* see, by default everything; and what has changed since the revision *since*, by
    default whatever its age.
    """
    source, places = read_placed(settings, today=today)
    done: list[Mended] = []
    notices: list[Finding] = []
    left = 0
    for language in languages:
        folder = catalog_folder(settings, language)
        seen = read_folder(folder.parent)
        catalogs = read_catalogs(settings, language)
        subject = read_translation(source, language, catalogs, places)
        if since:
            subject = only_changed(subject, texts_at(settings, language, since))
        wanted = [pair for pair in subject.pairs if not edition or edition in pair.editions]
        news, kept = _news(replace(subject, pairs=tuple(wanted)), catalogs)
        texts = {domain: _changed(catalogs[domain], entries) for domain, entries in news.items()}
        files = {folder / f"{domain}.po": text for domain, text in texts.items()}
        replace_files([*files.items()], seen=seen)
        done += (
            Mended(location=Location(catalogs[domain].path, line), before=before.msgstr, after=after.msgstr)
            for domain, entries in news.items()
            for line, (before, after) in entries.items()
        )
        notices += line_end_notices(seen, files, settings.project)
        left += kept
    return MendingReport(mended=tuple(done), vouched_for=left, notices=tuple(notices))


Changes = dict[int, tuple[CatalogEntry, CatalogEntry]]
"""Entries before and after, by their line."""


def _news(subject: Translation, catalogs: dict[str, Catalog]) -> tuple[dict[str, Changes], int]:
    """Return what is to be changed, by text domain, and how many entries stay because somebody vouches for them."""
    reported = _reported(subject)
    by_line = {(domain, each.line): each for domain, catalog in catalogs.items() for each in catalog.active}
    news: defaultdict[str, Changes] = defaultdict(dict)
    kept, known = 0, conventions(subject)
    for pair in subject.pairs:
        checks = reported.get(pair.location, set())
        if not checks:
            continue
        before = by_line[pair.domain, pair.location.line]
        after = replace(before, msgstr=mended_message(pair, checks, known))
        if after.msgstr == before.msgstr or any(check_catalog(Catalog(path="", header="", entries=(after,)))):
            continue
        if standing(before) in VOUCHED_FOR:
            kept += 1
        else:
            news[pair.domain][before.line] = (before, after)
    return dict(news), kept


def _reported(subject: Translation) -> dict[Location, set[str]]:
    """Return the checks that have found something at each place which is not waived."""
    remarks = [(name, remark) for name in RULES for remark in CHECKS[name].function(subject)]
    left, _ = sift(remarks, waivers_of(subject), set(RULES), today=subject.today)
    found: defaultdict[Location, set[str]] = defaultdict(set)
    for name, remark in left:
        found[remark.location].add(name)
    return dict(found)


def _changed(catalog: Catalog, changes: Changes) -> bytes:
    entries = tuple(
        changes[each.line][1] if each.line in changes and not each.is_obsolete else each for each in catalog.entries
    )
    return format_catalog(replace(catalog, entries=entries)).encode()


def told(report: MendingReport, say: Callable[[str], None]) -> None:
    """Say what has been put right, and what has been left."""
    for line in _lines(report):
        say(line)


def _lines(report: MendingReport) -> Iterator[str]:
    yield from map(str, (*report.mended, *report.notices))
    said = f"{count(len(report.mended), 'translation')} mended"
    yield f"{said}; {report.vouched_for} left, as somebody has reviewed them." if report.vouched_for else f"{said}."
