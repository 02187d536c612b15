"""What authors may write: one module per directive or role, its node beside it."""

from __future__ import annotations

from collections.abc import Mapping

from docutils.parsers.rst import Directive

from builders.markup.activity import ActivityDirective
from builders.markup.audience import AudienceDirective
from builders.markup.blocks import TypedBlockDirective
from builders.markup.card import CardDirective
from builders.markup.case import CaseDirective
from builders.markup.character import CharacterDirective
from builders.markup.checklist import CheckItemDirective, ChecklistDirective
from builders.markup.contentnote import ContentNoteDirective
from builders.markup.episode import EpisodeDirective, LineDirective, SceneDirective
from builders.markup.generated import OverviewDirective, TermsDirective
from builders.markup.gethelp import GetHelpDirective
from builders.markup.keymessage import KeyMessageDirective
from builders.markup.procedure import ProcedureDirective
from builders.markup.quiz import QuizDirective
from builders.markup.recommendation import RecommendationDirective
from builders.markup.references import EntityRole, FactRole, InstrumentRole, SeeRole, VariableRole
from builders.markup.risk import RiskDirective
from builders.markup.stakeholder import StakeholderDirective
from builders.markup.storypage import StoryPageDirective
from builders.markup.talk import TalkDirective
from builders.markup.teachernote import TeacherNoteDirective
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
    "stakeholder": StakeholderDirective,
    "checkitem": CheckItemDirective,
    "checklist": ChecklistDirective,
    "case": CaseDirective,
    "talk": TalkDirective,
    "activity": ActivityDirective,
    "teachernote": TeacherNoteDirective,
    "card": CardDirective,
    "quiz": QuizDirective,
    "episode": EpisodeDirective,
    "scene": SceneDirective,
    "line": LineDirective,
}
"""The typed blocks, by the name of their directive."""

DIRECTIVES: Mapping[str, type[Directive]] = {
    **BLOCKS,
    "audience": AudienceDirective,
    "terms": TermsDirective,
    "overview": OverviewDirective,
}
"""Every directive that we add to Sphinx."""

ROLES = {
    "see": SeeRole,
    "instrument": InstrumentRole,
    "entity": EntityRole,
    "fact": FactRole,
    "variable": VariableRole,
}
"""Every role that we add to Sphinx."""
