"""Roles: ``:see:`` refers to a block; the others name what translators never type."""

from collections.abc import Collection
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import ReferenceRole, SphinxRole

from builders.markup import faults
from builders.markup.fields import did_you_mean, split_words
from builders.model.instruments import Instrument, split_code


class BlockReference(nodes.Inline, nodes.TextElement):
    """A reference to the block ``target``; children are the author's own text, if any."""


class InstrumentName(nodes.Inline, nodes.Element):
    """The official name of the instrument ``code``, in the language of the unit."""


class EntityName(nodes.Inline, nodes.Element):
    """The official name of the organisation ``code``, in the language of the unit."""


class FactValue(nodes.Inline, nodes.Element):
    """The value of the dated fact ``code``, written as the language of the unit writes it."""


class VariableValue(nodes.Inline, nodes.Element):
    """The label and value of the variable ``code``, or a visible box where no value is set."""


class Citation(nodes.Inline, nodes.Element):
    """The mark of a footnote that says which source, ``code``, the sentence rests on."""


NOTE_MARKS = (nodes.footnote_reference, Citation)
"""What leads to a note, which stands where the passage was written."""


class SeeRole(ReferenceRole):
    """Refer to a block by its identifier."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        ledger = self.config.cop.settings.ledger
        entry = ledger.get(self.target)
        if entry is None or not entry.is_active:
            advice = f"{did_you_mean(self.target, ledger)}; identifiers stand in source/ids.csv"
            faults.report(f":see: there is no block “{self.target}”; {advice}", self.get_location(), code="see-unknown")
        text = [nodes.Text(self.title)] if self.has_explicit_title else []
        node = BlockReference(self.rawtext, "", *text, target=self.target)
        self.set_source_info(node)
        return [node], []


class RegistryRole(SphinxRole):
    """Names an entry of a registry by its code."""

    node_class: ClassVar[type[nodes.Element]]
    registry: ClassVar[str]
    """The field of the settings that holds the entries."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        known = getattr(self.config.cop.settings, self.registry)
        code = self.entry(self.text)
        if code not in known:
            self.report(f"“{' '.join(self.text.split())}” is unknown; {self._advice(code, known)}")
        elif fault := self.fault_behind(known[code]):
            self.report(fault)
        node = self.node_class(self.rawtext, code=self.text)
        self.set_source_info(node)
        return [node], []

    def _advice(self, code: str, known: Collection[str]) -> str:
        several = split_words(self.text)
        if len(several) > 1 and all(self.entry(each) in known for each in several):
            return "write the role once for each: " + " ".join(f":{self.name}:`{each}`" for each in several)
        return did_you_mean(code, known)

    def report(self, message: str) -> None:
        """Report *message* at the line of the role."""
        faults.report(f":{self.name}: {message}", self.get_location(), code="registry-unknown")

    def entry(self, text: str) -> str:
        """Return the code of the entry that *text* names."""
        return text

    def fault_behind(self, entry: Any) -> str:
        """Return what is wrong with the rest of the text behind the code of *entry*, in words for an author."""
        return ""


class InstrumentRole(RegistryRole):
    """Name an international instrument by its code."""

    node_class = InstrumentName
    registry = "instruments"

    def entry(self, text: str) -> str:
        return split_code(text)[0]

    def fault_behind(self, entry: Instrument) -> str:
        return entry.fault(self.text)


class EntityRole(RegistryRole):
    """Name an organisation by its code."""

    node_class = EntityName
    registry = "entities"


class FactRole(RegistryRole):
    """Print the value of a dated fact."""

    node_class = FactValue
    registry = "facts"


class VariableRole(RegistryRole):
    """Print what a national edition completes, as label and value; never inside a sentence."""

    node_class = VariableValue
    registry = "variables"


class SourceRole(RegistryRole):
    """Cite what the sentence rests on, in a footnote."""

    node_class = Citation
    registry = "sources"
