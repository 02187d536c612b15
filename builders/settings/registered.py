"""Reads the registries: what the text names but never types by hand."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from builders.model import adaptations
from builders.model.findings import Finding
from builders.model.instruments import Entity, Instrument
from builders.model.registries import Fact, Person, Source
from builders.settings.cited import read_source
from builders.settings.entries import (
    CODE,
    Entry,
    Value,
    by_language,
    day,
    fault,
    line_of,
    one_of,
    only,
    table,
    text,
    texts,
)

REGISTRIES: Mapping[str, tuple[str, ...]] = {
    "instruments": (),
    "entities": (),
    "facts": ("fact",),
    "sources": ("source",),
    "characters": (),
    "stakeholders": ("stakeholder",),
    "risks": ("class", "risk"),
    "services": ("service",),
    "topics": ("topic",),
    "variables": ("variable",),
    "phases": ("phase",),
    "plans": ("plan",),
}
"""Files of source/registries/, without their suffix, and the tables that hold their entries, if not the file itself."""

PATHS = {name: f"source/registries/{name}.toml" for name in REGISTRIES}
"""Where each registry stands; a guideline is whole without those whose codes nothing of it names."""

RESERVED = ("all", "narrator", "none")
"""Words that stand beside codes in options."""
UNITS = ("article", "paragraph", "target", "principle")
GENDERS = ("m", "f", "none")


def read(
    data: Mapping[str, Entry], files: Mapping[str, str], tags: Iterable[str], faults: list[Finding]
) -> dict[str, Any]:
    """Return the fields of Settings that *data*, the content of *files*, fills; add what is wrong to *faults*."""
    languages = list(tags)

    def report(registry: str, name: str, message: str) -> None:
        path = PATHS[registry]
        faults.append(fault(path, message, "compare it with its neighbours", line_of(name, files[path])))

    def each(registry: str, make: Callable[[str, Entry], Value], kind: str = "") -> dict[str, Value]:
        content = data.get(PATHS[registry], {})
        entries = content.get(kind, {}) if kind else content
        values: dict[str, Value] = {}
        if not isinstance(entries, Mapping):
            report(registry, kind, f"“{kind}” holds no entries: write [{kind}.…]")
            return values
        for code, entry in entries.items():
            try:
                _check_code(code)
                values[code] = make(code, table(entry))
            except ValueError as error:
                report(registry, code, f"the entry {code}: {error}")
        return values

    for registry, kinds in REGISTRIES.items():
        for name in data.get(PATHS[registry], ()) if kinds else ():
            if name not in kinds:
                report(registry, name, f"there are no entries of the kind “{name}”; use {', '.join(kinds)}")
    classes = each("risks", _label, "class")
    values: dict[str, adaptations.Value] = {}
    words: dict[str, tuple[str, ...]] = {}
    return {
        "instruments": each("instruments", lambda code, entry: _instrument(code, entry, languages)),
        "entities": each("entities", lambda code, entry: _entity(code, entry, languages)),
        "facts": each("facts", lambda code, entry: _fact(code, entry, languages), "fact"),
        "sources": each("sources", _once(read_source), "source"),
        "characters": each("characters", lambda code, entry: _person(code, entry, languages)),
        "classes": classes,
        "risks": each("risks", lambda code, entry: _risk(code, entry, classes), "risk"),
        "services": each("services", _label, "service"),
        "stakeholders": each("stakeholders", _label, "stakeholder"),
        "topics": each("topics", _label, "topic"),
        "phases": each("phases", _label, "phase"),
        "plans": each("plans", _label, "plan"),
        "variables": each("variables", lambda code, entry: _variable(code, entry, values, words), "variable"),
        "values": values,
        "words": words,
    }


def _once(read: Callable[[str, Entry], Source]) -> Callable[[str, Entry], Source]:
    """Return *read*, which refuses an address that it has read before: one document has one name."""
    known: dict[str, str] = {}

    def read_once(code: str, entry: Entry) -> Source:
        source = read(code, entry)
        parts = urlsplit(source.address)
        first = known.setdefault(parts._replace(netloc=parts.netloc.lower()).geturl().rstrip("/"), code)
        if first != code:
            raise ValueError(f"its address is that of {first}: one document has one entry")
        return source

    return read_once


def _check_code(code: str) -> None:
    if not CODE.fullmatch(code):
        raise ValueError("its code is lowercase letters and digits, joined by dots, hyphens or underscores")
    if code in RESERVED:
        raise ValueError(f"“{code}” cannot be a code, options use the word otherwise")


def _label(code: str, entry: Entry) -> str:
    only(entry, ("label",))
    return text(entry, "label")


def _risk(code: str, entry: Entry, classes: Iterable[str]) -> str:
    kind, dot, _ = code.partition(".")
    if not dot or kind not in classes:
        raise ValueError(f"its code begins with a kind of risk and a dot; the kinds are {', '.join(classes)}")
    return _label(code, entry)


def _variable(code: str, entry: Entry, values: dict[str, adaptations.Value], words: dict[str, tuple[str, ...]]) -> str:
    only(entry, ("label", "value", "words"))
    if "value" in entry:
        values[code] = adaptations.Value(texts={adaptations.EVERY_LANGUAGE: text(entry, "value")})
    if "words" in entry:
        words[code] = tuple(map(_pattern, texts(entry, "words")))
    return text(entry, "label")


def _pattern(word: str) -> str:
    try:
        re.compile(word)
    except re.error as error:
        raise ValueError(f"“{word}” in words is no regular expression: {error}") from error
    return word


def _entity(code: str, entry: Entry, tags: list[str]) -> Entity:
    return Entity(code=code, **_names(entry, tags))


def _instrument(code: str, entry: Entry, tags: list[str]) -> Instrument:
    unit = one_of(text(entry, "unit"), "unit", UNITS)
    return Instrument(
        code=code,
        **_names(entry, tags, "unit", "documents", "short"),
        unit=unit,
        documents=texts(entry, "documents", ()),
        short=_short(entry["short"], tags) if "short" in entry else {},
    )


def _short(value: object, tags: list[str]) -> Mapping[str, str]:
    """Return the short names in *value* by language tag; what is wrong with them is said of them, not of the names."""
    try:
        return by_language(table(value), tags)
    except ValueError as error:
        raise ValueError(f"short: {error}") from error


def _names(entry: Entry, tags: list[str], *others: str) -> dict[str, Any]:
    """Return the names in *entry*, which has *others* beside them, and the languages that have one by courtesy."""
    names = {tag: name for tag, name in entry.items() if tag not in ("courtesy", *others)}
    found, courtesy = by_language(names, tags), texts(entry, "courtesy", ())
    for tag in courtesy:
        if tag not in names:
            raise ValueError(f"courtesy lists “{tag}”, but there is no such name")
    return {"names": found, "courtesy": courtesy}


def _fact(code: str, entry: Entry, tags: list[str]) -> Fact:
    only(entry, ("label", "value", "as-of", "source", "source-url", "reported-by", "review-by"))
    source = entry.get("source")
    address = text(entry, "source-url")
    if urlsplit(address).scheme not in ("https", "http"):
        raise ValueError(f"source-url is no address: “{address}” does not begin with https://")
    return Fact(
        id=code,
        label=text(entry, "label"),
        value=_value(entry),
        as_of=day(entry, "as-of"),
        sources=by_language(source, tags) if isinstance(source, Mapping) else {"en": text(entry, "source", "")},
        source_url=address,
        review_by=day(entry, "review-by"),
        reported_by=text(entry, "reported-by", ""),
    )


def _value(entry: Entry) -> str | int | date:
    match entry.get("value"):
        case str():
            return text(entry, "value")
        case bool() | datetime():
            pass
        case int() | date() as value:
            return value
    raise ValueError("value is a day, a whole number or a text in quotation marks")


def _person(code: str, entry: Entry, tags: list[str]) -> Person:
    only(entry, ("name", "gender", "age", "description", "disability", "voice"))
    genders = by_language(table(entry.get("gender", "")), tags)
    for tag, gender in genders.items():
        one_of(gender, f"the gender in {tag}", GENDERS)
    return Person(
        slug=code,
        names=by_language(table(entry.get("name", "")), tags),
        genders=genders,
        age=str(entry.get("age", "")),
        description=text(entry, "description"),
        disability=text(entry, "disability", ""),
        voice=text(entry, "voice", ""),
    )
