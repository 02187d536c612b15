"""The table of checks: which of them hold at which step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from builders.checks import release
from builders.checks.checking import Check
from builders.checks.source import (
    characters,
    facts,
    gaps,
    help_beside_harm,
    identifiers,
    numbers,
    reading_level,
    sensitive,
    strength,
    structure,
    terms,
)
from builders.checks.source.source_text import SourceText
from builders.checks.waivers import WAIVER_CHECKS

AUTHORING: tuple[Check[SourceText], ...] = (
    gaps.risk_without_recommendation,
    gaps.risk_off_the_map,
    gaps.localise_without_variable,
    gaps.empty_checklist,
    gaps.unlisted_checkitem,
    strength.strength_word,
    strength.imperative_opening,
    sensitive.sexual_detail,
    sensitive.service_names,
    sensitive.emoji,
    help_beside_harm.real_case,
    sensitive.country,
    sensitive.copying_images,
    sensitive.self_harm_detail,
    sensitive.invented_contact,
    sensitive.confronting,
    sensitive.threats_and_blame,
    numbers.numbers,
    help_beside_harm.outside_picture,
    sensitive.risky_fun,
    sensitive.metaphor,
    sensitive.acronym,
    help_beside_harm.help_missing,
    help_beside_harm.contentnote_missing,
    help_beside_harm.drawing,
    numbers.legal_claim,
    terms.forbidden_term,
    terms.never_term_for_children,
    terms.unknown_term_reference,
    terms.term_without_concept,
    terms.term_pattern,
    reading_level.sentence_too_long_for_children,
    reading_level.sentence_too_long,
    reading_level.reading_level,
    facts.expired_fact,
    facts.undated_fact,
    structure.inline_condition,
    structure.dead_document_reference,
    structure.outside_link,
    structure.unwritten_text,
    identifiers.vanished_identifier,
    identifiers.tombstone_faulty,
    identifiers.character_name,
    characters.foreign_letter,
    characters.invisible_character,
    characters.straight_quotes,
)
"""What the English source keeps to before anybody translates it."""

RELEASE: tuple[Check[SourceText], ...] = (
    release.blocks_promised,
    release.questions_promised,
    release.teachernote_missing,
    release.name_missing,
    release.labels_promised,
    release.messages_promised,
    release.page_promised,
    release.review_state_outdated,
    release.nothing_promised,
)
"""What a release says of itself, held by the text and by its translations."""

PROFILES: Mapping[str, tuple[Check[SourceText], ...]] = MappingProxyType({"authoring": AUTHORING, "release": RELEASE})

WITH_TRANSLATIONS = ("release",)
"""Profiles that look at the catalogs of every language, too."""


def checks_of(profile: str) -> tuple[Check[Any], ...]:
    """Return the checks of *profile*, with those of the waivers."""
    return (*PROFILES[profile], *WAIVER_CHECKS)


CHECKS: Mapping[str, Check[Any]] = MappingProxyType({each.id: each for name in PROFILES for each in checks_of(name)})
"""Every check by its id, which it keeps for ever."""
