"""``quiz``: a question with options, and a kind word on every one."""

from collections.abc import Iterator

from builders.markup.fields import Codes, Registered
from builders.markup.typed_block import BlockPart, TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES

OPTIONS = ("a", "b", "c", "d")


class Quiz(TypedBlock):
    """The body is the question; every option is a part: the option, then the feedback on it."""


class QuizDirective(TypedBlockDirective):
    """A question with two to four options; every option gets feedback, and none is called wrong."""

    node_class = Quiz
    prefix = "qiz"
    fields = {
        "ages": Codes(AGES),
        "correct": Codes(OPTIONS, allows_all=False),
        "risks": Registered("risks", required=False),
    }
    parts = {"a": True, "b": True, "c": False, "d": False}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        options = {part["part"]: part for part in block.children if isinstance(part, BlockPart)}
        for letter, part in options.items():
            if len(part.children) < 2:
                yield f":{letter}: is the option, an empty line, and the feedback on it"
        for letter in block.get("correct", ()):
            if letter not in options:
                yield f":correct: names {letter}, but there is no such option"
