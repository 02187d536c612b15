"""Takes in what reviewers have written into a sheet: approvals and comments, each at its message.

No text of a translation changes: another wording that a reviewer proposes is a comment, for the translator to decide.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from builders.catalogs.files import read_folder, replace_files
from builders.catalogs.folders import catalog_folder, read_catalogs
from builders.catalogs.po.lines import line_end_notices
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import fingerprint, name_fault, reviews_of, unnamed, with_review, without_reviews
from builders.catalogs.update.candidates import MessagePlace
from builders.catalogs.xml_files import one_line
from builders.model.findings import Finding, Location, Severity
from builders.model.languages import Language
from builders.model.messages import CatalogEntry, MessageState, Review, message_id
from builders.problems import Problem
from builders.settings import Settings
from builders.translating.sheets.returned import ReturnedRow, ReturnedSheet, damaged, read_sheet
from builders.translating.sheets.rows import VERDICTS, parts_of

RIGHT = VERDICTS[0]
NOTED = "with a note"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOutcome:
    """What became of a sheet."""

    language: Language
    counts: Mapping[str, int]
    """Rows by what became of them, in words of a report."""
    findings: tuple[Finding, ...]
    changed_files: int
    notices: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Work:
    said: Review
    entries: dict[MessagePlace, CatalogEntry]
    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def report(self, row: ReturnedRow, message: str, hint: str, *, check: str) -> None:
        self.findings.append(
            Finding(check=check, location=row.location, message=message, hint=hint, severity=Severity.WARNING)
        )


def take_sheet(settings: Settings, path: Path, said: Review, *, is_dry_run: bool = False) -> SheetOutcome:
    """Write what the sheet *path* says into the catalogs of its language, as *said* by the reviewer.

    Raises a Problem, and writes nothing, where the file is damaged, of no language here, or has rows that are not ours.
    """
    if fault := name_fault(said.by):
        raise unnamed(fault)
    sheet = read_sheet(path)
    language = _language(settings, sheet, path)
    rows = list(_named(sheet, language, path))
    folder = catalog_folder(settings, language)
    seen = read_folder(folder.parent)
    catalogs = read_catalogs(settings, language)
    entries = {(domain, entry.key): entry for domain, catalog in catalogs.items() for entry in catalog.active}
    places = {message_id(*place): place for place in entries}
    work = _Work(said=said, entries=entries)
    for row, name, texts in rows:
        _take(row, places.get(name), texts, work)
    files = {}
    for domain, catalog in catalogs.items():
        new = tuple(each if each.is_obsolete else work.entries[domain, each.key] for each in catalog.entries)
        data = format_catalog(replace(catalog, entries=new)).encode()
        parse_catalog(data, catalog.path)  # what could not be read again is never written
        if data != seen.get(target := folder / f"{domain}.po"):
            files[target] = data
    if not is_dry_run:
        replace_files([*files.items()], seen=seen)
    return SheetOutcome(
        language=language,
        counts=dict(sorted(work.counts.items(), key=lambda each: each[0] == NOTED)),
        findings=tuple(work.findings),
        changed_files=len(files),
        notices=tuple(line_end_notices(seen, files, settings.project)),
    )


def _language(settings: Settings, sheet: ReturnedSheet, path: Path) -> Language:
    """Return the language of *sheet*; raise a Problem where it names none of ours, or several."""
    own = [each for each in settings.languages if each.tag in sheet.tags and not each.is_source]
    if len(own) == 1 and len(sheet.tags) == 1:
        return own[0]
    raise Problem(
        code="sheet-language",
        what=f"the sheet says that its language is “{', '.join(sorted(sheet.tags))}”",
        where=[Location(str(path))],
        why="what was said of one language must not be written down for another",
        next_step="take the sheet of a language of this project, with the line “cop-sheet/1 …” as it went out",
    )


def _named(sheet: ReturnedSheet, language: Language, path: Path) -> Iterator[tuple[ReturnedRow, str, str]]:
    """Yield the rows of *sheet*, each with the name of its message and the fingerprint of what went out.

    Raises a Problem for an id that has been edited, comes from elsewhere, or stands twice.
    """
    seen: dict[str, int] = {}
    for row in sheet.rows:
        number = row.location.line
        parts = parts_of(row.id, language)
        if parts is None:
            raise damaged(path, f"the id of row {number}, “{row.id[:60]}”, is none of this sheet", row=number)
        if first := seen.get(parts[0]):
            raise damaged(path, f"rows {first} and {number} have the same id", row=number)
        seen[parts[0]] = number
        yield row, *parts


def _take(row: ReturnedRow, place: MessagePlace | None, texts: str, work: _Work) -> None:
    verdict = row.verdict.strip(" .!").lower()
    if place is None:
        if verdict or row.comment:
            message, hint = "no message has this id any more", "its English has changed; write the comment down by hand"
            work.report(row, message, hint, check="sheet-behind")
        work.counts["without a message"] += 1
        return
    entry = work.entries[place]
    is_current = fingerprint(entry) == texts
    proposal = row.translation if is_current and row.translation != one_line(entry.msgstr) else ""
    if verdict and verdict not in VERDICTS:
        message = f"the verdict is “{row.verdict[:40]}”, and none of {', '.join(VERDICTS)}"
        work.report(row, message, "ask the reviewer; what is in the comment was taken in", check="sheet-verdict")
        verdict = ""
    remark = ": ".join(filter(None, (verdict if verdict != RIGHT else "", row.comment)))
    entry = _noted(entry, remark, proposal, work)
    if verdict == RIGHT:
        entry = _vouched(entry, row, proposal, is_current=is_current, work=work)
    elif verdict:
        entry = without_reviews(entry, by=work.said.by)
        work.counts[f"“{verdict}”"] += 1
    elif not (row.comment or proposal):
        work.counts["not read"] += 1
    work.entries[place] = entry


def _noted(entry: CatalogEntry, remark: str, proposal: str, work: _Work) -> CatalogEntry:
    """Return *entry* with what the reviewer remarks and proposes as comments, each once."""
    name = " ".join(work.said.by.split())
    said = [f"{name}, {remark}"] if remark else []
    said += [f"{name} proposes: {proposal}"] if proposal else []
    new = [line for line in said if line not in entry.comments]
    work.counts[NOTED] += bool(new)
    return replace(entry, comments=(*new, *entry.comments)) if new else entry


def _vouched(entry: CatalogEntry, row: ReturnedRow, proposal: str, *, is_current: bool, work: _Work) -> CatalogEntry:
    """Return *entry* with the review, where what the reviewer has read is what the catalog holds."""
    said = work.said
    if not is_current or entry.state is not MessageState.TRANSLATED:
        work.report(
            row, "the text has changed since the sheet went out", "send the row once more", check="sheet-behind"
        )
        work.counts["changed since"] += 1
    elif proposal or row.english != one_line(entry.msgid):
        side = "translation" if proposal else "English"
        message = f"the verdict is “{RIGHT}”, but the {side} of the row was changed"
        work.report(row, message, "ask the reviewer which of the two was meant", check="sheet-edited")
        work.counts["changed in the sheet"] += 1
    elif any(each.by.casefold() == said.by.casefold() and each.level is said.level for each in reviews_of(entry)):
        work.counts["known"] += 1
    else:
        work.counts[said.level.value] += 1
        return with_review(entry, said.level, by=said.by, on=said.on)
    return entry
