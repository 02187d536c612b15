"""Reads what adaptations may do with which blocks (``source/locks.toml``); a guideline may say nothing about it."""

from builders.model.adaptations import Do, Lock, Locks
from builders.model.findings import Finding
from builders.model.vocabulary import BLOCK_TYPES, Adaptation
from builders.settings.entries import Entry, fault, line_of, one_of, only, table, text, texts

LOCKS = "source/locks.toml"


def read_locks(data: Entry, file: str, faults: list[Finding]) -> Locks:
    """Return the locks that *data*, the content of *file*, describes; add what is wrong with one to *faults*."""
    types: dict[str, Lock] = {}
    for name, entry in data.items():
        try:
            only({name: entry}, BLOCK_TYPES)
            types[name] = _lock(table(entry))
        except ValueError as error:
            hint = "docs/adapters says what an entry holds"
            faults.append(fault(LOCKS, f"{name}: {error}", hint, line_of(name, file)))
    return Locks(types=types)


def _lock(entry: Entry) -> Lock:
    only(entry, ("lock", "takes"))
    known = [each.value for each in Do]
    takes = tuple(Do(one_of(each, "takes", known)) for each in texts(entry, "takes"))
    lock = one_of(text(entry, "lock"), "lock", [each.value for each in Adaptation])
    return Lock(lock=lock, takes=takes)
