"""The text of an adaptation: that of the guidelines, with the changes of every layer, and how each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from builders.adaptations.annex import degree, deviations
from builders.adaptations.base_lock import BaseLock, read_lock
from builders.adaptations.blocks import Blocks, blocks_of
from builders.adaptations.checking import another_base, check_overlay, reused
from builders.adaptations.drift import REFUSED, drifts, refusals
from builders.adaptations.overlays import Overlay
from builders.adaptations.remarks import unlisted_catalogs, unread_changes
from builders.adaptations.resolving import Resolution, resolve
from builders.editions.overlay_reading import read_overlay
from builders.editions.source_reading import parse_source
from builders.markup.raw_doctrees import RawDoctrees
from builders.model.adaptations import Degree, Deviation, Drift
from builders.model.editions import Edition
from builders.model.findings import Finding, Severity
from builders.settings import Settings
from builders.settings.adaptation_files import LOCK
from builders.settings.adaptations import adapted
from builders.settings.files import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineText:
    """The text that every adaptation begins with, read once for all of them."""

    settings: Settings
    doctrees: RawDoctrees
    blocks: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerText:
    """One layer of an adaptation: its changes, how they stand, and what comes of them."""

    settings: Settings
    overlay: Overlay
    below: Blocks
    """The blocks of the text that it stands on."""
    lock: BaseLock
    drifts: tuple[Drift, ...]
    findings: tuple[Finding, ...]
    """What is wrong with it, whatever the day of the last release."""
    resolution: Resolution

    @property
    def annex(self) -> tuple[Deviation, ...]:
        """Every change with both texts."""
        return deviations(self.overlay, self.below.states, self.drifts)


@dataclass(frozen=True, kw_only=True)
class AdaptedText:
    """The text of an adaptation, with everything that is known of how it came about."""

    settings: Settings
    guidelines: GuidelineText
    layers: tuple[LayerText, ...]
    """From the region to the country."""

    @cached_property
    def blocks(self) -> Blocks:
        """Its blocks, with those of its own."""
        return blocks_of(self.doctrees, self.layers[-1].below)

    @property
    def doctrees(self) -> RawDoctrees:
        """The raw doctrees; of documents that nothing touches, those of the guidelines themselves."""
        return self.layers[-1].resolution.doctrees

    @property
    def annex(self) -> tuple[Deviation, ...]:
        """Every deviation from the guidelines: those of the region, then those of the country."""
        return tuple(each for layer in self.layers for each in layer.annex)

    def annex_of(self, edition: Edition) -> tuple[Deviation, ...]:
        """Return the deviations that readers of *edition* meet."""
        return tuple(each for each in self.annex if edition.carries(each.document))

    def degree(self, edition: Edition) -> Degree:
        """Return how far *edition* is from that of the guidelines."""
        states = {**self.guidelines.blocks.states, **self.blocks.states}
        return degree(self.annex_of(edition), states)

    def refusals(self, *, today: date) -> list[Finding]:
        """Return why it cannot be published on the day *today*, each with file and line."""
        released = self.guidelines.settings.released
        found = [each for layer in self.layers for each in layer.findings if each.severity is Severity.ERROR]
        for layer in self.layers:
            found += refusals(layer.drifts, layer.settings, released, today=today)
        return sorted(dict.fromkeys(found), key=lambda each: (each.location, each.check, each.message))


def read_guidelines(settings: Settings) -> GuidelineText:
    """Return the text of the guidelines with *settings*; raise a Problem with every fault of its markup."""
    doctrees = parse_source(settings)
    return GuidelineText(settings=settings, doctrees=doctrees, blocks=blocks_of(doctrees))


def read_adapted(guidelines: GuidelineText, name: str, *, today: date) -> AdaptedText:
    """Return the text of the adaptation *name* of *guidelines*, as it stands on the day *today*.

    Changes that cannot be applied are left out, and said among the findings or the drifts of their layer.
    Raises a Problem where the settings of the adaptation, or of one that it stands on, are faulty.
    """
    settings = adapted(guidelines.settings, name)
    doctrees, blocks = guidelines.doctrees, guidelines.blocks
    layers: list[LayerText] = []
    for layer in settings.layers:
        own = settings if layer.id == name else adapted(guidelines.settings, layer.id)
        blocks = blocks_of(doctrees, blocks)
        layers.append(_layer(own, doctrees, blocks, guidelines, today))
        doctrees = layers[-1].resolution.doctrees
    return AdaptedText(settings=settings, guidelines=guidelines, layers=tuple(layers))


def _layer(
    settings: Settings, doctrees: RawDoctrees, below: Blocks, guidelines: GuidelineText, today: date
) -> LayerText:
    """Return the layer with *settings* above *doctrees*, whose blocks are those *below*."""
    overlay, faults = read_overlay(settings)
    lock = read_base_lock(settings, faults)
    found = drifts(overlay, below, lock, settings.ledger)
    faults += check_overlay(overlay, below.states, settings, today=today)
    faults += reused(settings, lock.ids)
    faults += another_base(settings, guidelines.settings.version)
    faults += unread_changes(overlay, below.states, settings)
    faults += unlisted_catalogs(settings)
    leaving = {each.change.key for each in found if each.status in REFUSED}
    places = {identifier: state.document for identifier, state in below.states.items()}
    return LayerText(
        settings=settings,
        overlay=overlay,
        below=below,
        lock=lock,
        drifts=found,
        findings=tuple(faults),
        resolution=resolve(doctrees, overlay, places, leaving=leaving),
    )


def read_base_lock(settings: Settings, faults: list[Finding]) -> BaseLock:
    """Return what the adaptation with *settings* was accepted on; add what is wrong with the file to *faults*."""
    path = f"{settings.layers[-1].folder}/{LOCK}"
    if not (settings.project / path).is_file():
        return BaseLock()
    return read_lock(read_text(settings.project, path, faults), path, faults)
