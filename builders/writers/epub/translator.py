"""What only books have: types of EPUB, and descriptions that are open, for nothing can be clicked on every device."""

import re
from html import escape
from typing import Any

from docutils import nodes

from builders.markup.typed_block import BlockPart
from builders.writers.markup_html import GuidelinesTranslator

TYPES = {"doc-noteref": "noteref", "doc-footnote": "footnote", "doc-backlink": "backlink"}
"""EPUB's name for a role; reading systems show footnotes in place by it."""

_LANGUAGE = re.compile(r' lang="([^"]+)"')


def with_xml_language(markup: str) -> str:
    """Return *markup* with every language also named as XML wants it."""
    return _LANGUAGE.sub(r' lang="\1" xml:lang="\1"', markup)


class EpubTranslator(GuidelinesTranslator):
    """Writes a document as a fragment of a chapter."""

    def starttag(self, node: Any, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any) -> str:
        """Return a start tag with the type that goes with its role."""
        if kind := TYPES.get(attributes.get("role", "")):
            attributes["epub:type"] = kind
        return super().starttag(node, tagname, suffix, empty, **attributes)

    def depart_abbreviation(self, node: nodes.Element) -> None:
        super().depart_abbreviation(node)
        if node.get("explanation"):
            self.body.append(f" ({escape(node['explanation'], quote=False)})")

    def open_description(self, node: BlockPart) -> None:
        """Write the start of the long description of a picture."""
        self.body.append(self.starttag(node, "div", CLASS="description"))
        self.body.append(f'<p class="part-label">{self.label("long-description")}</p>\n')

    def close_description(self, node: BlockPart) -> None:
        """Write the end of the long description of a picture."""
        self.body.append("</div>\n")
