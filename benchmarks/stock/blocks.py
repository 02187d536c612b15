"""Our block types as plain admonitions, for stock Sphinx builds of the same text.

Audiences become ``only`` blocks, references and names of treaties become emphasis; what our tools make from data,
a benchmark has put into a file as paragraphs. Nothing of the project's own code takes part.
"""

from __future__ import annotations

import json
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.statemachine import StringList
from sphinx import addnodes

BLOCKS = (
    *("activity", "card", "case", "character", "checkitem", "checklist", "contentnote", "episode", "gethelp"),
    *("indicator", "keymessage", "line", "overview", "procedure", "quiz", "recommendation", "risk", "scene"),
    *("stakeholder", "storypage", "talk", "teachernote", "term", "terms"),
)
ROLES = ("see", "instrument", "entity", "fact", "source", "variable")
UNPRINTED = ("title", "image", "alt", "audience")


class AnyOption(dict):
    def __bool__(self):
        return True

    def __contains__(self, name):
        return True

    def __getitem__(self, name):
        return directives.unchanged


class Block(Directive):
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption()

    def run(self):
        block = nodes.admonition(ids=self.arguments[:1])
        title = self.options.get("title", (self.arguments or [self.name])[0])
        children, _ = self.state.inline_text(title, self.lineno)
        heading = nodes.title(title, "", *children)
        heading.source, heading.line = self.state_machine.get_source_and_line(self.lineno)
        block += heading
        if "image" in self.options:
            block += nodes.image(uri=self.options["image"], alt=self.options.get("alt", ""))
        for name, text in self.options.items():
            if name not in UNPRINTED:
                block += nodes.paragraph("", "", nodes.strong("", name))
                lines = StringList((text or "").splitlines(), source=str(heading.source))
                self.state.nested_parse(lines, self.lineno, block)
        self.state.nested_parse(self.content, self.content_offset, block)
        return [block]


class Audience(Directive):
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self):
        names = self.arguments[0].replace(",", " ").replace("-", "_").split()
        node = addnodes.only(expr=" or ".join(names))
        self.state.nested_parse(self.content, self.content_offset, node, match_titles=True)
        return [node]


def emphasis(name, rawtext, text, lineno, inliner, options=None, content=None):
    return [nodes.emphasis(rawtext, text)], []


def add_what_data_say(app, doctree):
    """Add what our tools print on the page from data, and no source holds."""
    if app.config.from_data:
        passages = json.loads(Path(app.config.from_data).read_text(encoding="utf-8"))
        place = next(iter(doctree.findall(nodes.section)), doctree)
        place += [nodes.paragraph("", text) for text in passages.get(app.env.docname, ())]


def setup(app):
    for name in BLOCKS:
        app.add_directive(name, Block)
    app.add_directive("audience", Audience)
    for role in ROLES:
        app.add_role(role, emphasis)
    app.add_config_value("from_data", "", "env")
    app.connect("doctree-read", add_what_data_say)
    return {"parallel_read_safe": True}
