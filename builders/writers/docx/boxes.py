"""The styles of boxes: notes, warnings, key messages, help."""

from __future__ import annotations

from builders.writers.docx.palette import AMBER, BLUE, GREEN, GREY, PLUM, RED, TEAL, VIOLET, Tint
from builders.writers.docx.typography import Border, BoxStyle, Style


def _box(name: str, tint: Tint, *, size: float = 1) -> BoxStyle:
    """Return a box of two paragraph styles.

    The upper lines belong to the label and the lower ones to the text: so two boxes
    that follow each other never flow together. No line tells left from right, because
    Word and LibreOffice do not agree which side that is in Arabic.
    """
    sides = tuple(Border(side=side, width=4, colour=tint.ground, space=7) for side in ("left", "right"))
    return BoxStyle(
        tint=tint,
        label=Style(
            name=f"{name} Label",
            next=f"{name}Text",
            bold=True,
            colour=tint.accent,
            fill=tint.ground,
            before=240,
            after=0,
            indent=142,
            right=142,
            keep_next=True,
            borders=(Border(side="top", width=18, colour=tint.accent, space=5), *sides),
        ),
        text=Style(
            name=f"{name} Text",
            size=size,
            fill=tint.ground,
            before=0,
            after=140,
            indent=142,
            right=142,
            keep_lines=True,
            borders=(Border(side="bottom", width=4, colour=tint.accent, space=6), *sides),
        ),
        title=Style(
            name=f"{name} Title",
            next="BodyText",
            bold=True,
            colour=tint.accent,
            before=40,
            after=60,
            keep_next=True,
        ),
    )


NOTE_BOX = _box("Note", BLUE)
TIP_BOX = _box("Tip", GREEN)
WARNING_BOX = _box("Warning", AMBER)
DANGER_BOX = _box("Danger", RED)
KEY_BOX = _box("KeyMessage", TEAL, size=1.08)
CALM_BOX = _box("ContentNote", VIOLET)
HELP_BOX = _box("GetHelp", GREEN)
STEPS_BOX = _box("Procedure", BLUE)
TALK_BOX = _box("Together", AMBER)
ASIDE_BOX = _box("Aside", GREY)
CASE_BOX = _box("Case", PLUM)
ADULT_BOX = _box("TeacherNote", GREY, size=0.86)
BOXES = (
    *(NOTE_BOX, TIP_BOX, WARNING_BOX, DANGER_BOX, KEY_BOX, CALM_BOX, HELP_BOX, STEPS_BOX, TALK_BOX, ASIDE_BOX),
    *(CASE_BOX, ADULT_BOX),
)
