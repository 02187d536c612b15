"""Puts the annex into the words of the reader, when what it quotes has been translated."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from builders.editions.naming import ENGLISH, mark, written
from builders.editions.national_marks import DEVIATION
from builders.markup.annex import BASE_TEXT, BASIS, BY, OWN_TEXT, Annex, AnnexEntry
from builders.markup.messages import Quoted
from builders.markup.national import National, NationalNote
from builders.markup.references import BlockReference, InstrumentName
from builders.markup.typed_block import BlockPart, BlockTitle
from builders.model.adaptations import Do
from builders.model.editions import Unit
from builders.model.labels import Labels
from builders.model.vocabulary import Strength

WORDED = {"strength": [each.value for each in Strength]}
"""Attributes whose codes have labels that begin with the name of the attribute; others name stakeholders."""
ROLES = {
    BASIS: "adapted/basis",
    BY: "adapted/by",
    BASE_TEXT: "adapted/base-text",
    OWN_TEXT: "adapted/own-text",
}
"""The label of each quotation, in printing order."""
_PASSED_OVER = (BlockPart, NationalNote, National)
"""What a quotation holds around its paragraphs."""


class WordAnnex(SphinxTransform):
    """Makes fields of every deviation: what was done, why, what it rests on, and both texts."""

    default_priority = 21

    def apply(self, **kwargs: Any) -> None:
        unit: Unit | None = self.config.cop.unit
        opening = next(self.document.findall(Annex), None)
        if unit is None or opening is None:
            return
        title = next(self.document.findall(nodes.title))
        title += self._label("adapted/annex")
        degree = opening["degree"].replace(" ", "-")
        facts = [
            self._field("adapted/degree", [self._paragraph(self._label(f"degree/{degree}"))]),
            self._field("adapted/base-edition", [nodes.paragraph("", opening["base"])]),
        ]
        opening.replace_self([self._paragraph(self._label("adapted/annex-intro")), nodes.field_list("", *facts)])
        for entry in list(self.document.findall(AnnexEntry)):
            entry.replace_self(self._entry(entry))

    def _entry(self, entry: AnnexEntry) -> nodes.container:
        reference = BlockReference("", target=entry["target"])
        heading = nodes.rubric("", "", reference, nodes.Text(" · "), self._label(f"change/{entry['do']}"))
        fields = nodes.field_list("", *self._fields(entry))
        name = f"change-{entry['target']}-{entry['do']}-{entry['layer_of']}"
        made = nodes.container("", heading, fields, classes=[DEVIATION], ids=[name])
        for node in made.findall():
            node.source, node.line = self.document["source"], 1
        return made

    def _fields(self, entry: AnnexEntry) -> Iterator[nodes.field]:
        said = {each["role"]: each for each in entry.children if isinstance(each, Quoted)}
        is_withdrawn = entry["do"] == Do.WITHDRAW.value
        if entry["reason"]:
            more = list(_paragraphs(said.pop(OWN_TEXT).children)) if is_withdrawn and OWN_TEXT in said else []
            kind = self._paragraph(self._label(f"reason/{entry['reason']}"))
            yield self._field("adapted/reason", [kind, *more])
        for role, key in ROLES.items():
            if role == BASE_TEXT and entry["instruments"]:
                names = [nodes.paragraph("", "", InstrumentName(code=code)) for code in entry["instruments"]]
                yield self._field("field/instruments", names)
            if role == BASE_TEXT and entry["on"]:
                day = nodes.paragraph("", written(date.fromisoformat(entry["on"]), self.config.cop.unit.language))
                yield self._field("field/date", [day])
            if role in said:
                yield self._field(key, list(_paragraphs(said[role].children)))
        for name, was, now in entry["changed"]:
            yield self._field(f"field/{name}", [self._paragraph(*self._values(name, was, now))])

    def _values(self, name: str, was: str, now: str) -> Iterator[nodes.Node]:
        arrow = " ← " if self.config.cop.unit.language.is_rtl else " → "
        for place, codes in enumerate((was, now)):
            if place:
                yield nodes.Text(arrow)
            for number, code in enumerate(filter(None, codes.split(", "))):
                if number:
                    yield nodes.Text(", ")
                yield self._value(name, code)

    def _value(self, name: str, code: str) -> nodes.Node:
        if name == "instruments":
            return InstrumentName(code=code)
        return self._label(f"{name}/{code}" if name in WORDED else f"who/{code}")

    def _field(self, key: str, body: Sequence[nodes.Node]) -> nodes.field:
        return nodes.field("", nodes.field_name("", "", self._label(key)), nodes.field_body("", *body))

    @staticmethod
    def _paragraph(*words: nodes.Node) -> nodes.paragraph:
        return nodes.paragraph("", "", *words)

    def _label(self, key: str) -> nodes.Node:
        """Return the label called *key* as words, marked where it is English in another language."""
        unit: Unit = self.config.cop.unit
        labels: Labels = self.config.cop.labels
        if unit.language.is_source or not labels.is_fallback(key):
            return nodes.Text(labels[key])
        return nodes.inline("", labels[key], **mark(ENGLISH, unit))


def _paragraphs(children: list[nodes.Node]) -> Iterator[nodes.Element]:
    """Yield *children* without what makes them parts of a block."""
    for child in children:
        if isinstance(child, BlockTitle):
            language = {name: child[name] for name in ("lang", "dir") if name in child}
            yield nodes.paragraph("", "", nodes.strong("", "", *child.children), **language)
        elif isinstance(child, _PASSED_OVER):
            yield from _paragraphs(child.children)
        elif isinstance(child, nodes.Element):
            yield child
