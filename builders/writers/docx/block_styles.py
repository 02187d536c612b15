"""The styles of checklists, talks, play cards, quizzes and episodes."""

from __future__ import annotations

from builders.writers.docx.palette import AMBER, BRAND, INK, QUIET, RULE
from builders.writers.docx.typography import LIST_STEP, Border, Style

CHECK_QUESTION = Style(
    id="CheckQuestion",
    name="Check Question",
    next="CheckDetail",
    before=160,
    after=20,
    indent=LIST_STEP,
    keep_next=True,
    keep_lines=True,
)
CHECK_DETAIL = Style(
    id="CheckDetail",
    name="Check Detail",
    size=0.88,
    colour=QUIET,
    before=20,
    after=20,
    indent=LIST_STEP,
    keep_next=True,
    keep_lines=True,
)
CHECK_END = Style(
    id="CheckEnd",
    name="Check End",
    size=0.88,
    colour=QUIET,
    before=20,
    after=60,
    indent=LIST_STEP,
    keep_lines=True,
    borders=(Border(side="bottom", width=4, colour=RULE, space=5),),
)

TALK_LABEL = Style(
    id="TalkLabel", name="Talk Label", size=0.9, bold=True, colour=AMBER.accent, before=20, after=0, keep_next=True
)
TALK_OPENING = Style(
    id="TalkOpening", name="Talk Opening", size=1.3, colour=INK, before=80, after=80, keep_next=True, keep_lines=True
)

FACT_LABEL = Style(
    id="FactLabel", name="Fact Label", size=0.75, bold=True, colour=QUIET, before=20, after=0, keep_next=True
)
FACT_VALUE = Style(id="FactValue", name="Fact Value", size=0.9, before=0, after=20, keep_next=True)

CARD_BAND = Style(id="CardBand", name="Card Band", before=0, after=80, centred=True, keep_next=True, holds_picture=True)
CARD_SUIT = Style(
    id="CardSuit", name="Card Suit", size=0.9, bold=True, colour=INK, before=0, after=60, centred=True, keep_next=True
)
CARD_TITLE = Style(
    id="CardTitle", name="Card Title", size=1.15, bold=True, colour=INK, before=60, after=100, centred=True
)
CARD_TEXT = Style(id="CardText", name="Card Text", size=0.95, before=40, after=60)
CARD_NOTE = Style(id="CardNote", name="Card Note", size=0.8, colour=QUIET, before=40, after=100)
CARD_FOLD = Style(
    id="CardFold",
    name="Card Fold",
    next="CardText",
    size=0.85,
    bold=True,
    colour=BRAND,
    before=120,
    after=20,
    keep_next=True,
    borders=(Border(side="top", width=8, colour=QUIET, space=8, kind="dashed"),),
)

QUIZ_NUMBER = Style(id="QuizNumber", name="Quiz Number", based_on="BlockNumber", colour=BRAND)
QUIZ_QUESTION = Style(
    id="QuizQuestion", name="Quiz Question", size=1.08, bold=True, before=60, after=80, keep_next=True, keep_lines=True
)
QUIZ_OPTION = Style(
    id="QuizOption",
    name="Quiz Option",
    before=40,
    after=40,
    indent=LIST_STEP,
    keep_next=True,
    keep_lines=True,
)
QUIZ_ANSWERS = Style(
    id="QuizAnswers", name="Quiz Answers", size=0.8, bold=True, colour=QUIET, before=140, after=20, keep_next=True
)
QUIZ_FEEDBACK = Style(
    id="QuizFeedback",
    name="Quiz Feedback",
    size=0.8,
    colour=QUIET,
    before=20,
    after=20,
    indent=LIST_STEP,
    keep_next=True,
    keep_lines=True,
)
QUIZ_END = Style(
    id="QuizEnd", name="Quiz End", size=0.8, colour=QUIET, before=20, after=160, indent=LIST_STEP, keep_lines=True
)

SCENE_NOTE = Style(id="SceneNote", name="Scene Note", size=0.9, colour=QUIET, before=60, after=60, keep_lines=True)
SCRIPT_LINE = Style(
    id="ScriptLine",
    name="Script Line",
    before=60,
    after=60,
    indent=2 * LIST_STEP,
    hanging=LIST_STEP,
    keep_lines=True,
)
SPEAKER = Style(id="Speaker", name="Speaker", is_character=True, bold=True, colour=BRAND)
DELIVERY = Style(id="Delivery", name="Delivery", is_character=True, colour=QUIET)

BLOCK_STYLES = (
    *(CHECK_QUESTION, CHECK_DETAIL, CHECK_END),
    *(TALK_LABEL, TALK_OPENING, FACT_LABEL, FACT_VALUE),
    *(CARD_BAND, CARD_SUIT, CARD_TITLE, CARD_TEXT, CARD_NOTE, CARD_FOLD),
    *(QUIZ_NUMBER, QUIZ_QUESTION, QUIZ_OPTION, QUIZ_ANSWERS, QUIZ_FEEDBACK, QUIZ_END),
    *(SCENE_NOTE, SCRIPT_LINE, SPEAKER, DELIVERY),
)
