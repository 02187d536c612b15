"""Sphinx's HTML builder with our addresses, our page, and nothing in the folder that readers do not need."""

from collections.abc import Set
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import package_dir
from sphinx.util.fileutil import copy_asset

from builders.markup.unit_state import state_of
from builders.model.addresses import page_name
from builders.writers.html.contents import Contents
from builders.writers.html.context import page_context
from builders.writers.html.search import page_text, search_index, written_index
from builders.writers.html.search.words import Words, english_stemmer
from builders.writers.markup_html.builder import UnitBuilder

SEARCH_SCRIPTS = ("doctools.js", "searchtools.js", "language_data.js.jinja")
"""Sphinx's own scripts that the search page needs."""


ADAPTED = "adapted.css"
"""The style sheet of national text."""


class HtmlBuilder(UnitBuilder):
    """Writes an edition as HTML."""

    name = "html"
    copysource = False

    # Addresses ----------------------------------------------------------------------------------------------------

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return super().get_target_uri(page_name(docname, self.unit.edition), typ)

    def get_output_path(self, page: str, /) -> Path:
        return super().get_output_path(page_name(page, self.unit.edition))

    # Pages --------------------------------------------------------------------------------------------------------

    def prepare_writing(self, docnames: Set[str]) -> None:
        super().prepare_writing(docnames)
        self.globalcontext["labels"] = self.config.cop.labels
        self._contents = Contents(self)

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        _, previous, following = self.relations.get(docname) or (None, None, None)
        neighbours = {
            name: {"link": self.get_relative_uri(docname, page), "title": self.title_of(page)}
            for name, page in (("prev", previous), ("next", following))
            if page in self.env.titles
        }
        return super().get_doc_context(docname, body, metatags) | neighbours

    def update_page_context(self, pagename: str, templatename: str, ctx: dict[str, Any], event_arg: Any) -> None:
        ctx["opening_title"] = self.title_of(self.config.root_doc)
        if self._contents.is_plain:
            ctx["toctree"] = lambda **how: self._contents.beside(pagename)
        title = self.env.titles.get(pagename)
        ctx.update(page_context(pagename, ctx, document=event_arg, title=title, config=self.config))

    # Search -------------------------------------------------------------------------------------------------------

    def load_indexer(self, docnames: Set[str]) -> None:
        """Begin an empty index: every document is written again."""
        assert self.indexer is not None
        self.indexer.prune(())

    def index_page(self, pagename: str, doctree: nodes.document, title: str) -> None:
        """Leave the document alone: what is indexed are the pages, when they are written."""

    def dump_search_index(self) -> None:
        """Write the index of what readers see on the pages."""
        assert self.indexer is not None
        found = {page_name(name, self.unit.edition): self.get_output_path(name) for name in self.env.all_docs}
        pages = {name: page_text(path) for name, path in sorted(found.items())}
        index = search_index(pages, Words(self.indexer.lang), self.unit.language.tag)
        path = Path(self.outdir, self.searchindex_filename)
        path.write_bytes(written_index(index).encode())

    # What is left out ---------------------------------------------------------------------------------------------

    def handle_finish(self) -> None:
        """Write the search index and the files beside the pages; Sphinx's inventory serves other projects."""
        self.even_line_ends()
        self.finish_tasks.add_task(self.dump_search_index)
        for address, content in state_of(self.env).files.items():
            path = Path(self.outdir, address)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)

    def copy_theme_static_files(self, context: dict[str, Any]) -> None:
        assert self.indexer is not None
        context["english_stemmer"] = english_stemmer(self.indexer.lang)
        super().copy_theme_static_files(context)
        if not self.unit.adaptation:
            Path(self._static_dir, ADAPTED).unlink()
        for name in SEARCH_SCRIPTS:
            source = package_dir / "themes" / "basic" / "static" / name
            copy_asset(source, self._static_dir, context=context, renderer=self.templates, force=True)

    def copy_stemmer_js(self) -> None:
        """Write nothing: the search page has the stemmer in ``language_data.js``."""
