"""Checklists: each is a query over the questions that the edition carries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from builders.markup.blocks.checklist import CheckItem, Checklist, ChecklistGroup
from builders.markup.unit_state import state_of
from builders.model.vocabulary import YesNo


def is_found(item: Mapping[str, Any], query: Mapping[str, Any]) -> bool:
    """Whether the *query* of a checklist finds *item*; both are the attributes of their nodes."""
    return (
        _meets(item.get("topics", ()), query.get("topics", ()), halves=True)
        and _meets(item.get("services", ()), query.get("services", ()))
        and query.get("home", home := _home(item)) == home
    )


def _home(item: Mapping[str, Any]) -> str:
    return str(item["block_id"]).split("-")[1]


def _meets(has: Iterable[str], wanted: Iterable[str], *, halves: bool = False) -> bool:
    known = set(has)
    if halves:
        known |= {code.partition(".")[0] for code in known}
    asked = set(wanted)
    return not asked or bool(known & asked) or "all" in known


def grouped(items: Iterable[CheckItem], query: Mapping[str, Any], topics: Iterable[str]) -> Iterator[ChecklistGroup]:
    """Yield copies of *items* as the groups of a checklist, in the order of *topics* where it is grouped."""
    found = [item for item in items if is_found(item.attributes, query)]
    if query.get("grouped") != YesNo.YES.value:
        yield _group("", found)
        return
    wanted = {"topics": query.get("topics", ())}
    for topic in topics:
        of_topic = [item for item in found if topic in item["topics"]]
        if of_topic and _meets([topic], wanted["topics"], halves=True):
            yield _group(topic, of_topic)


def _group(topic: str, items: list[CheckItem]) -> ChecklistGroup:
    copies = [item.deepcopy() for item in items]
    for copy in copies:
        copy["ids"] = []
    return ChecklistGroup("", *copies, topic=topic)


def place_items(app: Sphinx, env: BuildEnvironment) -> None:
    """Decide which checklist carries the anchor of each question: the first in reading order that finds it."""
    anchors: dict[str, str] = {}
    blocks = state_of(env).blocks
    for query in [block for block in blocks.values() if block.type == Checklist.block_type]:
        for item in _items(env):
            if item["block_id"] not in anchors and is_found(item.attributes, query.attributes):
                anchors[item["block_id"]] = query.attributes["block_id"]
                blocks[item["block_id"]] = replace(blocks[item["block_id"]], docname=query.docname)
    for item in _items(env):
        if item["block_id"] not in anchors:
            del blocks[item["block_id"]]
            state_of(env).unlisted.add(item["block_id"])
    state_of(env).item_anchors = anchors


def _items(env: BuildEnvironment) -> list[CheckItem]:
    return [block.node for block in state_of(env).blocks.values() if isinstance(block.node, CheckItem)]


class FillChecklists(SphinxPostTransform):
    """Puts into every checklist what its query finds, and takes the definitions out of the text."""

    default_priority = 3

    def run(self, **kwargs: Any) -> None:
        anchors = state_of(self.env).item_anchors
        for item in list(self.document.findall(CheckItem)):
            item.parent.remove(item)
        for checklist in self.document.findall(Checklist):
            checklist += grouped(_items(self.env), checklist.attributes, self.config.cop.settings.topics)
            anchored: set[str] = set()
            for item in checklist.findall(CheckItem):
                name = item["block_id"]
                if anchors.get(name) == checklist["block_id"] and name not in anchored:
                    item["ids"] = [name]
                    anchored.add(name)
