"""``recommendation``: a numbered piece of advice with an identity that survives editions and languages."""

from collections.abc import Iterator

from docutils import nodes

from builders.markup.fields import Choice, Codes, Instruments, Registered
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES, Adaptation, Disability, Strength

FIRST_STEP = "first-step"
"""The part that says how to begin."""
ROLES = ("who", "support", "consult")
"""Who leads, who supports and who is consulted: each stakeholder has one of these parts, or none."""


class Recommendation(TypedBlock):
    """The first paragraph of the body is the recommendation, the others say why; a part says how to begin."""


class RecommendationDirective(TypedBlockDirective):
    """A recommendation and its attributes."""

    node_class = Recommendation
    prefix = "rec"
    fields = {
        "strength": Choice(Strength),
        "who": Registered("stakeholders", extra=()),
        "support": Registered("stakeholders", required=False, extra=()),
        "consult": Registered("stakeholders", required=False, extra=()),
        "phase": Registered("phases", required=False, extra=(), most=1),
        "plans": Registered("plans", required=False, extra=()),
        "risks": Registered("risks", required=False),
        "services": Registered("services", required=False),
        "instruments": Instruments(),
        "ages": Codes(AGES),
        "disability": Choice(Disability),
        "adaptation": Choice(Adaptation),
        "variables": Registered("variables", required=False, extra=()),
    }
    parts = {FIRST_STEP: False}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        if block.children and not isinstance(block.children[0], nodes.paragraph):
            yield "it begins with a paragraph, which is the recommendation itself"
        if block.get("adaptation") == Adaptation.LOCALISE.value and not block.get("variables"):
            yield "a block that must be completed nationally names its :variables:"
        yield from _double_roles(block)


def _double_roles(block: TypedBlock) -> Iterator[str]:
    first: dict[str, str] = {}
    for role in ROLES:
        codes: list[str] = block.get(role, [])
        for code in codes:
            if code in first:
                yield f":{role}: names {code}, which :{first[code]}: names already; each has one part in it"
            first.setdefault(code, role)
