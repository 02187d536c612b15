"""What the demonstration plays, as ``script.toml`` has it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BEFORE, AFTER = 0, 1
"""The two versions of the text: before the edit, and after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptMessage:
    """A message of the page, in both versions."""

    texts: tuple[str, str]
    translations: Mapping[str, tuple[str, str]]
    """By language tag."""

    @property
    def is_edited(self) -> bool:
        """Whether the edit touches it."""
        return self.texts[BEFORE] != self.texts[AFTER]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A wrong translation of the text after the edit."""

    what: str
    message: str
    is_refused: bool
    """Whether the promise is that no reader sees it; the smaller promise is that somebody is told."""
    texts: Mapping[str, str]
    """By language tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country that has adapted the recommendation, as templates of its files."""

    id: str
    settings: str
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The page, its messages by name, and what is done to them."""

    page: str
    strengths: tuple[str, str]
    messages: Mapping[str, ScriptMessage]
    faults: tuple[Fault, ...]
    country: Country

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages that the script speaks beside English."""
        return tuple(next(iter(self.messages.values())).translations)

    def translations(self, tag: str, version: int) -> dict[str, str]:
        """Return the right translations of the *version* into the language *tag*, by their English."""
        return {each.texts[version]: each.translations[tag][version] for each in self.messages.values()}

    def wrong(self, tag: str) -> dict[str, str]:
        """Return the translations after the edit with every fault in them, by their English."""
        faulty = {self.messages[each.message].texts[AFTER]: each.texts[tag] for each in self.faults}
        return {**self.translations(tag, AFTER), **faulty}


@cache
def read_script(document: str) -> Script:
    """Return the script for a page that is to be the *document* of that name."""
    text = Path(__file__).with_name("script.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text.replace("{document}", f"/{document}"))
    return Script(
        page=data["page"].lstrip("\n"),
        strengths=(data["strength"]["before"], data["strength"]["after"]),
        messages={name: _message(each) for name, each in data["message"].items()},
        faults=tuple(_fault(each) for each in data["fault"]),
        country=Country(**data["country"]),
    )


def _message(entry: dict[str, str | list[str]]) -> ScriptMessage:
    before, after = entry.pop("before"), entry.pop("after", "")
    return ScriptMessage(
        texts=(str(before), str(after or before)),
        translations={tag: (texts[BEFORE], texts[-1]) for tag, texts in entry.items()},
    )


def _fault(entry: dict[str, str]) -> Fault:
    what, message, promise = (entry.pop(name) for name in ("what", "message", "promise"))
    return Fault(what=what, message=message, is_refused=promise == "refused", texts=entry)
