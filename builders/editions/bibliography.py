"""The list of what an edition rests on: every source that it cites, by author and year, with the address."""

from collections.abc import Iterable, Iterator
from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from builders.editions.citations import reference_to
from builders.editions.collation import sort_key
from builders.editions.naming import ENGLISH, marked, written
from builders.markup.blocks.case import Case
from builders.markup.generated import Overview
from builders.markup.unit_state import state_of
from builders.model.editions import Unit
from builders.model.languages import Language
from builders.model.registries import Source
from builders.model.vocabulary import OverviewKind

BIBLIOGRAPHY = "bibliography"
"""Class of the list."""


def cited(env: BuildEnvironment) -> set[str]:
    """Return the codes of what the unit in *env*, everything of which has been read, cites: in its text or for a case.

    A question that none of its checklists prints cites nothing.
    """
    state = state_of(env)
    by_text = {code for page in state.citations.values() for code, item in page if item not in state.unlisted}
    cases = (block for block in state.blocks.values() if block.type == Case.block_type)
    return by_text | {code for case in cases for code in case.attributes.get("sources", ())}


def in_order(sources: Iterable[Source], language: Language) -> list[Source]:
    """Return *sources* by author as *language* sorts words, then by year and title; the code decides the rest."""

    def key(source: Source) -> tuple[Any, ...]:
        return sort_key(source.author, language), source.year, sort_key(source.title, language), source.id

    return sorted(sources, key=key)


class ListSources(SphinxPostTransform):
    """Puts the list in the place of every overview that asks for it."""

    default_priority = 3

    def run(self, **kwargs: Any) -> None:
        unit: Unit | None = self.config.cop.unit
        places = [each for each in self.document.findall(Overview) if each["kind"] == OverviewKind.SOURCES.value]
        if unit is None or not places:
            return
        known = self.config.cop.settings.sources
        sources = in_order((known[code] for code in cited(self.env)), unit.language)
        for number, place in enumerate(places):
            items = [self._item(source, unit, has_anchor=number == 0) for source in sources]
            place.replace_self([nodes.bullet_list("", *items, bullet="*", classes=[BIBLIOGRAPHY])] if items else [])

    def _item(self, source: Source, unit: Unit, *, has_anchor: bool) -> nodes.list_item:
        words = [*reference_to(source, unit), nodes.Text(" "), *self._seen(source, unit)]
        ids = [f"source_{source.id}"] if has_anchor else []
        return nodes.list_item("", nodes.paragraph("", "", *words), ids=ids)

    def _seen(self, source: Source, unit: Unit) -> Iterator[nodes.Node]:
        """Yield the day on which *source* was opened, as the label of the unit says it."""
        labels = self.config.cop.labels
        is_english = labels.is_fallback("source-seen")
        language = self.config.cop.settings.language(ENGLISH) if is_english else unit.language
        text = nodes.Text(labels.fill("source-seen", date=written(source.seen, language)))
        yield marked([text], ENGLISH, unit) if is_english and not unit.language.is_source else text
