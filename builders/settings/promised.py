"""Reads what the release promises (``source/release.toml``); a project without the file promises nothing."""

import re
from collections.abc import Callable, Iterable

from builders.model.findings import Finding
from builders.model.promises import LanguagePromise, PromisedAmount, Promises
from builders.model.vocabulary import BLOCK_TYPES
from builders.settings.entries import Entry, Value, claim, fault, line_of, only, table, texts

RELEASE = "source/release.toml"
OWN_WORDS = "own-words"
"""What an edition promises beside blocks: the length of its own text."""
_AMOUNT = re.compile(r"at least (\d+)|at most (\d+)|(\d+) to (\d+)")


def read_promises(
    data: Entry, file: str, faults: list[Finding], *, editions: Iterable[str], tags: Iterable[str]
) -> Promises:
    """Return what *data*, the content of *file*, promises for *editions* and *tags*; add what is wrong to *faults*."""

    def report(error: ValueError, what: str, line: int) -> None:
        faults.append(fault(RELEASE, f"{what}: {error}", "compare it with its neighbours, or with docs/checks", line))

    def each(kind: str, entries: object, make: Callable[[str, object, int], Value]) -> dict[str, Value]:
        made: dict[str, Value] = {}
        try:
            for name, value in table(entries).items():
                line = _line(kind, name, file)
                try:
                    made[name] = make(name, value, line)
                except ValueError as error:
                    report(error, f"{kind} {name}", line)
        except ValueError as error:
            above, _, own = kind.rpartition(".")
            report(error, kind, _line(above or kind, own, file))
        return made

    def of_edition(name: str, value: object, _: int) -> dict[str, PromisedAmount]:
        only({name: value}, editions)
        return each(f"edition.{name}", value, _blocks)

    def of_language(name: str, value: object, line: int) -> LanguagePromise:
        only({name: value}, tags)
        only(entry := table(value), ("labels", "messages", "names", "pages"))
        labels, messages = (_percent(entry, each) for each in ("labels", "messages"))
        names, pages = claim(entry, "names"), texts(entry, "pages", ())
        return LanguagePromise(line=line, labels=labels, messages=messages, names=names, pages=pages)

    for name in data:
        try:
            only({name: ""}, ("edition", "text", "checklist", "language"))
        except ValueError as error:
            report(error, "a promise", _line(name, name, file))

    amounts = each("edition", data.get("edition", {}), of_edition)
    return Promises(
        blocks={name: {what: own[what] for what in own if what != OWN_WORDS} for name, own in amounts.items()},
        own_words={name: own[OWN_WORDS] for name, own in amounts.items() if OWN_WORDS in own},
        words=each("text", data.get("text", {}), _of_text).get("words"),
        questions=each("checklist", data.get("checklist", {}), lambda _, value, line: _amount(value, line)),
        languages=each("language", data.get("language", {}), of_language),
    )


def _of_text(name: str, value: object, line: int) -> PromisedAmount:
    only({name: value}, ("words",))
    return _amount(value, line)


def _line(kind: str, name: str, file: str) -> int:
    """Return the line of *file* in which *name* stands in the table *kind*, or else that in which the table begins."""
    head = re.search(rf"^[ \t]*\[*{re.escape(kind)}\b", file, re.MULTILINE)
    return file.count("\n", 0, head.start()) + max(1, line_of(name, file[head.start() :])) if head else 0


def _blocks(query: str, value: object, line: int) -> PromisedAmount:
    if query != OWN_WORDS and query.partition(" ")[0] not in BLOCK_TYPES:
        raise ValueError(f"“{query}” does not begin with a type of block, and is not {OWN_WORDS}")
    return _amount(value, line)


def _amount(value: object, line: int) -> PromisedAmount:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return PromisedAmount(least=value, most=value, line=line)
    if isinstance(value, str) and (match := _AMOUNT.fullmatch(value)):
        floor, ceiling, least, most = match.groups()
        low, high = floor or least, ceiling or most
        return PromisedAmount(least=int(low) if low else None, most=int(high) if high else None, line=line)
    raise ValueError(f'“{value}” is no number: write 36, "at least 36", "at most 36" or "35 to 37"')


def _percent(entry: Entry, name: str) -> int:
    value = entry.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        raise ValueError(f"{name} is a whole number of per cent, not “{value}”")
    return value
