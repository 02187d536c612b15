"""What an adaptation may not do, with file and line: the locks of the guidelines, and the care that they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from builders.adaptations.blocks import REPLACED, STATEMENT, BlockState
from builders.adaptations.overlays import NationalText, Overlay, twice
from builders.adaptations.wording import is_described, rank, typed_facts, weaker_words
from builders.markup.typed_block import TypedBlock
from builders.model.adaptations import Change, Do, Reason
from builders.model.findings import Finding, Location, Severity
from builders.model.vocabulary import Adaptation, Strength
from builders.settings import Settings
from builders.settings.entries import line_of

FEWEST_FOR_A_MUST = 2
"""How many decide that what the guidelines demand is not adopted."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A change, the block that it names as it stands in the text below, and what holds for both."""

    text: NationalText
    block: BlockState
    settings: Settings
    """Those of the adaptation."""
    today: date

    @property
    def change(self) -> Change:
        """The change without its text."""
        return self.text.change


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Something that holds for one change."""

    check: str
    broken: Callable[[Checked], Iterator[tuple[str, str]]]
    """Yields what is wrong with a change, and what to do."""


def locked(checked: Checked) -> Iterator[tuple[str, str]]:
    """The block does not take what the change does."""
    change, block = checked.change, checked.block
    if change.do is None:
        return
    lock = checked.settings.locks.of(block.type)
    own = block.attribute("adaptation") or lock.lock
    if change.do not in lock.takes:
        takes = ", ".join(each.value for each in Do if each in lock.takes)
        advice = f"a {block.type} takes: {takes}" if takes else f"a {block.type} stays as it is"
        yield f"a {block.type} does not take :do: {change.do.value}", advice
    elif own == Adaptation.FIXED.value and change.do is not Do.NOTE:
        advice = "write a note: what is fixed holds everywhere"
        yield f"{block.id} is fixed, and a fixed block takes notes only", advice
    elif change.do is Do.STATEMENT and STATEMENT not in block.parts:
        yield f"{block.id} has no paragraph of that kind", "write a note"


def weakened(checked: Checked) -> Iterator[tuple[str, str]]:
    """The change asks for less than the guidelines do."""
    change, block = checked.change, checked.block
    base, tag = block.attribute("strength"), checked.settings.layers[-1].written_in.tag
    if change.strength and not base:
        yield f"{block.id} has no strength that could be raised", "leave :strength: out"
    elif rank(change.strength) < rank(base) and change.strength:
        yield (
            f"the strength goes from {base} down to {change.strength}",
            "a country may raise the strength, never lower it",
        )
    if change.do is not Do.STATEMENT or not base:
        return
    strength = max(base, change.strength, key=rank)
    said = "\n".join(node.astext() for node in checked.text.nodes)
    words = weaker_words(said, tag, strength=strength, base=block.parts.get(STATEMENT, ""))
    if words:
        listed = ", ".join(f"“{word}”" for word in dict.fromkeys(words))
        yield f"{block.id} is a “{strength}”, and the text says {listed}", "say it as strongly as the guidelines do"
    if not is_described(tag) and strength == Strength.MUST.value and len(change.by) < FEWEST_FOR_A_MUST:
        message = f"nobody can tell by the words of this language whether {block.id} stays a “{strength}”"
        yield message, "let a second person read it, and name both in :by:, with a semicolon between them"


def dropped_duty(checked: Checked) -> Iterator[tuple[str, str]]:
    """What must be done is not adopted, without a law and two who decide."""
    change = checked.change
    if change.do is not Do.WITHDRAW or checked.block.attribute("strength") != Strength.MUST.value:
        return
    if change.reason is not Reason.LAW:
        yield f"{change.target} must be done, and the reason is not law", "only a law keeps a country from a must"
    if len(set(change.by)) < FEWEST_FOR_A_MUST:
        yield (
            f"{change.target} must be done, and one alone has decided",
            "name two in :by:, with a semicolon between them",
        )


def typed(checked: Checked) -> Iterator[tuple[str, str]]:
    """National text holds a number or an address that nobody could keep up to date."""
    tag = checked.settings.layers[-1].written_in.tag
    for node in checked.text.nodes:
        for fact, _ in typed_facts(node, tag):
            advice = "write it into [values] of adaptation.toml, and name it with :variable:"
            yield f"“{fact}” is typed into the text", advice


def outdated(checked: Checked) -> Iterator[tuple[str, str]]:
    """The change no longer holds, or not yet."""
    change = checked.change
    if change.until and change.until < checked.today:
        yield f"it held until {change.until.isoformat()}", "decide again, and change :until: or take it out"
    if change.on and change.on > checked.today:
        yield f"nobody can have decided on {change.on.isoformat()}, which is to come", "write the day of the decision"


def strangers(checked: Checked) -> Iterator[tuple[str, str]]:
    """A block of its own has an identifier of others, or is of a type that nobody adds."""
    layer = checked.settings.layers[-1]
    for block in (each for node in checked.text.nodes for each in node.findall(TypedBlock)):
        identifier = block["block_id"]
        if identifier not in layer.ids:
            advice = f"add a row to {layer.folder}/ids.csv, as in rec-{layer.home}-001, and never use one again"
            yield f"{identifier} is no identifier of this adaptation", advice
        if block is checked.text.block and Do.AFTER not in checked.settings.locks.of(block.block_type).takes:
            types = [name for name, lock in checked.settings.locks.types.items() if Do.AFTER in lock.takes]
            yield f"nobody adds a {block.block_type}", f"add one of: {', '.join(types) or 'none'}"


RULES = (
    Rule(check="adapt-locked", broken=locked),
    Rule(check="adapt-weakened", broken=weakened),
    Rule(check="adapt-dropped-duty", broken=dropped_duty),
    Rule(check="adapt-typed", broken=typed),
    Rule(check="adapt-outdated", broken=outdated),
    Rule(check="adapt-stranger", broken=strangers),
)
"""What is asked of every change."""


def check_overlay(
    overlay: Overlay, states: Mapping[str, BlockState], settings: Settings, *, today: date
) -> list[Finding]:
    """Return what is wrong with *overlay* above the blocks *states*, on the day *today*; *settings* are its own.

    Changes of blocks that are not there are a matter of drift.
    """
    found: list[Finding] = []
    for text in overlay.texts:
        block = states.get(text.change.target)
        if block is not None:
            checked = Checked(text=text, block=block, settings=settings, today=today)
            found += (
                _finding(text.change, message, hint, check=rule.check)
                for rule in RULES
                for message, hint in rule.broken(checked)
            )
    found += _double(overlay)
    found += _unused(overlay, settings)
    found += expired(settings, today=today)
    return sorted(dict.fromkeys(found), key=lambda each: (each.location, each.check, each.message))


def _finding(change: Change, message: str, hint: str, *, check: str) -> Finding:
    return Finding(check=check, location=change.place, message=f"adapt {change.target}: {message}", hint=hint)


def _double(overlay: Overlay) -> Iterator[Finding]:
    """Yield two changes that do the same with one block."""
    for change, first in twice(overlay.changes):
        message = f"the same is done at {first.place} already"
        yield _finding(change, message, "write one of them", check="adapt-twice")
    withdrawn = {change.target: change for change in overlay.changes if change.do is Do.WITHDRAW}
    for change in overlay.changes:
        other = withdrawn.get(change.target)
        if other and (change.do in REPLACED or change.do is None):
            message = f"it is not adopted, says {other.place}"
            yield _finding(change, message, "withdraw it, or change it", check="adapt-twice")


def _unused(overlay: Overlay, settings: Settings) -> Iterator[Finding]:
    """Yield the identifiers of its ledger that no block has."""
    layer = overlay.layer
    own = {block["block_id"] for text in overlay.texts for node in text.nodes for block in node.findall(TypedBlock)}
    for identifier in layer.ids:
        entry = settings.ledger[identifier]
        if entry.is_active and identifier not in own:
            place = Location(f"{layer.folder}/ids.csv", entry.line)
            hint = "add the block, or write withdrawn in place of active: an identifier is never taken out"
            message = f"no change adds {identifier}, which the ledger has as active"
            yield Finding(check="adapt-ledger", location=place, message=message, hint=hint)


def reused(settings: Settings, known: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the identifiers that were *known* when changes were accepted last, and are gone or used once more."""
    layer = settings.layers[-1]
    path = f"{layer.folder}/ids.csv"
    for identifier, status in known.items():
        entry = settings.ledger.get(identifier) if identifier in layer.ids else None
        if entry is None:
            message = f"{identifier} has gone from the ledger"
            hint = "bring the row back, with the status withdrawn: nobody may give the identifier to another block"
            yield Finding(check="adapt-ledger", location=Location(path), message=message, hint=hint)
        elif status != "active" and entry.is_active:
            message = f"{identifier} was {status}, and is used once more"
            hint = "write its old status, and give the block the next free identifier"
            yield Finding(check="adapt-ledger", location=Location(path, entry.line), message=message, hint=hint)


def expired(settings: Settings, *, today: date) -> Iterator[Finding]:
    """Yield the values that somebody was to look at again before *today*."""
    path = f"{settings.layers[-1].folder}/adaptation.toml"
    file = (settings.project / path).read_text(encoding="utf-8-sig")
    for name, value in settings.values.items():
        if value.review_by and value.review_by < today:
            message = f"the value {name} was to be looked at again by {value.review_by.isoformat()}"
            hint = "look it up at its source, and write the day into checked, and a later one into review-by"
            yield Finding(
                check="adapt-expired", location=Location(path, line_of(name, file)), message=message, hint=hint
            )


def another_base(settings: Settings, base_version: str) -> Iterator[Finding]:
    """Yield that an adaptation was made for another version of the guidelines than *base_version*."""
    layer = settings.layers[-1]
    if layer.base != base_version:
        message = f"it was made for {layer.base}, and these are the guidelines {base_version}"
        yield Finding(
            check="adapt-base",
            location=Location(f"{layer.folder}/adaptation.toml"),
            message=message,
            hint=f'look through cop adapt status, accept what holds, and write base = "{base_version}"',
            severity=Severity.WARNING,
        )
