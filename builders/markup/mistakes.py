"""Mistakes: what was meant as markup and is none, so that readers see the marks, or miss the text."""

import re
from collections.abc import Iterator

from docutils import nodes

from builders.markup import BLOCKS, DIRECTIVES, ROLES, faults
from builders.markup.constructs import OPTIONS
from builders.markup.faults import line_of
from builders.markup.messages import ATTRIBUTES, shown_marks
from builders.markup.typed_block import blocks_around

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


_ROLE = re.compile(rf":(?:{'|'.join(ROLES)}|doc|ref):\Z")
"""The name of a role at the end of a text."""
_FIELD = re.compile(r"(?<=\n):(?P<name>[a-z-]+):(?= |\Z)")
"""The beginning of a line that would be a field below an empty one."""


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
        case nodes.title_reference() if role := _role_before(node):
            yield f"“{role}`{node.astext()}`” is printed as it stands; write a space before it"
        case nodes.title_reference():
            yield f"“{node.astext()}” stands in single backquotes, which mean nothing; write *{node.astext()}*"
        case nodes.field_name() if _is_part(node.astext(), node):
            yield f"“:{node.astext()}:” is no part where it stands; parts are the last of their block"
        case nodes.Text() if not isinstance(node.parent, (nodes.FixedTextElement, nodes.literal, nodes.comment)):
            for marks, advice in _PRINTED:
                if (found := marks.search(node)) and not (found.end() == len(node) and _begins_role(node)):
                    yield f"“{found[0]}” is printed as it stands; {advice}"
            for found in _FIELD.finditer(node):
                if _is_part(found["name"], node):
                    yield f"“{found[0]}” is printed as it stands; write an empty line before it"
        case nodes.Element() if attribute := ATTRIBUTES.get(type(node)):
            if seen := shown_marks(node.get(attribute) or ""):
                yield f":{attribute}: “{seen}” is printed as it stands; it can hold no markup, write words"


def _begins_role(node: nodes.Text) -> bool:
    """Whether *node* ends with the name of a role, whose code stands in backquotes behind it."""
    behind = node.parent.children[node.parent.index(node) + 1 :][:1]
    return any(isinstance(each, nodes.title_reference) for each in behind)


def _role_before(node: nodes.title_reference) -> str:
    """Return the name of the role that *node* was meant for; nothing where there is none."""
    place = node.parent.index(node)
    before = node.parent[place - 1] if place else None
    found = _ROLE.search(before) if isinstance(before, nodes.Text) else None
    return found[0] if found else ""


def _is_part(name: str, node: nodes.Node) -> bool:
    """Whether the block around *node* has a part called *name*."""
    blocks = blocks_around(node)
    return bool(blocks) and name in BLOCKS[blocks[0].block_type].parts
