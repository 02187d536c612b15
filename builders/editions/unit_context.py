"""What a build of one unit is given; Sphinx hands it to every part as the value ``cop`` of its configuration."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from builders.catalogs.folders import catalogs_digest
from builders.catalogs.translations import Translations, open_translations
from builders.model.editions import Targets, Unit
from builders.model.labels import Labels
from builders.settings import Settings
from builders.settings.digests import data_digest


@dataclass(frozen=True, kw_only=True)
class UnitContext:
    """The project, and the edition and language that are built; without a unit the source is only parsed."""

    settings: Settings = field(repr=False)
    unit: Unit | None = None
    translations: Translations | None = field(default=None, repr=False)
    targets: Targets = field(default=frozenset(), repr=False)
    """What pages may lead to: everything that the version holds."""
    is_overlay: bool = False
    """Whether the changes of an adaptation are parsed, and no source."""
    has_anchors: bool = False
    """Whether translators can be led to every message; readers' editions have no such marks."""
    shows_faults: bool = False
    """Whether a message whose translation is refused says why, at its place, as in a preview."""

    @classmethod
    def choose(cls, settings: Settings, *, edition: str, language: str, targets: Targets) -> UnitContext:
        """Return the context of the unit that the ids *edition* and *language* name, whose pages may lead to *targets*.

        Without an edition there is no unit.

        Raises a Problem for unknown names, and for catalogs that cannot be read or published.
        """
        if not edition:
            return cls(settings=settings)
        unit = settings.unit(settings.language(language), settings.edition(edition))
        translations = open_translations(settings, unit.language)
        return cls(settings=settings, unit=unit, translations=translations, targets=targets)

    @cached_property
    def labels(self) -> Labels:
        """The labels in the language of the unit; the English ones without a unit."""
        return self.translations.labels(self.settings) if self.translations else Labels(self.settings.labels, {})

    @property
    def digest(self) -> str:
        """The SHA-256 of all that the unit rests on beside the text, in hexadecimal."""
        parts = [data_digest(self.settings), str(self.has_anchors), str(self.shows_faults)]
        if self.unit:
            parts += [self.unit.name, catalogs_digest(self.settings, self.unit.language)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()
