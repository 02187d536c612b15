"""The translation memory of a language: every translation that has lost its place, as TMX 1.4b.

It is read on every update, so that a text that returns finds its translation, and
other translators' tools read the same file.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from builders.catalogs.xml_files import LANGUAGE, defines_entities, escaped
from builders.model.characters import is_blank
from builders.model.findings import Location
from builders.model.languages import Language
from builders.model.messages import Pair
from builders.problems import Problem

FILE = "memory.tmx"
"""Its name in the folder of the language."""

CONTEXT = "x-context"
"""The property that holds the msgctxt of a message."""

STATE = "x-state"
"""The property that marks a pair as fuzzy."""


def read_memory(path: Path, language: Language, name: str = "") -> tuple[Pair, ...]:
    """Return the pairs in the file *path*, none where there is no such file; messages call it *name*.

    Raises a Problem when it is no TMX, or holds a unit without both texts.
    """
    if not path.exists():
        return ()
    return parse_memory(path.read_bytes(), language, name or str(path))


def parse_memory(data: bytes, language: Language, name: str) -> tuple[Pair, ...]:
    """Return the pairs in *data*, which messages call *name*; a translation of blanks alone is none."""
    pairs = (_pair(unit, language, name) for unit in _root(data, name).iter("tu"))
    return tuple(dict.fromkeys(pair for pair in pairs if not is_blank(pair.target)))


def memory_language(data: bytes, name: str) -> Language | None:
    """Return the language of the translations in *data*, as far as the file tells; None where it holds none."""
    tags = (each.get(LANGUAGE, "") for each in _root(data, name).iter("tuv"))
    tag = next((tag for tag in tags if tag not in ("", "en")), "")
    return Language(tag=tag, locale=tag, endonym=tag, english_name=tag) if tag else None


def _root(data: bytes, name: str) -> Any:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise _faulty(name, error.lineno or 1, f"this is no XML: {error.msg}") from error
    if root.tag != "tmx":
        raise _faulty(name, 1, f"this is no translation memory but <{root.tag}>")
    if defines_entities(root):
        raise _faulty(name, 1, "the file defines entities of its own, which may pull in other files")
    return root


def _pair(unit: Any, language: Language, name: str) -> Pair:
    segments = {each.get(LANGUAGE, ""): each.find("seg") for each in unit.iter("tuv")}
    texts = {tag: "".join(each.itertext()) for tag, each in segments.items() if each is not None}
    target = next((text for tag, text in texts.items() if language.is_called(tag)), "")
    if is_blank(texts.get("en", "")) or not target:
        said = next((f": “{text[:40]}”" for text in (target, texts.get("en", "")) if text.strip()), "")
        raise _faulty(name, unit.sourceline or 1, f"the unit has no text in English or in {language.tag}{said}")
    props = {prop.get("type"): prop.text or "" for prop in unit.iter("prop")}
    is_fuzzy = props.get(STATE) == "fuzzy"
    return Pair(context=props.get(CONTEXT, ""), source=texts["en"], target=target, is_fuzzy=is_fuzzy)


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
        '  <header creationtool="cop" creationtoolversion="1" segtype="paragraph" o-tmf="po"'
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
        yield f'      <prop type="{CONTEXT}">{escaped(pair.context)}</prop>'
    if pair.is_fuzzy:
        yield f'      <prop type="{STATE}">fuzzy</prop>'
    yield f'      <tuv xml:lang="en"><seg>{escaped(pair.source)}</seg></tuv>'
    yield f'      <tuv xml:lang="{language.tag}"><seg>{escaped(pair.target)}</seg></tuv>'
    yield "    </tu>"
