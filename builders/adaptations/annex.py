"""The annex: every change with both texts, and the degree to which an edition is that of the guidelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builders.adaptations.blocks import NOTE, REASON, REPLACED, BlockState, attribute_part, national_part
from builders.adaptations.overlays import NationalText, Overlay
from builders.markup.adapt import ADDED
from builders.markup.messages import TEXT_NODES
from builders.model.adaptations import Degree, Deviation, Do, Drift, Status
from builders.model.vocabulary import Adaptation

WEIGHTY = frozenset({Do.WITHDRAW})
"""What makes an edition not equivalent where it is done to a block that is fixed."""


def deviations(
    overlay: Overlay, states: Mapping[str, BlockState], found: Iterable[Drift] = ()
) -> tuple[Deviation, ...]:
    """Return what *overlay* changes in the blocks *states*, in the order of its keys, as *found* stands with each.

    A block that is adopted as it is counts among them: somebody has looked.
    """
    statuses = {each.change.key: each.status for each in found}
    return tuple(
        _deviation(text, block, overlay, statuses.get(text.change.key, Status.STALE))
        for text in overlay.texts
        if (block := states.get(text.change.target)) is not None
    )


def _deviation(text: NationalText, block: BlockState, overlay: Overlay, status: Status) -> Deviation:
    change = text.change
    part = REPLACED.get(change.do, "") if change.do else ""
    attributes = {
        name: (block.attribute(name), value)
        for name, value in (("strength", change.strength), *((name, _more(block, name, text)) for name in ADDED))
        if value and value != block.attribute(name)
    }
    return Deviation(
        change=change,
        document=block.document,
        block_type=block.type,
        part=part,
        base_text=block.parts.get(part, "") if part else "",
        national_text=national_text(text),
        language=overlay.layer.written_in.tag,
        status=status,
        attributes=attributes,
    )


def _more(block: BlockState, name: str, text: NationalText) -> str:
    known = [each for each in block.attribute(name).split(", ") if each]
    return ", ".join(dict.fromkeys((*known, *text.change.added.get(name, ())))) if name in text.change.added else ""


def national_text(text: NationalText) -> str:
    """Return what *text* says, as it was written."""
    return "\n\n".join(_written(text))


def _written(text: NationalText) -> Iterator[str]:
    for node in text.nodes:
        for each in node.findall():
            if isinstance(each, TEXT_NODES) and (said := each.rawsource or each.astext()).strip():
                yield " ".join(said.split())


def degree(found: Iterable[Deviation], states: Mapping[str, BlockState]) -> Degree:
    """Return how far an edition with the deviations *found* is from that of the guidelines with the blocks *states*."""
    real = [each for each in found if each.change.do is not None]
    for each in real:
        block = states[each.change.target]
        if each.change.do in WEIGHTY and block.attribute("adaptation") == Adaptation.FIXED.value:
            return Degree.NOT_EQUIVALENT
    return Degree.MODIFIED if real else Degree.IDENTICAL


def given_back(states: Mapping[str, BlockState], annex: Sequence[Deviation]) -> Mapping[str, Mapping[str, str]]:
    """Return the parts of every block of the text below, made of the resolved blocks *states* and the *annex* alone.

    The last layer is taken back first. That it is the text below is the proof that the annex lists everything.
    """
    parts = {identifier: dict(state.parts) for identifier, state in states.items()}
    for each in reversed(annex):
        own = parts.get(each.change.target, {})
        if each.change.do is Do.AFTER:
            parts.pop(each.change.block, None)
        elif each.part and each.base_text:
            own[each.part] = each.base_text
        elif each.part:
            own.pop(each.part, None)
        elif each.change.do is Do.NOTE:
            own.pop(national_part(NOTE, each.change.layer), None)
        elif each.change.do is Do.WITHDRAW:
            own.pop(national_part(REASON, each.change.layer), None)
        for name, (was, _) in each.attributes.items():
            own.pop(attribute_part(name), None)
            if was:
                own[attribute_part(name)] = was
    return parts
