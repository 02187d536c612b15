"""``recommendation``: a numbered piece of advice with an identity that survives editions and languages."""

from collections.abc import Iterator

from docutils import nodes

from builders.markup.fields import Choice, Codes, Instruments, Registered
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES, Adaptation, Disability, Strength


class Recommendation(TypedBlock):
    """The first paragraph of the body is the recommendation, the others say why and how to begin."""


class RecommendationDirective(TypedBlockDirective):
    """A recommendation and its attributes."""

    node_class = Recommendation
    prefix = "rec"
    fields = {
        "strength": Choice(Strength),
        "who": Registered("stakeholders", extra=()),
        "risks": Registered("risks", required=False),
        "services": Registered("services", required=False),
        "instruments": Instruments(),
        "ages": Codes(AGES),
        "disability": Choice(Disability),
        "adaptation": Choice(Adaptation),
        "variables": Registered("variables", required=False, extra=()),
    }

    def validate(self, block: TypedBlock) -> Iterator[str]:
        if block.children and not isinstance(block.children[0], nodes.paragraph):
            yield "it begins with a paragraph, which is the recommendation itself"
        if block.get("adaptation") == Adaptation.LOCALISE.value and not block.get("variables"):
            yield "a block that must be completed nationally names its :variables:"
