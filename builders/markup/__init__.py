"""What authors may write: one module per directive or role, its node beside it."""

from __future__ import annotations

from collections.abc import Mapping

from docutils.parsers.rst import Directive

from builders.markup.audience import AudienceDirective
from builders.markup.blocks import TypedBlockDirective
from builders.markup.character import CharacterDirective
from builders.markup.contentnote import ContentNoteDirective
from builders.markup.gethelp import GetHelpDirective
from builders.markup.keymessage import KeyMessageDirective
from builders.markup.procedure import ProcedureDirective
from builders.markup.recommendation import RecommendationDirective
from builders.markup.references import InstrumentRole, SeeRole
from builders.markup.risk import RiskDirective
from builders.markup.storypage import StoryPageDirective
from builders.markup.term import TermDirective

BLOCKS: Mapping[str, type[TypedBlockDirective]] = {
    "recommendation": RecommendationDirective,
    "risk": RiskDirective,
    "term": TermDirective,
    "keymessage": KeyMessageDirective,
    "procedure": ProcedureDirective,
    "gethelp": GetHelpDirective,
    "contentnote": ContentNoteDirective,
    "storypage": StoryPageDirective,
    "character": CharacterDirective,
}
"""The typed blocks, by the name of their directive."""

DIRECTIVES: Mapping[str, type[Directive]] = {**BLOCKS, "audience": AudienceDirective}
"""Every directive that we add to Sphinx."""

ROLES = {"see": SeeRole, "instrument": InstrumentRole}
"""Every role that we add to Sphinx."""
