"""The table in front of the map of risks: one line for each, with what the edition recommends against it."""

from builders.editions.attributes import ALL
from builders.editions.table_data import Cell, Data, Row
from builders.markup.unit_state import KnownBlock
from builders.model.vocabulary import AGES

WIDTHS = (26, 17, 19, 38)
"""Of the columns, in hundredths."""


def risks(data: Data) -> tuple[Row, list[Row]]:
    """Return the head and the rows of the risks of the edition, in the order of its map.

    A recommendation stands beside a risk that it names; one against all risks says nothing about this one.
    """
    rows: list[Row] = []
    for risk in data.of_type("risk"):
        codes = set(risk.attributes["code"])
        against = [block for block in data.of_type("recommendation") if codes & set(block.attributes.get("risks", ()))]
        kind = risk.attributes["code"][0].partition(".")[0]
        rows.append(
            [
                data.links([risk.attributes["block_id"]]),
                data.label(f"class/{kind}"),
                _ages(risk, data),
                data.links(block.attributes["block_id"] for block in against),
            ]
        )
    return [data.label(key) for key in ("risk", "kind-of-risk", "field/ages", "recommended")], rows


def _ages(risk: KnownBlock, data: Data) -> Cell:
    """Return the ages at which children meet *risk*, as a list in running text; all of them in two words."""
    ages = risk.attributes["ages"]
    return data.names("ages", (ALL,) if set(ages) == set(AGES) else ages)
