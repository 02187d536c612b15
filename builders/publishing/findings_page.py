"""Findings as one page that a translator opens in a browser, from the disk, and filters."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from builders.checks.checking import Check
from builders.model.editions import Edition
from builders.model.findings import Finding, Severity, parts
from builders.model.languages import Language
from builders.publishing.portal import render
from builders.settings import Settings

THEME = Path(__file__).parent / "findings_theme"
_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class _Row:
    """A finding as the page shows it."""

    finding: Finding
    editions: tuple[Edition, ...]

    @property
    def texts(self) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
        """Tag and text of the source and of the translation; each text in parts, with whether it is marked."""
        if beside := self.finding.beside:
            for tag, text, words in zip(beside.tags, beside.texts, beside.marked, strict=True):
                yield tag, list(parts(text, words))


def findings_page(findings: Iterable[Finding], checks: Iterable[Check[Any]], settings: Settings, *, title: str) -> str:
    """Return a page with *findings* of *checks*, those on translations by their language; it needs no other file."""
    found = sorted(findings, key=_weight)
    by_tag = {tag: [each for each in found if _tag(each) == tag] for tag in {_tag(each) for each in found}}
    languages = [each for each in settings.languages if each.tag in by_tag]
    known = {each.id: each for each in checks}
    speaking = sorted({each.check for each in found})
    return render(
        "findings.html.jinja",
        THEME,
        title=title,
        guideline=settings.guideline,
        version=settings.version,
        style=_inline("findings.css"),
        script=_inline("findings.js"),
        sections=[(language, _rows(by_tag[language.tag], settings)) for language in languages],
        others=_rows(by_tag.get("", ()), settings),
        directions={each.tag: each.direction.value for each in settings.languages},
        editions=settings.editions,
        severities=[each for each in _ORDER if any(finding.severity is each for finding in found)],
        total=len(found),
        table=_table(found, languages),
        checks=[(name, known.get(name)) for name in speaking],
    )


def _weight(finding: Finding) -> tuple[object, ...]:
    """Return by what findings are ordered: errors first, and among equals what may bring somebody to harm."""
    is_critical = finding.beside is not None and finding.beside.is_critical
    return (_ORDER.index(finding.severity), not is_critical, finding.location, finding.check, finding.message)


def _tag(finding: Finding) -> str:
    return finding.beside.tags[1] if finding.beside else ""


def _rows(findings: Iterable[Finding], settings: Settings) -> list[_Row]:
    known = {edition.id: edition for edition in settings.editions}
    return [
        _Row(each, tuple(known[name] for name in each.beside.editions if name in known) if each.beside else ())
        for each in findings
    ]


def _table(findings: Sequence[Finding], languages: Sequence[Language]) -> list[tuple[str, str, list[int]]]:
    """Return a row for every check that speaks: its id, how much it weighs, and how often it speaks of a language."""
    counted = Counter((each.check, each.severity, _tag(each)) for each in findings)
    tags = [language.tag for language in languages]
    tags += [""] if any(not tag for _, _, tag in counted) else []
    kinds = sorted(
        {(check, severity) for check, severity, _ in counted}, key=lambda kind: (_ORDER.index(kind[1]), kind[0])
    )
    return [(check, severity.value, [counted[check, severity, tag] for tag in tags]) for check, severity in kinds]


def _inline(name: str) -> Markup:
    """Return a file of the theme as it stands; it is ours and holds nothing of the findings."""
    return Markup((THEME / name).read_text(encoding="utf-8"))
