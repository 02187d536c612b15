"""Every node has a handler or a reason, and only one of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest
from docutils import nodes
from sphinx import addnodes

import builders.markup
from builders.markup.adapt import Adapt
from builders.markup.annex import Annex, AnnexEntry
from builders.markup.audience import Audience
from builders.markup.blocks.gethelp import Variable
from builders.markup.constructs import NODES
from builders.markup.generated import Glossary, Overview
from builders.markup.messages import Quoted
from builders.markup.references import BlockReference, Citation, EntityName, FactValue, InstrumentName
from builders.markup.typed_block import TypedBlock
from builders.problems import Problem
from builders.writers.docx.handlers import HANDLERS
from builders.writers.docx.rendering import merge, nothing

REPLACED = (nodes.pending, addnodes.pending_xref, Audience, BlockReference, InstrumentName, EntityName, FactValue)
REPLACED += (Glossary, Overview, Citation, Adapt, Quoted, Annex, AnnexEntry)
RENDERED_BY_PARENT = (nodes.tgroup, nodes.colspec, nodes.thead, nodes.tbody, nodes.row, nodes.entry, nodes.caption)
RENDERED_BY_PARENT += (nodes.label, Variable)


def node_types(module: ModuleType) -> Iterator[type[nodes.Node]]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, nodes.Node) and value.__module__ == module.__name__:
            yield value


def markup_modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(builders.markup.__path__, "builders.markup."):
        yield importlib.import_module(found.name)


def test_everything_that_authors_may_write_has_a_handler_or_is_rendered_by_what_holds_it():
    ours = {node for module in markup_modules() for node in node_types(module)}

    assert (NODES | ours) - HANDLERS.keys() == {*REPLACED, *RENDERED_BY_PARENT, TypedBlock}


def test_two_families_cannot_claim_one_node():
    with pytest.raises(ValueError, match="note"):
        merge({nodes.note: nothing}, {nodes.note: nothing})


def test_an_unsupported_node_is_named_with_its_place(render):
    with pytest.raises(Problem) as caught:
        render("Text.\n\n.. math:: 1\n")

    assert caught.value.code == "docx-node-unsupported"
    assert "index.rst:3" in str(caught.value)
    assert "no handler in builders/writers/docx/handlers renders it" in str(caught.value)
