"""Our block types as plain admonitions, for stock Sphinx builds of the same text.

Audiences become ``only`` blocks, references and names of treaties become emphasis;
nothing of the project's own code takes part.
"""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx import addnodes

BLOCKS = [
    "recommendation",
    "risk",
    "term",
    "keymessage",
    "procedure",
    "gethelp",
    "contentnote",
    "storypage",
    "character",
]


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
        block = nodes.admonition(ids=[self.arguments[0]])
        title = self.options.get("title", self.arguments[0])
        children, _ = self.state.inline_text(title, self.lineno)
        heading = nodes.title(title, "", *children)
        heading.source, heading.line = self.state_machine.get_source_and_line(self.lineno)
        block += heading
        if "image" in self.options:
            block += nodes.image(uri=self.options["image"], alt=self.options.get("alt", ""))
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


def setup(app):
    for name in BLOCKS:
        app.add_directive(name, Block)
    app.add_directive("audience", Audience)
    for role in ("see", "instrument"):
        app.add_role(role, emphasis)
    return {"parallel_read_safe": True}
