"""The table of checks: which of them hold at which step."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from builders.catalogs.message_rules import check_catalog
from builders.checks.checking import Check, Remark, in_order
from builders.checks.foreign import texts, whole
from builders.checks.foreign.files import ForeignCatalog
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
from builders.checks.translations import (
    actors,
    address,
    alphabets,
    contacts,
    copies,
    coverage,
    foreign,
    genders,
    marks,
    meaning,
    numbers,
    order,
    people,
    quotations,
    reading_bands,
    residue,
    safety,
    spacing,
    templates,
    wordings,
)
from builders.checks.translations import characters as written
from builders.checks.translations import promises as translated
from builders.checks.translations import structure as links
from builders.checks.translations import terms as words
from builders.checks.translations.pairs import Translation
from builders.checks.translations.remembered import Remembered
from builders.checks.waivers import (
    OF_TRANSLATIONS,
    PATH,
    WAIVER_CHECKS,
    Waivers,
    read_waivers,
    sift,
    waiver_unused,
    waivers_path,
)
from builders.model.findings import Finding, Location, Severity
from builders.settings.lists import faulty_patterns

SENSITIVE: tuple[Check[SourceText], ...] = (
    *(sensitive.sexual_detail, sensitive.service_names, sensitive.emoji, help_beside_harm.real_case, sensitive.country),
    *(sensitive.copying_images, sensitive.self_harm_detail, sensitive.invented_contact, sensitive.confronting),
    *(sensitive.threats_and_blame, facts.numbers, help_beside_harm.outside_picture, sensitive.risky_fun),
    *(sensitive.metaphor, sensitive.acronym, help_beside_harm.help_missing, help_beside_harm.contentnote_missing),
    *(help_beside_harm.drawing, facts.legal_claim, steps.harm_order, unsafe_alone.unsafe_alone, well_meant.promise),
    *(well_meant.interview, well_meant.extortion_steps, well_meant.secrecy),
)
"""What a text about harm keeps to: only in a guideline that has lists for it (``source/checks/sensitive.toml``)."""
AUTHORING: tuple[Check[SourceText], ...] = (
    *(gaps.risk_without_recommendation, gaps.risk_off_the_map, gaps.localise_without_variable, gaps.empty_checklist),
    *(gaps.first_step_missing, gaps.unlisted_checkitem, strength.strength_word, strength.imperative_opening),
    *(*SENSITIVE, terms.forbidden_term, terms.never_term_for_children),
    *(terms.unknown_term_reference, terms.term_without_concept, terms.term_pattern),
    *(reading_level.sentence_too_long_for_children, reading_level.sentence_too_long, reading_level.reading_level),
    *(facts.expired_fact, facts.undated_fact, evidence.source_unused, evidence.source_undated),
    *(evidence.source_long_unseen, structure.inline_condition, structure.dead_document_reference),
    *(structure.outside_link, structure.unwritten_text, identifiers.vanished_identifier),
    *(identifiers.tombstone_faulty, identifiers.character_name, characters.foreign_letter),
    *(characters.invisible_character, characters.straight_quotes, structure.annex_missing),
    steps.procedure_without_variable,
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
TRANSLATION: tuple[Check[Translation], ...] = (
    *(numbers.number_changed, numbers.number_lost, numbers.number_added, numbers.unit_of_number),
    *(contacts.phone_added, contacts.address_added),
    *(copies.copied_source, copies.same_translation, foreign.other_language, foreign.english_inside),
    *(coverage.sentence_lost, coverage.sentence_added, coverage.item_lost, coverage.length_odd, coverage.word_lost),
    *(order.swapped_sentences, order.swapped_messages, wordings.two_wordings),
    *(actors.helpline_changed, actors.actor_changed, actors.actor_other),
    *(people.name_changed, people.name_misspelt, genders.gender_changed),
    *(words.term_forbidden, words.term_other, words.term_headword, address.address_form, address.address_mixed),
    *(meaning.negation_lost, meaning.negation_added, meaning.strength_changed, meaning.strength_lost),
    *(meaning.condition_changed, meaning.order_changed, meaning.quantity_changed, meaning.unit_changed),
    *(meaning.unit_lost, meaning.opposite_said, meaning.meaning_doubtful),
    *(links.emphasis_changed, links.reference_order, links.link_text_swapped),
    safety.safety_unread,
    *(spacing.spacing, marks.language_marks, quotations.quotation_marks, quotations.quotation_lost),
    *(marks.bracket_alone, marks.end_mark, marks.question_turned, residue.markup_shown, residue.note_left),
    *(residue.slash_alternative, residue.bracket_added, residue.doubled_word, residue.capital_missing),
    *(written.odd_character, written.mojibake, alphabets.mixed_script, alphabets.foreign_alphabet),
    *(reading_bands.sentence_too_long_translated, reading_bands.reading_level_translated),
)
"""What every language keeps to, message by message, beside the source."""
OF_THE_WHOLE = (waiver_unused, evidence.source_unused)
"""Checks that something is used nowhere: an adaptation may carry some editions only, and cannot know."""
NEVER_WAIVED = (safety.safety_unread,)
"""Checks that say how far the work has come: nobody waives that."""
ONE_BY_ONE = tuple(each for each in TRANSLATION if not each.compares_messages)
"""Those of them that look at one pair after the other: what they say of a pair, they say again."""
ANYWHERE = tuple(each for each in TRANSLATION if each not in NEVER_WAIVED)
"""Those of them that need no project of ours; what looks for a block or a term finds none elsewhere, and is silent."""
REVIEWED_ELSEWHERE = (copies.copied_source,)
"""Those that need the names of a project: elsewhere, a person decides whether a copy is a name or a piece of code."""
FOREIGN: tuple[Check[ForeignCatalog], ...] = (
    *(texts.places_differ, texts.plural_forms, texts.line_end_differs),
    *(whole.language_unsaid, whole.language_swapped),
    *(whole.template_unfound, whole.template_ahead, whole.template_behind),
)
"""What the catalogs of any project keep to, beside what every translation does."""
PROFILES: Mapping[str, tuple[Check[Any], ...]] = MappingProxyType(
    {
        "authoring": AUTHORING,
        "translation": TRANSLATION,
        "release": (*RELEASE, *TRANSLATION),
    }
)
EVERY_PROFILE: Mapping[str, tuple[Check[Any], ...]] = MappingProxyType({**PROFILES, "catalogs": (*FOREIGN, *ANYWHERE)})
"""With that for the catalogs of other projects."""
LEFT_OUT = "checks-left-out"
"""The finding that names what has not been checked."""
WITH_TRANSLATIONS = ("translation", "release")
"""Profiles that look at the catalogs of every language, too."""


def checks_of(profile: str, *, is_sensitive: bool = True) -> tuple[Check[Any], ...]:
    """Return the checks of *profile*, with those of the waivers; catalogs of other projects have none.

    A guideline that is not *is_sensitive* is not held to the rules about sensitive content.
    """
    checks = (*EVERY_PROFILE[profile], *(WAIVER_CHECKS if profile in PROFILES else ()))
    return checks if is_sensitive else tuple(each for each in checks if each not in SENSITIVE)


CHECKS: Mapping[str, Check[Any]] = MappingProxyType(
    {each.id: each for name in EVERY_PROFILE for each in checks_of(name)}
)
"""Every check by its id, which it keeps for ever."""


def family_of(check: str) -> str:
    """Return the name of the module that holds the function of *check*: checks of one family know the same things."""
    return CHECKS[check].function.__module__ if check in CHECKS else check


def findings(
    subject: SourceText | Translation, profile: str, *, only_errors: bool = False, known: Remembered | None = None
) -> tuple[Finding, ...]:
    """Return what the checks of *profile* find in *subject*, and its faults, sorted by file and line.

    With *only_errors*, only what those checks say that report errors. What is *known* of pairs is not asked again.
    While a document is faulty, the checks that compare documents are left out; a finding on the document says so.
    Raises a Problem with all words of the guideline's lists that are no regular expressions.
    """
    of_translations = isinstance(subject, Translation)
    known_checks = checks_of(profile, is_sensitive=subject.lists.is_sensitive)
    checks = [each for each in known_checks if each not in WAIVER_CHECKS and (each in TRANSLATION) is of_translations]
    if only_errors:
        checks = [each for each in checks if each.severity is Severity.ERROR]

    def is_asked(each: Check[Any]) -> bool:
        is_of_whole = subject.settings.layers and each in OF_THE_WHOLE
        return not (is_of_whole or (subject.faults and each.needs_all))

    running = [each for each in checks if is_asked(each)]
    try:
        remarks = list(_remarks(subject, running, known))
    except re.error:
        raise faulty_patterns(subject.settings.project) or AssertionError("a pattern of these tools") from None
    left, waivers = sift(remarks, waivers_of(subject), {each.id for each in running}, today=subject.today)
    about_text = [CHECKS[name].finding(remark) for name, remark in left]
    of_waivers = [each for each in WAIVER_CHECKS if is_asked(each)]
    about_waivers = [each.finding(remark) for each in of_waivers for remark in each.function(waivers)]
    return in_order([*subject.faults, *_left_out(subject.faults, profile), *about_text, *about_waivers])


def _remarks(subject: Any, running: Sequence[Check[Any]], known: Remembered | None) -> Iterator[tuple[str, Remark]]:
    """Yield what the checks that are *running* say of *subject*, with their ids."""
    asked = running
    if known is not None:
        asked = [each for each in running if each not in ONE_BY_ONE]
        wanted = {each.id for each in running}
        yield from ((name, remark) for name, remark in known.remarks(subject, ONE_BY_ONE) if name in wanted)
    yield from ((each.id, remark) for each in asked for remark in each.function(subject))


def foreign_findings(file: ForeignCatalog) -> tuple[Finding, ...]:
    """Return what the gate and the checks that hold anywhere find in *file*, in the order of its lines.

    What is written in the language of its source (``en_GB``) is no translation: only what programs need is looked at.
    """
    remarks: list[tuple[Check[Any], Remark]] = [(each, remark) for each in FOREIGN for remark in each.function(file)]
    translation = file.translation
    if translation.language.tag.partition("-")[0] != "en":
        remarks += [(each, _weighed(each, remark)) for each in ANYWHERE for remark in each.function(translation)]
    entries = tuple(entry for entry in file.catalog.entries if entry.key in file.marked and not entry.plural)
    refused = check_catalog(replace(file.catalog, entries=entries), is_ours=False)
    return in_order([*(each.finding(remark) for each, remark in remarks), *refused])


def _weighed(each: Check[Translation], remark: Remark) -> Remark:
    return replace(remark, severity=Severity.REVIEW) if each in REVIEWED_ELSEWHERE else remark


def waivers_of(subject: SourceText | Translation) -> Waivers:
    """Return the waivers for *subject*: each kind of subject has a file of its own, and checks of its own."""
    if isinstance(subject, Translation):
        path = waivers_path(subject.settings, subject.language)
        known = {each.id for each in TRANSLATION if each not in NEVER_WAIVED}
        return read_waivers(subject.texts.get(path, ""), known, path=path, fields=OF_TRANSLATIONS)
    return read_waivers(subject.texts.get(PATH, ""), {each.id for each in (*AUTHORING, *RELEASE)})


def _left_out(faults: Iterable[Finding], profile: str) -> Iterator[Finding]:
    """Yield what has not been checked, for every document that has one of *faults*."""
    names = ", ".join(each.id for each in checks_of(profile) if each.needs_all)
    for path in sorted({fault.location.path for fault in faults}):
        yield Finding(
            check="checks-left-out",
            location=Location(path),
            message=f"as long as this file is faulty, nobody checks its text, nor what needs every file: {names}",
            hint="mend the faults of this file first; docs/authors/blocks.rst says what every block takes",
            severity=Severity.WARNING,
        )
