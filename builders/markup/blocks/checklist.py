"""``checkitem`` and ``checklist``: questions with attributes, and lists that are queries over them."""

from collections.abc import Iterator

from docutils import nodes

from builders.markup.fields import Choice, Codes, Identifiers, Registered, Text
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES, Strength, YesNo


def is_one_question(block: TypedBlock) -> bool:
    """Whether the body of *block* is one paragraph that ends with a question mark."""
    body = [child for child in block.children if not isinstance(child, (BlockTitle, BlockPart, nodes.comment))]
    return len(body) == 1 and isinstance(body[0], nodes.paragraph) and body[0].astext().rstrip().endswith("?")


class CheckItem(TypedBlock):
    """A question that is answered with yes or no, and what shows the answer.

    Where it is written it is only a definition: readers meet it in the checklists that find it.
    """


class CheckItemDirective(TypedBlockDirective):
    """A question of checklists; it is printed wherever a checklist finds it, and nowhere else."""

    node_class = CheckItem
    prefix = "chk"
    fields = {
        "topics": Registered("topics", extra=()),
        "strength": Choice(Strength),
        "who": Registered("stakeholders", extra=()),
        "services": Registered("services", required=False),
        "ages": Codes(AGES, required=False),
        "supports": Identifiers(("recommendation",)),
    }
    parts = {"evidence": True}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        if not is_one_question(block):
            yield "its body is one question that ends with a question mark"


class Checklist(TypedBlock):
    """A title, an introduction, and the questions that its query finds: ChecklistGroup nodes, filled in later."""


class ChecklistGroup(nodes.General, nodes.Element):
    """CheckItem nodes of one ``topic``, which is empty where the list is not grouped."""


class ChecklistDirective(TypedBlockDirective):
    """A checklist: a query over the questions of the edition, by topic, service and home."""

    node_class = Checklist
    prefix = "lst"
    has_text = False
    fields = {
        "title": Text(),
        "topics": Registered("topics", required=False, extra=(), halves=True),
        "services": Registered("services", required=False, extra=()),
        "home": Text(required=False, longest=3),
        "grouped": Choice(YesNo, required=False),
    }

    def validate(self, block: TypedBlock) -> Iterator[str]:
        if "topics" not in block and "services" not in block:
            yield "say what it asks about: :topics: or :services:"
        homes = [edition.home for edition in self._settings.editions]
        if block.get("home", homes[0]) not in homes:
            yield f":home: is one of: {', '.join(homes)}"
