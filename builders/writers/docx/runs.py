"""Running text: runs that carry format, language and direction, and nothing that Word would have to guess."""

import re
import unicodedata
from collections.abc import Iterator

from lxml.etree import _Element

from builders.model.identifiers import CODE
from builders.writers.docx.context import Context
from builders.writers.docx.oxml import element, ordered, text_element, value
from builders.writers.docx.styles import Style

LEFT_TO_RIGHT_MARK = "\u200e"
RIGHT_TO_LEFT_MARK = "\u200f"
WORD_JOINER = "\u2060"

_RTL_LETTERS = frozenset(("R", "AL", "AN"))
MAY_BE_RTL = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
MAY_BE_LTR = re.compile("[A-Za-z\u00aa-\u058f\u0900-\ufffd\U00010000-\U0010ffff]")
"""Without one of these, no letter of a text runs from the right, or the left: it need not be read letter by letter."""
_IDEOGRAPHIC = re.compile("[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_EAST_ASIAN = ("zh", "ja", "ko")
_ADDRESS = re.compile(r"://\S*\Z")
_LINE_BETWEEN_IDEOGRAPHS = re.compile(rf"(?<={_IDEOGRAPHIC.pattern})[ \t]*\n[ \t]*(?={_IDEOGRAPHIC.pattern})")
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def runs(text: str, context: Context) -> Iterator[_Element]:
    """Yield *text* as runs, one for each direction in it."""
    flowing = text if context.run.is_verbatim else _in_one_line(text)
    for piece, is_rtl in directed(flowing, base_is_rtl=context.language.is_rtl):
        content: list[_Element] = []
        for number, line in enumerate(piece.split("\n") if context.run.is_verbatim else [piece]):
            content += [element("w:br")] if number else []
            content += _words(line, context)
        yield element("w:r", {}, *run_properties(piece, context, is_rtl=is_rtl), *content)


def _words(text: str, context: Context) -> Iterator[_Element]:
    """Yield *text*, the hyphens of codes such as ``REC-ABC-014`` as Word's own that no line ends at."""
    place = 0
    if context.unit.language.is_rtl and not context.run.is_verbatim:
        # Where text runs from the right, LibreOffice ends a line within the letters beside such a hyphen, or prints one
        # code over another; a plain hyphen with a word joiner behind it stays where it is.
        text = CODE.sub(lambda code: code[0].replace("-", f"-{WORD_JOINER}"), text)
    codes = () if context.run.is_verbatim or context.unit.language.is_rtl else CODE.finditer(text)
    for hyphen in (at for code in codes for at in range(*code.span()) if text[at] == "-"):
        yield text_element("w:t", text[place:hyphen])
        yield element("w:noBreakHyphen")
        place = hyphen + 1
    if text[place:]:
        yield text_element("w:t", text[place:])


def run_properties(text: str, context: Context, *, is_rtl: bool) -> Iterator[_Element]:
    """Yield the properties of a run that holds *text*; none where the paragraph says it all."""
    run, language = context.run, context.language
    properties: list[_Element] = []
    if run.style:
        properties.append(value("w:rStyle", run.style.id))
    if _wants_east_asian_font(text, context):
        # Without the hint Word takes quotation marks and dashes from the Latin font.
        properties.append(element("w:rFonts", {"w:hint": "eastAsia"}))
    if run.bold or (run.italic and not language.has_italics):
        properties += [element("w:b"), element("w:bCs")]
    if run.italic and language.has_italics:
        properties += [element("w:i"), element("w:iCs")]
    if run.struck:
        properties.append(element("w:strike"))
    if run.position:
        properties.append(value("w:vertAlign", run.position))
    if is_rtl:
        properties.append(element("w:rtl"))
    if language.tag != context.unit.language.tag:
        properties.append(element("w:lang", {f"w:{_lang_attribute(language.tag, is_rtl)}": language.word_tag}))
    if properties:
        yield ordered("w:rPr", *properties)


def directed(text: str, *, base_is_rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of *text* that run in one direction, and whether that is from the right.

    Neutral characters belong to the direction of the text around them; letters of the
    other direction keep what stands between them.
    """
    may_turn, passages = (MAY_BE_LTR, _latin_passages) if base_is_rtl else (MAY_BE_RTL, _rtl_passages)
    position = 0
    for start, end in passages(text) if may_turn.search(text) else ():
        if start > position:
            yield _held(text[position:start], base_is_rtl=base_is_rtl), base_is_rtl
        piece = text[start:end]
        if base_is_rtl and not piece[-1].isalnum():
            # Word and LibreOffice would move a final "+" or ")" to the other end of a Latin word.
            piece += LEFT_TO_RIGHT_MARK
        yield piece, not base_is_rtl
        position = end
    if position < len(text):
        yield _held(text[position:], base_is_rtl=base_is_rtl), base_is_rtl


def badge(text: str, style: Style, context: Context) -> Iterator[_Element]:
    """Yield a word on a coloured ground; the word alone says everything."""
    yield from runs(f"\u00a0{text}\u00a0", context.formatted(style=style))


def is_east_asian(tag: str) -> bool:
    """Whether the language *tag* is written with ideographs."""
    return tag.partition("-")[0] in _EAST_ASIAN


def _held(piece: str, *, base_is_rtl: bool) -> str:
    """Return *piece*, marked where it has neither letter nor digit, so nothing that shows its direction.

    LibreOffice and others do not heed the property of a run: between two Latin words they
    would join a comma to these, and a list of numbers of blocks would run from the left.
    """
    if not base_is_rtl or any(character.isalnum() for character in piece):
        return piece
    return f"{RIGHT_TO_LEFT_MARK}{piece}{RIGHT_TO_LEFT_MARK}"


def _in_one_line(text: str) -> str:
    """A line end in the source is a space, but none between ideographs."""
    return _LINE_BETWEEN_IDEOGRAPHS.sub("", text).replace("\n", " ")


def _wants_east_asian_font(text: str, context: Context) -> bool:
    if _IDEOGRAPHIC.search(text):
        return True
    return is_east_asian(context.language.tag) and not any(character.isalnum() for character in text)


def _lang_attribute(tag: str, is_rtl: bool) -> str:
    if is_rtl:
        return "bidi"
    return "eastAsia" if is_east_asian(tag) else "val"


def _rtl_passages(text: str) -> Iterator[tuple[int, int]]:
    yield from _passages(text, opening=_RTL_LETTERS, closing=_RTL_LETTERS, stop=frozenset("L"))


def _latin_passages(text: str) -> Iterator[tuple[int, int]]:
    opening, closing = frozenset("L"), frozenset(("L", "EN"))
    for start, end in _passages(text, opening=opening, closing=closing, stop=_RTL_LETTERS):
        yield start, _with_trailing_signs(text, start, end)


def _passages(
    text: str, *, opening: frozenset[str], closing: frozenset[str], stop: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield start and end of the passages that begin and end with letters of one direction."""
    start = end = -1
    for position, character in enumerate(text):
        kind = unicodedata.bidirectional(character)
        if start < 0 and kind in opening:
            start, end = position, position + 1
        elif start >= 0 and kind in closing:
            end = position + 1
        elif start >= 0 and kind in stop:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _with_trailing_signs(text: str, start: int, end: int) -> int:
    """Return where a Latin passage really ends: ``C++`` and ``f(x)`` keep their signs, a sentence its full stop.

    An address keeps its last stroke, too.
    """
    while end < len(text):
        character = text[end]
        opened = _BRACKETS.get(character)
        inside = text[start:end]
        closes = opened is not None and inside.count(opened) > inside.count(character)
        signs = "+#%°/-_=&" if _ADDRESS.search(inside) else "+#%°"
        if not closes and character not in signs:
            break
        end += 1
    return end
