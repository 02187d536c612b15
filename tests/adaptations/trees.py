"""Raw doctrees and overlays made by hand, without Sphinx: many of them in a second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from docutils import nodes
from docutils.utils import new_document

from builders.adaptations.overlays import NationalText, Overlay
from builders.markup.blocks.recommendation import Recommendation
from builders.markup.raw_doctrees import RawDoctrees, closed
from builders.markup.typed_block import TypedBlock
from builders.model.adaptations import Change, Decision, Do, Kind, Layer, Reason
from builders.model.findings import Location
from tests.conftest import SETTINGS

FRENCH = SETTINGS.language("fr")
NAMES = {"fr": "Exemple"}
REGION = Layer(
    id="exampleregion",
    kind=Kind.REGION,
    names=NAMES,
    publishers=NAMES,
    version="1",
    base="2026.1",
    home="exr",
    written_in=FRENCH,
)
COUNTRY = replace(REGION, id="exampleland", kind=Kind.COUNTRY, parent="exampleregion", home="exl")


@dataclass(frozen=True)
class Text:
    """A recommendation of a small text."""

    id: str
    document: str
    statement: str
    explanation: tuple[str, ...]
    strength: str = "should"
    adaptation: str = "adaptable"
    who: tuple[str, ...] = ("school",)

    def node(self) -> TypedBlock:
        """Return it as a node."""
        block = Recommendation(
            "",
            *(nodes.paragraph(text, text) for text in (self.statement, *self.explanation)),
            block_id=self.id,
            audience=[],
            strength=self.strength,
            adaptation=self.adaptation,
            who=list(self.who),
        )
        block["ids"] = [self.id]
        return block


def trees(texts: Iterable[Text], documents: Iterable[str]) -> RawDoctrees:
    """Return the raw doctrees of *documents*, which hold *texts*."""
    made: dict[str, nodes.document] = {}
    for name in documents:
        document = new_document(name)
        document.settings = document.reporter = document.transformer = None
        document += nodes.section("", nodes.title(name, name))
        made[name] = document
    for text in texts:
        block = text.node()
        made[text.document][0] += block
        made[text.document].ids[text.id] = block
    return {name: closed(document, []) for name, document in made.items()}


def national(layer: Layer, target: str, do: Do | None, words: str = "Texte national.", **more: object) -> NationalText:
    """Return a change of *layer*; a block of its own is called after its target."""
    own = f"rec-{layer.home}-{target.replace('-', '')}" if do is Do.AFTER else ""
    change = Change(
        target=target,
        do=do,
        decision=Decision.NEW if own else Decision.ADAPT if do else Decision.ADOPT,
        layer=layer.id,
        place=Location(f"{layer.folder}/changes/shared.rst", 1),
        block=own,
        reason=Reason.CULTURE,
        basis="Consultation",
        by=("Ministère",),
        on=date(2026, 11, 20),
        **more,  # type: ignore[arg-type]
    )
    content: tuple[nodes.Element, ...] = (nodes.paragraph(words, words),)
    if own:
        content = (Text(own, "", words, ()).node(),)
    return NationalText(change=change, nodes=content if do else ())


def overlay(layer: Layer, texts: Iterable[NationalText]) -> Overlay:
    """Return an overlay of *layer* with *texts* in the order given."""
    return Overlay(layer=layer, texts=tuple(texts))


def places(texts: Mapping[str, object]) -> dict[str, str]:
    """Return the document of every block of *texts*, block states by identifier."""
    return {identifier: state.document for identifier, state in texts.items()}  # type: ignore[attr-defined]
