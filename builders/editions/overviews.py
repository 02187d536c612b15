"""Tables that are made from the data of the edition: who works with whom, and what rests on what."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from builders.catalogs.tables import for_spreadsheets
from builders.editions import table_files
from builders.editions.advice_tables import ADVICE
from builders.editions.citations import CITED
from builders.editions.naming import ENGLISH, Name, instrument_name, name_in, written
from builders.editions.risk_overview import WIDTHS, risks
from builders.editions.table_data import Cell, Data, Row, Table
from builders.markup.generated import Overview
from builders.markup.national import is_withdrawn
from builders.markup.references import VariableValue
from builders.markup.unit_state import KnownBlock, state_of
from builders.model.addresses import to_opening_page
from builders.model.editions import Format, Unit
from builders.model.instruments import split_code
from builders.model.registries import Fact
from builders.model.vocabulary import OverviewKind, Strength
from builders.settings import Settings


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
        name = instrument_name(code, data.unit, data.settings, data.labels, is_brief=True)
        rows.append([data.named(name, "instrument"), *_by_strength(found, data)])
    return _strength_head("field/instruments", data), rows


def facts(data: Data) -> tuple[Row, list[Row]]:
    """Return the head and the rows of the dated facts."""
    rows: list[Row] = []
    for identifier, fact in data.settings.facts.items():
        source = nodes.reference("", "", *_source(fact, data), refuri=fact.source_url)
        values = (fact.value, fact.as_of, fact.review_by)
        value, as_of, review_by = (nodes.Text(written(each, data.unit.language)) for each in values)
        rows.append([data.label(f"fact/{identifier}"), [value], [as_of], [source], [review_by]])
    return [data.label(key) for key in ("fact", "value", "as-of", "source", "review-by")], rows


def _source(fact: Fact, data: Data) -> Cell:
    """Return where *fact* stands, and whose account of it the reader is led to, in the reader's language."""
    said = name_in(fact.sources, data.unit.language.tag)
    source = data.named(said, CITED)
    if not fact.reported_by:
        return source
    return data.filled("reported", source=source, name=data.named(Name(text=fact.reported_by, tag=ENGLISH), CITED))


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
        OverviewKind.FACTS.value: (facts, (34, 13, 13, 27, 13)),
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
        context = self.config.cop
        blocks = {name: each for name, each in state_of(self.env).blocks.items() if not is_withdrawn(each.attributes)}
        data = Data(unit=unit, settings=context.settings, labels=context.labels, blocks=blocks, env=self.env)
        numbers = count(1)
        for place in list(self.document.findall(Overview)):
            tables = [_table(table) for table in _tables(place["kind"], data) if table.rows]
            for table in tables:
                # Sphinx writes no caption for a table without one.
                table["ids"] = [f"{place['kind']}-table-{next(numbers)}"]
            place.replace_self([*tables, *(self._download(place["kind"], data) if tables else ())])

    def _download(self, kind: str, data: Data) -> Iterator[nodes.Node]:
        """Yield a link to the file of the overview *kind*, and see to it that there is one, in the format that has it.

        A book and a Word file are files by themselves: nothing can lie beside them.
        """
        format_ = Format.of(self.env._app.builder.name)
        if kind not in table_files.FILES or format_ is None or not format_.is_folder:
            return
        name = table_files.file_name(kind, data.unit, data.settings.version)
        address = f"{table_files.FOLDER}/{name}"
        state_of(self.env).files[address] = for_spreadsheets(table_files.FILES[kind](data))
        root = to_opening_page(self.env.current_document.docname, data.unit.edition)
        label = data.label("download-table")
        link = nodes.reference("", "", *label, internal=True, refuri=root + address)
        yield nodes.paragraph("", "", link, classes=["table-file"])


def _tables(kind: str, data: Data) -> Iterable[Table]:
    """Return the tables of the overview *kind*."""
    if kind in ADVICE:
        return ADVICE[kind](data)
    make, widths = OVERVIEWS[kind]
    head, rows = make(data)
    return [Table(head=head, rows=rows, widths=widths)]


def _table(table: Table) -> nodes.table:
    stubs = int(table.has_row_heads)
    columns = [nodes.colspec(colwidth=width, stub=int(number < stubs)) for number, width in enumerate(table.widths)]
    body = nodes.tbody("", *map(_row, table.rows))
    if not table.has_row_heads:
        for row in body.children:
            # It needs no name of its own where every cell stands on a line.
            next(row.findall(nodes.entry))["classes"].append("speaks-for-itself")
    group = nodes.tgroup("", *columns, nodes.thead("", _row(table.head)), body, cols=len(columns))
    title = [nodes.title("", "", *table.title, **_language(table.title))] if table.title else []
    return nodes.table("", *title, group, classes=["overview", "colwidths-given"])


def _language(cell: Cell) -> dict[str, str]:
    """Return the attributes that name the language of *cell* where all of it is in another than that of the unit."""
    match cell:
        case [nodes.inline() as words] if words.get("lang"):
            return {"lang": words["lang"], "dir": words["dir"]}
    return {}


def _row(cells: Row) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *_fresh(cell))) for cell in cells))


def _fresh(cell: Cell) -> Cell:
    """Return a copy of *cell*: the head of several tables is made once, and a node stands in one place."""
    return [node.deepcopy() for node in cell]
