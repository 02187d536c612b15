"""Why a catalog lacks messages of the text: altered entries, another catalog under its name, or a part cut off."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from builders.model.findings import Finding, Location, Severity
from builders.model.messages import Catalog, CatalogEntry, Key, message_id, shown

_LIKE = 80
"""Per cent of likeness (Indel, rapidfuzz) from which a text is taken for an altered one."""
_NAMED, _COMPARED = 3, 100
"""Altered entries of a catalog that are named, and entries that are compared with every text that is missing."""
_RESTORE = "restore the file from the repository"


def strangers(catalog: Catalog, missing: Collection[Key], known: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    """Yield why *catalog* lacks the *missing* messages of the text, as far as its own entries tell.

    *known* are the names of all messages that the text has, by text domain.
    """
    domain = PurePosixPath(catalog.path).stem
    others = [entry for entry in catalog.active if message_id(domain, entry.key) not in known.get(domain, ())]
    if swapped := _other_domain(others, catalog, domain, known):
        message = f"most of its entries are messages of {swapped}.po: another catalog stands under this name"
        yield _finding(catalog, 1, message, _RESTORE, check="catalog-swapped")
        return
    altered = list(_altered(others, missing))
    for entry, key in sorted(altered, key=lambda each: each[0].line)[:_NAMED]:
        what = "msgid" if entry.context == key[0] else "msgctxt"
        message = f"the {what} is not the one of the text, which is {shown(*key)}"
        advice = "if the English was edited, run .venv/bin/cop update; if the catalog was, restore it"
        yield _finding(catalog, entry.line, message, advice, check="message-altered")
    if len(altered) > _NAMED:
        message = f"{len(altered) - _NAMED:,} more entries have another msgid or msgctxt than the text"
        yield _finding(catalog, 0, message, "", check="message-altered")
    if gone := len(missing) - len(altered):
        message = f"{gone:,} of the {len(known.get(domain, ())):,} messages of the text are not in the file"
        advice = f"if it was cut short or emptied, {_RESTORE}; if the text is newer, run .venv/bin/cop update"
        yield _finding(catalog, 0, message, advice, check="catalog-incomplete")


def _other_domain(
    others: Collection[CatalogEntry], catalog: Catalog, domain: str, known: Mapping[str, Collection[str]]
) -> str:
    """Return the text domain that more than half of *catalog* belongs to, empty where it is its own."""
    counts = Counter(
        other
        for other, names in known.items()
        if other != domain
        for entry in others
        if message_id(other, entry.key) in names
    )
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] * 2 > len(catalog.active) else ""


def _altered(others: Sequence[CatalogEntry], missing: Collection[Key]) -> Iterator[tuple[CatalogEntry, Key]]:
    """Yield the entries whose message has another context or text now, with the message."""
    left, waiting = dict.fromkeys(missing), dict.fromkeys(range(len(others)))
    for part in (1, 0):  # first what has kept its text, then what has kept its context
        table = {key[part]: key for key in left if key[part]}
        for number in list(waiting):
            if key := table.pop(others[number].key[part], None):
                del left[key], waiting[number]
                yield others[number], key
    texts = {key[1]: key for key in left}
    for number in list(waiting)[:_COMPARED]:
        if best := process.extractOne(others[number].msgid, list(texts), scorer=fuzz.ratio, score_cutoff=_LIKE):
            yield others[number], texts.pop(best[0])


def _finding(catalog: Catalog, line: int, message: str, hint: str, *, check: str) -> Finding:
    return Finding(
        check=check, location=Location(catalog.path, line), message=message, hint=hint, severity=Severity.WARNING
    )
