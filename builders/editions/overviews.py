"""Tables that are made from the data of the edition: who works with whom, and what rests on what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from builders.editions.naming import Voice, instrument_name, written
from builders.editions.risk_overview import WIDTHS, risks
from builders.markup.generated import Overview
from builders.markup.references import BlockReference, VariableValue
from builders.markup.unit_state import KnownBlock, state_of
from builders.model.editions import Unit
from builders.model.instruments import split_code
from builders.model.vocabulary import OverviewKind, Strength
from builders.settings import Settings

Cell = list[nodes.Node]
Row = list[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Voice):
    """What the tables are made from."""

    blocks: Mapping[str, KnownBlock]
    """The typed blocks of the unit, in reading order."""

    def of_type(self, name: str) -> list[KnownBlock]:
        """Return the blocks of the type called *name*."""
        return [block for block in self.blocks.values() if block.type == name]

    def label(self, key: str) -> Cell:
        """Return the label called *key* as inline text, marked where it falls back to English."""
        return self.marked(self.labels[key], "en" if self.labels.is_fallback(key) else self.unit.language.tag)

    def marked(self, text: str, tag: str) -> Cell:
        """Return *text* in the language *tag* as inline text, marked where that is not the language of the unit."""
        if tag == self.unit.language.tag:
            return [nodes.Text(text)]
        return [nodes.inline("", text, classes=[f"language-{tag}"], lang=tag, dir="ltr")]

    def links(self, identifiers: Iterable[str]) -> Cell:
        """Return references to the blocks called *identifiers* as a list in running text."""
        between = self.labels.fill("list-pair", first="", second="")
        cell: Cell = []
        for identifier in identifiers:
            cell += [nodes.Text(between)] if cell else []
            cell.append(BlockReference("", "", target=identifier))
        return cell


def works_with(data: Data) -> tuple[Row, list[Row]]:
    """Return the head and the rows of who works with whom."""
    head = [data.label("stakeholders"), data.label("field/works-with")]
    rows: list[Row] = []
    for block in data.of_type("stakeholder"):
        carried = [each for each in block.attributes["works-with"] if each in data.blocks]
        rows.append([data.links([block.attributes["block_id"]]), data.links(carried)])
    return head, rows


def by_stakeholder(data: Data) -> tuple[Row, list[Row]]:
    """Return the head and the rows of recommendations by who acts, one column for each strength."""
    rows: list[Row] = []
    for code in data.settings.stakeholders:
        found = [block for block in data.of_type("recommendation") if code in block.attributes["who"]]
        if found:
            rows.append([data.label(f"who/{code}"), *_by_strength(found, data)])
    return _strength_head("stakeholders", data), rows


def by_instrument(data: Data) -> tuple[Row, list[Row]]:
    """Return the head and the rows of recommendations by the instrument, and its article, that they rest on."""
    recommendations = data.of_type("recommendation")
    codes = {code for block in recommendations for code in block.attributes.get("instruments", ())}
    rows: list[Row] = []
    for code in sorted(codes, key=lambda code: _instrument_order(code, data.settings)):
        found = [block for block in recommendations if code in block.attributes.get("instruments", ())]
        name = instrument_name(code, data.unit, data.settings, data.labels)
        rows.append([data.marked(name.text, name.tag), *_by_strength(found, data)])
    return _strength_head("field/instruments", data), rows


def facts(data: Data) -> tuple[Row, list[Row]]:
    """Return the head and the rows of the dated facts."""
    rows: list[Row] = []
    for identifier, fact in data.settings.facts.items():
        source = nodes.reference("", fact.source, refuri=fact.source_url, lang="en", dir="ltr")
        values = (fact.value, fact.as_of, fact.review_by)
        value, as_of, review_by = (nodes.Text(written(each, data.unit.language)) for each in values)
        rows.append([data.label(f"fact/{identifier}"), [value], [as_of], [source], [review_by]])
    return [data.label(key) for key in ("fact", "value", "as-of", "source", "review-by")], rows


def variables(data: Data) -> tuple[Row, list[Row]]:
    """Return the head and the rows of what a national edition completes, with what asks for it."""
    rows: list[Row] = []
    for name in data.settings.variables:
        users = [key for key, block in data.blocks.items() if name in block.attributes.get("variables", ())]
        if users:
            value = VariableValue(code=name, is_bare=True)
            rows.append([data.label(f"variable/{name}"), [value], data.links(users)])
    return [data.label(key) for key in ("field/variables", "value", "needed-in")], rows


def _strength_head(first: str, data: Data) -> Row:
    return [data.label(first), *(data.label(f"strength/{strength.value}") for strength in Strength)]


def _by_strength(found: Sequence[KnownBlock], data: Data) -> Row:
    return [
        data.links(block.attributes["block_id"] for block in found if block.attributes["strength"] == strength.value)
        for strength in Strength
    ]


def _instrument_order(code: str, settings: Settings) -> tuple[int, list[int], str]:
    instrument, article = split_code(code)
    numbers = [int(part) for part in article.split(".") if part.isdecimal()]
    return list(settings.instruments).index(instrument), numbers, code


OVERVIEWS: Mapping[str, tuple[Callable[[Data], tuple[Row, list[Row]]], tuple[int, ...]]] = MappingProxyType(
    {
        OverviewKind.WORKS_WITH.value: (works_with, (30, 70)),
        OverviewKind.BY_STAKEHOLDER.value: (by_stakeholder, (28, 24, 24, 24)),
        OverviewKind.BY_INSTRUMENT.value: (by_instrument, (40, 20, 20, 20)),
        OverviewKind.FACTS.value: (facts, (28, 16, 18, 20, 18)),
        OverviewKind.VARIABLES.value: (variables, (34, 33, 33)),
        OverviewKind.RISKS.value: (risks, WIDTHS),
    }
)
"""How each kind of overview is made, and the widths of its columns in hundredths."""


class FillOverviews(SphinxPostTransform):
    """Puts the table in the place of every Overview."""

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        unit: Unit | None = self.config.cop.unit
        if unit is None:
            return
        context, blocks = self.config.cop, state_of(self.env).blocks
        data = Data(unit=unit, settings=context.settings, labels=context.labels, blocks=blocks)
        for place in list(self.document.findall(Overview)):
            make, widths = OVERVIEWS[place["kind"]]
            head, rows = make(data)
            place.replace_self([_table(head, rows, widths)] if rows else [])


def _table(head: Row, rows: list[Row], widths: Sequence[int]) -> nodes.table:
    columns = [nodes.colspec(colwidth=width, stub=int(number == 0)) for number, width in enumerate(widths)]
    body = nodes.tbody("", *map(_row, rows))
    group = nodes.tgroup("", *columns, nodes.thead("", _row(head)), body, cols=len(widths))
    return nodes.table("", group, classes=["overview", "colwidths-given"])


def _row(cells: Row) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
