"""National text as HTML: notes, why something is not adopted, and words that are struck."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from docutils import nodes

from builders.editions.national_marks import WITHDRAWN, label_of
from builders.markup.national import LAYER, National, NationalNote
from builders.writers.markup_html.structure import StructureTranslator


class NationalTranslator(StructureTranslator):
    """Writes what a country or region says beside a block."""

    def visit_NationalNote(self, node: NationalNote) -> None:
        self.open_national(node, "note", label_of(node[LAYER], self.guidelines))

    def visit_National(self, node: National) -> None:
        self.open_national(node, node["role"], f"adapted/{node['role']}")

    def open_national(self, node: nodes.Element, role: str, key: str) -> None:
        """Write the start of national text beside that of a block, which the label called *key* names."""
        self.body.append(self.starttag(node, "div", CLASS=f"national national-{role}", role="note"))
        self.body.append(f'<p class="note-label"><span class="national-mark">{self.label(key)}</span></p>\n')

    def depart_NationalNote(self, node: NationalNote) -> None:
        self.body.append("</div>\n")

    def depart_National(self, node: National) -> None:
        self.body.append("</div>\n")

    def visit_inline(self, node: nodes.inline) -> None:
        if WITHDRAWN not in node["classes"]:
            super().visit_inline(node)
            return
        self.body.append(self.starttag(node, "s", ""))

    def depart_inline(self, node: nodes.inline) -> None:
        if WITHDRAWN not in node["classes"]:
            super().depart_inline(node)
            return
        self.body.append("</s>")
