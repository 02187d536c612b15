"""Tables for those who put advice to work: what comes first, who does what, how to begin, and what is counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from docutils import nodes

from builders.editions.table_data import Cell, Data, Row, Table, part, statement
from builders.markup.blocks.recommendation import FIRST_STEP, ROLES
from builders.markup.unit_state import KnownBlock
from builders.model.vocabulary import OverviewKind, Strength


def musts(data: Data) -> Iterator[Table]:
    """Yield what must be done, one table for each phase."""
    must = [block for block in data.of_type("recommendation") if block.attributes["strength"] == Strength.MUST.value]
    head = [data.label(key) for key in ("recommendation", "role/who")]
    for title, found in by_phase(must, data):
        rows = [[_advice(block, data), _who(block, "who", data)] for block in found]
        yield Table(title=title, head=head, rows=rows, widths=(76, 24), has_row_heads=False)


def who_does_what(data: Data) -> Iterator[Table]:
    """Yield who leads, who supports and who is consulted: names in few columns, for the matrix has very many."""
    head = [data.label(key) for key in ("recommendation", *(f"role/{role}" for role in ROLES))]
    found = data.of_type("recommendation")
    rows = [[_advice(block, data), *(_who(block, role, data) for role in ROLES)] for block in found]
    yield Table(head=head, rows=rows, widths=(31, 23, 23, 23), has_row_heads=False)


def action_plan(data: Data) -> Iterator[Table]:
    """Yield who begins what and how, one table for each phase."""
    head = [data.label(key) for key in ("recommendation", "role/who", f"part/{FIRST_STEP}")]
    for title, found in by_phase(data.of_type("recommendation"), data):
        rows = [
            [_advice(block, data), _who(block, "who", data), data.quoted(part(block, FIRST_STEP), block)]
            for block in found
        ]
        yield Table(title=title, head=head, rows=rows, widths=(40, 23, 37), has_row_heads=False)


def indicators(data: Data) -> Iterator[Table]:
    """Yield what is counted, where the figures come from, and what they measure."""
    keys = ("indicator", "checkitem", "part/source", "field/recommendations")
    rows: list[Row] = []
    for block in data.of_type("indicator"):
        measured = [name for name in block.attributes["recommendations"] if name in data.blocks]
        rows.append(
            [
                data.links([block.attributes["block_id"]]),
                data.quoted([statement(block)], block),
                data.quoted(part(block, "source"), block),
                data.links(measured),
            ]
        )
    yield Table(head=[data.label(key) for key in keys], rows=rows, widths=(22, 33, 26, 19))


def by_plan(data: Data) -> Iterator[Table]:
    """Yield which recommendations belong in each kind of national plan, one column for each strength."""
    head = [data.label("national-plan"), *(data.label(f"strength/{strength.value}") for strength in Strength)]
    rows: list[Row] = []
    for code, found in of_plans(data):
        cells = ([each for each in found if each.attributes["strength"] == strength.value] for strength in Strength)
        numbers = (data.links(block.attributes["block_id"] for block in blocks) for blocks in cells)
        rows.append([data.label(f"plans/{code}"), *numbers])
    yield Table(head=head, rows=rows, widths=(29, 22, 31, 18))


def of_plans(data: Data) -> Iterator[tuple[str, list[KnownBlock]]]:
    """Yield the code of every kind of national plan that has recommendations, and these."""
    for code in data.settings.plans:
        found = [block for block in data.of_type("recommendation") if code in block.attributes.get("plans", ())]
        if found:
            yield code, found


def sorted_by_phase(blocks: Iterable[KnownBlock], data: Data) -> Iterator[tuple[str, list[KnownBlock]]]:
    """Yield the code of every phase that has some of *blocks*, in the order of the work, and these.

    Those without a phase come last, with an empty code.
    """
    known = list(blocks)
    for code in (*data.settings.phases, ""):
        found = [block for block in known if phase_of(block) == code]
        if found:
            yield code, found


def by_phase(blocks: Iterable[KnownBlock], data: Data) -> Iterator[tuple[Cell, list[KnownBlock]]]:
    """Yield *blocks* phase by phase, each with the title of its table; none where nothing has a phase."""
    groups = list(sorted_by_phase(blocks, data))
    has_phases = any(code for code, _ in groups)
    for code, found in groups:
        yield data.label(f"phase/{code}" if code else "phase-none") if has_phases else [], found


def phase_of(block: KnownBlock) -> str:
    """Return the code of the phase of *block*, nothing where it has none."""
    return next(iter(block.attributes.get("phase", ())), "")


def _advice(block: KnownBlock, data: Data) -> Cell:
    """Return the number of *block* as a link, and its own sentence."""
    number = nodes.strong("", "", *data.links([block.attributes["block_id"]]))
    return [number, nodes.Text("\u2002"), *data.quoted([statement(block)], block)]


def _who(block: KnownBlock, role: str, data: Data) -> Cell:
    return data.names("who", block.attributes.get(role, ()))


ADVICE: Mapping[str, Callable[[Data], Iterator[Table]]] = MappingProxyType(
    {
        OverviewKind.MUSTS.value: musts,
        OverviewKind.WHO_DOES_WHAT.value: who_does_what,
        OverviewKind.ACTION_PLAN.value: action_plan,
        OverviewKind.INDICATORS.value: indicators,
        OverviewKind.BY_PLAN.value: by_plan,
    }
)
"""How each of these kinds of overview is made."""
