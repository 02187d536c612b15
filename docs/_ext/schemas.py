"""The fields of a JSON Schema, as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from writing import heading, table

Schema = Mapping[str, Any]

KINDS = {"string": "text", "date": "day", "boolean": "true or false", "object": "fields", "integer": "whole number"}
"""What a field holds, in words, by its format or type."""

LISTED = {
    "code": "codes",
    "recommendation": "recommendations",
    "text": "blocks and messages",
    "deviation": "deviations",
    "attribute": "attributes",
}
"""What a list holds, in words, by the name of its items."""


def data_fields(schema: Path) -> Iterator[str]:
    """Yield the fields of the file that *schema* describes, and those of a recommendation in it."""
    document = json.loads(schema.read_text(encoding="utf-8"))
    record = document["$defs"]["recommendation"]
    yield from heading("The file", "~")
    yield from _fields(document)
    yield from heading("A recommendation", "~")
    yield from _fields(record)
    yield from heading("Its chapter", "~")
    yield from _fields(record["properties"]["chapter"])


def text_fields(schema: Path) -> Iterator[str]:
    """Yield the fields of the file that *schema* describes, its counts, and those of a text in it."""
    document = json.loads(schema.read_text(encoding="utf-8"))
    yield from heading("The file of texts", "~")
    yield from _fields(document)
    yield from heading("Its counts", "~")
    yield from _fields(document["properties"]["counts"])
    yield from heading("A block or a message", "~")
    yield from _fields(document["$defs"]["text"])


def annex_fields(schema: Path) -> Iterator[str]:
    """Yield the fields of the file that *schema* describes, those of a deviation in it, and of an attribute in that."""
    document = json.loads(schema.read_text(encoding="utf-8"))
    yield from heading("The annex", "~")
    yield from _fields(document)
    yield from heading("A deviation", "~")
    yield from _fields(document["$defs"]["deviation"])
    yield from heading("An attribute", "~")
    yield from _fields(document["$defs"]["attribute"])


def _fields(schema: Schema) -> Iterator[str]:
    rows = ((f"``{name}``", _kind(field), field["description"]) for name, field in schema["properties"].items())
    yield from table(("field", "holds", "what it is"), *rows, widths="20 25 55")


def _kind(field: Schema) -> str:
    if "const" in field:
        return f"``{field['const']}``"
    if "enum" in field:
        return ", ".join(f"``{word}``" if word else "nothing" for word in field["enum"])
    if field["type"] == "array":
        inner = field["items"].get("enum")
        return "list of " + (", ".join(f"``{word}``" for word in inner) if inner else _named(field["items"]))
    return KINDS[field.get("format", field["type"])]


def _named(items: Schema) -> str:
    return LISTED.get(items.get("$ref", "").rpartition("/")[2], "texts")
