"""A sheet as a Word file: one plain table, which Word and LibreOffice keep whatever is edited in it."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from builders.catalogs.inline import Kind, split
from builders.model.languages import Language
from builders.translating.sheets.rows import COLUMNS, GUIDE, Row, Sheet
from builders.writers.docx.oxml import element

_WIDTHS = (1700, 4200, 4200, 1100, 3800)
"""Twentieths of a point; a page in landscape has room for 15,000."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BESIDE = {
    "styles": (
        f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style></w:styles>"
    ),
    "settings": f"<w:settings {_W}/>",
    "fontTable": f'<w:fonts {_W}><w:font w:name="Carlito"/></w:fonts>',
}
"""Parts that the main one must name, though all of it says itself how it looks."""


def _relations(*targets: tuple[str, str]) -> str:
    named = (
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(named)}</Relationships>'


_TYPES = "".join(
    f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>'
    for name, kind in {"document": "document.main", **{name: name for name in _BESIDE}}.items()
)
_PARTS = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{_TYPES}</Types>"
    ),
    "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": _relations(*((name, f"{name}.xml") for name in _BESIDE)),
    **{f"word/{name}.xml": f"{_HEAD}{text}" for name, text in _BESIDE.items()},
}


def format_word(sheet: Sheet) -> bytes:
    """Return *sheet* as DOCX; the same sheet makes the same bytes."""
    body = element("w:body", None, *_opening(sheet), _table(sheet), _paragraph([]), _page())
    document: bytes = etree.tostring(
        element("w:document", None, body), encoding="UTF-8", xml_declaration=True, standalone=True
    )
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as book:
        parts = {name: text.encode() for name, text in _PARTS.items()}
        for name, data in {**parts, "word/document.xml": document}.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            book.writestr(entry, data)
    return archive.getvalue()


def _opening(sheet: Sheet) -> Iterator[_Element]:
    yield _paragraph([_run(sheet.title, size=32, is_strong=True)])
    yield from (_paragraph([_run(line)]) for line in GUIDE)
    yield _paragraph([_run(sheet.name, size=16)])


def _page() -> _Element:
    size = element("w:pgSz", {"w:w": 16838, "w:h": 11906, "w:orient": "landscape"})
    edges = dict.fromkeys(("w:top", "w:right", "w:bottom", "w:left"), 850)
    return element(
        "w:sectPr", None, size, element("w:pgMar", {**edges, "w:header": 500, "w:footer": 500, "w:gutter": 0})
    )


def _table(sheet: Sheet) -> _Element:
    lines = [
        element(f"w:{side}", {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "808080"})
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    settings = element(
        "w:tblPr",
        None,
        element("w:tblW", {"w:w": sum(_WIDTHS), "w:type": "dxa"}),
        element("w:tblBorders", None, *lines),
        element("w:tblLayout", {"w:type": "fixed"}),
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in _WIDTHS))
    heading = _row([[_run(name, is_strong=True)] for name in COLUMNS], is_heading=True)
    return element("w:tbl", None, settings, grid, heading, *(_message(row, sheet.language) for row in sheet.rows))


def _message(row: Row, language: Language) -> _Element:
    cells = [[_run(row.id, size=14)], [*_runs(row.entry.msgid, None)], [*_runs(row.entry.msgstr, language)], [], []]
    return _row(cells, language=language)


def _row(
    cells: Iterable[Iterable[_Element]], *, is_heading: bool = False, language: Language | None = None
) -> _Element:
    kept = [element("w:cantSplit"), *([element("w:tblHeader")] if is_heading else [])]
    made = element("w:tr", None, element("w:trPr", None, *kept))
    for number, (runs, width) in enumerate(zip(cells, _WIDTHS, strict=True)):
        is_rtl = language is not None and language.is_rtl and number in (2, 4)
        settings = element("w:tcPr", None, element("w:tcW", {"w:w": width, "w:type": "dxa"}))
        made.append(element("w:tc", None, settings, _paragraph(runs, is_rtl=is_rtl)))
    return made


def _paragraph(runs: Iterable[_Element], *, is_rtl: bool = False) -> _Element:
    settings = [element("w:bidi")] if is_rtl else []
    spacing = element("w:spacing", {"w:before": 40, "w:after": 40})
    return element("w:p", None, element("w:pPr", None, *settings, spacing), *runs)


def _runs(text: str, language: Language | None) -> Iterator[_Element]:
    """Yield *text* as runs: what is for programs runs from left to right in any language, and is grey."""
    for piece in split(text):
        if piece.kind in (Kind.TEXT, Kind.STRONG, Kind.EMPHASIS):
            yield _run(piece.source, language=language)
        else:
            yield _run(piece.source, colour="707070")


def _run(
    text: str, *, size: int = 20, is_strong: bool = False, colour: str = "", language: Language | None = None
) -> _Element:
    fonts = language.fonts if language else None
    faces = {"w:ascii": "Carlito", "w:hAnsi": "Carlito"}
    if fonts:
        faces |= {"w:cs": fonts.complex_script, "w:eastAsia": fonts.east_asian}
    settings = [element("w:rFonts", faces)]
    settings += [element("w:b")] if is_strong else []
    settings += [element("w:color", {"w:val": colour})] if colour else []
    settings += [element("w:sz", {"w:val": size}), element("w:szCs", {"w:val": size})]
    settings += [element("w:rtl")] if language and language.is_rtl else []
    if language:
        tag = language.region_tag or language.tag
        said = {"w:bidi": tag} if language.is_rtl else {"w:val": tag, "w:eastAsia": tag}
        settings.append(element("w:lang", said))
    words = element("w:t", {"xml:space": "preserve"})
    words.text = text
    return element("w:r", None, element("w:rPr", None, *settings), words)
