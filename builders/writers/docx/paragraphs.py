"""Paragraphs: the one place that decides direction, indentation and numbers."""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from builders.writers.docx.context import Context
from builders.writers.docx.oxml import element, ordered, qualified, value
from builders.writers.docx.runs import is_east_asian, runs
from builders.writers.docx.styles import LABEL, LIST_STEP

_OF_CODES = string.ascii_uppercase + string.digits
_PLACES = re.compile(r"\{(label|value)\}")


def paragraph(context: Context, *content: _Element, page_break: bool = False) -> _Element:
    """Return a paragraph of the style of *context*, in the direction of its language."""
    properties = [value("w:pStyle", context.style.id)]
    if page_break:
        properties.append(element("w:pageBreakBefore"))
    if context.numbering:
        level, number = value("w:ilvl", context.numbering.level), value("w:numId", context.numbering.id)
        properties.append(element("w:numPr", {}, level, number))
    if context.language.is_rtl:
        properties.append(element("w:bidi"))
    elif context.unit.language.is_rtl:
        properties.append(value("w:bidi", 0))
    properties.extend(_indentation(context))
    whole = element("w:p", {}, ordered("w:pPr", *properties), *content)
    if is_east_asian(context.unit.language.tag):
        _set_codes_apart(whole)
    return whole


def _set_codes_apart(whole: _Element) -> None:
    """Put a space before every code in the paragraph *whole*, in place, where words or a comma stand before it.

    Between ideographs and a code without one, LibreOffice ends the line within the code, wherever the margin is.
    """
    before: _Element | None = None
    for text in whole.iter(qualified("w:t")):
        said = str(text.text or "")
        if _is_hyphen(text.getnext()):
            words = said.rstrip(_OF_CODES)
            if words:
                text.text = _spaced(words) + said[len(words) :]
            elif before is not None and not _is_hyphen(text.getprevious()):
                before.text = _spaced(str(before.text or ""))
        before = text


def _is_hyphen(part: _Element | None) -> bool:
    return part is not None and part.tag == qualified("w:noBreakHyphen")


def _spaced(words: str) -> str:
    """Return *words* with a space at their end, unless they open a bracket."""
    plain = words.rstrip(" \u00a0")
    return plain if plain and unicodedata.category(plain[-1]) in ("Ps", "Pi") else f"{plain} "


def kept_together(paragraphs: list[_Element]) -> list[_Element]:
    """Return *paragraphs* so that they stay on one page, as far as a page holds them."""
    for one in paragraphs[:-1]:
        _keep_with_next(one)
    return paragraphs


def kept_with_next(blocks: list[_Element]) -> list[_Element]:
    """Return *blocks* so that the last, if it is a paragraph, stays on the page of what follows."""
    if blocks and blocks[-1].tag == qualified("w:p"):
        _keep_with_next(blocks[-1])
    return blocks


def all_kept_with_next(blocks: list[_Element]) -> list[_Element]:
    """Return *blocks* so that every paragraph in them, also inside a table, stays on the page of what follows."""
    for block in blocks:
        for one in block.iter(qualified("w:p")):
            _keep_with_next(one)
    return blocks


def begins_item(block: _Element) -> bool:
    """Whether *block* is the first paragraph of an item of a list that stands in no other list."""
    level = block.find(f"{qualified('w:pPr')}/{qualified('w:numPr')}/{qualified('w:ilvl')}")
    return level is not None and level.get(qualified("w:val")) == "0"


def _keep_with_next(one: _Element) -> None:
    """Let the paragraph *one* stay on the page of what follows, in place; its properties begin with its style."""
    if one[0].find(qualified("w:keepNext")) is None:
        one[0][0].addnext(element("w:keepNext"))


def style_of(block: _Element) -> str:
    """Return the id of the style of the paragraph *block*; nothing for another block."""
    found = block.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
    return "" if found is None else str(found.get(qualified("w:val")))


def label_paragraph(key: str, context: Context) -> _Element:
    """Return a paragraph that consists of the label *key*."""
    here = context.labelling(key)
    return paragraph(here, *runs(context.labels[key], here))


def label_runs(key: str, context: Context) -> Iterator[_Element]:
    """Yield the label *key* as running text."""
    return runs(context.labels[key], context.labelling(key))


def labelled(
    key: str, content: Iterable[_Element], context: Context, *, number: Iterable[_Element] = ()
) -> Iterator[_Element]:
    """Yield the label *key*, a *number* if it has one, and *content*, the way the reader's language writes them."""
    here = context.labelling("label-value")
    for part in _PLACES.split(context.labels["label-value"]):
        if part == "label":
            yield from label_runs(key, context.formatted(style=LABEL))
            if counted := list(number):
                yield from [*runs("\u00a0", context), *counted]
        elif part == "value":
            yield from content
        elif part:
            yield from runs(part, here)


def filled(key: str, context: Context, **places: Iterable[_Element]) -> Iterator[_Element]:
    """Yield the label pattern *key* with elements in its named places."""
    here = context.labelling(key)
    for part in re.split(r"(\{[a-z]+\})", context.labels[key]):
        name = part.strip("{}")
        if part.startswith("{") and name in places:
            yield from places[name]
        elif part:
            yield from runs(part, here)


def joined(groups: Iterable[Iterable[_Element]], context: Context) -> Iterator[_Element]:
    """Yield *groups* of running text as a list in the reader's language."""
    whole: list[_Element] = []
    for number, group in enumerate(groups):
        whole = list(filled("list-pair", context, first=whole, second=group) if number else group)
    yield from whole


def between(groups: Iterable[Iterable[_Element]], separator: str, context: Context) -> Iterator[_Element]:
    """Yield *groups* of running text with *separator* between them."""
    for number, group in enumerate(groups):
        if number:
            yield from runs(separator, context)
        yield from group


def _indentation(context: Context) -> Iterator[_Element]:
    """Yield the indentation where it is not what the style or the list already says."""
    if context.numbering:
        if context.indent != LIST_STEP * (context.numbering.level + 1):
            yield element("w:ind", {"w:left": context.indent, "w:hanging": LIST_STEP})
    elif context.indent != context.style.indent:
        yield element("w:ind", {"w:left": context.indent})
