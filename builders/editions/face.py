"""What an edition says of the country or region whose text it is: its name, its publisher, what it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass

from builders.editions.naming import Name
from builders.model.adaptations import Layer
from builders.model.editions import Edition, Unit
from builders.model.languages import Language
from builders.settings import Settings

DEMONSTRATION, DISCLAIMER, BASE = "adapted/demonstration", "adapted/disclaimer", "adapted/base-edition"
CHILDREN = "adapted/children"
"""Keys of what it says in words of the tools."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What stands around the text of an adaptation, each name in the reader's language or marked as another."""

    name: Name
    """The country or the region."""
    publisher: Name
    base: str
    """The version of the guidelines that it stands on."""
    base_address: str
    """Where that is published on the web; empty where nothing says."""
    is_demonstration: bool
    is_for_children: bool
    """Whether a sentence stands in the place of the annex."""
    disclaimer: Name | None
    """What it says itself below the licence; None where the words of the tools say it."""


def face_of(unit: Unit, settings: Settings) -> Face | None:
    """Return what *unit* says of its adaptation; None for the guidelines, and where an adaptation changes nothing."""
    return national_face(unit.language, settings, unit.edition) if unit.adaptation else None


def national_face(language: Language, settings: Settings, edition: Edition | None = None) -> Face:
    """Return what pages in *language* say of the adaptation that *settings* are of, in *edition* or above all."""
    layer, at = settings.layers[-1], settings.guideline.published_at
    return Face(
        name=layer_name(layer, language),
        publisher=_said(layer.publishers, layer, language),
        base=settings.base_version,
        base_address=at and f"{at}/{settings.base_version}",
        is_demonstration=any(each.is_demonstration for each in settings.layers),
        is_for_children=edition is not None and edition.is_for_children,
        disclaimer=_said(layer.disclaimers, layer, language) if layer.disclaimers else None,
    )


def layer_name(layer: Layer, language: Language) -> Name:
    """Return what *layer* calls itself, in *language* or in the language that it is written in."""
    return _said(layer.names, layer, language)


def _said(texts: Mapping[str, str], layer: Layer, language: Language) -> Name:
    """Return that of *texts* which is in *language*, or the one that *layer* has written."""
    tag = language.tag if language.tag in texts else layer.written_in.tag
    return Name(text=texts[tag], tag=tag)
