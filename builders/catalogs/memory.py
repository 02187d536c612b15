"""The translation memory of a language: every translation that has lost its place, as TMX 1.4b.

It is read on every update, so that a text that returns finds its translation, and
other translators' tools read the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from builders.model.findings import Location
from builders.model.languages import Language
from builders.model.messages import Pair
from builders.problems import Problem

FILE = "memory.tmx"
"""Its name in the folder of the language."""

CONTEXT = "x-context"
"""The property that holds the msgctxt of a message."""

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_memory(path: Path, language: Language, name: str = "") -> tuple[Pair, ...]:
    """Return the pairs in the file *path*, none where there is no such file; messages call it *name*.

    Raises a Problem when it is no TMX, or holds a unit without both texts.
    """
    if not path.exists():
        return ()
    return parse_memory(path.read_bytes(), language, name or str(path))


def parse_memory(data: bytes, language: Language, name: str) -> tuple[Pair, ...]:
    """Return the pairs in *data*, which messages call *name*."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise _faulty(name, error.lineno or 1, f"this is no XML: {error.msg}") from error
    if root.tag != "tmx":
        raise _faulty(name, 1, f"this is no translation memory but <{root.tag}>")
    return tuple(dict.fromkeys(_pair(unit, language, name) for unit in root.iter("tu")))


def _pair(unit: Any, language: Language, name: str) -> Pair:
    texts = {each.get(_LANGUAGE, ""): "".join(each.find("seg").itertext()) for each in unit.iter("tuv")}
    target = next((text for tag, text in texts.items() if language.is_called(tag)), "")
    if not texts.get("en") or not target:
        raise _faulty(name, unit.sourceline or 1, f"the unit has no text in English or in {language.tag}")
    context = next((prop.text or "" for prop in unit.iter("prop") if prop.get("type") == CONTEXT), "")
    return Pair(context=context, source=texts["en"], target=target)


def _faulty(name: str, line: int, what: str) -> Problem:
    return Problem(
        code="memory-faulty",
        what=what,
        where=[Location(name, line)],
        why="a translation that has lost its place is kept only there",
        next_step="restore the file from the repository",
    )


def format_memory(pairs: Iterable[Pair], language: Language) -> bytes:
    """Return *pairs* as TMX 1.4b, in their order: a memory only grows, so its changes are easy to read."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        '  <header creationtool="cop-guidelines" creationtoolversion="1" segtype="paragraph" o-tmf="po"'
        ' adminlang="en" srclang="en" datatype="plaintext"/>',
        "  <body>",
        *(line for pair in pairs for line in _lines(pair, language)),
        "  </body>",
        "</tmx>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _lines(pair: Pair, language: Language) -> Iterator[str]:
    yield "    <tu>"
    if pair.context:
        yield f'      <prop type="{CONTEXT}">{_escaped(pair.context)}</prop>'
    yield f'      <tuv xml:lang="en"><seg>{_escaped(pair.source)}</seg></tuv>'
    yield f'      <tuv xml:lang="{language.tag}"><seg>{_escaped(pair.target)}</seg></tuv>'
    yield "    </tu>"


def _escaped(text: str) -> str:
    for character, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;")):
        text = text.replace(character, name)
    return text
