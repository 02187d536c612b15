"""Whether the parts of the source cover what they promise: risks, variables, first steps, checklists."""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import Block, SourceText
from builders.editions.queries import is_found
from builders.markup.blocks.recommendation import FIRST_STEP
from builders.markup.typed_block import BlockPart
from builders.model.vocabulary import Adaptation


@check("risk-without-recommendation")
def risk_without_recommendation(source: SourceText) -> Iterator[Remark]:
    """An edition for adults has no recommendation for a risk."""
    for edition in source.adult_editions:
        advice = [block for block in source.of_type("recommendation") if edition.id in block.editions]
        advised = {code for block in advice for code in block.codes("risks")}
        for code, label in source.settings.risks.items():
            if code not in advised:
                yield _remark(source, code, f"the edition {edition.id} recommends nothing against {code} ({label})")


@check("risk-off-the-map")
def risk_off_the_map(source: SourceText) -> Iterator[Remark]:
    """A risk of the registry stands on no map of risks."""
    mapped = {code for block in source.of_type("risk") for code in block.codes("code")}
    for code, label in source.settings.risks.items():
        if code not in mapped:
            yield _remark(source, code, f"no risk block has the code {code} ({label})")


def _remark(source: SourceText, code: str, message: str) -> Remark:
    """Return a remark on the risk *code*, at its place on the map, or in the registry where it has none."""
    for block in source.of_type("risk"):
        if code in block.codes("code"):
            return block.remark(message)
    return Remark(location=source.place("source/registries/risks.toml", rf'^\[risk\."{code}"\]'), message=message)


@check("localise-without-variable")
def localise_without_variable(source: SourceText) -> Iterator[Remark]:
    """A block must be completed nationally and names no variable."""
    for block in source.blocks.values():
        if block.node.get("adaptation") == Adaptation.LOCALISE.value and not block.codes("variables"):
            yield block.remark(f"{block.id} must be completed nationally but does not say with what")


@check("first-step-missing")
def first_step_missing(source: SourceText) -> Iterator[Remark]:
    """A recommendation to adults does not say how to begin."""
    adults = {edition.id for edition in source.adult_editions}
    for block in source.of_type("recommendation"):
        parts = [child["part"] for child in block.node.children if isinstance(child, BlockPart)]
        if adults & set(block.editions) and FIRST_STEP not in parts:
            yield block.remark(f"{block.id} does not say what is done first")


def items_of(source: SourceText, edition: str) -> list[Block]:
    """Return the questions that the *edition* carries."""
    return [block for block in source.of_type("checkitem") if edition in block.editions]


def finds(checklist: Block, items: list[Block]) -> bool:
    """Whether *checklist* finds any of *items*."""
    return any(is_found(item.node.attributes, checklist.node.attributes) for item in items)


@check("empty-checklist")
def empty_checklist(source: SourceText) -> Iterator[Remark]:
    """A checklist finds no question in an edition that carries it."""
    for block in source.of_type("checklist"):
        empty = [edition for edition in block.editions if not finds(block, items_of(source, edition))]
        if empty:
            yield block.remark(f"{block.id} finds no question in: {', '.join(empty)}")


@check("unlisted-checkitem")
def unlisted_checkitem(source: SourceText) -> Iterator[Remark]:
    """A question is found by no checklist of any edition."""
    for item in source.of_type("checkitem"):
        if source.settings.layers and not item.editions:
            continue  # a country may carry some editions only
        lists = [block for block in source.of_type("checklist") if set(block.editions) & set(item.editions)]
        if not any(finds(block, [item]) for block in lists):
            yield item.remark(f"no checklist prints {item.id}")
