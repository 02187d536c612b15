"""Handlers for pictures: the only place that knows about alternative text."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from docutils import nodes
from lxml.etree import _Element

from builders.writers.docx.context import TEXT_HEIGHT, Context, Story
from builders.writers.docx.oxml import element, field, text_element
from builders.writers.docx.paragraphs import labelled, paragraph
from builders.writers.docx.pictures import EMU_PER_TWIP, Picture, length, read_picture
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.styles import CAPTION, FIGURE, LEGEND, TABLE_CAPTION

_PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"

_HIGHEST = TEXT_HEIGHT * 7 // 10
"""A picture leaves room for its caption."""


def image(node: nodes.image, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a picture in running text, or as a paragraph of its own."""
    if isinstance(node.parent, nodes.TextElement):
        yield drawing(node, context, renderer)
    else:
        here = context.within(style=FIGURE, numbering=None)
        yield paragraph(here, drawing(node, here, renderer))


def figure(node: nodes.figure, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a picture with its caption below it."""
    for child in node.children:
        if isinstance(child, nodes.caption):
            yield from caption("figure", child, context, renderer)
        else:
            yield from renderer.render(child, context.within(numbering=None))


def legend(node: nodes.legend, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render what is said about a picture below its caption."""
    return renderer.children(node, context.within(style=LEGEND))


def caption(kind: str, node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the caption of a figure or a table with its number, which Word can list."""
    style, sequence = (TABLE_CAPTION, "Table") if kind == "table" else (CAPTION, "Figure")
    here = context.speaking(node.get("lang") or context.language.tag).within(style=style, numbering=None)
    cached = element("w:r", {}, text_element("w:t", str(renderer.package.caption_number(sequence))))
    number = field(f"SEQ {sequence} \\* ARABIC", cached)
    yield paragraph(here, *labelled(kind, renderer.children(node, here), here, number=number))


def drawing(
    node: nodes.image, context: Context, renderer: Renderer, *, highest: int = _HIGHEST, is_wide: bool = False
) -> _Element:
    """Return the picture of *node* as a run; *is_wide* asks for the whole width of the text."""
    asked = context.available if is_wide else length(node.get("width", ""), context.available)
    path = context.settings.source / node["uri"]
    picture = read_picture(path, width=asked, most=(context.available, highest), drawer=drawer(context))
    return placed(picture, node["uri"], node.get("alt", ""), renderer, story=context.story)


def placed(picture: Picture, uri: str, alternative: str, renderer: Renderer, *, story: Story = Story.TEXT) -> _Element:
    """Return *picture* as a run; without an *alternative* text it only decorates."""
    raster, vector = renderer.package.add_picture(picture, story)
    number = renderer.package.drawing_number(uri)
    name = f"{PurePosixPath(uri).stem} {number}"
    inline = _inline(picture, number, name, alternative, raster, vector)
    return element("w:r", {}, element("w:drawing", {}, inline))


def drawer(context: Context) -> Path:
    """Return the folder that keeps what vector images look like."""
    return context.settings.project / ".cache" / "pictures"


def _inline(picture: Picture, number: int, name: str, alternative: str, raster: str, vector: str) -> _Element:
    size = {"cx": picture.width * EMU_PER_TWIP, "cy": picture.height * EMU_PER_TWIP}
    locks = element("a:graphicFrameLocks", {"noChangeAspect": 1})
    data = element("a:graphicData", {"uri": _PICTURE_URI}, _picture(size, number, name, raster, vector))
    return element(
        "wp:inline",
        {f"dist{side}": 0 for side in "TBLR"},
        element("wp:extent", size),
        _described(number, name, alternative),
        element("wp:cNvGraphicFramePr", {}, locks),
        element("a:graphic", {}, data),
    )


def _described(number: int, name: str, alternative: str) -> _Element:
    """Return the name of a drawing with its alternative text; without one the picture only decorates."""
    facts = {"id": number, "name": name}
    if alternative:
        return element("wp:docPr", {**facts, "descr": alternative})
    mark = element("adec:decorative", {"val": 1})
    extension = element("a:ext", {"uri": _DECORATIVE_EXTENSION}, mark)
    return element("wp:docPr", facts, element("a:extLst", {}, extension))


def _picture(size: dict[str, int], number: int, name: str, raster: str, vector: str) -> _Element:
    extensions = []
    if vector:
        drawn = element("a:ext", {"uri": _SVG_EXTENSION}, element("asvg:svgBlip", {"r:embed": vector}))
        extensions.append(element("a:extLst", {}, drawn))
    frame = element("a:xfrm", {}, element("a:off", {"x": 0, "y": 0}), element("a:ext", size))
    return element(
        "pic:pic",
        {},
        element("pic:nvPicPr", {}, element("pic:cNvPr", {"id": number, "name": name}), element("pic:cNvPicPr")),
        element(
            "pic:blipFill",
            {},
            element("a:blip", {"r:embed": raster}, *extensions),
            element("a:stretch", {}, element("a:fillRect")),
        ),
        element("pic:spPr", {}, frame, element("a:prstGeom", {"prst": "rect"}, element("a:avLst"))),
    )


HANDLERS: Handlers = {nodes.image: image, nodes.figure: figure, nodes.legend: legend}
