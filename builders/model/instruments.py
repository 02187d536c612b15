"""International instruments, by their official names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, declaration or standard that recommendations rest on."""

    code: str
    unit: str
    """What the number after the code counts: a key of the label catalog (``article``)."""
    names: Mapping[str, str]
    """Official name, by language tag."""
    courtesy: tuple[str, ...] = ()
    """Language tags whose name is our own translation."""

    @classmethod
    def from_registry(cls, code: str, entry: Mapping[str, Any]) -> Instrument:
        """Return the instrument *code* as the registry has it."""
        names = {tag: name for tag, name in entry.items() if tag not in ("unit", "courtesy")}
        return cls(code=code, unit=entry["unit"], names=names, courtesy=tuple(entry.get("courtesy", ())))

    def name(self, tag: str) -> str:
        """Return the name in the language *tag*, in English where there is none."""
        return self.names.get(tag) or self.names["en"]


def split_code(code: str) -> tuple[str, str]:
    """Return the instrument and the article of *code*: ``gc25.42`` is ``("gc25", "42")``.

    A second part that is no number (``unicef.ai``) only tells documents of one body apart.
    """
    instrument, _, article = code.partition(".")
    return instrument, article if article[:1].isdigit() else ""
