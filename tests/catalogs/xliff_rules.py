"""The rules of XLIFF 2.1 core that our files can break: structure, keys, codes and states.

They follow the schema and the Schematron rules of the standard (docs.oasis-open.org/xliff/xliff-core/v2.1); the
letters in brackets are the names of the rules there. Where Debian's php-symfony-translation is installed, its copy
of the schema is asked as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
SCHEMA = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-2.0.xsd")
NMTOKEN = re.compile(r"[\w.:-]+")
YES_NO = ("yes", "no")
STATES = ("initial", "translated", "reviewed", "final")
CHILDREN = {
    "xliff": ["file+"],
    "file": ["notes?", "unit+"],
    "unit": ["notes?", "originalData?", "segment+"],
    "notes": ["note+"],
    "originalData": ["data+"],
    "segment": ["source", "target?"],
}
"""What each element holds, in order; the part of the standard that we write."""
ATTRIBUTES = {
    "xliff": {"version", "srcLang", "trgLang"},
    "file": {"id", "original", "canResegment", "srcDir", "trgDir", "space"},
    "unit": {"id", "name"},
    "note": {"category"},
    "data": {"id"},
    "segment": {"state", "subState"},
    "ph": {"id", "equiv", "disp", "dataRef", "canCopy", "canDelete", "type", "subType"},
    "pc": {"id", "dispStart", "dispEnd", "dataRefStart", "dataRefEnd", "canCopy", "canDelete", "type", "subType"},
}
FORMATS = {"xlf:b": "fmt", "xlf:i": "fmt", "xlf:var": "ui"}


def broken_rules(data: bytes) -> list[str]:
    """Return what is wrong with the XLIFF in *data*."""
    root = etree.fromstring(data)
    found = list(_in_document(root))
    if SCHEMA.exists():
        schema = etree.parse(str(SCHEMA))
        for part in schema.iter("{http://www.w3.org/2001/XMLSchema}import"):
            part.set("schemaLocation", "xml.xsd")
        rules = etree.XMLSchema(schema)
        rules.validate(root)
        found += [str(error) for error in rules.error_log]
    return found


def _in_document(root: Any) -> Iterator[str]:
    if root.tag != f"{CORE}xliff" or root.get("version") != "2.1":
        yield "the root is not xliff 2.1"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", root.get("trgLang", "")):
        yield "trgLang is no language [F1]"
    for element in root.iter(etree.Element):
        yield from _in_element(element)
    yield from _twice("file", root.iterfind(f"{CORE}file"))
    for file in root.iterfind(f"{CORE}file"):
        yield from _twice("unit", file.iter(f"{CORE}unit"))
        for unit in file.iter(f"{CORE}unit"):
            yield from _in_unit(unit)


def _in_element(element: Any) -> Iterator[str]:
    name = etree.QName(element).localname
    given = {etree.QName(attribute).localname for attribute in element.attrib}
    if odd := given - ATTRIBUTES.get(name, set()):
        yield f"<{name}> has {odd}"
    if name in CHILDREN:
        order = [etree.QName(child).localname for child in element]
        wanted = "".join(f"(?:{part.rstrip('+?')} ){part[-1] if part[-1] in '+?' else ''}" for part in CHILDREN[name])
        if not re.fullmatch(wanted, "".join(f"{child} " for child in order)):
            yield f"<{name}> holds {order}"
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            yield f"<{name}> holds text"
    for attribute in ("canCopy", "canDelete", "canResegment"):
        if element.get(attribute, "yes") not in YES_NO:
            yield f"{attribute} is neither yes nor no"
    if "id" in given and not NMTOKEN.fullmatch(element.get("id")):
        yield f"“{element.get('id')}” is no id"


def _in_unit(unit: Any) -> Iterator[str]:
    data = {each.get("id") for each in unit.iter(f"{CORE}data")}
    yield from _twice("data", unit.iter(f"{CORE}data"))
    for segment in unit.iterfind(f"{CORE}segment"):
        state, target = segment.get("state"), segment.find(f"{CORE}target")
        if state not in STATES or (segment.get("subState") and not state):
            yield "a segment has no state [F7]"
        if state != "initial" and target is None:
            yield f"a segment is {state} without a target [F29]"
        source = _codes(segment.find(f"{CORE}source"))
        translated = _codes(target)
        yield from _twice("code [K6S]", source)
        yield from _twice("code [K6T]", translated)
        twins = {code.get("id"): code for code in source}
        for code in translated:
            twin = twins.get(code.get("id"))
            if twin is not None and (twin.tag, dict(twin.attrib)) != (code.tag, dict(code.attrib)):
                yield f"the code {code.get('id')} is another one in the target [K6T]"
        for code in (*source, *translated):
            yield from _in_code(code, data)
        kept = {code.get("id") for code in translated}
        if state == "final" and any(code.get("canDelete") == "no" and code.get("id") not in kept for code in source):
            yield "a final segment has lost a code [F20]"


def _in_code(code: Any, data: set[str]) -> Iterator[str]:
    is_pair = code.tag == f"{CORE}pc"
    for attribute in ("dataRefStart", "dataRefEnd") if is_pair else ("dataRef",):
        if code.get(attribute) not in data:
            yield f"{attribute} leads nowhere [F15, F16, F17]"
    kind, subtype = code.get("type"), code.get("subType", "")
    if subtype and (not kind or not re.fullmatch(r"[^\s:]+:[^\s:]+", subtype) or FORMATS.get(subtype, kind) != kind):
        yield f"the type {kind} has no subtype {subtype} [F8]"


def _codes(element: Any) -> list[Any]:
    return [] if element is None else list(element.iter(f"{CORE}ph", f"{CORE}pc"))


def _twice(what: str, elements: Any) -> Iterator[str]:
    counts = Counter(element.get("id") for element in elements)
    yield from (f"{what} {name} stands twice" for name, number in counts.items() if number > 1)
