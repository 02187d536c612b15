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

    @cached_property
    def is_plain(self) -> bool:
        """Whether the opening page alone lists pages, each with one heading; others are left to Sphinx."""
        env = self._builder.env
        return {*env.toctree_includes} <= {self._builder.config.root_doc} and not any(
            tree["titlesonly"] or title or len(env.tocs.get(page, ())) != 1
            for tree in self._trees
            for title, page in tree["entries"]
        )

    def beside(self, page: str) -> str:
        """Return the contents beside *page*, as HTML."""
        return "".join(piece for heading, pages in self._parts for piece in self._part(heading, pages, page))

    @cached_property
    def _trees(self) -> list[addnodes.toctree]:
        return list(self._builder.env.master_doctree.findall(addnodes.toctree))

    @cached_property
    def _parts(self) -> list[tuple[str, list[str]]]:
        """The title of every part, as HTML, and its pages."""
        listing = (tree for tree in self._trees if tree["entries"])
        return [(self._heading(tree), [name for _, name in tree["entries"]]) for tree in listing]

    def _heading(self, tree: addnodes.toctree) -> str:
        words = tree.get("caption")
        title = addnodes.compact_paragraph("", "", nodes.title(words, "", nodes.Text(words)), toctree=True)
        return self._builder.render_partial(title)["fragment"] if words else ""

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
        """Return the links to the sections of *page*, as HTML; nothing where it has none."""
        own: Any = self._builder.env.tocs[page].children[0]
        links = [item[0].deepcopy() for below in own.children[1:] for item in below.children]
        for link in links:
            link[0]["refuri"] = link[0]["anchorname"]
            link["classes"].append("toctree-l2")
        items = [nodes.list_item("", link, classes=["toctree-l2"]) for link in links]
        return self._builder.render_partial(nodes.bullet_list("", *items))["fragment"] if items else ""
