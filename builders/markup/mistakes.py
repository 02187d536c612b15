"""Mistakes: what was meant as markup and is none, so that readers see the marks, or miss the text."""

import re
from collections.abc import Iterator

from docutils import nodes

from builders.markup import BLOCKS, DIRECTIVES, ROLES, faults
from builders.markup.constructs import OPTIONS
from builders.markup.faults import line_of

_NAMES = "|".join((*DIRECTIVES, *(name for name, options in OPTIONS.items() if "trim" not in options)))
"""The directives that authors use; those of substitutions are no words of theirs."""
_COMMENT = re.compile(
    rf"(?P<name>{_NAMES})(?: ?:| [^\n:]*::)|(?P<block>{'|'.join(BLOCKS)}) +[a-z]+-|(?P<audience>audience) ",
    re.IGNORECASE,
)
_PRINTED = (
    (re.compile(rf":(?:{'|'.join(ROLES)}|doc|ref):"), "write the code between single backquotes right behind it"),
    (re.compile(rf"^\.{{0,3}} ?(?:{_NAMES})::", re.MULTILINE), "write two dots and a space before it"),
    (re.compile(r"\]\((?=/|#|\Z)"), "write a link as `words <address>`__"),
    # Below four characters, docutils takes the line below a longer heading for text, and says nothing.
    (re.compile(r"(?<=\n)([=~^#*+_-])\1{0,2}\Z"), "make the line below a heading as long as the heading"),
)
"""Marks that readers would see, and how they are written."""


def report_mistakes(document: nodes.document) -> None:
    """Report what of *document* was meant as markup, each with its line."""
    for node in document.findall():
        for message in _mistakes(node):
            line = line_of(node)
            if isinstance(node, nodes.comment):  # docutils knows the line behind it, and the empty one before that
                line = max(1, line - node.astext().count("\n") - 2)
            faults.report(message, f"{document['source']}:{line}", code="not-read")


def _mistakes(node: nodes.Node) -> Iterator[str]:
    match node:
        case nodes.comment() if found := _COMMENT.match(node.astext()):
            name = (found["name"] or found["block"] or found["audience"]).lower()
            yield f"“.. {node.astext().split()[0]}” is a comment, which nobody sees; write “.. {name}:: ”"
        case nodes.title_reference():
            yield f"“{node.astext()}” stands in single backquotes, which mean nothing; write *{node.astext()}*"
        case nodes.Text() if not isinstance(node.parent, (nodes.FixedTextElement, nodes.literal, nodes.comment)):
            for marks, advice in _PRINTED:
                if found := marks.search(node):
                    yield f"“{found[0]}” is printed as it stands; {advice}"
