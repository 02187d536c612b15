"""Building WordprocessingML with lxml: elements, their order, units."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from types import MappingProxyType

from lxml import etree
from lxml.etree import _Element

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "xml": "http://www.w3.org/XML/1998/namespace",
    }
)

_ORDER = """
w:pPr pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind jc outlineLvl
w:rPr rStyle rFonts b bCs i iCs caps strike noProof color spacing position sz szCs u bdr shd vertAlign rtl cs lang
w:tblPr tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
w:tcPr tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign
w:trPr cantSplit trHeight tblHeader
w:sectPr headerReference footerReference footnotePr type pgSz pgMar pgNumType cols titlePg textDirection bidi docGrid
w:style name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr
w:pBdr top left bottom right between
w:tblBorders top left bottom right insideH insideV
w:tcBorders top left bottom right insideH insideV
w:settings zoom defaultTabStop characterSpacingControl footnotePr compat themeFontLang decimalSymbol listSeparator
"""

SEQUENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {parent: tuple(children) for parent, *children in (line.split() for line in _ORDER.strip().splitlines())}
)
"""Order in which the schema wants the children of an element; only names that we write."""


@cache
def qualified(name: str) -> str:
    """Return the prefixed *name* in lxml's notation; a name without a prefix stays as it is."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: _Element) -> _Element:
    """Build one element, its name and attributes given as in the standard (``w:p``)."""
    prefix = tag.partition(":")[0]
    built = etree.Element(qualified(tag), nsmap={prefix: NAMESPACES[prefix]})
    for name, setting in (attributes or {}).items():
        built.set(qualified(name), str(setting))
    built.extend(children)
    return built


def value(tag: str, setting: object) -> _Element:
    """Build an element that says one thing in its ``w:val``."""
    return element(tag, {"w:val": setting})


def text_element(tag: str, text: str) -> _Element:
    """Build an element that holds *text* and keeps its spaces."""
    built = element(tag, {"xml:space": "preserve"})
    built.text = text
    return built


def ordered(tag: str, *children: _Element, attributes: Mapping[str, object] | None = None) -> _Element:
    """Build the element *tag* with *children* in the order of the schema."""
    sequence = SEQUENCES[tag]
    return element(tag, attributes, *sorted(children, key=lambda child: sequence.index(etree.QName(child).localname)))


def field(instruction: str, *result: _Element, properties: _Element | None = None) -> Iterator[_Element]:
    """Yield the runs of a field whose last known *result* is shown until Word updates it."""
    yield _field_run(element("w:fldChar", {"w:fldCharType": "begin"}), properties)
    yield _field_run(text_element("w:instrText", f" {instruction} "), properties)
    yield _field_run(element("w:fldChar", {"w:fldCharType": "separate"}), properties)
    yield from result
    yield _field_run(element("w:fldChar", {"w:fldCharType": "end"}), properties)


def _field_run(content: _Element, properties: _Element | None) -> _Element:
    return element("w:r", {}, *([] if properties is None else [deepcopy(properties)]), content)
