"""Sphinx's HTML builder without what neither pages nor books need."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader

from builders.model.editions import Unit
from builders.writers.markup_html.language import chosen_unit
from builders.writers.markup_html.templates import CompiledTemplates

TEXTS = (".html", ".xhtml", ".js", ".css")
"""Suffixes of the files that Sphinx writes as text."""


class UnitBuilder(StandaloneHTMLBuilder):
    """Writes one edition in one language, always as a whole: it is small, and its pages name each other."""

    @property
    def unit(self) -> Unit:
        """The edition and language that is being written."""
        return chosen_unit(self.config)

    def init(self) -> None:
        chosen_unit(self.config)
        super().init()
        self._titles: dict[str, str] = {}
        assert isinstance(self.templates, BuiltinTemplateLoader)
        self.templates.environment.bytecode_cache = CompiledTemplates()

    def title_of(self, docname: str) -> str:
        """Return the title of a page as markup; it is the same on every page, and stands on all of them."""
        if docname not in self._titles:
            self._titles[docname] = self.render_partial(self.env.titles[docname])["title"]
        return self._titles[docname]

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """Return what our templates are told of a page; Sphinx would render its contents and titles for others."""
        return {"body": body}

    def even_line_ends(self) -> None:
        """Let text that Sphinx has written end its lines as on every other system."""
        paths = [path for path in Path(self.outdir).rglob("*") if path.suffix in TEXTS and os.linesep != "\n"]
        for path in paths:
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))

    def get_outdated_docs(self) -> Iterator[str]:
        """Return every document."""
        yield from self.env.found_docs

    def copy_theme_static_files(self, context: dict[str, Any]) -> None:
        """Copy the files of the theme; those that are templates are told how the editions look."""
        super().copy_theme_static_files({**context, "settings": self.config.cop.settings})

    def init_css_files(self) -> None:
        """Leave the style sheets to the theme."""

    def init_js_files(self) -> None:
        """Leave the scripts of pages to the theme; only the search page needs Sphinx's. Books have none."""

    def create_pygments_style_file(self) -> None:
        """Write nothing: the guidelines contain no program code."""

    def copy_translation_js(self) -> None:
        """Write nothing: the theme has the words of the search page from our labels."""

    def write_buildinfo(self) -> None:
        """Write nothing: it only serves incremental builds."""
