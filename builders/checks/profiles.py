"""The table of checks: which of them hold at which step."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from builders.checks.checking import Check, in_order
from builders.checks.source import (
    characters,
    evidence,
    facts,
    gaps,
    help_beside_harm,
    identifiers,
    promises,
    reading_level,
    sensitive,
    steps,
    strength,
    structure,
    terms,
    unsafe_alone,
    well_meant,
)
from builders.checks.source.source_text import SourceText
from builders.checks.translations import promises as translated
from builders.checks.translations import templates
from builders.checks.waivers import PATH, WAIVER_CHECKS, read_waivers, sift
from builders.model.findings import Finding, Location, Severity

AUTHORING: tuple[Check[SourceText], ...] = (
    *(gaps.risk_without_recommendation, gaps.risk_off_the_map, gaps.localise_without_variable, gaps.empty_checklist),
    *(
        gaps.first_step_missing,
        gaps.unlisted_checkitem,
        strength.strength_word,
        strength.imperative_opening,
        sensitive.sexual_detail,
    ),
    *(sensitive.sexual_detail, sensitive.service_names, sensitive.emoji, help_beside_harm.real_case, sensitive.country),
    *(sensitive.copying_images, sensitive.self_harm_detail, sensitive.invented_contact, sensitive.confronting),
    *(sensitive.threats_and_blame, facts.numbers, help_beside_harm.outside_picture, sensitive.risky_fun),
    *(sensitive.metaphor, sensitive.acronym, help_beside_harm.help_missing, help_beside_harm.contentnote_missing),
    *(help_beside_harm.drawing, facts.legal_claim, terms.forbidden_term, terms.never_term_for_children),
    *(terms.unknown_term_reference, terms.term_without_concept, terms.term_pattern),
    *(reading_level.sentence_too_long_for_children, reading_level.sentence_too_long, reading_level.reading_level),
    *(facts.expired_fact, facts.undated_fact, evidence.source_unused, evidence.source_undated),
    *(evidence.source_long_unseen, structure.inline_condition, structure.dead_document_reference),
    *(structure.outside_link, structure.unwritten_text, identifiers.vanished_identifier),
    *(identifiers.tombstone_faulty, identifiers.character_name, characters.foreign_letter),
    *(characters.invisible_character, characters.straight_quotes, structure.annex_missing),
    *(steps.harm_order, steps.procedure_without_variable, unsafe_alone.unsafe_alone),
    *(well_meant.promise, well_meant.interview, well_meant.extortion_steps, well_meant.secrecy),
)
"""What the English source keeps to before anybody translates it."""
RELEASE: tuple[Check[SourceText], ...] = (
    *(promises.blocks_promised, promises.questions_promised, promises.teachernote_missing, translated.name_missing),
    *(promises.own_words_promised, promises.words_promised, terms.term_unused),
    *(
        translated.labels_promised,
        translated.messages_promised,
        translated.page_promised,
        templates.catalog_behind,
        templates.message_unknown,
        translated.review_state_outdated,
    ),
    promises.nothing_promised,
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


def findings(source: SourceText, profile: str) -> tuple[Finding, ...]:
    """Return what the checks of *profile* find in *source*, and its faults, sorted by file and line.

    While a document is faulty, the checks that compare documents are left out; a finding on the document says so.
    """
    checks = [each for each in PROFILES[profile] if not (source.faults and each.needs_all)]
    of_waivers = [each for each in WAIVER_CHECKS if not (source.faults and each.needs_all)]
    known = CHECKS.keys() - {each.id for each in WAIVER_CHECKS}
    waivers = read_waivers(source.texts.get(PATH, ""), known)
    remarks = [(each.id, remark) for each in checks for remark in each.function(source)]
    left, waivers = sift(remarks, waivers, {each.id for each in checks})
    about_text = [CHECKS[name].finding(remark) for name, remark in left]
    about_waivers = [each.finding(remark) for each in of_waivers for remark in each.function(waivers)]
    return in_order([*source.faults, *_left_out(source, profile), *about_text, *about_waivers])


def _left_out(source: SourceText, profile: str) -> Iterator[Finding]:
    """Yield what has not been checked, for every faulty document of *source*."""
    names = ", ".join(each.id for each in checks_of(profile) if each.needs_all)
    for path in sorted({fault.location.path for fault in source.faults}):
        yield Finding(
            check="checks-left-out",
            location=Location(path),
            message=f"as long as this file is faulty, nobody checks its text, nor what needs every file: {names}",
            hint="mend the faults of this file first; docs/authors/blocks.rst says what every block takes",
            severity=Severity.WARNING,
        )
