"""What readers see of a passage as plain words: names for references, no marks, no numbers of footnotes."""

from __future__ import annotations

from docutils import nodes
from sphinx.environment import BuildEnvironment

from builders.markup.references import BlockReference, VariableValue
from builders.markup.unit_state import state_of
from builders.model.identifiers import printed


def plain_text(passage: nodes.Element, env: BuildEnvironment) -> str:
    """Return the words of *passage*, on one line."""
    words: list[str] = []
    for child in passage.children:
        if isinstance(child, nodes.footnote_reference) and words:
            words[-1] = words[-1].rstrip()  # the number goes, and the space before it
        words.append(_words(child, env))
    return " ".join("".join(words).split())


def _words(node: nodes.Node, env: BuildEnvironment) -> str:
    match node:
        case nodes.footnote_reference():
            return ""
        case BlockReference() if not node.children:
            block = state_of(env).blocks.get(node["target"])
            return block.text if block else printed(node["target"])
        case VariableValue():
            return str(env.config.cop.labels[f"variable/{node['code']}"])
        case nodes.Element() if node.children:
            return "".join(_words(child, env) for child in node.children)
        case _:
            return node.astext()
