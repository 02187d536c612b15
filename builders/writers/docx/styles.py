"""The styles of the Word editions: what handlers name, and what the template defines."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builders.writers.docx.block_styles import BLOCK_STYLES
from builders.writers.docx.boxes import BOXES
from builders.writers.docx.palette import AMBER, BRAND, GREY, INK, LINK, PAPER, QUIET, RED, RULE
from builders.writers.docx.typography import LIST_STEP, Border, Style

NORMAL = Style(name="Normal", colour=INK)
BODY = Style(name="Body Text", before=120, after=120)
TITLE = Style(name="Title", next="Subtitle", size=2.6, bold=True, colour=BRAND, before=2400, after=240, keep_next=True)
SUBTITLE = Style(name="Subtitle", next="BodyText", size=1.35, colour=QUIET, after=720)
IMPRINT = Style(name="Imprint", size=0.95, colour=QUIET, before=60, after=60)
NOTICE = Style(
    name="Notice", size=0.95, before=180, after=60, borders=(Border(side="top", width=4, colour=RULE, space=6),)
)
HEADINGS = tuple(
    (
        Style(
            name=f"heading {level}",
            own_id=f"Heading{level}",
            next="BodyText",
            size=size,
            bold=True,
            colour=colour,
            before=before,
            after=after,
            keep_next=True,
            keep_lines=True,
            outline=level - 1,
            page_break=level == 1,
            borders=(Border(side="bottom", width=8, colour=BRAND, space=4),) if level == 1 else (),
        )
        for level, size, colour, before, after in (
            (1, 1.85, BRAND, 0, 280),
            (2, 1.42, BRAND, 400, 140),
            (3, 1.18, INK, 320, 100),
            (4, 1.06, BRAND, 260, 80),
            (5, 1.0, INK, 220, 60),
            (6, 1.0, QUIET, 200, 60),
        )
    )
)
CONTENTS_HEADING = Style(
    name="TOC Heading",
    next="BodyText",
    size=1.42,
    bold=True,
    colour=BRAND,
    before=240,
    after=160,
    keep_next=True,
    page_break=True,
)
CONTENTS = tuple(
    (
        Style(
            name=f"toc {level}",
            own_id=f"TOC{level}",
            before=before,
            after=40,
            indent=LIST_STEP * (level - 1),
            bold=level == 1,
        )
        for level, before in ((1, 160), (2, 40), (3, 20))
    )
)
HEADER = Style(
    name="header",
    own_id="Header",
    size=0.82,
    colour=QUIET,
    after=0,
    borders=(Border(side="bottom", width=4, colour=RULE, space=4),),
)
FOOTER = Style(name="footer", own_id="Footer", size=0.82, colour=QUIET, after=0, centred=True)
LIST = Style(name="List Paragraph", before=60, after=60, indent=LIST_STEP)
LIST_CONTINUE = tuple(
    Style(name=f"List Continue{(f' {level}' if level > 1 else '')}", before=60, after=60, indent=LIST_STEP * level)
    for level in range(1, 6)
)
QUOTE = Style(name="Quote", colour=QUIET, before=120, after=120, indent=LIST_STEP, right=LIST_STEP)
ATTRIBUTION = Style(name="Attribution", based_on="Quote", size=0.95, indent=LIST_STEP)
VERSE = Style(name="Verse", before=120, after=120, indent=LIST_STEP)
TERM = Style(name="Term", bold=True, colour=BRAND, before=200, after=20, keep_next=True, keep_lines=True)
DEFINITION = Style(name="Definition", before=20, after=60, indent=LIST_STEP)
FIELD_NAME = Style(name="Field Name", bold=True, before=140, after=20, keep_next=True)
CODE_BLOCK = Style(
    name="HTML Preformatted", size=0.88, is_code=True, fill=GREY.ground, before=120, after=120, keep_lines=True
)
RUBRIC = Style(name="Rubric", bold=True, colour=BRAND, before=240, after=60, keep_next=True)
TRANSITION = Style(
    name="Transition", before=120, after=240, borders=(Border(side="bottom", width=4, colour=RULE, space=1),)
)
CAPTION = Style(
    name="caption", own_id="Caption", size=0.92, colour=QUIET, bold=True, before=200, after=80, keep_lines=True
)
TABLE_CAPTION = Style(name="Table Caption", based_on="Caption", keep_next=True)
LEGEND = Style(name="Legend", size=0.95, colour=QUIET, before=40, after=160)
FIGURE = Style(name="Figure", before=160, after=80, centred=True, keep_next=True, holds_picture=True)
CELL = Style(name="Table Text", size=0.95, before=50, after=50)
CELL_HEADER = Style(name="Table Heading", size=0.95, bold=True, colour=BRAND, before=50, after=50, keep_next=True)
CELL_STUB = Style(name="Table Stub", size=0.95, bold=True, colour=BRAND, before=50, after=50)
SEPARATOR = Style(name="Separator", size=0.55, before=0, after=0, is_tight=True)
FOOTNOTE = Style(name="footnote text", own_id="FootnoteText", size=0.85, before=20, after=40)

BLOCK_NUMBER = Style(
    name="Block Number",
    size=0.9,
    bold=True,
    colour=QUIET,
    before=360,
    after=40,
    keep_next=True,
    keep_lines=True,
    borders=(Border(side="top", width=6, colour=RULE, space=8),),
)
STATEMENT = Style(
    name="Recommendation",
    next="BodyText",
    size=1.12,
    bold=True,
    colour=INK,
    before=60,
    after=120,
    keep_next=True,
    keep_lines=True,
)
ATTRIBUTE = Style(name="Attribute", size=0.9, colour=QUIET, before=20, after=20, keep_next=True, keep_lines=True)
FIRST_ATTRIBUTE = Style(name="First Attribute", based_on="Attribute", before=140, after=20)
LAST_ATTRIBUTE = Style(name="Last Attribute", size=0.9, colour=QUIET, before=20, after=120, keep_lines=True)
CLASS_LINE = Style(name="Class Line", based_on="Attribute", before=20, after=60)
PART_LABEL = Style(name="Part Label", size=0.95, bold=True, colour=BRAND, before=140, after=0, keep_next=True)
PART_TEXT = Style(name="Part Text", before=20, after=100)
STORY = Style(name="Story Text", size=1.2, before=120, after=120, keep_lines=True)
PICTURE_LABEL = Style(name="Picture Label", size=0.8, bold=True, colour=QUIET, before=200, after=0, keep_next=True)
PICTURE_TEXT = Style(name="Picture Text", size=0.8, colour=QUIET, before=20, after=40)

LINK_TEXT = Style(name="Hyperlink", is_character=True, colour=LINK, underline=True)
CODE = Style(name="HTML Code", is_character=True, is_code=True, size=0.92)
NOTE_MARK = Style(name="footnote reference", own_id="FootnoteReference", is_character=True, raised=True)
LABEL = Style(name="Label Text", is_character=True, bold=True)
UNSET = Style(
    name="Unset",
    is_character=True,
    colour=AMBER.accent,
    fill=AMBER.ground,
    borders=(Border(side="all", width=4, colour=AMBER.accent),),
)
STRONG_BADGE = Style(name="Badge Strong", is_character=True, bold=True, colour=PAPER, fill=BRAND)
MEDIUM_BADGE = Style(name="Badge Medium", is_character=True, bold=True, colour=BRAND, fill="D6E6F0")
LIGHT_BADGE = Style(
    name="Badge Light", is_character=True, bold=True, colour=BRAND, borders=(Border(side="all", width=4, colour=BRAND),)
)
URGENT_BADGE = Style(name="Badge Urgent", is_character=True, bold=True, colour=PAPER, fill=RED.accent)
CLASS_BADGE = Style(name="Badge Class", is_character=True, bold=True, colour=GREY.accent, fill="E3E8EC")


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        style.id: style
        for style in (
            *(NORMAL, BODY, TITLE, SUBTITLE, IMPRINT, NOTICE, *HEADINGS, CONTENTS_HEADING, *CONTENTS, HEADER, FOOTER),
            *(LIST, *LIST_CONTINUE, QUOTE, ATTRIBUTION, VERSE, TERM, DEFINITION, FIELD_NAME, CODE_BLOCK, RUBRIC),
            *(TRANSITION, CAPTION, TABLE_CAPTION, LEGEND, FIGURE, CELL, CELL_HEADER, CELL_STUB, SEPARATOR, FOOTNOTE),
            *(BLOCK_NUMBER, STATEMENT, ATTRIBUTE, FIRST_ATTRIBUTE, LAST_ATTRIBUTE, CLASS_LINE, PART_LABEL, PART_TEXT),
            *(STORY, PICTURE_LABEL, PICTURE_TEXT),
            *BLOCK_STYLES,
            *(box_style for box in BOXES for box_style in (box.label, box.text, box.title)),
            *(LINK_TEXT, CODE, NOTE_MARK, LABEL, UNSET),
            *(STRONG_BADGE, MEDIUM_BADGE, LIGHT_BADGE, URGENT_BADGE, CLASS_BADGE),
        )
    }
)
"""Every style of ours, by the id that Word knows it by."""

DATA_TABLE = "GuidelinesTable"
"""The table style of tables that hold data."""
