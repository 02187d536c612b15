"""The node families the DOCX writer renders, one module each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docutils import nodes
from sphinx import addnodes

from builders.markup.audience import Audience
from builders.markup.blocks import TypedBlock
from builders.markup.generated import Glossary, Overview
from builders.markup.gethelp import Variable
from builders.markup.references import BlockReference, EntityName, FactValue, InstrumentName
from builders.writers.docx.handlers import (
    activities,
    admonitions,
    attributes,
    blocks,
    cards,
    cases,
    checklists,
    definitions,
    episodes,
    figures,
    guidance,
    inlines,
    links,
    lists,
    notes,
    quizzes,
    recommendations,
    stakeholders,
    story,
    tables,
    talks,
)
from builders.writers.docx.rendering import RunHandlers, merge

HANDLERS = merge(
    blocks.HANDLERS,
    inlines.HANDLERS,
    links.HANDLERS,
    lists.HANDLERS,
    definitions.HANDLERS,
    tables.HANDLERS,
    figures.HANDLERS,
    notes.HANDLERS,
    admonitions.HANDLERS,
    recommendations.HANDLERS,
    guidance.HANDLERS,
    story.HANDLERS,
    attributes.HANDLERS,
    stakeholders.HANDLERS,
    checklists.HANDLERS,
    cases.HANDLERS,
    talks.HANDLERS,
    activities.HANDLERS,
    cards.HANDLERS,
    quizzes.HANDLERS,
    episodes.HANDLERS,
)
"""Every node type that a Word file can show."""

RUNS: RunHandlers = cards.RUNS
"""Node types that are rendered together with those of their type beside them."""

_ABSTRACT = "it is a base class, never a node of a document"
_METADATA = "it is metadata of a source file, which Sphinx keeps out of the text"
_RESOLVED = "it is replaced before any writer sees the text"
_PARENT = "the node that holds it renders it"
_SOFTWARE = "it describes software, and the guidelines describe none"
_CLOSED = "the markup of the guidelines does not offer it"

UNSUPPORTED: Mapping[type[nodes.Node], str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *(nodes.Node, nodes.Element, nodes.TextElement, nodes.FixedTextElement, nodes.PureTextElement),
                *(addnodes.translatable, addnodes._desc_classes_injector, addnodes.desc_sig_element, TypedBlock),
            ),
            _ABSTRACT,
        ),
        **dict.fromkeys(
            (
                *(nodes.docinfo, nodes.author, nodes.authors, nodes.organization, nodes.address, nodes.contact),
                *(nodes.version, nodes.revision, nodes.status, nodes.date, nodes.copyright, nodes.decoration),
                *(nodes.header, nodes.footer, nodes.subtitle),
            ),
            _METADATA,
        ),
        **dict.fromkeys(
            (
                *(nodes.pending, nodes.substitution_reference, addnodes.pending_xref),
                *(addnodes.pending_xref_condition, addnodes.only, Audience, BlockReference, InstrumentName),
                *(EntityName, FactValue, Glossary, Overview),
            ),
            _RESOLVED,
        ),
        **dict.fromkeys(
            (
                *(nodes.tgroup, nodes.colspec, nodes.thead, nodes.tbody, nodes.row, nodes.entry, nodes.caption),
                *(nodes.label, Variable),
            ),
            _PARENT,
        ),
        **dict.fromkeys(
            (
                *(nodes.option_list, nodes.option_list_item, nodes.option_group, nodes.option, nodes.option_string),
                *(nodes.option_argument, nodes.description),
                *(addnodes.desc, addnodes.desc_addname, addnodes.desc_annotation, addnodes.desc_classname),
                *(addnodes.desc_content, addnodes.desc_inline, addnodes.desc_name, addnodes.desc_optional),
                *(addnodes.desc_parameter, addnodes.desc_parameterlist, addnodes.desc_returns),
                *(addnodes.desc_sig_keyword, addnodes.desc_sig_keyword_type, addnodes.desc_sig_literal_char),
                *(addnodes.desc_sig_literal_number, addnodes.desc_sig_literal_string, addnodes.desc_sig_name),
                *(addnodes.desc_sig_operator, addnodes.desc_sig_punctuation, addnodes.desc_sig_space),
                *(addnodes.desc_signature, addnodes.desc_signature_line, addnodes.desc_type),
                *(addnodes.desc_type_parameter, addnodes.desc_type_parameter_list),
                *(addnodes.production, addnodes.productionlist, addnodes.versionmodified),
            ),
            _SOFTWARE,
        ),
        **dict.fromkeys(
            (
                *(nodes.raw, nodes.math, nodes.math_block, nodes.citation, nodes.citation_reference),
                *(addnodes.centered, nodes.classifier),
            ),
            _CLOSED,
        ),
    }
)
"""Node types that have no handler of their own, and why."""
