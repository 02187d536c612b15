"""How far the text below an adaptation has moved since its changes were accepted, judged by what each rests on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from types import MappingProxyType

from builders.adaptations.base_lock import Accepted, BaseLock, Terms, accepted
from builders.adaptations.blocks import (
    EXPLANATION,
    REPLACED,
    STATEMENT,
    TITLE,
    Blocks,
    BlockState,
    attribute_part,
    is_same_reading,
)
from builders.adaptations.overlays import Overlay
from builders.adaptations.wording import rank
from builders.model.adaptations import Change, Do, Drift, PartDrift, Status
from builders.model.findings import Finding
from builders.model.identifiers import LedgerEntry
from builders.model.vocabulary import Adaptation
from builders.settings import Settings

_STRENGTH, _WHO, _ADAPTATION = map(attribute_part, ("strength", "who", "adaptation"))

RESTS_ON: Mapping[Do | None, frozenset[str]] = MappingProxyType(
    {
        Do.STATEMENT: frozenset({STATEMENT, TITLE, _STRENGTH, _WHO}),
        Do.EXPLANATION: frozenset({EXPLANATION, STATEMENT}),
        Do.NOTE: frozenset({STATEMENT, _STRENGTH, _WHO}),
        Do.WITHDRAW: frozenset({STATEMENT, _STRENGTH, _WHO}),
        Do.TERM: frozenset({STATEMENT, TITLE}),
        None: frozenset({STATEMENT, TITLE, _STRENGTH, _WHO}),
    }
)
"""The parts that make a change stale when they change; others are worth a look. A block of its own rests on none."""

REFUSED = frozenset({Status.CONFLICT, Status.ORPHAN})
"""How no change may stand when an adaptation is published."""


def drifts(overlay: Overlay, blocks: Blocks, lock: BaseLock, ledger: Mapping[str, LedgerEntry]) -> tuple[Drift, ...]:
    """Return how every change of *overlay* stands to *blocks*, the text below it, by what *lock* keeps."""
    states = blocks.states
    return tuple(
        drift(change, states.get(change.target), lock.accepted.get(change.key), ledger) for change in overlay.changes
    )


def drift(change: Change, block: BlockState | None, known: Accepted | None, ledger: Mapping[str, LedgerEntry]) -> Drift:
    """Return how *change* stands to *block*, None where that is gone; it was accepted on what is *known*."""
    if block is None:
        status, why = _missing(change, ledger)
        return Drift(change=change, status=status, why=why, parts=_gone(known), is_accepted=known is not None)
    then = known.parts if known else {}
    parts = tuple(_differences(then, block.parts)) if known else ()
    said = (each for each in parts if not is_same_reading(each.then, each.now))
    changed = {each.part for each in said}
    status, why = _conflict(change, block, known, changed) or (Status.FRESH, "")
    if status is Status.FRESH and known is None:
        status, why = Status.STALE, "nobody has accepted it on the text of today"
    elif status is Status.FRESH and change.do is not Do.AFTER and changed:
        stale = changed & RESTS_ON[change.do]
        status = Status.STALE if stale else Status.LOOK
        why = f"{', '.join(sorted(stale or changed))} changed"
    elif status is Status.FRESH and parts and change.do is not Do.AFTER:
        why = "only capitals, punctuation or spaces changed"
    return Drift(change=change, status=status, why=why, parts=parts, is_accepted=known is not None)


def _differences(then: Mapping[str, str], now: Mapping[str, str]) -> list[PartDrift]:
    return [
        PartDrift(part=part, then=then.get(part, ""), now=now.get(part, ""))
        for part in sorted({*then, *now})
        if then.get(part, "") != now.get(part, "")
    ]


def _gone(known: Accepted | None) -> tuple[PartDrift, ...]:
    return tuple(_differences(known.parts, {})) if known else ()


def _missing(change: Change, ledger: Mapping[str, LedgerEntry]) -> tuple[Status, str]:
    """Return the status of *change*, whose block is gone, and why, as the *ledger* tells it."""
    entry = ledger.get(change.target)
    if entry and not entry.is_active and not entry.superseded_by:
        return Status.CONFLICT, f"the guidelines have withdrawn {change.target}"
    if entry and entry.superseded_by:
        return Status.ORPHAN, f"{change.target} is gone, {entry.superseded_by} stands in its place"
    near = get_close_matches(change.target.lower(), (name for name, each in ledger.items() if each.is_active), n=1)
    advice = f"; did you mean {near[0]}?" if near else ""
    return Status.ORPHAN, f"there is no block {change.target}{advice}"


def _conflict(
    change: Change, block: BlockState, known: Accepted | None, changed: set[str]
) -> tuple[Status, str] | None:
    """Return why the text of today no longer allows *change*, if it does not."""
    if block.is_withdrawn and change.do is not Do.AFTER:
        return Status.CONFLICT, f"the text below does not adopt {block.id}"
    if known is None or not change.do:
        return None
    was = {name: known.parts.get(name, "") for name in (_STRENGTH, _ADAPTATION)}
    strength = block.attribute("strength")
    if change.do in (Do.STATEMENT, Do.WITHDRAW) and rank(strength) > max(rank(was[_STRENGTH]), rank(change.strength)):
        return Status.CONFLICT, f"the guidelines have raised it from {was[_STRENGTH]} to {strength}"
    is_fixed = block.attribute("adaptation") == Adaptation.FIXED.value
    if is_fixed and was[_ADAPTATION] != Adaptation.FIXED.value and change.do is not Do.NOTE:
        return Status.CONFLICT, "the guidelines have made it fixed"
    part = REPLACED.get(change.do, "")
    if part in changed and part in block.layers:
        return Status.CONFLICT, f"{block.layers[part]} says it in another way now"
    return None


def accept(
    overlay: Overlay, blocks: Blocks, lock: BaseLock, terms: Terms, keys: frozenset[str] = frozenset()
) -> BaseLock:
    """Return *lock* with the changes called *keys*, or all of *overlay*, accepted on *blocks* as they stand.

    What is accepted on this very text already stays as it is; what no change is called any more goes.
    """
    states = blocks.states
    entries: dict[str, Accepted] = {}
    for change in overlay.changes:
        block, known = states.get(change.target), lock.accepted.get(change.key)
        is_meant = not keys or change.key in keys or change.target in keys
        if block is None or not is_meant or (known and known.parts == block.parts and known.layers == block.layers):
            if known:
                entries[change.key] = known
            continue
        entries[change.key] = accepted(change.key, block, terms)
    return BaseLock(base=terms.version, digest=blocks.digest, ids=terms.ids, accepted=entries)


def refusals(found: tuple[Drift, ...], settings: Settings, released: date, *, today: date) -> list[Finding]:
    """Return why an adaptation cannot be published: changes that the guidelines *released* then no longer carry.

    What is stale may be published until the days of grace are over.
    """
    layer = settings.layers[-1]
    is_over = today > released + timedelta(days=layer.grace)
    hint = f"cop adapt diff {layer.id} shows the texts; mend the change, then cop adapt accept {layer.id}"
    findings: list[Finding] = []
    for each in found:
        where, said = each.change.place, f"adapt {each.change.target}: {each.status.value}: {each.why}"
        match each.status:
            case Status.ORPHAN:
                findings.append(Finding(check="adapt-orphan", location=where, message=said, hint=hint))
            case Status.CONFLICT:
                findings.append(Finding(check="adapt-conflict", location=where, message=said, hint=hint))
            case Status.STALE if is_over:
                said += f", and {layer.grace} days of grace are over"
                findings.append(Finding(check="adapt-stale", location=where, message=said, hint=hint))
    return findings
