"""Changes as they were written: each a record, and the nodes of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from docutils import nodes

from builders.markup.adapt import ADDED, Adapt
from builders.markup.faults import line_of
from builders.markup.raw_doctrees import RawDoctrees, read_raw
from builders.markup.typed_block import TypedBlock
from builders.model.adaptations import Change, Decision, Do, Layer, Reason
from builders.model.findings import Finding, Location


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NationalText:
    """A change and its text, in the language that the adaptation is written in."""

    change: Change
    nodes: tuple[nodes.Element, ...]

    @property
    def block(self) -> TypedBlock | None:
        """The block of its own, where it adds one."""
        return next((node for node in self.nodes if isinstance(node, TypedBlock)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What one adaptation does with the text that it stands on."""

    layer: Layer
    texts: tuple[NationalText, ...] = ()
    """Its changes, sorted by their key, whatever file they stand in."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Its changes without their texts."""
        return tuple(each.change for each in self.texts)


def overlay_of(layer: Layer, doctrees: RawDoctrees, faults: list[Finding]) -> Overlay:
    """Return what *doctrees*, the files with changes of *layer* by name, say; add what is no change to *faults*."""
    texts: list[NationalText] = []
    for name, data in sorted(doctrees.items()):
        path = f"{layer.folder}/changes/{name}.rst"
        for node in read_raw(data).children:
            if isinstance(node, Adapt):
                texts += _national(node, layer, path)
            elif isinstance(node, nodes.comment) and _MISSPELT.match(node.astext()):
                message = f"“.. {node.astext().splitlines()[0]}” is a comment, which nobody reads"
                begins = line_of(node) - len(node.astext().splitlines())  # docutils knows where a comment ends
                faults.append(replace(_fault(path, node, message, _BEGINS), location=Location(path, max(begins, 1))))
            elif not isinstance(node, (nodes.Invisible, nodes.system_message)):
                message = "only changes stand here, each below a line “.. adapt:: <identifier>”"
                hint = "indent what belongs to a change by three spaces, as its options; take the rest out"
                faults.append(_fault(path, node, message, hint))
    return Overlay(layer=layer, texts=tuple(sorted(texts, key=lambda each: (each.change.key, each.change.place))))


_MISSPELT = re.compile(r"adapt\b *:?(?:\s|$)|adapt *: *:", re.IGNORECASE)
"""How a comment begins that was meant to be a change."""
_BEGINS = "begin a change with “.. adapt:: <identifier>”: two points, a space, two colons without a space before them"


def _fault(path: str, node: nodes.Node, message: str, hint: str) -> Finding:
    return Finding(check="adapt", location=Location(path, line_of(node)), message=message, hint=hint)


def _national(node: Adapt, layer: Layer, path: str) -> Iterator[NationalText]:
    """Yield what *node* says, if its form is right; what is wrong with it has been said when it was read."""
    try:
        change = _change(node, layer, Location(path, line_of(node)))
    except (KeyError, ValueError, TypeError):
        return
    if change.do is Do.AFTER and not change.block:
        return
    content = [child for child in node.children if isinstance(child, nodes.Element)]
    text = tuple(each for each in content if not isinstance(each, (nodes.Invisible, nodes.system_message)))
    yield NationalText(change=change, nodes=text)


def _change(node: Adapt, layer: Layer, place: Location) -> Change:
    do, reason, on, until = (node.get(name) for name in ("do", "reason", "on", "until"))
    return Change(
        target=node["target"],
        do=Do(do) if do else None,
        decision=Decision(node["decision"]),
        layer=layer.id,
        place=place,
        block=next((each["block_id"] for each in node.children if isinstance(each, TypedBlock)), ""),
        reason=Reason(reason) if reason else None,
        basis=node.get("basis", ""),
        instruments=tuple(node.get("instrument", ())),
        by=tuple(filter(None, (each.strip() for each in node["by"].split(";")))),
        on=date.fromisoformat(on),
        until=date.fromisoformat(until) if until else None,
        strength=node.get("strength", ""),
        added={name: tuple(node[name]) for name in ADDED if name in node},
    )


def twice(changes: Iterable[Change]) -> Iterator[tuple[Change, Change]]:
    """Yield every change that does what another of *changes* does already, and that one."""
    first: dict[str, Change] = {}
    for change in changes:
        if (known := first.setdefault(change.key, change)) is not change:
            yield change, known
