"""What the text rests on: every source is used, and was seen on a day that is neither to come nor long gone."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import SourceText
from builders.markup.references import Citation
from builders.model.findings import Location
from builders.model.registries import Source

PATH = "source/registries/sources.toml"
LONGEST = timedelta(days=1096)
"""Three years: addresses change, and what was the newest study is no longer."""


def _place(source: SourceText, entry: Source) -> Location:
    return source.place(PATH, rf"^\[source\.\"?{re.escape(entry.id)}\"?\]")


def _remark(source: SourceText, entry: Source, fault: str) -> Remark:
    return Remark(location=_place(source, entry), message=f"the source {entry.id} {fault}", passage=entry.title)


@check("source-unused")
def source_unused(source: SourceText) -> Iterator[Remark]:
    """An entry of the registry of sources is cited nowhere."""
    used = {code for block in source.of_type("case") if block.editions for code in block.codes("sources")}
    for name, document in source.documents.items():
        used |= {each["code"] for each in document.findall(Citation) if source.editions_of(name, each)}
    for entry in source.settings.sources.values():
        if entry.id not in used:
            yield _remark(source, entry, "is cited nowhere")


@check("source-undated")
def source_undated(source: SourceText) -> Iterator[Remark]:
    """A source was seen, or a documented case holds, on a day that is still to come."""
    for entry in source.settings.sources.values():
        if entry.seen > source.today:
            yield _remark(source, entry, f"is said to have been seen on a day to come ({entry.seen.isoformat()})")
    for block in source.of_type("case"):
        for day in block.codes("date"):
            if date.fromisoformat(day) > source.today:
                yield block.remark(f"{block.id} is said to hold for a day to come ({day})")


@check("source-long-unseen")
def source_long_unseen(source: SourceText) -> Iterator[Remark]:
    """Nobody has opened a source for three years."""
    for entry in source.settings.sources.values():
        if source.today - entry.seen > LONGEST:
            yield _remark(source, entry, f"was last seen on {entry.seen.isoformat()}")
