"""The empty Word file: styles, settings and page, made here because every ready-made template brings ballast."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from builders.model.languages import Language
from builders.writers.docx.context import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from builders.writers.docx.oxml import element, ordered, value
from builders.writers.docx.palette import BRAND, COLOURS, HEADER_GROUND, RULE
from builders.writers.docx.runs import is_east_asian
from builders.writers.docx.styles import DATA_TABLE, NORMAL, STYLES, Border, Style

SIZE, LARGE_SIZE = 11, 14
"""Points of the running text, and of that in large print."""

MONOSPACED = "Liberation Mono"

_OWN_MENU = "99"
_LATIN_FALLBACK, _ARABIC_FALLBACK, _CHINESE_FALLBACK = "en-GB", "ar-SA", "zh-CN"
_LEADING = {"Arab": 220, "Hans": 240, "Hant": 240}
"""Line height by script, in 240ths of a line: Naskh and fonts for ideographs bring space of their own."""
_COMMON_LEADING = 276


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the styles of a file depend on."""

    language: Language
    size: float
    """Points of the running text."""
    colours: Mapping[str, str] = field(default_factory=lambda: COLOURS)
    """Six digits by the name of the colour."""

    def half_points(self, ratio: float) -> int:
        """Return the size of type that is *ratio* times the running text, in half points."""
        return round(self.size * ratio * 2)


def styles_part(look: Look) -> _Element:
    """Return the styles of a file."""
    no_table = ordered("w:tblPr", element("w:tblInd", {"w:w": 0, "w:type": "dxa"}), cell_margins(0, 108))
    return element(
        "w:styles",
        {},
        _defaults(look),
        *(_style(style, look) for style in STYLES.values()),
        _default_style("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _default_style("table", "TableNormal", "Normal Table", no_table),
        _default_style("numbering", "NoList", "No List"),
        _data_table(look),
    )


def settings_part(language: Language) -> _Element:
    """Return the settings of a file: those of Word 2013 and later, no compatibility mode."""
    mode = {"w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"}
    return ordered(
        "w:settings",
        element("w:zoom", {"w:percent": 100}),
        value("w:defaultTabStop", 720),
        value("w:characterSpacingControl", "doNotCompress"),
        element("w:footnotePr", {}, *(element("w:footnote", {"w:id": number}) for number in (-1, 0))),
        element("w:compat", {}, element("w:compatSetting", mode)),
        element("w:themeFontLang", languages_of(language)),
        value("w:decimalSymbol", "."),
        value("w:listSeparator", ","),
    )


def section_properties(language: Language, header: str, footer: str) -> _Element:
    """Return the page: A4, with *header* and *footer* on all pages but the first."""
    margins = {f"w:{side}": MARGIN for side in ("top", "right", "bottom", "left")}
    parts = [
        element("w:headerReference", {"w:type": "default", "r:id": header}),
        element("w:footerReference", {"w:type": "default", "r:id": footer}),
        element("w:pgSz", {"w:w": PAGE_WIDTH, "w:h": PAGE_HEIGHT}),
        element("w:pgMar", {**margins, "w:header": 680, "w:footer": 680, "w:gutter": 0}),
        element("w:cols", {"w:space": 720}),
        element("w:titlePg"),
    ]
    return ordered("w:sectPr", *parts, *([element("w:bidi")] if language.is_rtl else []))


def languages_of(language: Language) -> dict[str, str]:
    """Return the attributes of ``w:lang`` for texts in *language*: Word wants one tag for each kind of script."""
    is_latin = not language.is_complex and not is_east_asian(language.tag)
    return {
        "w:val": language.word_tag if is_latin else _LATIN_FALLBACK,
        "w:eastAsia": language.word_tag if is_east_asian(language.tag) else _CHINESE_FALLBACK,
        "w:bidi": language.word_tag if language.is_complex else _ARABIC_FALLBACK,
    }


def _defaults(look: Look) -> _Element:
    fonts, languages = look.language.fonts, element("w:lang", languages_of(look.language))
    latin = {"w:ascii": fonts.latin, "w:hAnsi": fonts.latin}
    families = element("w:rFonts", {**latin, "w:eastAsia": fonts.east_asian, "w:cs": fonts.complex_script})
    properties = ordered("w:rPr", families, *_size(look.half_points(1)), languages)
    leading = _LEADING.get(look.language.script, _COMMON_LEADING)
    spacing = element("w:spacing", {"w:before": 0, "w:after": 0, "w:line": leading, "w:lineRule": "auto"})
    paragraphs = element("w:pPrDefault", {}, element("w:pPr", {}, spacing))
    return element("w:docDefaults", {}, element("w:rPrDefault", {}, properties), paragraphs)


def _style(style: Style, look: Look) -> _Element:
    attributes = {"w:type": "character" if style.is_character else "paragraph", "w:styleId": style.id}
    if style is NORMAL:
        attributes["w:default"] = "1"
    parent = style.based_on or ("DefaultParagraphFont" if style.is_character else NORMAL.id)
    parts = [value("w:name", style.name), value("w:uiPriority", _OWN_MENU), element("w:qFormat")]
    if style is not NORMAL:
        parts.append(value("w:basedOn", parent))
    if style.next:
        parts.append(value("w:next", style.next))
    if not style.is_character and (properties := list(_paragraph_properties(style, look))):
        parts.append(ordered("w:pPr", *properties))
    if run_properties := list(_run_properties(style, look)):
        parts.append(ordered("w:rPr", *run_properties))
    return ordered("w:style", *parts, attributes=attributes)


def _paragraph_properties(style: Style, look: Look) -> Iterator[_Element]:
    switches = {"keepNext": style.keep_next, "keepLines": style.keep_lines, "pageBreakBefore": style.page_break}
    yield from (element(f"w:{name}") for name, is_on in switches.items() if is_on)
    if style is NORMAL:
        yield element("w:widowControl")
        if look.language.is_rtl:
            yield element("w:bidi")
    if style.borders:
        yield ordered("w:pBdr", *(_border(border, look) for border in style.borders))
    if style.fill:
        yield shading(look.colours[style.fill])
    spacing = {"w:before": style.before, "w:after": style.after}
    given: dict[str, object] = {name: amount for name, amount in spacing.items() if amount is not None}
    if style.is_tight:
        given |= {"w:line": 160, "w:lineRule": "exact"}
    if style.is_single:
        given |= {"w:line": 240, "w:lineRule": "auto"}
    if given:
        yield element("w:spacing", given)
    if style.indent or style.right:
        hanging = {"w:hanging": style.hanging} if style.hanging else {}
        yield element("w:ind", {"w:left": style.indent, "w:right": style.right, **hanging})
    if style.centred:
        yield value("w:jc", "center")
    if style.outline is not None:
        yield value("w:outlineLvl", style.outline)


def _run_properties(style: Style, look: Look) -> Iterator[_Element]:
    if style.is_code:
        yield element("w:rFonts", {f"w:{slot}": MONOSPACED for slot in ("ascii", "hAnsi", "cs")})
        yield element("w:noProof")
    if style.bold:
        yield from _bold()
    if style.colour:
        yield value("w:color", look.colours[style.colour])
    if style.points or style.size:
        yield from _size(round(style.points * 2) or look.half_points(style.size))
    if style.underline:
        yield value("w:u", "single")
    if style.is_character and style.borders:
        yield _border(style.borders[0], look, tag="w:bdr")
    if style.is_character and style.fill:
        yield shading(look.colours[style.fill])
    if style.raised:
        yield value("w:vertAlign", "superscript")


def shading(fill: str) -> _Element:
    """Return the ground *fill* of a paragraph, a run or a cell."""
    return element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill})


def line(tag: str, colour: str, width: int, space: int = 0, kind: str = "single") -> _Element:
    """Return one line of a frame."""
    return element(tag, {"w:val": kind, "w:sz": width, "w:space": space, "w:color": colour})


def _border(border: Border, look: Look, tag: str = "") -> _Element:
    return line(tag or f"w:{border.side}", look.colours[border.colour], border.width, border.space, border.kind)


def _bold() -> list[_Element]:
    return [element("w:b"), element("w:bCs")]


def _size(half_points: int) -> list[_Element]:
    return [value("w:sz", half_points), value("w:szCs", half_points)]


def _default_style(kind: str, identifier: str, name: str, *properties: _Element) -> _Element:
    parts = [value("w:name", name), value("w:uiPriority", _OWN_MENU), element("w:semiHidden")]
    attributes = {"w:type": kind, "w:default": "1", "w:styleId": identifier}
    return ordered("w:style", *parts, element("w:unhideWhenUsed"), *properties, attributes=attributes)


def cell_margins(vertical: int, horizontal: int) -> _Element:
    """Return the space between the lines of a table and its text."""
    sides = {"top": vertical, "left": horizontal, "bottom": vertical, "right": horizontal}
    return element(
        "w:tblCellMar", {}, *(element(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in sides.items())
    )


def _data_table(look: Look) -> _Element:
    brand, rule = look.colours[BRAND], look.colours[RULE]
    lines = ordered("w:tblBorders", line("w:top", brand, 12), line("w:bottom", brand, 8), line("w:insideH", rule, 4))
    bold = [element("w:rPr", {}, *_bold()) for _ in range(2)]
    ground = element("w:tcPr", {}, shading(look.colours[HEADER_GROUND]))
    return ordered(
        "w:style",
        value("w:name", "Guidelines Table"),
        value("w:basedOn", "TableNormal"),
        value("w:uiPriority", _OWN_MENU),
        element("w:qFormat"),
        ordered("w:tblPr", lines, cell_margins(30, 115)),
        element("w:tblStylePr", {"w:type": "firstRow"}, bold[0], ground),
        element("w:tblStylePr", {"w:type": "firstCol"}, bold[1]),
        attributes={"w:type": "table", "w:styleId": DATA_TABLE, "w:customStyle": "1"},
    )
