"""Recommendations as records, for programs: what readers see and every attribute, in the language of the unit."""

from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from builders.editions.outline import part_text, plain_text
from builders.markup.blocks.recommendation import FIRST_STEP, ROLES, Recommendation
from builders.markup.national import ADAPTED, BASIS, REASON
from builders.markup.unit_state import state_of
from builders.model.addresses import page_in_language
from builders.model.editions import Unit
from builders.model.identifiers import printed
from builders.settings import Settings

CODES = (*ROLES, "risks", "services", "ages", "plans", "instruments", "variables")
"""Attributes that hold lists of codes."""

Record = dict[str, Any]


class CollectRecords(SphinxPostTransform):
    """Remembers the recommendations of a document as records, before references become links of a format."""

    default_priority = 2

    def run(self, **kwargs: Any) -> None:
        for node in self.document.findall(Recommendation):
            state_of(self.env).records[node["block_id"]] = self._record(node)

    def _record(self, node: Recommendation) -> Record:
        unit: Unit = self.config.cop.unit
        settings: Settings = self.config.cop.settings
        block = state_of(self.env).blocks[node["block_id"]]
        statement, *explanation = [child for child in node.children if isinstance(child, nodes.paragraph)]
        ledger = settings.ledger[node["block_id"]]
        page = page_in_language(block.docname, unit.edition)
        title = self.env.titles.get(block.docname)
        return {
            "id": node["block_id"],
            "number": printed(node["block_id"]),
            "edition": unit.edition.id,
            "chapter": {"document": block.docname, "title": title.astext() if title else "", "page": page},
            "text": plain_text(statement, self.env),
            "explanation": [plain_text(paragraph, self.env) for paragraph in explanation],
            "first_step": part_text(node, FIRST_STEP, self.env),
            "is_translated": "lang" not in statement,
            "strength": node["strength"],
            "adaptation": node["adaptation"],
            "disability": node["disability"],
            "phase": next(iter(node.get("phase", ())), ""),
            **{name: list(node.get(name, ())) for name in CODES},
            "since": ledger.since,
            "link": page_in_language(block.docname, unit.edition, node["block_id"]),
            **_change(node),
        }


def _change(node: Recommendation) -> Record:
    """Return what an adaptation has done with *node*; nothing where it has left it alone, or there is none."""
    if ADAPTED not in node:
        return {}
    said = {"did": node[ADAPTED].split(), "reasons": str(node.get(REASON, "")).split(), "basis": node.get(BASIS, "")}
    return {"change": said}


def records(env: BuildEnvironment) -> tuple[Record, ...]:
    """Return the recommendations of the unit in reading order; those of documents that have been written."""
    state = state_of(env)
    return tuple(state.records[identifier] for identifier in state.blocks if identifier in state.records)
