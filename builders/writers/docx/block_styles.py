"""The styles of checklists, talks, play cards, quizzes and episodes."""

from __future__ import annotations

from builders.writers.docx.palette import AMBER, BRAND, INK, QUIET, RULE
from builders.writers.docx.typography import LIST_STEP, Border, Style

CHECK_QUESTION = Style(
    name="Check Question", next="CheckDetail", before=160, after=20, indent=LIST_STEP, keep_next=True, keep_lines=True
)
CHECK_DETAIL = Style(
    name="Check Detail", size=0.88, colour=QUIET, before=20, after=20, indent=LIST_STEP, keep_next=True, keep_lines=True
)
CHECK_END = Style(
    name="Check End",
    size=0.88,
    colour=QUIET,
    before=20,
    after=60,
    indent=LIST_STEP,
    keep_lines=True,
    borders=(Border(side="bottom", width=4, colour=RULE, space=5),),
)

TALK_LABEL = Style(name="Talk Label", size=0.9, bold=True, colour=AMBER.accent, before=20, after=0, keep_next=True)
TALK_OPENING = Style(name="Talk Opening", size=1.3, colour=INK, before=80, after=80, keep_next=True, keep_lines=True)

FACT_LABEL = Style(name="Fact Label", size=0.75, bold=True, colour=QUIET, before=20, after=0, keep_next=True)
FACT_VALUE = Style(name="Fact Value", size=0.9, before=0, after=20, keep_next=True)

CARD_BAND = Style(name="Card Band", before=0, after=80, centred=True, keep_next=True, holds_picture=True)
CARD_SUIT = Style(name="Card Suit", size=0.9, bold=True, colour=INK, before=0, after=60, centred=True, keep_next=True)
CARD_TITLE = Style(name="Card Title", size=1.15, bold=True, colour=INK, before=60, after=100, centred=True)
CARD_TEXT = Style(name="Card Text", size=0.95, before=40, after=60)
CARD_NOTE = Style(name="Card Note", size=0.8, colour=QUIET, before=40, after=100)
CARD_FOLD = Style(
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

QUIZ_NUMBER = Style(name="Quiz Number", based_on="BlockNumber", colour=BRAND)
QUIZ_QUESTION = Style(name="Quiz Question", size=1.08, bold=True, before=60, after=80, keep_next=True, keep_lines=True)
QUIZ_OPTION = Style(name="Quiz Option", before=40, after=40, indent=LIST_STEP, keep_next=True, keep_lines=True)
QUIZ_ANSWERS = Style(name="Quiz Answers", size=0.8, bold=True, colour=QUIET, before=140, after=20, keep_next=True)
QUIZ_FEEDBACK = Style(
    name="Quiz Feedback", size=0.8, colour=QUIET, before=20, after=20, indent=LIST_STEP, keep_next=True, keep_lines=True
)
QUIZ_END = Style(name="Quiz End", size=0.8, colour=QUIET, before=20, after=160, indent=LIST_STEP, keep_lines=True)

SCENE_NOTE = Style(name="Scene Note", size=0.9, colour=QUIET, before=60, after=60, keep_lines=True)
SCRIPT_LINE = Style(name="Script Line", before=60, after=60, indent=2 * LIST_STEP, hanging=LIST_STEP, keep_lines=True)
SPEAKER = Style(name="Speaker", is_character=True, bold=True, colour=BRAND)
DELIVERY = Style(name="Delivery", is_character=True, colour=QUIET)

BLOCK_STYLES = (
    *(CHECK_QUESTION, CHECK_DETAIL, CHECK_END),
    *(TALK_LABEL, TALK_OPENING, FACT_LABEL, FACT_VALUE),
    *(CARD_BAND, CARD_SUIT, CARD_TITLE, CARD_TEXT, CARD_NOTE, CARD_FOLD),
    *(QUIZ_NUMBER, QUIZ_QUESTION, QUIZ_OPTION, QUIZ_ANSWERS, QUIZ_FEEDBACK, QUIZ_END),
    *(SCENE_NOTE, SCRIPT_LINE, SPEAKER, DELIVERY),
)
