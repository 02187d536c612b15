"""Case files of translations: texts beside their translations, and what the checks say about each.

A line is a pair; the lines of a paragraph that are in one language are checked together::

    # why this is here
    fr | Ages 13 to 17. | De 13 à 16 ans. | 17 is missing
    fr edition=cubs part=title | The end | Fin | -
    es bands=a,b | Talk to somebody. | Habla con alguien. | -

The fields are: the language, with what else is known of the pair; the source; the translation; what the check of the
file says, ``-`` for nothing; and, where other checks speak too, ``check: message`` for each of them. ``from=fr`` names
another source language; a critical message was read by two people unless ``reviewers=`` says otherwise.
``bands=a,neighbour`` are the readers: ages of children, or a band. The texts are written as in a catalog; one that has
a bar in it writes it as ``\\|``, and a character that nobody sees as ``\\u00a0``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from builders.catalogs.termbase import read_termbase
from builders.checks.profiles import TRANSLATION
from builders.checks.translations.pairs import Pair, Translation, side
from builders.language.table import rules
from builders.model.findings import Location
from builders.model.messages import message_id
from builders.model.readers import Band
from builders.model.vocabulary import AGES
from tests.conftest import LISTS, SETTINGS

PAIRS = Path(__file__).parent / "pairs"
TERMS = PAIRS.with_name("pair_terms.csv")
EVERY = tuple(edition.id for edition in SETTINGS.editions)


@dataclass(frozen=True)
class PairCase:
    """A line of a case file."""

    path: Path
    number: int
    language: str
    values: dict[str, str]
    source: str
    target: str
    expected: tuple[str, ...]
    """Check and message of everything that is to be found."""

    @property
    def origin(self) -> str:
        """The language of the source."""
        return self.values.get("from", "en")

    @property
    def pair(self) -> Pair:
        given: dict[str, Any] = dict(self.values)
        edition = given.pop("edition", "")
        given.pop("from", None)
        bands = tuple(_band(name) for name in given.pop("bands", "").split(",") if name)
        is_critical = given.pop("critical", "") == "yes"
        readers = given.pop("reviewers", "Amina,Bo")
        domain, context = given.pop("domain", "shared"), given.pop("context", "")
        has_markup = given.get("role") not in ("alt", "label")
        return Pair(
            id=message_id(domain, (context, self.source)),
            domain=domain,
            context=context,
            source=side(self.origin, self.source, has_markup=has_markup),
            target=side(self.language, self.target, has_markup=has_markup),
            location=Location(self.path.name, self.number),
            origin=Location("source/shared/page.rst", self.number),
            editions=(edition,) if edition else EVERY,
            bands=bands,
            is_critical=is_critical,
            reviewers=tuple(filter(None, readers.split(","))),
            **given,
        )


def _band(name: str) -> Band:
    """Return the readers called *name*: children of that age, or the band."""
    known = {band.id: band for band in SETTINGS.bands}
    children = next(band for band in SETTINGS.bands if band.are_children)
    return replace(children, age=name) if name in AGES else known[name]


def read_pairs(path: Path) -> list[list[PairCase]]:
    """Return the paragraphs of the case file *path*."""
    lines = path.read_text(encoding="utf-8").splitlines()
    paragraphs: list[list[PairCase]] = [[]]
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            paragraphs.append([])
        elif not line.startswith("#"):
            paragraphs[-1].append(_case(path, number, line))
    return [paragraph for paragraph in paragraphs if paragraph]


def _case(path: Path, number: int, line: str) -> PairCase:
    fields = [_unescaped(field.strip(" ")) for field in re.split(r"(?<!\\)\|", line)]
    assert len(fields) >= 4, f"{path.name}:{number}: a line has four fields: language, source, translation, finding"
    language, *values = fields[0].split()
    own, *others = fields[3:]
    expected = [f"{path.stem}: {own}"] if own != "-" else []
    return PairCase(
        path=path,
        number=number,
        language=language,
        values=dict(value.split("=", 1) for value in values),
        source=fields[1],
        target=fields[2],
        expected=tuple(sorted([*expected, *others])),
    )


def _unescaped(field: str) -> str:
    """Return *field* with bars, and with the characters that nobody would see in the file."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), field.replace("\\|", "|"))


def pair_case(language: str, source: str, target: str, **values: str) -> PairCase:
    """Return a case that stands in no file, and of which nothing is expected."""
    return PairCase(
        path=Path("shared.txt"),
        number=1,
        language=language,
        values=values,
        source=source,
        target=target,
        expected=(),
    )


def subject(cases: list[PairCase]) -> Translation:
    """Return the pairs of *cases*, all in one language, as checks read them."""
    tag = cases[0].language
    known = {each.tag: each for each in SETTINGS.languages}
    language = known.get(tag) or replace(known["fr"], tag=tag, locale=tag)
    return Translation(
        settings=SETTINGS,
        target=rules(tag),
        language=language,
        pairs=tuple(case.pair for case in cases),
        today=date(2026, 11, 22),
        lists=LISTS,
        terms=read_termbase(TERMS),
    )


def found_in(cases: list[PairCase]) -> dict[int, list[str]]:
    """Return what every check of translations says about *cases*, a paragraph, by the number of the line."""
    found: dict[int, list[str]] = {case.number: [] for case in cases}
    for own in by_languages(cases).values():
        translation = subject(own)
        for each in TRANSLATION:
            for remark in each.function(translation):
                line = remark.location.line if remark.beside else own[0].number  # of the language as a whole
                found[line].append(f"{each.id}: {remark.message}")
    return {number: sorted(messages) for number, messages in found.items()}


def by_languages(cases: Iterable[PairCase]) -> dict[tuple[str, str], list[PairCase]]:
    """Return *cases* by the language of the translation and that of the source."""
    found: defaultdict[tuple[str, str], list[PairCase]] = defaultdict(list)
    for case in cases:
        found[case.language, case.origin].append(case)
    return found


def all_paragraphs() -> list[list[PairCase]]:
    return [paragraph for path in sorted(PAIRS.glob("*.txt")) for paragraph in read_pairs(path)]
