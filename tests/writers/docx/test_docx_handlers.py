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
from builders.problems import Problem
from builders.writers.docx.handlers import HANDLERS, UNSUPPORTED
from builders.writers.docx.rendering import merge, nothing


def node_types(module: ModuleType) -> Iterator[type[nodes.Node]]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, nodes.Node) and value.__module__ == module.__name__:
            yield value


def markup_modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(builders.markup.__path__):
        yield importlib.import_module(f"builders.markup.{found.name}")


def test_every_node_has_a_handler_or_a_reason():
    known = {node for module in (nodes, addnodes, *markup_modules()) for node in node_types(module)}

    assert known == HANDLERS.keys() | UNSUPPORTED.keys()


def test_no_node_has_both():
    assert not HANDLERS.keys() & UNSUPPORTED.keys()


def test_two_families_cannot_claim_one_node():
    with pytest.raises(ValueError, match="note"):
        merge({nodes.note: nothing}, {nodes.note: nothing})


def test_an_unsupported_node_is_named_with_its_place(render):
    with pytest.raises(Problem) as caught:
        render("Text.\n\n.. math:: 1\n")

    assert caught.value.code == "docx-node-unsupported"
    assert "index.rst:3" in str(caught.value)
    assert "markup of the guidelines does not offer it" in str(caught.value)
