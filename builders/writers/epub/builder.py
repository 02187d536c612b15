"""Sphinx's EPUB builder for the chapters; the book around them is ours.

The name must stay ``epub``: Sphinx adds checksums to the addresses of style
sheets for every other name, which EPUB forbids.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from docutils import nodes
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from sphinx.builders.epub3 import Epub3Builder

from builders.editions.face import face_of
from builders.editions.naming import title_name
from builders.editions.views import parts
from builders.model.labels import Labels
from builders.settings import Settings
from builders.writers.epub.contents import SUFFIX, Entry, cut, depth, entries, grouped, numbered, reading_order
from builders.writers.epub.metadata import accessibility, moment
from builders.writers.epub.packaging import Item, write_book
from builders.writers.epub.translator import with_xml_language
from builders.writers.markup_html.builder import UnitBuilder
from builders.writers.markup_html.language import (
    fallback_note,
    fallback_tags,
    filled_html,
    is_fallback,
    label_html,
    name_html,
)

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    keep_trailing_newline=True,
    trim_blocks=True,
    lstrip_blocks=True,
)

DEPTH = 3
"""Levels of the table of contents below a part."""

PACKAGE = ("META-INF/container.xml", "content.opf")
"""What describes the book; everything else is listed in it."""

FRAME = ("cover.xhtml", "nav.xhtml", "cover.svg", "toc.ncx")
"""What the book has beside its chapters and their pictures."""

STYLE_SHEET = "_static/book.css"


class EpubBuilder(UnitBuilder, Epub3Builder):
    """Writes an edition as a book."""

    name = "epub"

    # Chapters -----------------------------------------------------------------------------------------------------

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        return super().get_doc_context(docname, with_xml_language(body), metatags)

    def update_page_context(self, pagename: str, templatename: str, ctx: dict[str, Any], event_arg: Any) -> None:
        is_document = isinstance(event_arg, nodes.document)
        name = title_name(self.env.titles[pagename], self.unit)
        tags = fallback_tags(event_arg, self.unit) if is_document else []
        ctx.update(self.frame(), name=name, fallback_tags=tags)

    # The book -----------------------------------------------------------------------------------------------------

    def handle_finish(self) -> None:
        """Write what makes a book of the chapters, then the book."""
        self.finish_tasks.join()
        self.even_line_ends()
        documents = list(reading_order(self.config.root_doc, self.env.toctree_includes))
        headings = [(name, cut(entries(self.env.tocs[name], name), DEPTH)) for name in documents]
        own_parts = (part for _, part in parts(self.env.get_doctree(self.config.root_doc)))
        tree = grouped(headings, own_parts, self.env.toctree_includes)
        chapters = [f"{name}{SUFFIX}" for name in documents]
        pictures = sorted(f"{self.imagedir}/{name}" for name in self.images.values())
        drawn = {name for name in chapters if b"<svg" in Path(self.outdir, name).read_bytes()}
        items = [Item(path, path in drawn) for path in sorted([*chapters, *pictures, *FRAME, STYLE_SHEET])]
        for name, values in self.book(documents, tree, items).items():
            target = Path(self.outdir, name)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(TEMPLATES.get_template(f"{target.name}.jinja").render(values).encode())
        paths = [*PACKAGE, *(item.path for item in items)]
        write_book(Path(self.outdir, f"{self.config.epub_basename}.epub"), Path(self.outdir), paths, moment=moment())

    def book(self, documents: list[str], tree: tuple[Entry, ...], items: list[Item]) -> dict[str, dict[str, Any]]:
        """Return the files around the chapters, and what their templates are told."""
        frame = self.frame()
        spine = [Item("cover.xhtml"), Item("nav.xhtml"), *(Item(f"{name}{SUFFIX}") for name in documents)]
        access = accessibility(self.env.get_doctree(name) for name in documents)
        modified = moment().strftime("%Y-%m-%dT%H:%M:%SZ")
        return {
            "META-INF/container.xml": frame,
            "content.opf": {**frame, "items": items, "spine": spine, "access": access, "modified": modified},
            "nav.xhtml": {**frame, "tree": tree},
            "toc.ncx": {**frame, "tree": tree, "places": numbered(tree), "depth": depth(tree)},
            "cover.xhtml": {**frame, "all_editions": self.all_editions()},
            "cover.svg": asdict(self.config.cop.settings.theme(self.unit.edition).cover),
        }

    def all_editions(self) -> Markup:
        """Return the line of the cover that says where the other editions are found."""
        labels, unit, address = self.config.cop.labels, self.unit, escape(self.config.cop.settings.address)
        link = f'<a href="{address}"><bdi dir="ltr">{address}</bdi></a>'
        line = filled_html("label-value", labels, unit, label=label_html("home", labels, unit), value=link)
        return Markup(with_xml_language(line))

    def frame(self) -> dict[str, Any]:
        """Return what every template is told."""
        labels: Labels = self.config.cop.labels
        settings: Settings = self.config.cop.settings
        unit = self.unit
        edition = f"edition/{unit.edition.id}"
        return {
            "labels": labels,
            "is_fallback": lambda key: is_fallback(key, labels, unit),
            "unit": unit,
            "settings": settings,
            "language": unit.language.tag,
            "direction": unit.language.direction.value,
            "title_key": f"{edition}/title",
            "book_title": labels[f"{edition}/title"],
            "description": labels[f"{edition}/description"],
            "identifier": self.config.epub_identifier,
            "face": face_of(unit, settings),
            "said": lambda name: Markup(with_xml_language(name_html(name.text, name.tag, unit))),
            "label": lambda key: Markup(with_xml_language(label_html(key, labels, unit))),
            "fallback_note": lambda tag: Markup(with_xml_language(fallback_note(tag, labels, unit))),
        }
