"""Skeletons of typed blocks: valid from the first moment, so that an author only replaces words."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import indent
from types import MappingProxyType

from builders.markup import fields
from builders.markup.blocks.recommendation import FIRST_STEP
from builders.markup.typed_block import TypedBlockDirective
from builders.settings import Settings

PLACEHOLDER = "To be written."
"""Stands wherever an author has to write; a check finds what was left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleData:
    """What a skeleton may refer to."""

    settings: Settings
    picture: str
    """Path of a picture, relative to the document that gets the block."""


def next_identifier(prefix: str, home: str, taken: Iterable[str]) -> str:
    """Return the next free identifier ``<prefix>-<home>-<nnn>``; a number is never used again, withdrawn or not."""
    shape = re.compile(rf"{prefix}-{home}-(\d+)")
    numbers = [match[1] for identifier in taken if (match := shape.fullmatch(identifier))]
    width = len(numbers[0]) if numbers else 3
    return f"{prefix}-{home}-{max(map(int, numbers), default=0) + 1:0{width}}"


def skeleton(name: str, directive: type[TypedBlockDirective], identifier: str, data: SampleData) -> str:
    """Return the text of a block of the type *name* with every required option, and words to replace."""
    lines = [f".. {name}:: {identifier}"]
    for option, field in directive.fields.items():
        if field.required or (option in _WANTED.get(name, ()) and _can_name(field, data)):
            lines.append(f"   :{option}: {_sample(option, field, data)}")
    lines += ["", indent(_BODIES.get(name, PLACEHOLDER), "   "), ""]
    also = _WANTED.get(name, ())
    wanted = (part for part, is_required in directive.parts.items() if is_required or part in also)
    lines += [f"   :{part}: {_PARTS.get(name, PLACEHOLDER)}" for part in wanted]
    return "\n".join(lines).rstrip() + "\n"


def _can_name(field: fields.Field, data: SampleData) -> bool:
    """Whether the guideline has anything that *field* could name."""
    return not isinstance(field, fields.Registered) or bool(getattr(data.settings, field.registry))


def _sample(option: str, field: fields.Field, data: SampleData) -> str:
    if option == "image":
        return data.picture
    return _SAMPLES[type(field)](field, data)


def _first(words: Iterable[str]) -> str:
    return next(iter(words), "")


def _registered(field: fields.Registered, data: SampleData) -> str:
    return _first(field.extra) or _first(getattr(data.settings, field.registry))


def _identifier(field: fields.Identifiers, data: SampleData) -> str:
    ledger = data.settings.ledger.values()
    return _first(entry.id for entry in ledger if entry.type in field.types and entry.is_active)


def _slug(field: fields.Slugs, data: SampleData) -> str:
    return _first(key.removeprefix(f"{field.prefix}-") for key in data.settings.ledger if key.startswith(field.prefix))


_SAMPLES: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        fields.Choice: lambda field, data: list(field.words)[len(field.words) // 2].value,
        fields.Codes: lambda field, data: "all" if field.allows_all else field.words[0],
        fields.Registered: _registered,
        fields.Identifiers: _identifier,
        fields.Instruments: lambda field, data: _first(data.settings.instruments),
        fields.Text: lambda field, data: PLACEHOLDER,
        fields.Number: lambda field, data: "1",
        fields.Day: lambda field, data: date.today().isoformat(),
        fields.Slugs: _slug,
    }
)
"""The value that a skeleton has for each kind of option."""

_WANTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"checklist": ("topics",), "recommendation": ("risks", FIRST_STEP), "procedure": ("variables",)}
)
"""Options and parts that are not required by themselves, but without which a block says too little."""

_STEPS = f"{PLACEHOLDER}\n\n#. {PLACEHOLDER}\n#. {PLACEHOLDER}"

_BODIES: Mapping[str, str] = MappingProxyType(
    {
        "recommendation": f"{PLACEHOLDER}\n\n{PLACEHOLDER}",
        **dict.fromkeys(("checkitem", "indicator"), "To be written?"),
        "procedure": _STEPS,
        "activity": _STEPS,
    }
)
"""Bodies that are more than a paragraph."""

_PARTS: Mapping[str, str] = MappingProxyType({"quiz": f"{PLACEHOLDER}\n\n      {PLACEHOLDER}"})
"""Parts that are more than a paragraph."""
