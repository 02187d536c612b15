"""What the options of a block may hold, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from writing import sentence

from builders.markup.fields import (
    Choice,
    Codes,
    Day,
    Field,
    Identifiers,
    Instruments,
    Number,
    Registered,
    Slugs,
    Text,
)
from builders.model import vocabulary


def value(field: Field) -> str:
    """Return what an option that is read as *field* may hold."""
    return DESCRIPTIONS[type(field)](field)


def _choice(field: Choice) -> str:
    listed = ", ".join(f"``{member.value}``" for member in field.words)
    return f"{sentence(field.words)} One of {listed}."


def _codes(field: Codes) -> str:
    if field.words != vocabulary.AGES:
        return "One or more of " + ", ".join(f"``{word}``" for word in field.words) + "."
    everything = ", or ``all``" if field.allows_all else ""
    return f"Codes of the list :ref:`words-ages`{everything}."


def _registered(field: Registered) -> str:
    extra = "".join(f", or ``{word}``" for word in field.extra)
    halves = ", or the part before a dot for all that begin with it" if field.halves else ""
    what = "Names" if field.registry == "variables" else "Codes"
    return f"{what} of the list :ref:`words-{field.registry}`{halves}{extra}.{_most(field.most)}"


def _identifiers(field: Identifiers) -> str:
    types = " or ".join(f":ref:`block-{name}`" for name in field.types)
    return f"Identifiers of blocks: {types}.{_most(field.most)}"


def _most(number: int) -> str:
    return f" At most {number}." if number else ""


def _fixed(text: str, field: Field) -> str:
    return text


DESCRIPTIONS: Mapping[type[object], Callable[..., str]] = {
    Choice: _choice,
    Codes: _codes,
    Instruments: partial(
        _fixed, "Codes of the list :ref:`words-instruments`, with an article where there is one (``crc.34``)."
    ),
    Text: lambda field: f"Text of at most {field.longest} characters.",
    Number: partial(_fixed, "A whole number from 1."),
    Day: partial(_fixed, "A day, written YYYY-MM-DD."),
    Registered: _registered,
    Identifiers: _identifiers,
    Slugs: lambda field: f"Ends of identifiers that begin with ``{field.prefix}-``.",
}
"""What an option of each kind of field may hold; a new kind needs a line here."""
