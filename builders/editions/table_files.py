"""Overviews as files for spreadsheets, in CSV: with full texts, and empty columns for what a ministry fills in."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from builders.editions.advice_tables import of_plans, phase_of, sorted_by_phase
from builders.editions.outline import part_text, plain_text
from builders.editions.table_data import Data, statement
from builders.markup.blocks.recommendation import FIRST_STEP, ROLES
from builders.markup.unit_state import KnownBlock
from builders.model.addresses import file_stem
from builders.model.editions import Unit
from builders.model.identifiers import printed
from builders.model.vocabulary import OverviewKind

FOLDER = "_downloads"
"""Where the files of a unit stand, below its opening page."""

Lines = Iterator[list[str]]


def matrix(data: Data) -> Lines:
    """Yield every recommendation with a column for each stakeholder: it leads, supports, or is consulted."""
    found = data.of_type("recommendation")
    named = {code for block in found for role in ROLES for code in block.attributes.get(role, ())}
    columns = [code for code in data.settings.stakeholders if code in named]
    yield [*_labels(data, *_ADVICE), *(data.labels[f"who/{code}"] for code in columns)]
    for block in found:
        parts = {code: role for role in ROLES for code in block.attributes.get(role, ())}
        cells = (data.labels[f"role/{parts[code]}"] if code in parts else "" for code in columns)
        yield [*_advice(block, data), *cells]


def action_plan(data: Data) -> Lines:
    """Yield who begins what, how and when, with columns in which an official plans it."""
    empty = ("responsible", "deadline", "budget", "status")
    roles = tuple(f"role/{role}" for role in ROLES)
    yield _labels(data, "field/phase", *_ADVICE, *roles, f"part/{FIRST_STEP}", *empty)
    for code, found in sorted_by_phase(data.of_type("recommendation"), data):
        phase = data.labels[f"phase/{code}"] if code else ""
        for block in found:
            named = [_names(block, role, data) for role in ROLES]
            yield [phase, *_advice(block, data), *named, _part(block, FIRST_STEP, data), *("" for _ in empty)]


def indicators(data: Data) -> Lines:
    """Yield the indicators, with columns for a figure and its year."""
    empty = ("figure-counted", "year")
    told = ("number", "indicator", "checkitem", "part/source", "part/breakdown", "field/recommendations")
    yield _labels(data, *told, *empty)
    for block in data.of_type("indicator"):
        parts = [_part(block, name, data) for name in ("source", "breakdown")]
        measured = data.labels.join([printed(name) for name in block.attributes["recommendations"]])
        question = plain_text(statement(block), data.env)
        yield [_number(block), block.text, question, *parts, measured, *("" for _ in empty)]


def by_plan(data: Data) -> Lines:
    """Yield a row for every recommendation in every kind of national plan that it belongs in."""
    yield _labels(data, "national-plan", *_ADVICE, "role/who", "field/phase")
    for code, found in of_plans(data):
        for block in found:
            phase = phase_of(block)
            when = data.labels[f"phase/{phase}"] if phase else ""
            yield [data.labels[f"plans/{code}"], *_advice(block, data), _names(block, "who", data), when]


FILES: Mapping[str, Callable[[Data], Lines]] = MappingProxyType(
    {
        OverviewKind.WHO_DOES_WHAT.value: matrix,
        OverviewKind.ACTION_PLAN.value: action_plan,
        OverviewKind.INDICATORS.value: indicators,
        OverviewKind.BY_PLAN.value: by_plan,
    }
)
"""The kinds of overview that readers can download, and what the file of each holds."""


def file_name(kind: str, unit: Unit, version: str) -> str:
    """Return what the file of the overview *kind* is called (``clinics-en-2026.1-action-plan.csv``)."""
    return f"{file_stem(unit, version)}-{kind}.csv"


_ADVICE = ("number", "field/strength", "recommendation")


def _labels(data: Data, *keys: str) -> list[str]:
    return [data.labels[key] for key in keys]


def _advice(block: KnownBlock, data: Data) -> list[str]:
    strength = data.labels[f"strength/{block.attributes['strength']}"]
    return [_number(block), strength, plain_text(statement(block), data.env)]


def _number(block: KnownBlock) -> str:
    return printed(block.attributes["block_id"])


def _names(block: KnownBlock, role: str, data: Data) -> str:
    return data.labels.join([data.labels[f"who/{code}"] for code in block.attributes.get(role, ())])


def _part(block: KnownBlock, name: str, data: Data) -> str:
    assert block.node is not None
    return part_text(block.node, name, data.env)
