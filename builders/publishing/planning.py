"""Decides what is published: which units, in which formats, and where each artifact will stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from builders.model.editions import Format, Targets, Unit
from builders.problems import Problem, unknown
from builders.publishing.first_tier import Incomplete, Incompletes
from builders.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The units and formats of one run, in publishing order."""

    units: tuple[Unit, ...]
    formats: tuple[Format, ...]
    is_narrowed: bool
    """Whether options left something out."""
    is_named: bool = False
    """Whether languages or editions were named, and everything of them is wanted."""
    left_out: tuple[Incomplete, ...] = ()
    """What would be published if its first tier were complete."""

    def wanted(self) -> list[tuple[Unit, Format]]:
        """Return every artifact of the plan."""
        return [(unit, format_) for unit in self.units for format_ in unit.edition.formats if format_ in self.formats]


def plan(
    settings: Settings, *, languages: Sequence[str] = (), editions: Sequence[str] = (), formats: Sequence[str] = ()
) -> Plan:
    """Return what to publish: all, or what the names given narrow it to; raise a Problem for an unknown name."""
    known = {format_.value: format_ for format_ in Format}
    chosen_languages = [settings.language(name) for name in languages] or list(settings.languages)
    chosen_editions = [settings.edition(name) for name in editions] or list(settings.editions)
    for name in formats:
        if name not in known:
            raise unknown("unknown-format", f"there is no format “{name}”", known)
    units = [
        settings.unit(language, edition)
        for language in settings.languages
        for edition in settings.editions
        if language in chosen_languages and edition in chosen_editions
    ]
    return Plan(
        units=tuple(units),
        formats=tuple(known[name] for name in known if name in (formats or known)),
        is_narrowed=bool(languages or editions or formats),
        is_named=bool(languages or editions),
    )


def admit(chosen: Plan, incomplete: Incompletes, *, may_draft: bool) -> Plan:
    """Return *chosen* with the *incomplete* units as drafts where it *may_draft*, without them where it may not.

    Raises a Problem where one was named that is left out.
    """
    return with_drafts(chosen, incomplete) if may_draft else _without_drafts(chosen, incomplete)


def with_drafts(chosen: Plan, incomplete: Incompletes) -> Plan:
    """Return *chosen* with every unit that is *incomplete* as a draft."""
    return replace(chosen, units=tuple(replace(unit, is_draft=unit in incomplete) for unit in chosen.units))


def _without_drafts(chosen: Plan, incomplete: Incompletes) -> Plan:
    left_out = tuple(incomplete[unit] for unit in chosen.units if unit in incomplete)
    if left_out and chosen.is_named:
        said = ", ".join(f"{each.tier.percent} % of {each.unit.name}" for each in left_out)
        raise Problem(
            code="first-tier-incomplete",
            what=f"what is translated first is not complete: {said}",
            why="readers must not look for help in their language and find English in its place",
            next_step="translate the rest (.venv/bin/cop status counts it), name only what is complete, "
            "or publish drafts with --draft",
        )
    complete = tuple(unit for unit in chosen.units if unit not in incomplete)
    return replace(chosen, units=complete, left_out=left_out)


def link_targets(unit: Unit, held: Iterable[tuple[Unit, Format]]) -> Targets:
    """Return what pages of *unit* offer of *held*: all of the edition, and every edition in the language."""
    return frozenset(
        (other, format_)
        for other, format_ in held
        if other == unit or (format_.has_pages and (unit.language == other.language or unit.edition == other.edition))
    )
