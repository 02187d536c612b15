"""Identifiers: none vanishes in silence, and names of persons stay what they are."""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import SourceText
from builders.model.findings import Location
from builders.model.identifiers import LedgerEntry

LEDGER = "source/ids.csv"

STATUSES = ("active", "superseded", "withdrawn")


def _remark(entry: LedgerEntry, message: str) -> Remark:
    return Remark(location=Location(LEDGER, entry.line), message=message, blocks=(entry.id,))


@check("vanished-identifier")
def vanished_identifier(source: SourceText) -> Iterator[Remark]:
    """An identifier is active in the ledger and stands nowhere in the source."""
    concepts = {concept.block_id for concept in source.concepts}
    for entry in source.settings.ledger.values():
        if entry.is_active and entry.id not in source.blocks and entry.id not in concepts:
            yield _remark(entry, f"{entry.id} is active, but no {entry.type or 'block'} has this identifier")


@check("tombstone-faulty")
def tombstone_faulty(source: SourceText) -> Iterator[Remark]:
    """A row of the ledger has an unknown status, or leads to nothing."""
    for entry in source.settings.ledger.values():
        successors = entry.superseded_by.split()
        if entry.status not in STATUSES:
            yield _remark(entry, f"{entry.id} has the status “{entry.status}”, which means nothing")
        elif entry.status == "superseded" and not successors:
            yield _remark(entry, f"{entry.id} is superseded, but not by what")
        elif entry.status != "superseded" and successors:
            yield _remark(entry, f"{entry.id} is {entry.status} and names a successor")
        for name in successors:
            if name not in source.settings.ledger or name == entry.id:
                yield _remark(entry, f"{entry.id} is superseded by {name}, which is not another row of the ledger")


@check("character-name")
def character_name(source: SourceText) -> Iterator[Remark]:
    """A person of the story is not called as the registry says."""
    for block in source.of_type("character"):
        person = source.settings.characters.get(block.id.removeprefix("chr-"))
        if person is None:
            yield block.remark(f"{block.id} is not in the registry of characters")
        elif block.title != person.name("en"):
            yield block.remark(f"{block.id} is called “{block.title}” here and “{person.name('en')}” in the registry")
