"""Headings, links, tables, pictures and admonitions, where Sphinx's own HTML falls short, and references to blocks."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from collections.abc import Iterable
from html import escape
from typing import Any

from docutils import nodes
from sphinx import addnodes

from builders.editions.naming import ENGLISH, language_at
from builders.markup.references import VariableValue
from builders.markup.unit_state import state_of
from builders.model.identifiers import CODE, printed
from builders.writers.markup_html.attributes import Speech, variable_row
from builders.writers.markup_html.language import LanguageTranslator, is_fallback, name_html, own_language_html

DEEPEST_HEADING = 6

AS_IT_STANDS = (nodes.reference, nodes.literal, nodes.literal_block)
"""Whose text is written as it stands: addresses, and code."""

OVERVIEW = "overview"
"""Class of the tables that are made from data."""


def column_name(entry: nodes.entry) -> str:
    """Return what the head of the table says above *entry*; nothing where there is no head."""
    row = entry.parent
    heads = [child for child in row.parent.parent.children if isinstance(child, nodes.thead)]
    names = [head.children[-1].children[row.index(entry)].astext() for head in heads]
    return names[0] if names else ""


def number_html(identifier: str) -> str:
    """Return the printed form of *identifier*, which reads from left to right in every language."""
    return f'<bdi class="number" dir="ltr">{printed(identifier)}</bdi>'


def is_numbered(reference: nodes.Element) -> bool:
    """Whether *reference* leads to a block and says nothing but its number."""
    number = printed(reference.get("refuri", "").partition("#")[2])
    return "see" in reference["classes"] and reference.astext() == number


class StructureTranslator(LanguageTranslator):
    """Writes what every document has, links to blocks, and the values of variables."""

    @property
    def speech(self) -> Speech:
        """What attributes are put into words with."""
        return Speech(unit=self.unit, settings=self.guidelines, labels=self.labels, link=self.block_link)

    def block_heading(self, depth: int = 0) -> str:
        """Return the element for the heading of a block in the current section, *depth* levels below it (``h3``)."""
        level = self.section_level + int(self.initial_header_level) + depth
        return f"h{min(level, DEEPEST_HEADING)}"

    def write(self, children: Iterable[nodes.Node]) -> None:
        """Write *children* here."""
        for child in children:
            child.walkabout(self)

    def phrase(self, children: Iterable[nodes.Node]) -> str:
        """Return *children* as HTML, without writing them; paragraphs become parts of one."""
        start = len(self.body)
        for child in children:
            if isinstance(child, nodes.paragraph):
                self.body.append(self.starttag(child, "span", ""))
                self.write(child.children)
                self.body.append("</span> ")
            else:
                self.write([child])
        written = "".join(self.body[start:]).rstrip()
        del self.body[start:]
        return written

    def permalink(self, anchor: str, text: str, tag: str = "") -> str:
        """Return a link to *anchor*; assistive technology hears what it leads to, from *text* in the language *tag*."""
        if not self.builder.add_permalinks:
            return ""
        if tag not in ("", self.tag_of("link-to-this")) and anchor in state_of(self.builder.env).blocks:
            text, tag = printed(anchor), ""
        name, language = self.name_with("link-to-this", text, tag)
        mark = "" if language == self.unit.language.tag else f' lang="{language}"'
        return f'<a class="headerlink" href="#{anchor}" aria-label="{escape(name)}"{mark}>#</a>'

    def tag_of(self, key: str) -> str:
        """Return the language of the label called *key*."""
        return ENGLISH if is_fallback(key, self.labels, self.unit) else self.unit.language.tag

    def name_with(self, key: str, text: str, tag: str) -> tuple[str, str]:
        """Return the label called *key* and *text*, in the language *tag* or in any, as a name, and its language.

        An attribute is in one language: where theirs differ, the one in the reader's language stands alone.
        """
        label, language = self.labels[key], self.tag_of(key)
        if tag in ("", language):
            return self.labels.fill("label-value", label=label, value=text) if text else label, language
        return (text, tag) if tag == self.unit.language.tag else (label, language)

    def add_permalink_ref(self, node: Any, title: str) -> None:
        """Write nothing: Sphinx would put a link with an English title inside the heading."""

    def visit_title(self, node: nodes.title) -> None:
        parent = node.parent
        if isinstance(parent, addnodes.compact_paragraph) and parent.get("toctree"):
            # Sphinx writes role="heading" without the level that the role requires.
            is_english = node.astext() in state_of(self.builder.env).english_captions
            # The mark is inside: the title of a part begins where the entries below it do.
            language = ' lang="en" dir="ltr"' if is_english else ""
            self.body.append(self.starttag(node, "p", "", CLASS="caption"))
            self.body.append(f'<span class="caption-text"{language}>')
            self.context.append("</span></p>\n")
            return
        if isinstance(parent, nodes.section):
            self.body.append('<div class="heading">')
        super().visit_title(node)

    def depart_title(self, node: nodes.title) -> None:
        if not isinstance(node.parent, nodes.section):
            super().depart_title(node)
            return
        self.body.append(self.context.pop().rstrip())
        # The last id is the one that authors gave; the others follow the English words of the heading.
        self.body.append(self.permalink(node.parent["ids"][-1], node.astext(), language_at(node, self.unit)))
        self.body.append("</div>\n")

    def visit_entry(self, node: nodes.entry) -> None:
        super().visit_entry(node)
        rows = node.parent.parent
        scope = "col" if isinstance(rows, nodes.thead) else "row"
        self.body[-1] = self.body[-1].replace("<th", f'<th scope="{scope}"', 1)
        if OVERVIEW in rows.parent.parent["classes"]:
            # On a narrow screen, where cells stand below each other, style sheets print it before the cell.
            name = escape(column_name(node), quote=True)
            self.body[-1] = self.body[-1].replace("<td", f'<td data-label="{name}"', 1)

    def visit_image(self, node: nodes.image) -> None:
        # docutils puts the file name where the alternative text is missing, and no checker notices.
        node.setdefault("alt", "")
        super().visit_image(node)

    def visit_admonition(self, node: Any, name: str = "") -> None:
        self.body.append(self.starttag(node, "div", CLASS=f"admonition {name}".strip()))
        self.context.append("</div>\n")
        if name:
            self.body.append(f'<p class="admonition-title">{self.label(name)}</p>\n')

    def block_link(self, identifier: str) -> str:
        """Return a link to the block called *identifier*, or nothing where the edition does not carry it."""
        block = state_of(self.builder.env).blocks.get(identifier)
        if block is None:
            return ""
        here = self.builder.current_docname
        page = "" if block.docname == here else self.builder.get_relative_uri(here, block.docname).partition("#")[0]
        text = escape(block.text, quote=False)
        if block.text == printed(identifier):
            text = number_html(identifier)
        elif block.is_fallback:
            text = name_html(block.text, block.tag, self.unit)
        return f'<a class="see reference internal" href="{escape(page)}#{identifier}">{text}</a>'

    def visit_Text(self, node: nodes.Text) -> None:
        """Write the words of *node*; a code among them, such as REC-ABC-014, never breaks at a hyphen."""
        super().visit_Text(node)
        if not isinstance(node.parent, AS_IT_STANDS) and "number" not in node.parent.get("classes", ()):
            self.body[-1] = CODE.sub(r'<bdi class="number" dir="ltr">\g<0></bdi>', self.body[-1])

    def visit_reference(self, node: Any) -> None:
        super().visit_reference(node)
        if is_numbered(node):
            self.body.append('<bdi class="number" dir="ltr">')

    def depart_reference(self, node: Any) -> None:
        if is_numbered(node):
            self.body.append("</bdi>")
        super().depart_reference(node)

    def visit_VariableValue(self, node: VariableValue) -> None:
        row = variable_row(node["code"], self.speech)
        text = row.value if node.get("is_bare") else self.labels.fill("label-value", label=row.label, value=row.value)
        if language_at(node, self.unit) != self.unit.language.tag:
            text = own_language_html(text, self.unit)
        self.body.append(text)
        raise nodes.SkipNode
