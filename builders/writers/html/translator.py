"""What only HTML pages have: tables that scroll on a narrow screen, and a mark on the current page in the contents."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from builders.writers.markup_html import GuidelinesTranslator


class HtmlTranslator(GuidelinesTranslator):
    """Writes a document as a fragment of an HTML page."""

    def starttag(self, node: Any, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any) -> str:
        """Return a start tag; a link of the contents to the current page says so to assistive technology too."""
        if tagname == "a" and node.get("iscurrent") and not node.get("anchorname"):
            attributes["aria-current"] = "page"
        return super().starttag(node, tagname, suffix, empty, **attributes)

    def visit_table(self, node: nodes.table) -> None:
        self.body.append('<div class="table-scroll">\n')
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        super().depart_table(node)
        self.body.append("</div>\n")
