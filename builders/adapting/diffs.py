"""Three texts of a change beside each other: what the guidelines said when it was accepted, what they say, its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from builders.adaptations.annex import national_text
from builders.editions.adapted_source import AdaptedText
from builders.model.adaptations import Change, Drift, Status
from builders.problems import unknown

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def redline(then: str, now: str) -> str:
    """Return *now* with the words that came between {+ and +}, and those of *then* that went between [- -]."""
    before, after = _WORD.findall(then), _WORD.findall(now)
    said: list[str] = []
    for kind, start, end, other, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[start:end]), "".join(after[other:last])
        if kind == "equal":
            said.append(come)
            continue
        said += [f"[-{gone}-]"] if gone else []
        said += [f"{{+{come}+}}"] if come else []
    return "".join(said)


def diff_lines(text: AdaptedText, named: Collection[str]) -> Iterator[str]:
    """Yield the texts of the changes *named* by their block or key; without a name, of those that need a look.

    Raises a Problem where nothing is called so.
    """
    layer = text.layers[-1]
    known = {each.change.key: national_text(each) for each in layer.overlay.texts}
    changes = [each.change for each in layer.drifts]
    for name in named:
        if not any(is_called(change, name) for change in changes):
            raise unknown("unknown-change", f"no change of {layer.settings.adaptation} is called “{name}”", known)
    for drift in layer.drifts:
        is_meant = any(is_called(drift.change, name) for name in named)
        if is_meant if named else drift.status is not Status.FRESH:
            yield from _texts(drift, known[drift.change.key])


def is_called(change: Change, name: str) -> bool:
    """Whether *name* is that of *change*, or of its block."""
    return name in (change.key, change.target)


def _texts(drift: Drift, national: str) -> Iterator[str]:
    why = f": {drift.why}" if drift.why else ""
    yield f"{drift.change.key} is {drift.status.value}{why} ({drift.change.place})"
    for part in drift.parts:
        yield f"  {part.part}, then:  {part.then or '–'}"
        yield f"  {part.part}, now:   {part.now or '–'}"
        if part.then and part.now:
            yield f"  {part.part}, marks: {redline(part.then, part.now)}"
    yield f"  national: {national or '–'}"
