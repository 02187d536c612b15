"""The node families the DOCX writer renders, one module each."""

from __future__ import annotations

from builders.writers.docx.handlers import (
    activities,
    admonitions,
    attributes,
    blocks,
    cards,
    checklists,
    episodes,
    figures,
    guidance,
    inlines,
    links,
    lists,
    quizzes,
    recommendations,
    story,
    tables,
)
from builders.writers.docx.rendering import RunHandlers, merge

HANDLERS = merge(
    blocks.HANDLERS,
    inlines.HANDLERS,
    links.HANDLERS,
    lists.HANDLERS,
    lists.HANDLERS,
    tables.HANDLERS,
    figures.HANDLERS,
    links.HANDLERS,
    admonitions.HANDLERS,
    recommendations.HANDLERS,
    guidance.HANDLERS,
    story.HANDLERS,
    attributes.HANDLERS,
    guidance.HANDLERS,
    checklists.HANDLERS,
    guidance.HANDLERS,
    guidance.HANDLERS,
    activities.HANDLERS,
    cards.HANDLERS,
    quizzes.HANDLERS,
    episodes.HANDLERS,
)
"""Every node type that a Word file can show; all that authors may write is among them."""

RUNS: RunHandlers = cards.RUNS
"""Node types that are rendered together with those of their type beside them."""
