"""Whether an adaptation can be published: its changes, how they stand, and the care around harm in its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from builders.checks.checking import Check, Remark, in_order
from builders.checks.source.help_beside_harm import contentnote_missing, help_missing
from builders.checks.source.source_text import SourceText
from builders.editions.adapted_source import AdaptedText
from builders.markup.national import LAYER, is_withdrawn
from builders.markup.raw_doctrees import RawDoctrees, closed, opened
from builders.markup.typed_block import TypedBlock
from builders.model.findings import Finding, Location
from builders.problems import Problem
from builders.settings.lists import read_lists

CARE: tuple[Check[SourceText], ...] = (help_missing, contentnote_missing)
"""What is asked of the text that comes of an adaptation, and not of its changes one by one."""


def adaptation_findings(text: AdaptedText, *, today: date) -> tuple[Finding, ...]:
    """Return why the adaptation *text* cannot be published on the day *today*, each with file and line."""
    return in_order([*text.refusals(today=today), *_care(text, today)])


def require_publishable(text: AdaptedText, *, today: date) -> None:
    """Raise a Problem where the adaptation *text* cannot be published on the day *today*."""
    if found := adaptation_findings(text, today=today):
        name = text.settings.adaptation
        raise Problem(
            code="adaptation-refused",
            what=f"{name} cannot be published: {len(found)} fault{'s' if len(found) > 1 else ''}",
            findings=found,
            why="readers take a national text for what their country has decided and the guidelines allow",
            next_step=f"mend the lines named above; cop adapt status {name} says how every change stands",
        )


def _care(text: AdaptedText, today: date) -> Iterator[Finding]:
    """Yield what is missing beside harm on the pages that the adaptation touches, and was there before."""
    before = text.guidelines.doctrees
    touched = {name: data for name, data in text.doctrees.items() if data is not before.get(name)}
    if not touched:
        return
    old = _source(text, {name: before[name] for name in touched}, today)
    known = {(check.id, remark.message) for check, remark in _missing(old)}
    new = _source(text, _without_withdrawn(touched), today)
    for check, remark in (*_missing(new), *_national(new)):
        if (check.id, remark.message) not in known:
            yield check.finding(replace(remark, location=_place(text, remark.blocks[0]) or remark.location))


def _missing(source: SourceText) -> list[tuple[Check[SourceText], Remark]]:
    return [(check, remark) for check in CARE for remark in check.function(source)]


def _source(text: AdaptedText, doctrees: RawDoctrees, today: date) -> SourceText:
    """Return *doctrees* as checks read them; none of those that are asked reads files."""
    return SourceText(
        settings=text.settings,
        lists=read_lists(text.settings.project),
        doctrees=doctrees,
        texts={},
        terms=(),
        concepts=(),
        today=today,
    )


def _national(source: SourceText) -> Iterator[tuple[Check[SourceText], Remark]]:
    """Yield the blocks of a country that speak of abuse by their codes: their words are not those of English lists."""
    for block in source.blocks.values():
        codes = {*block.codes("risks"), *block.codes("code")}
        if not block.node.get(LAYER) or not source.risks("abuse") & codes:
            continue
        others = [each for each in source.blocks.values() if each.document == block.document]
        for edition in block.editions:
            types = {each.type for each in others if edition in each.editions}
            if "gethelp" not in types:
                message = f"{block.id} speaks of harm, and the page has no help box in {edition}"
                yield help_missing, block.remark(message)
            if "contentnote" not in types:
                message = f"{block.id} speaks of abuse, and no content note stands before it in {edition}"
                yield contentnote_missing, block.remark(message)


def _without_withdrawn(doctrees: RawDoctrees) -> RawDoctrees:
    """Return *doctrees* without the blocks that are not adopted: readers find no help there."""
    trees: dict[str, bytes] = {}
    for name, data in doctrees.items():
        document, pending = opened(data)
        for block in [each for each in document.findall(TypedBlock) if is_withdrawn(each)]:
            block.parent.remove(block)
        trees[name] = closed(document, pending)
    return trees


def _place(text: AdaptedText, block: str) -> Location | None:
    """Return the change by which *block* stands on its page as it does: its own, or the first one on the page."""
    changes = [change for layer in text.layers for change in layer.resolution.applied]
    document = text.blocks.states[block].document
    own = [each for each in changes if block in (each.block, each.target)]
    near = [each for each in changes if _document(text, each.target) == document]
    return next((each.place for each in (*own, *near)), None)


def _document(text: AdaptedText, block: str) -> str:
    state = text.blocks.states.get(block)
    return state.document if state else ""
