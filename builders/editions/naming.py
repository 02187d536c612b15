"""Names international instruments in the language of the text they stand in."""

from __future__ import annotations

from dataclasses import replace

from docutils import nodes
from sphinx.transforms import SphinxTransform

from builders.editions.instruments import instrument_text
from builders.markup.places import with_ancestors
from builders.markup.references import InstrumentName
from builders.model.labels import Labels
from builders.settings import Settings


class NameInstruments(SphinxTransform):
    """Replaces every InstrumentName by its text; official names are never translated by hand."""

    default_priority = 21

    def apply(self, **kwargs: object) -> None:
        unit = self.config.cop_unit
        if unit is None:
            return
        settings: Settings = self.config.cop_settings
        english = replace(unit, language=settings.language("en"))
        for node in list(self.document.findall(InstrumentName)):
            if _stands_in_english(node):
                text = instrument_text(node["code"], english, settings, Labels(settings.labels, settings.labels))
            else:
                text = instrument_text(node["code"], unit, settings, self.config.cop_labels)
            node.replace_self(nodes.inline("", text, classes=["instrument"]))


def _stands_in_english(node: nodes.Element) -> bool:
    return any(isinstance(each, nodes.Element) and each.get("lang") == "en" for each in with_ancestors(node))
