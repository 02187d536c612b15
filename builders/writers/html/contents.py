"""The contents beside every page: what the opening page lists, and the sections of the page itself."""

from collections.abc import Iterator
from functools import cached_property
from html import escape
from typing import Any

from docutils import nodes
from sphinx import addnodes

from builders.writers.markup_html.builder import UnitBuilder


class Contents:
    """The contents of an edition, byte by byte as Sphinx makes them, which copies the tree of them for every page."""

    def __init__(self, builder: UnitBuilder) -> None:
        self._builder = builder
        self._trees = [each for each in builder.env.master_doctree.findall(addnodes.toctree) if each["entries"]]

    @cached_property
    def is_plain(self) -> bool:
        """Whether the opening page alone lists pages, each with one heading; others are left to Sphinx."""
        env = self._builder.env
        entries = [entry for tree in self._trees for entry in tree["entries"]]
        has_one_heading = all(not title and len(env.tocs.get(page, ())) == 1 for title, page in entries)
        is_only_list = {*env.toctree_includes} <= {self._builder.config.root_doc}
        return has_one_heading and is_only_list and not any(tree["titlesonly"] for tree in self._trees)

    def beside(self, page: str) -> str:
        """Return the contents beside *page*, as HTML."""
        return "".join(piece for heading, pages in self._parts for piece in self._part(heading, pages, page))

    @cached_property
    def _parts(self) -> list[tuple[str, list[str]]]:
        return [(self._heading(tree.get("caption")), [page for _, page in tree["entries"]]) for tree in self._trees]

    def _heading(self, words: str | None) -> str:
        if not words:
            return ""
        title = addnodes.compact_paragraph("", "", nodes.title(words, "", nodes.Text(words)), toctree=True)
        return self._builder.render_partial(title)["fragment"]

    def _part(self, heading: str, pages: list[str], page: str) -> Iterator[str]:
        yield heading + ('<ul class="current">\n' if page in pages else "<ul>\n")
        for name in pages:
            title, address = self._builder.title_of(name), escape(self._builder.get_relative_uri(page, name))
            if name == page:
                link = f'<a aria-current="page" class="current reference internal" href="#">{title}</a>'
                yield f'<li class="toctree-l1 current">{link}{self._sections(page)}</li>\n'
            else:
                yield f'<li class="toctree-l1"><a class="reference internal" href="{address}">{title}</a></li>\n'
        yield "</ul>\n"

    def _sections(self, page: str) -> str:
        own: Any = self._builder.env.tocs[page].children[0]
        items: list[Any] = [
            nodes.list_item("", item[0].deepcopy()) for below in own.children[1:] for item in below.children
        ]
        for item in items:
            item[0][0]["refuri"] = item[0][0]["anchorname"]
            item["classes"] = item[0]["classes"] = ["toctree-l2"]
        return self._builder.render_partial(nodes.bullet_list("", *items))["fragment"] if items else ""
