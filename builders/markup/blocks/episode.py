"""``episode``, ``scene`` and ``line``: the script of a short video."""

from collections.abc import Iterator

from builders.markup.fields import Codes, Number, Registered, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES

NARRATOR = "narrator"
LONGEST_LINE = 14
"""Words of a spoken line in English (content design, section 5.2)."""


class Episode(TypedBlock):
    """What the episode tells, then its Scene nodes."""


class EpisodeDirective(TypedBlockDirective):
    """An episode; its scenes stand inside it."""

    node_class = Episode
    prefix = "epi"
    fields = {
        "title": Text(),
        "ages": Codes(AGES),
        "characters": Registered("characters", extra=()),
        "risks": Registered("risks", required=False),
    }

    def validate(self, block: TypedBlock) -> Iterator[str]:
        if not any(isinstance(child, Scene) for child in block.children):
            yield "its scenes are missing: write them inside it, indented"


class Scene(TypedBlock):
    """What happens, the Line nodes, and what those need who do not see or hear it."""


class SceneDirective(TypedBlockDirective):
    """A scene of an episode; its lines stand between the action and the parts."""

    node_class = Scene
    prefix = "scn"
    fields = {"title": Text(), "seconds": Number()}
    parts = {"setting": True, "description": True, "screen": False, "sign": True}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        if not any(isinstance(child, Line) for child in block.children):
            yield "nobody speaks in it: write its lines between the action and the parts"


class Line(TypedBlock):
    """What somebody says; the part ``delivery`` says how."""


class LineDirective(TypedBlockDirective):
    """A line of at most 14 words, and who speaks it."""

    node_class = Line
    prefix = "lin"
    fields = {"who": Registered("characters", extra=(NARRATOR,), most=1)}
    parts = {"delivery": False}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        words = len(block.children[0].astext().split()) if block.children else 0
        if words > LONGEST_LINE:
            yield f"the line has {words} words, {LONGEST_LINE} at most"
