"""The raw doctrees of an adaptation: those of the guidelines with its changes, and the pages that list these."""

from datetime import date

from builders.editions.adapted_source import AdaptedText, read_adapted, read_guidelines
from builders.editions.annex import with_annexes
from builders.markup.raw_doctrees import RawDoctrees
from builders.model.findings import Finding, Severity
from builders.settings import Settings, read_settings


def read_national(settings: Settings, *, today: date) -> AdaptedText:
    """Return the text of the adaptation that *settings* are of; raise a Problem with the faults of the guidelines."""
    return read_adapted(read_guidelines(read_settings(settings.project)), settings.adaptation, today=today)


def parse_adapted(settings: Settings) -> tuple[RawDoctrees, list[Finding]]:
    """Return the raw doctrees of the adaptation that *settings* are of, and every fault of its changes."""
    text = read_national(settings, today=date.today())
    faults = [each for layer in text.layers for each in layer.findings if each.severity is Severity.ERROR]
    return (text.doctrees if settings.is_unchanged else with_annexes(text)), faults
