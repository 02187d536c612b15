"""The node families the DOCX writer renders, one module each."""

from builders.writers.docx.handlers import (
    activities,
    admonitions,
    attributes,
    blocks,
    cards,
    figures,
    guidance,
    inlines,
    lists,
    questions,
    recommendations,
    story,
    tables,
)
from builders.writers.docx.rendering import RunHandlers, merge

FAMILIES = (
    *(blocks, inlines, lists, tables, figures, admonitions, recommendations, guidance, story, attributes, questions),
    *(activities, cards),
)

HANDLERS = merge(*(family.HANDLERS for family in FAMILIES))
"""Every node type that a Word file can show; all that authors may write is among them."""

RUNS: RunHandlers = cards.RUNS
"""Node types that are rendered together with those of their type beside them."""
