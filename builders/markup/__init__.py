"""What authors may write: one module per directive or role, its node beside it."""

from collections.abc import Mapping

from docutils.parsers.rst import Directive

from builders.markup.audience import AudienceDirective
from builders.markup.blocks.activity import ActivityDirective
from builders.markup.blocks.card import CardDirective
from builders.markup.blocks.case import CaseDirective
from builders.markup.blocks.character import CharacterDirective
from builders.markup.blocks.checklist import CheckItemDirective, ChecklistDirective
from builders.markup.blocks.contentnote import ContentNoteDirective
from builders.markup.blocks.episode import EpisodeDirective, LineDirective, SceneDirective
from builders.markup.blocks.gethelp import GetHelpDirective
from builders.markup.blocks.indicator import IndicatorDirective
from builders.markup.blocks.keymessage import KeyMessageDirective
from builders.markup.blocks.procedure import ProcedureDirective
from builders.markup.blocks.quiz import QuizDirective
from builders.markup.blocks.recommendation import RecommendationDirective
from builders.markup.blocks.risk import RiskDirective
from builders.markup.blocks.stakeholder import StakeholderDirective
from builders.markup.blocks.storypage import StoryPageDirective
from builders.markup.blocks.talk import TalkDirective
from builders.markup.blocks.teachernote import TeacherNoteDirective
from builders.markup.blocks.term import TermDirective
from builders.markup.generated import OverviewDirective, TermsDirective
from builders.markup.references import EntityRole, FactRole, InstrumentRole, SeeRole, SourceRole, VariableRole
from builders.markup.typed_block import TypedBlockDirective

BLOCKS: Mapping[str, type[TypedBlockDirective]] = {
    each.node_class.block_type: each
    for each in (
        *(RecommendationDirective, RiskDirective, TermDirective, KeyMessageDirective, ProcedureDirective),
        *(GetHelpDirective, ContentNoteDirective, StoryPageDirective, CharacterDirective, StakeholderDirective),
        *(CheckItemDirective, ChecklistDirective, CaseDirective, TalkDirective, ActivityDirective),
        *(TeacherNoteDirective, CardDirective, QuizDirective, EpisodeDirective, SceneDirective, LineDirective),
        IndicatorDirective,
    )
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
    "source": SourceRole,
    "variable": VariableRole,
}
"""Every role that we add to Sphinx."""
