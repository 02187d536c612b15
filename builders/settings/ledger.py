"""Reads a ledger of identifiers: that of the guidelines, or that of an adaptation."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from builders.model.findings import Finding
from builders.model.identifiers import LedgerEntry, is_well_formed
from builders.settings.entries import fault
from builders.settings.files import read_text

LEDGER = "source/ids.csv"


def read_ledger(project: Path, faults: list[Finding], name: str = LEDGER) -> dict[str, LedgerEntry]:
    """Return the entries of the ledger *name* of *project*; add what is wrong with them to *faults*."""
    ledger: dict[str, LedgerEntry] = {}
    reader = csv.DictReader(StringIO(read_text(project, name, faults), newline=""), strict=True)
    try:
        if missing := [each for each in ("id", "type", "since", "status") if each not in (reader.fieldnames or ())]:
            hint = "write id,type,since,status,superseded_by, separated by commas"
            faults.append(fault(name, f"the first line does not name {', '.join(missing)}", hint, 1))
        for row in reader if "id" not in missing else ():
            _add_entry(row, reader.line_num, ledger, faults, name)
    except csv.Error as error:
        faults.append(fault(name, f"the row cannot be read: {error}", "mend its quotation marks", reader.line_num))
    return ledger


def _add_entry(
    row: Mapping[str, str | None], line: int, ledger: dict[str, LedgerEntry], faults: list[Finding], name: str
) -> None:
    identifier = row.get("id") or ""
    if not is_well_formed(identifier):
        hint = "use lowercase letters, digits and single hyphens, at most 40 characters"
        faults.append(fault(name, f"“{identifier}” is not an identifier", hint, line))
    elif identifier in ledger:
        first = ledger[identifier].line
        hint = "an identifier is never reused: give the newer block the next free one"
        faults.append(fault(name, f"{identifier} stands in line {first} too", hint, line))
    else:
        values = {each: row.get(each) or "" for each in ("type", "since", "status", "superseded_by")}
        ledger[identifier] = LedgerEntry(id=identifier, line=line, **values)
