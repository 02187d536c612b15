"""``:see:`` refers to a block of this or another edition; ``:instrument:`` names a treaty."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import ReferenceRole, SphinxRole

from builders.markup import faults
from builders.markup.fields import did_you_mean
from builders.model.instruments import split_code


class BlockReference(nodes.Inline, nodes.TextElement):
    """A reference to the block ``target``; children are the author's own text, if any."""


class InstrumentName(nodes.Inline, nodes.Element):
    """The official name of the instrument ``code``, in the language of the unit."""


class SeeRole(ReferenceRole):
    """Refer to a block by its identifier."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        entry = self.config.cop_settings.ledger.get(self.target)
        if entry is None or not entry.is_active:
            advice = (
                did_you_mean(self.target, self.config.cop_settings.ledger) + "; identifiers stand in source/ids.csv"
            )
            faults.report(f":see: there is no block “{self.target}”; {advice}", self.get_location(), code="see-unknown")
        text = [nodes.Text(self.title)] if self.has_explicit_title else []
        node = BlockReference(self.rawtext, "", *text, target=self.target)
        self.set_source_info(node)
        return [node], []


class InstrumentRole(SphinxRole):
    """Name an international instrument by its code."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        known = self.config.cop_settings.instruments
        code = split_code(self.text)[0]
        if code not in known:
            message = f":instrument: “{self.text}” is unknown; {did_you_mean(code, known)}"
            faults.report(message, self.get_location(), code="instrument-unknown")
        node = InstrumentName(code=self.text)
        self.set_source_info(node)
        return [node], []
