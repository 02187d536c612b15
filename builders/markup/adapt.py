"""``adapt``: one change of an adaptation; it stands in ``adaptations/<id>/changes`` and nowhere else."""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from docutils import nodes
from sphinx import addnodes

from builders.markup import faults
from builders.markup.audience import Audience
from builders.markup.faults import line_of
from builders.markup.fields import Choice, Day, Field, Instruments, Registered, Text, did_you_mean
from builders.markup.references import Citation
from builders.markup.typed_block import OpenDirective, TypedBlock
from builders.model.adaptations import Decision, Do, Reason
from builders.model.vocabulary import Strength
from builders.settings import Settings

LONGEST_BASIS = 600
ADDED = ("who", "support", "consult", "instruments")
"""Attributes to which a change of the statement may add codes."""

FIELDS: Mapping[str, Field] = {
    "decision": Choice(Decision),
    "do": Choice(Do, required=False),
    "reason": Choice(Reason, required=False),
    "basis": Text(required=False, longest=LONGEST_BASIS),
    "instrument": Instruments(),
    "by": Text(),
    "on": Day(),
    "until": Day(required=False),
    "strength": Choice(Strength, required=False),
    **{name: Registered("stakeholders", required=False, extra=()) for name in ADDED[:3]},
    "instruments": Instruments(),
}
"""The options of a change, in the order in which people write them."""

_UNFIT = {
    nodes.footnote: "a footnote",
    nodes.footnote_reference: "a footnote",
    nodes.target: "a label",
    nodes.image: "a picture",
    nodes.figure: "a picture",
    nodes.table: "a table",
    nodes.section: "a heading",
    nodes.field_list: "a field list",
    nodes.literal_block: "a passage of code",
    nodes.topic: "a box",
    nodes.Admonition: "a box",
    nodes.rubric: "a heading",
    addnodes.toctree: "a contents list",
    Audience: "a condition",
    Citation: "a citation",
}
"""What national text cannot hold, because it belongs to a page and not to a block, and how messages call it."""


_OPTION = "write each in a line of its own, three spaces in, as in “:do: note”, with a space behind the second colon"


class Adapt(nodes.General, nodes.Element):
    """A change as it was written; ``target`` is the block, the other attributes are its options."""


class AdaptDirective(OpenDirective):
    """What an adaptation does with one block, why and by whose decision."""

    def run(self) -> list[nodes.Node]:
        target = self._target()
        node = Adapt(target=target)
        self.set_source_info(node)
        if self._swallowed() or self._is_bare():
            return [node]
        if not target:
            self._fault("write the identifier of a block behind the two colons, as in rec-gen-001")
        node.attributes.update(self._values())
        node += self.parse_content_to_nodes()
        for message in _misfits(node, self.options):
            self._fault(message)
        for message, line in _unfit(node):
            faults.report(f"adapt {target}: {message}", f"{self.env.doc2path(self.env.docname)}:{line}", code="adapt")
        return [node]

    def _target(self) -> str:
        """Return the first line behind the two colons; what stands in lines below it was meant to be options."""
        return self.arguments[0].strip().partition("\n")[0].strip() if self.arguments else ""

    def _swallowed(self) -> bool:
        """Report that lines below the first are no options, because of what they begin with."""
        lines = self.arguments[0].strip().splitlines()[1:] if self.arguments else []
        if lines and not self.options:
            self._fault(f"“{lines[0].strip()}” is no option: {_OPTION}")
        elif lines:
            self._fault(f"“{lines[0].strip()}” does not begin where the other options do: {_OPTION}")
        return bool(lines)

    def _is_bare(self) -> bool:
        """Report that nothing belongs to the change, because nothing below it is indented."""
        is_bare = not (self.options or self.content)
        if is_bare:
            self._fault(f"nothing belongs to it: {_OPTION}, and indent its text by as much")
        return is_bare

    def _values(self) -> dict[str, Any]:
        settings: Settings = self.config.cop.settings
        values: dict[str, Any] = {}
        for name in self.options:
            if name not in FIELDS:
                self._fault(f"there is no option “{name}”; {did_you_mean(name, FIELDS)}")
        for name, field in FIELDS.items():
            if name in self.options:
                try:
                    values[name] = field.read(self.options[name] or "", settings)
                except ValueError as error:
                    self._fault(f":{name}: {error}")
            elif field.required:
                self._fault(f"the option :{name}: is missing")
        return values

    def _fault(self, message: str) -> None:
        target = self._target() or "without an identifier"
        faults.report(f"adapt {target}: {message}", self.get_location(), code="adapt")


def _misfits(node: Adapt, given: Container[str]) -> Iterator[str]:
    """Yield what does not go together in the options that are *given* and the text of *node*."""
    decision, do = node.get("decision"), node.get("do")
    text = [child for child in node.children if not isinstance(child, nodes.Invisible)]
    if decision == Decision.ADOPT.value:
        if do or text:
            yield "what is adopted stays as it is: leave out :do: and the text, or write :decision: adapt"
        return
    if decision and not do:
        yield "the option :do: is missing"
    if do and decision and (do == Do.AFTER.value) != (decision == Decision.NEW.value):
        yield "a block of your own has :do: after and :decision: new, and nothing else has"
    for name in ("reason", "basis"):
        if name not in given:
            yield f"the option :{name}: is missing"
    if (since := node.get("on")) and (end := node.get("until")) and end < since:
        yield f":until: {end} is before :on: {since}"
    if do != Do.STATEMENT.value:
        for name in ("strength", *ADDED):
            if name in node:
                yield f":{name}: belongs to :do: statement"
    if not text:
        yield "its text is missing: indent it as far as the options"
    elif do:
        yield from _shape(Do(do), text)


def _shape(do: Do, text: list[nodes.Node]) -> Iterator[str]:
    blocks = [child for child in text if isinstance(child, TypedBlock)]
    if do is Do.AFTER:
        if len(text) != 1 or not blocks:
            yield "it holds one whole block of your own, and nothing beside it"
        elif any(each is not blocks[0] for each in blocks[0].findall(TypedBlock)):
            yield "its own block holds no other: add each with a change of its own"
    elif blocks:
        yield f"a block of its own stands in a change with :do: after, not {do.value}"
    elif do is Do.STATEMENT and not (len(text) == 1 and isinstance(text[0], nodes.paragraph)):
        yield "a statement is one paragraph"
    elif do is not Do.STATEMENT and not isinstance(text[0], nodes.paragraph):
        yield "its text begins with a paragraph"


def _unfit(node: Adapt) -> Iterator[tuple[str, int]]:
    """Yield what national text cannot hold, each with its line."""
    for each in node.findall(nodes.Element):
        what = next((said for kind, said in _UNFIT.items() if isinstance(each, kind)), None)
        if what and not any(isinstance(around, tuple(_UNFIT)) for around in _between(each, node)):
            yield f"{what} cannot stand in national text", _line(each)
        if isinstance(each, TypedBlock) and each.get("audience"):
            yield "its own block goes where the block before it goes: leave out :audience:", line_of(each)


def _line(node: nodes.Element) -> int:
    """Return the line of *node*; docutils knows none of a table, but those of its cells."""
    return next((each.line for each in node.findall() if each.line), None) or line_of(node)


def _between(node: nodes.Node, outer: nodes.Node) -> Iterator[nodes.Node]:
    current = node.parent
    while current is not None and current is not outer:
        yield current
        current = current.parent
