"""What a release manager is told of translations that are not there: what is lost, why, and in which catalog."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from builders.catalogs.folders import catalog_file, catalog_folder
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.strangers import strangers
from builders.model.findings import Finding, Location, Severity
from builders.model.languages import Language
from builders.model.messages import Key, message_id, shown
from builders.model.progress import CountedMessage, Lack
from builders.publishing.coverage import Fallbacks, LastVersion, count_reasons, fallbacks, last_version
from builders.publishing.status_page import UnitMessages
from builders.settings import Settings

Names = Mapping[str, Mapping[str, Key]]
"""By text domain, every message of the text by its name."""
_RESTORE = (
    "restore the catalog from the repository, or bring it up to date with .venv/bin/cop update; "
    "to publish without these translations, say --accept-loss"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What readers of a version will see, beside what those of the last one see."""

    messages: UnitMessages = field(default_factory=dict)
    left_out: UnitMessages = field(default_factory=dict)
    """What they would see of units that it does not hold, because their first tier is not complete."""
    last: str = ""
    """The name of the last version, empty where there is none."""
    fallbacks: tuple[Fallbacks, ...] = ()
    losses: tuple[Finding, ...] = ()
    amiss: Callable[[], tuple[Finding, ...]] = tuple
    """Returns which catalogs are missing, are others, or have altered entries, so that readers see English.

    Finding out takes docutils: a run that nobody reads the report of does without.
    """


def what_is_shown(messages: UnitMessages, left_out: UnitMessages, settings: Settings) -> Shown:
    """Return what readers of a version with these *messages* will see, and lose.

    A message that is missing is lost as much where all of its unit is *left_out* for want of it.
    """
    last = last_version(settings)
    found = fallbacks(messages, last, settings)
    every = fallbacks({**messages, **left_out}, last, settings) if left_out else found
    names = cache(partial(_names, settings))
    return Shown(
        messages=messages,
        left_out=left_out,
        last=last.name,
        fallbacks=found,
        losses=tuple(finding for each in every for finding in _losses(each, last, settings, names)),
        amiss=cache(lambda: tuple(finding for each in found for finding in _amiss(each, settings, names))),
    )


def _losses(each: Fallbacks, last: LastVersion, settings: Settings, names: Callable[[], Names]) -> Iterator[Finding]:
    """Yield what readers of the *last* version would lose, a finding for every catalog."""
    for domain, messages in _by_domain(each.lost).items():
        first = names().get(domain, {}).get(messages[0].id)
        example = f"; the first is {shown(*first)}" if first else ""
        number = f"{len(messages):,} message{'s' if len(messages) > 1 else ''}"
        said = ", ".join(f"{count:,} {lack.value}" for lack, count in count_reasons(messages).items())
        message = (
            f"{number} that readers of {last.name} see in {each.language.english_name} would be English, "
            f"and the English text has not changed: {said}{example}"
        )
        yield _fell(_path(each.language, domain, settings), message)
    for edition, fewer in each.editions.items():
        message = (
            f"{each.language.tag}/{edition}: {fewer:,} fewer messages are translated than in {last.name}, "
            "more than edits of the English have made fuzzy"
        )
        yield _fell(_path(each.language, "", settings), message)


def _fell(path: str, message: str) -> Finding:
    return Finding(check="coverage-fell", location=Location(path), message=message, hint=_RESTORE)


def _amiss(each: Fallbacks, settings: Settings, names: Callable[[], Names]) -> Iterator[Finding]:
    for domain, messages in _by_domain(each.lacking).items():
        path = _path(each.language, domain, settings)
        if any(message.lack is Lack.NO_CATALOG for message in messages):
            yield Finding(
                check="catalog-missing",
                location=Location(path),
                message=f"there is no such file: {len(messages):,} messages are English",
                hint="restore it from the repository; .venv/bin/cop update makes an empty one for a new language",
                severity=Severity.WARNING,
            )
        elif unknown := {message.id for message in messages if message.lack is Lack.UNKNOWN}:
            catalog = read_catalog(settings.project / path, path)
            keys = [key for name, key in names().get(domain, {}).items() if name in unknown]
            yield from strangers(catalog, keys, names())


def _names(settings: Settings) -> Names:
    # Reading the source takes Sphinx, which a run that finds everything in the cache does not load.
    from builders.editions.carrying import message_keys
    from builders.editions.source_reading import parse_source

    found = message_keys(parse_source(settings), settings)
    return {domain: {message_id(domain, key): key for key in keys} for domain, keys in found.items()}


def _by_domain(messages: Sequence[CountedMessage]) -> dict[str, list[CountedMessage]]:
    found: dict[str, list[CountedMessage]] = {}
    for message in messages:
        found.setdefault(message.domain, []).append(message)
    return found


def _path(language: Language, domain: str, settings: Settings) -> str:
    if domain:
        return catalog_file(settings, language, domain).as_posix()
    return catalog_folder(settings, language).relative_to(settings.project).as_posix()
