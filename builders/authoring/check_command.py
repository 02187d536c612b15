"""Checks the source for its authors: reads it, runs a profile, and says what was found."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set, Sized
from dataclasses import replace
from datetime import date
from textwrap import wrap

from builders.authoring.junit import as_junit
from builders.authoring.sarif import as_json, as_sarif
from builders.catalogs.folders import read_catalogs
from builders.checks.checking import in_order
from builders.checks.profiles import CHECKS, LEFT_OUT, WITH_TRANSLATIONS, checks_of, family_of, findings
from builders.checks.source.reading import read_source
from builders.checks.source.source_text import SourceText
from builders.model.findings import Finding, Location, Severity
from builders.model.languages import Language
from builders.problems import ExitCode
from builders.publishing.changed import changes_since
from builders.publishing.findings_page import findings_page
from builders.publishing.rendered import ReportProgress, rendered_words
from builders.publishing.reports import count
from builders.publishing.rewritten import CHECK as REWRITTEN
from builders.publishing.rewritten import rewritten, with_readers
from builders.publishing.verdicts import check_languages
from builders.settings import Settings
from builders.settings.lists import is_sensitive


def run_checks(
    settings: Settings,
    profile: str,
    *,
    today: date,
    languages: Sequence[Language] = (),
    edition: str = "",
    since: str = "",
    progress: ReportProgress = lambda what, done, total: None,
) -> tuple[Finding, ...]:
    """Return what *profile* finds on the day *today*; raise a Problem when translations that it reads are faulty.

    Of the translations, it reads *languages*, by default all; what readers of *edition* see, by default everything; and
    what has changed since the revision *since*, by default whatever its age.
    A promise of how long an edition is has its pages built, which *progress* is told.
    """
    translated = [each for each in languages or settings.languages if settings.translates(each)]
    found: list[Finding] = []
    if profile in WITH_TRANSLATIONS:
        by_tag = check_languages(settings, translated, today=today)
        changes = changes_since(settings, translated, since, today=today) if since else {}
        found += (each.finding for each in with_readers(rewritten(changes.values()), edition))
        for language in translated:
            since_then = changes.get(language.tag)
            changed = (since_then.messages if since_then else frozenset()) if since else None
            found += (each for each in by_tag[language.tag] if _is_wanted(each, edition, changed))
    if profile != "translation":
        source = read_source(settings, today=today)
        if profile == "release":
            catalogs = {each.tag: read_catalogs(settings, each) for each in translated}
            source = _with_promised(replace(source, catalogs=catalogs), progress)
        found = [each for each in found if each.check != LEFT_OUT]  # the other subject names all that was left out
        found += findings(source, profile)
    return in_order(found)


def _is_wanted(finding: Finding, edition: str, changed: Set[str] | None) -> bool:
    """Whether *finding* is about what readers of *edition* see, and about one of the *changed* messages, if any."""
    beside = finding.beside
    if beside is None:
        return changed is None
    return (not edition or edition in beside.editions) and (changed is None or beside.id in changed)


def _with_promised(source: SourceText, progress: ReportProgress) -> SourceText:
    """Return *source* with the words that its pages show, where the release promises how many."""
    settings = source.settings
    if source.faults:
        return source
    promising = [edition for edition in settings.editions if edition.id in settings.promises.own_words]
    counted = rendered_words(settings, promising, progress=progress)
    return replace(source, own_words={name: words.own for name, words in counted.items()})


def exit_code(found: Sequence[Finding]) -> ExitCode:
    """Return what *found* comes to: warnings alone are no reason to stop."""
    return ExitCode.FINDINGS if any(each.severity is Severity.ERROR for each in found) else ExitCode.DONE


def report(
    found: Sequence[Finding], checks: Sized, profile: str, *, say: Callable[[str], None], with_review: bool = False
) -> None:
    """Say what the *checks* of *profile* have *found*, and how much of it; the list for review only *with_review*."""
    number = Counter(finding.severity for finding in found)
    for finding in found:
        if finding.severity is not Severity.REVIEW:
            say(str(finding))
    if with_review:
        for finding in for_review(found):
            say(str(finding))
    asked = f"{count(len(checks), 'check')} ({profile})"
    summary = f"{asked}: {count(number[Severity.ERROR], 'error')}, {count(number[Severity.WARNING], 'warning')}"
    left = number[Severity.REVIEW]
    say(f"{summary}; {left} to review{'' if with_review else ' (--review lists them)'}." if left else f"{summary}.")


def for_review(found: Iterable[Finding]) -> list[Finding]:
    """Return what of *found* a person may look at: first the messages of which most families of checks speak."""
    listed = [finding for finding in found if finding.severity is Severity.REVIEW]
    speaking: defaultdict[Location, set[str]] = defaultdict(set)
    for finding in found:
        if finding.beside:
            speaking[finding.location].add(family_of(finding.check))
    return sorted(listed, key=lambda each: (-len(speaking[each.location]), each.location, each.check))


def formatted(
    found: Sequence[Finding], format_: str, profile: str, settings: Settings, *, with_review: bool = False
) -> str:
    """Return *found* in the *format_* that programs or browsers read; the list for review only *with_review*.

    Translations that have changed without their English belong to every report that asks since when.
    """
    told = [each for each in found if with_review or each.severity is not Severity.REVIEW or each.check == REWRITTEN]
    match format_:
        case "json":
            return as_json(told) + "\n"
        case "sarif":
            return as_sarif(told, CHECKS.values(), version=settings.version) + "\n"
        case "junit":
            return as_junit(told, checks_of(profile, is_sensitive=is_sensitive(settings.project)), profile=profile)
    return findings_page(told, CHECKS.values(), settings, title=f"Findings of the checks ({profile})")


def listed(profile: str) -> Iterator[str]:
    """Yield a line for every check of *profile*: its id and what it reports."""
    widest = max(len(name) for name in CHECKS)
    for each in checks_of(profile):
        yield f"{each.id:{widest}}  {each.severity.value:7}  {each.summary}"


def explained(name: str) -> Iterator[str]:
    """Yield the lines that explain the check called *name*."""
    each = CHECKS[name]
    yield f"{each.id} ({each.severity.value}, {each.certainty.value})"
    for line in (each.summary, f"why: {each.rationale}", f"hint: {each.hint}"):
        yield from wrap(line, width=100, initial_indent="    ", subsequent_indent="    ")
