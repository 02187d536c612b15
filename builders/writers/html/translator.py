"""What only HTML pages have: tables that scroll on a narrow screen, and a mark on the current page in the contents."""

from html import escape
from typing import Any

from docutils import nodes

from builders.editions.naming import language_at
from builders.markup.faults import with_ancestors
from builders.writers.markup_html import GuidelinesTranslator


def table_title(table: nodes.table) -> nodes.title | None:
    """Return the title of *table*, or the heading that it stands below."""
    for place in with_ancestors(table):
        if isinstance(place, (nodes.table, nodes.section)):
            for title in place.children:
                if isinstance(title, nodes.title):
                    return title
    return None


class HtmlTranslator(GuidelinesTranslator):
    """Writes a document as a fragment of an HTML page."""

    def starttag(self, node: Any, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any) -> str:
        """Return a start tag; a link of the contents to the current page says so to assistive technology too."""
        if tagname == "a" and node.get("iscurrent") and not node.get("anchorname"):
            attributes["aria-current"] = "page"
        return super().starttag(node, tagname, suffix, empty, **attributes)

    def visit_table(self, node: nodes.table) -> None:
        # Only what has the focus can be scrolled with the keyboard.
        title = table_title(node)
        text, tag = (title.astext(), language_at(title, self.unit)) if title else ("", "")
        name, _ = self.name_with("table", text, tag)
        self.body.append(f'<div class="table-scroll" role="group" tabindex="0" aria-label="{escape(name)}">\n')
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        super().depart_table(node)
        self.body.append("</div>\n")
