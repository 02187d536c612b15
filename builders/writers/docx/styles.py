"""The styles of the Word editions: what a style consists of, and those that handlers name and the template defines."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from builders.writers.docx.palette import AMBER, BLUE, GREEN, GREY, PLUM, RED, TEAL, VIOLET, Tint


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """One line around a paragraph: *width* in eighths of a point, *space* in points."""

    side: str
    width: int
    colour: str
    space: int = 0
    kind: str = "single"
    """Word's name of the way the line is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style, or a character style; lengths in twentieths of a point."""

    id: str
    """What paragraphs and runs name the style by."""
    name: str
    """Word's own name where it has one: Word then translates it in its menus."""
    is_character: bool = False
    based_on: str = ""
    next: str = ""
    size: float = 0
    """In multiples of the size of the running text."""
    points: float = 0
    """The size in editions for every age, where it does not grow with the running text."""
    bold: bool = False
    colour: str = ""
    fill: str = ""
    underline: bool = False
    before: int | None = None
    after: int | None = None
    indent: int = 0
    right: int = 0
    hanging: int = 0
    """How far the first line stands out to where reading begins."""
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    centred: bool = False
    page_break: bool = False
    borders: tuple[Border, ...] = ()
    is_code: bool = False
    raised: bool = False
    is_tight: bool = False
    is_single: bool = False
    """Single spacing: cells are short, and lines closer than that would cut the top off a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxStyle:
    """How one kind of box looks: its *label* above its *text*, both of one tint."""

    tint: Tint
    label: Style
    text: Style
    title: Style
    """The label where the box is a cell, which has its own frame.

    It does not keep with the next paragraph: that would move the whole row, and leave a heading alone on its page.
    """


def _box(name: str, tint: Tint, *, size: float = 1) -> BoxStyle:
    """Return a box of two paragraph styles.

    The upper lines belong to the label and the lower ones to the text: so two boxes
    that follow each other never flow together. No line tells left from right, because
    Word and LibreOffice do not agree which side that is in Arabic.
    """
    sides = tuple(Border(side=side, width=4, colour=tint.ground, space=7) for side in ("left", "right"))
    top = Border(side="top", width=18, colour=tint.accent, space=5)
    bottom = Border(side="bottom", width=4, colour=tint.accent, space=6)
    title = Style(id=f"{name}Title", name=f"{name} Title", next="BodyText", bold=True, colour=tint.accent)
    framed = Style(id=f"{name}Text", name=f"{name} Text", fill=tint.ground, before=0, indent=142, right=142)
    label = replace(framed, id=f"{name}Label", name=f"{name} Label", next=framed.id, bold=True, colour=tint.accent)
    return BoxStyle(
        tint=tint,
        label=replace(label, before=240, after=0, keep_next=True, borders=(top, *sides)),
        text=replace(framed, size=size, after=140, keep_lines=True, borders=(bottom, *sides)),
        title=replace(title, before=40, after=60),
    )


NOTE_BOX, TIP_BOX, WARNING_BOX = _box("Note", BLUE), _box("Tip", GREEN), _box("Warning", AMBER)
DANGER_BOX, KEY_BOX, CALM_BOX = _box("Danger", RED), _box("KeyMessage", TEAL, size=1.08), _box("ContentNote", VIOLET)
HELP_BOX, STEPS_BOX, TALK_BOX = _box("GetHelp", GREEN), _box("Procedure", BLUE), _box("Together", AMBER)
ASIDE_BOX, CASE_BOX, ADULT_BOX = _box("Aside", GREY), _box("Case", PLUM), _box("TeacherNote", GREY, size=0.86)
BOXES = (
    *(NOTE_BOX, TIP_BOX, WARNING_BOX, DANGER_BOX, KEY_BOX, CALM_BOX, HELP_BOX, STEPS_BOX, TALK_BOX, ASIDE_BOX),
    *(CASE_BOX, ADULT_BOX),
)


def _read() -> Iterator[Style]:
    """Yield the styles of ``styles.toml`` in their order, those of the boxes at their place among them."""
    for identifier, entry in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items():
        if identifier == "boxes":
            yield from (style for box in BOXES for style in (box.label, box.text, box.title))
        else:
            borders = tuple(Border(**border) for border in entry.pop("borders", ()))
            yield Style(id=identifier, borders=borders, **entry)


STYLES: Mapping[str, Style] = MappingProxyType({style.id: style for style in _read()})
"""Every style of ours, by the id that Word knows it by."""


def _named(identifiers: str) -> Iterator[Style]:
    return (STYLES[identifier] for identifier in identifiers.split())


NORMAL, BODY, TITLE, SUBTITLE, IMPRINT, NOTICE = _named("Normal BodyText Title Subtitle Imprint Notice")
CONTENTS_HEADING, HEADER, FOOTER, LIST, QUOTE = _named("TOCHeading Header Footer ListParagraph Quote")
ATTRIBUTION, VERSE, TERM, DEFINITION, FIELD_NAME = _named("Attribution Verse Term Definition FieldName")
CODE_BLOCK, RUBRIC, TRANSITION, CAPTION = _named("HTMLPreformatted Rubric Transition Caption")
TABLE_CAPTION, LEGEND, FIGURE, CELL, CELL_HEADER = _named("TableCaption Legend Figure TableText TableHeading")
CELL_STUB, SEPARATOR, FOOTNOTE, BLOCK_NUMBER = _named("TableStub Separator FootnoteText BlockNumber")
STATEMENT, ATTRIBUTE, FIRST_ATTRIBUTE, LAST_ATTRIBUTE = _named("Recommendation Attribute FirstAttribute LastAttribute")
CLASS_LINE, PART_LABEL, PART_TEXT, STORY, PICTURE_LABEL = _named("ClassLine PartLabel PartText StoryText PictureLabel")
PICTURE_TEXT, LINK_TEXT, CODE, NOTE_MARK, LABEL = _named("PictureText Hyperlink HTMLCode FootnoteReference LabelText")
UNSET, STRONG_BADGE, MEDIUM_BADGE, LIGHT_BADGE = _named("Unset BadgeStrong BadgeMedium BadgeLight")
URGENT_BADGE, CLASS_BADGE, CHECK_QUESTION, CHECK_DETAIL = _named("BadgeUrgent BadgeClass CheckQuestion CheckDetail")
CHECK_END, TALK_LABEL, TALK_OPENING, FACT_LABEL = _named("CheckEnd TalkLabel TalkOpening FactLabel")
FACT_VALUE, CARD_BAND, CARD_SUIT, CARD_TITLE, CARD_TEXT = _named("FactValue CardBand CardSuit CardTitle CardText")
CARD_NOTE, CARD_FOLD, QUIZ_NUMBER, QUIZ_QUESTION = _named("CardNote CardFold QuizNumber QuizQuestion")
QUIZ_OPTION, QUIZ_ANSWERS, QUIZ_FEEDBACK, QUIZ_END = _named("QuizOption QuizAnswers QuizFeedback QuizEnd")
SCENE_NOTE, SCRIPT_LINE, SPEAKER, DELIVERY = _named("SceneNote ScriptLine Speaker Delivery")
HEADINGS = tuple(_named("Heading1 Heading2 Heading3 Heading4 Heading5 Heading6"))
CONTENTS = tuple(_named("TOC1 TOC2 TOC3"))
PART_TITLE, CONTENTS_PART = _named("PartTitle ContentsPart")
LIST_CONTINUE = tuple(_named("ListContinue ListContinue2 ListContinue3 ListContinue4 ListContinue5"))
LIST_STEP = LIST.indent
"""How far each level of a list is indented, in twentieths of a point."""
DATA_TABLE = "GuidelinesTable"
"""The table style of tables that hold data."""
