"""Reads how the editions look (``source/themes/``); one without a theme looks as the tools would have it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path

from builders.model.findings import Finding
from builders.model.themes import (
    COLOURS,
    EDGED,
    ENOUGH,
    MEASURES,
    ON_PAPER,
    WORD_COLOURS,
    Cover,
    Theme,
    contrast,
    six_digits,
)
from builders.settings.entries import Entry, fault, line_of, only, table, text, unknown_names
from builders.settings.files import read_text, read_toml

THEMES = "source/themes"
PARTS = ("screen", "book", "portal", "cover", "word")
HINT = "docs/authors/guideline says what a theme may hold"
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}){1,2}")
_MEASURE = re.compile(r"[\w.%+*/(), -]+")
_WHITE, _NIGHT = "#ffffff", "#13171c"
"""What text stands on: paper, and the ground of pages on a dark device."""
_GROUNDS = {"accent": (_WHITE, _NIGHT), "accent-fill": (_WHITE, _WHITE)}
"""What the colours of a pair must stand out from, because one is the text and the other its ground."""


def read_themes(project: Path, editions: Iterable[str], faults: list[Finding]) -> dict[str, Theme]:
    """Return the theme of each of the *editions* of *project* that has a file; add what is wrong to *faults*."""
    known = set(editions)
    themes: dict[str, Theme] = {}
    for path in sorted((project / THEMES).glob("*.toml")):
        name = f"{THEMES}/{path.name}"
        if path.stem not in known:
            faults.append(fault(name, f"there is no edition “{path.stem}”", "call the file like an edition"))
            continue
        file = read_text(project, name, faults)
        themes[path.stem] = _theme(read_toml(name, file, faults), name, file, faults)
    return themes


def _theme(data: Entry, name: str, file: str, faults: list[Finding]) -> Theme:
    def part(kind: str, read: Callable[[str, object], str], known: Iterable[str]) -> dict[str, str]:
        """Return what *read* makes of every value in the table *kind*, of those that can be used."""
        values: dict[str, str] = {}
        head = line_of(kind, file)
        try:
            for key, value in table(data.get(kind, {})).items():
                try:
                    only({key: value}, known)
                    values[key] = read(key, value)
                except ValueError as error:
                    line = head + line_of(key, "\n".join(file.splitlines()[head:]))
                    faults.append(fault(name, f"{kind}: {error}", HINT, line))
        except ValueError as error:
            faults.append(fault(name, f"{kind}: {error}", HINT, head))
        return values

    faults += unknown_names(data, PARTS, path=name, file=file, hint=HINT)
    return Theme(
        screen=part("screen", _on_screen, (*COLOURS, *MEASURES)),
        book=part("book", _on_paper, EDGED),
        portal=part("portal", _pair, ("edge",)).get("edge", ""),
        cover=Cover(**part("cover", _colour, [each.name for each in fields(Cover)])),
        word={key: six_digits(value).upper() for key, value in part("word", _in_word, WORD_COLOURS).items()},
    )


def _colour(name: str, value: object) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise ValueError(f'{name} is no colour: write it as in {name} = "#0b5a5f", in small letters')
    return value


def _legible(name: str, colour: str, ground: str) -> str:
    found = contrast(colour, ground)
    if found < ENOUGH:
        raise ValueError(f"{name} is hard to read: the contrast of {colour} to {ground} is {found:.1f}, below {ENOUGH}")
    return colour


def _on_paper(name: str, value: object) -> str:
    return _legible(name, _colour(name, value), _WHITE)


def _in_word(name: str, value: object) -> str:
    return _on_paper(name, value) if name in ON_PAPER else _colour(name, value)


def _pair(name: str, value: object) -> str:
    """Return the CSS of the two colours in *value*, on a light ground and on a dark one."""
    if not isinstance(value, Mapping) or set(value) != {"light", "dark"}:
        raise ValueError(f'{name} is no pair of colours: write {name} = {{ light = "#0b5a5f", dark = "#7fd4d6" }}')
    light, dark = (_colour(each, value[each]) for each in ("light", "dark"))
    for colour, ground in zip((light, dark), _GROUNDS.get(name, ()), strict=False):
        _legible(name, colour, ground)
    return f"light-dark({light}, {dark})"


def _on_screen(name: str, value: object) -> str:
    if name not in MEASURES:
        return _pair(name, value)
    measure = text({name: value}, name)
    if not _MEASURE.fullmatch(measure):
        raise ValueError(f"{name} is no measure of CSS: “{measure}”")
    return measure
