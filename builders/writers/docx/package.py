"""The parts of one Word file that grow while its body is rendered."""

import datetime
import io
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package as DocxPackage
from lxml import etree
from lxml.etree import _Element

from builders.writers.docx.context import Story
from builders.writers.docx.numbering import SIGNS_FONT, Marker, abstract_numbering, numbering_instance
from builders.writers.docx.oxml import NAMESPACES, element
from builders.writers.docx.pictures import Picture
from builders.writers.docx.template import MONOSPACED, Look, section_properties, settings_part, styles_part
from builders.writers.docx.theme import font_table_part, theme_part

_EARLIEST_IN_ZIP = 315532800
_CONTENT_TYPES = "[Content_Types].xml"
_SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a file says about itself."""

    title: str
    subject: str
    author: str
    language: str
    version: str
    date: int
    """Seconds since 1970; every date in the file is this one."""


class Package:
    """Accumulates links, pictures, lists, footnotes and bookmarks; numbers everything in order of appearance."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._opc = OpcPackage()
        self._document = self._part("/word/document.xml", CT.WML_DOCUMENT_MAIN, element("w:document"))
        self._opc.relate_to(self._document, RT.OFFICE_DOCUMENT)
        self._relate("/word/styles.xml", CT.WML_STYLES, RT.STYLES, styles_part(look))
        self._relate("/word/settings.xml", CT.WML_SETTINGS, RT.SETTINGS, settings_part(look.language))
        self._relate("/word/theme/theme1.xml", CT.OFC_THEME, RT.THEME, theme_part(look))
        fonts = font_table_part(look.language, MONOSPACED, SIGNS_FONT)
        self._relate("/word/fontTable.xml", CT.WML_FONT_TABLE, RT.FONT_TABLE, fonts)
        self._numbering = element("w:numbering")
        self._relate("/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, self._numbering)
        self._notes = element("w:footnotes", {}, _separator(-1, "separator"), _separator(0, "continuationSeparator"))
        notes = self._relate("/word/footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES, self._notes)
        self._parts = {Story.TEXT: self._document, Story.NOTES: notes}
        self._bookmarks: dict[str, int] = {}
        self._markers: dict[Marker, int] = {}
        self._lists: list[_Element] = []
        self._note_numbers: dict[object, int] = {}
        self._media: dict[bytes, Part] = {}
        self._drawings: list[str] = []
        self._captions: Counter[str] = Counter()

    @property
    def text_size(self) -> float:
        """Points of the running text."""
        return self._look.size

    def link_to(self, url: str, story: Story) -> str:
        """Return the relationship id of an external hyperlink in *story*."""
        return self._parts[story].relate_to(url, RT.HYPERLINK, is_external=True)

    def bookmark(self, name: str) -> tuple[_Element, _Element]:
        """Return start and end of the bookmark *name*, which may stand only once."""
        if name in self._bookmarks:
            raise ValueError(f"the bookmark {name} stands twice")
        number = self._bookmarks.setdefault(name, len(self._bookmarks) + 1)
        return (
            element("w:bookmarkStart", {"w:id": number, "w:name": name}),
            element("w:bookmarkEnd", {"w:id": number}),
        )

    def start_list(self, marker: Marker, *, level: int, start: int) -> int:
        """Define a list of its own, so that its numbers begin at *start*, and return its id."""
        abstract = self._markers.setdefault(marker, len(self._markers) + 1)
        self._lists.append(numbering_instance(len(self._lists) + 1, abstract, level=level, start=start))
        return len(self._lists)

    def note_number(self, key: object) -> tuple[int, bool]:
        """Return the number of the footnote *key*, and whether this is its first appearance."""
        is_first = key not in self._note_numbers
        return self._note_numbers.setdefault(key, len(self._note_numbers) + 1), is_first

    def add_note(self, number: int, content: Iterable[_Element]) -> None:
        """Put *content* into the footnotes."""
        self._notes.append(element("w:footnote", {"w:id": number}, *content))

    def add_picture(self, picture: Picture, story: Story) -> tuple[str, str]:
        """Return the relationship ids in *story* of *picture* and of its vector form, which may be empty."""
        return self._media_id(picture.raster, picture.raster_type, story), self._media_id(picture.vector, _SVG, story)

    def drawing_number(self, name: str) -> int:
        """Return a number for the next drawing."""
        self._drawings.append(name)
        return len(self._drawings)

    def caption_number(self, sequence: str) -> int:
        """Return the number of the next caption in *sequence*."""
        self._captions[sequence] += 1
        return self._captions[sequence]

    def save(
        self,
        target: Path,
        body: Iterable[_Element],
        *,
        header: _Element,
        footer: _Element,
        properties: Properties,
    ) -> None:
        """Write the finished package to *target*: the same content gives the same bytes."""
        head = self._part("/word/header1.xml", CT.WML_HEADER, element("w:hdr", {}, header))
        foot = self._part("/word/footer1.xml", CT.WML_FOOTER, element("w:ftr", {}, footer))
        ids = self._document.relate_to(head, RT.HEADER), self._document.relate_to(foot, RT.FOOTER)
        section = section_properties(self._look.language, *ids)
        self._document.element.append(cast(BaseOxmlElement, element("w:body", {}, *body, section)))
        for marker, number in self._markers.items():
            script = self._look.language.script
            self._numbering.append(abstract_numbering(number, marker, self._look.colours, script=script))
        self._numbering.extend(self._lists)
        moment = datetime.datetime.fromtimestamp(max(properties.date, _EARLIEST_IN_ZIP), datetime.UTC)
        self._describe(properties, moment)
        for part in self._parts.values():
            etree.cleanup_namespaces(part.element, top_nsmap={key: NAMESPACES[key] for key in ("w", "r")})
        buffer = io.BytesIO()
        self._opc.save(buffer)
        _write_zip(buffer, target, moment)

    def _part(self, name: str, content_type: str, root: _Element) -> XmlPart:
        # python-docx asks for its own element class, and uses nothing but what every element has.
        return XmlPart(PackURI(name), content_type, cast(BaseOxmlElement, root), cast(DocxPackage, self._opc))

    def _relate(self, name: str, content_type: str, relation: str, root: _Element) -> XmlPart:
        part = self._part(name, content_type, root)
        self._document.relate_to(part, relation)
        return part

    def _media_id(self, blob: bytes, content_type: str, story: Story) -> str:
        if not blob:
            return ""
        if blob not in self._media:
            suffix = content_type.partition("/")[2].partition("+")[0]
            name = PackURI(f"/word/media/image{len(self._media) + 1}.{suffix}")
            self._media[blob] = Part(name, content_type, blob, cast(DocxPackage, self._opc))
        return self._parts[story].relate_to(self._media[blob], RT.IMAGE)

    def _describe(self, properties: Properties, moment: datetime.datetime) -> None:
        part = CorePropertiesPart.default(self._opc)
        self._opc.relate_to(part, RT.CORE_PROPERTIES)
        core = part.core_properties
        core.title, core.subject, core.author = properties.title, properties.subject, properties.author
        core.language, core.version, core.last_modified_by = properties.language, properties.version, properties.author
        core.created = core.modified = moment


def _separator(number: int, kind: str) -> _Element:
    content = element("w:p", {}, element("w:r", {}, element(f"w:{kind}")))
    return element("w:footnote", {"w:type": kind, "w:id": number}, content)


def _write_zip(packed: io.BytesIO, target: Path, moment: datetime.datetime) -> None:
    """Write the members of *packed* to *target* in one order and with one date."""
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(target, "w") as finished:
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name)):
            member = zipfile.ZipInfo(name, moment.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system, member.external_attr = 3, 0o644 << 16
            finished.writestr(member, source.read(name))
