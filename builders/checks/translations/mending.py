"""Puts right what is certain of a translation: marks, spaces, letters; its words and its markup stay."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from builders.catalogs.inline import signature
from builders.checks.translations.alphabets import alphabet_faults, mixed_faults
from builders.checks.translations.characters import character_faults, misread_faults
from builders.checks.translations.marks import marks_of_language
from builders.checks.translations.pairs import Pair, visible_text
from builders.checks.translations.prose import Fault, Rule, mended, prose
from builders.checks.translations.quotations import quotation_faults
from builders.checks.translations.residue import capital_faults, note_faults, shown_marks
from builders.checks.translations.spacing import spacing_faults
from builders.language.typography import Typography

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "odd-character": character_faults,
        "mixed-script": mixed_faults,
        "foreign-alphabet": alphabet_faults,
        "quotation-marks": quotation_faults,
        "marks-of-language": marks_of_language,
        "spacing": spacing_faults,
        "capital-missing": capital_faults,
    }
)
"""The rules by the check that reports their faults, in the order in which they are applied."""
_PASSES = 4
"""How often the rules are applied: what one of them has put right may be what another one waited for."""


def mended_message(pair: Pair, checks: Set[str], known: Typography) -> str:
    """Return the translation of *pair* with what is certain of the faults that *checks* report put right.

    It stays as it is where its markup would change, where more would be wrong than before, and where a person must look
    anyway: at markup or notes that readers would see, lost letters, and quotation marks out of their place.
    """
    message = pair.target.message
    if _is_for_people(pair, known):
        return message
    for _ in range(_PASSES):
        before = message
        for check in (each for each in RULES if each in checks):
            changed = mended(message, _faults(check, message, pair, known), _prose(check, message, pair)[1])
            if changed != message and _is_better(changed, message, pair, check, known):
                message = changed
        if message == before:
            break
    return message


def _is_for_people(pair: Pair, known: Typography) -> bool:
    """Whether a person has to look at the translation, so that nothing is put right around what is wrong."""
    text, _ = _prose("spacing", pair.target.message, pair)
    left = (rule(text, pair.source.text, known) for rule in (note_faults, misread_faults))
    quotations = _faults("quotation-marks", pair.target.message, pair, known)
    return bool(shown_marks(pair) or any(map(any, left)) or any(each.instead is None for each in quotations))


def _prose(check: str, message: str, pair: Pair) -> tuple[str, Sequence[int]]:
    """Return the text that *check* looks at, and the place of each character: letters count in markup, too."""
    if check == "odd-character":
        return message, range(len(message))
    seen = prose(message, has_markup=pair.has_markup)
    return seen.text, seen.places


def _faults(check: str, message: str, pair: Pair, known: Typography) -> Iterator[Fault]:
    source = pair.source.message if check == "odd-character" else pair.source.text
    return RULES[check](_prose(check, message, pair)[0], source, known)


def _is_better(changed: str, message: str, pair: Pair, check: str, known: Typography) -> bool:
    """Whether *changed* has the markup of *message*, less that *check* reports, and no more that others report."""
    if pair.has_markup:
        if Counter(signature(changed)) != Counter(signature(message)):
            return False
        if visible_text(changed).count("*") > visible_text(message).count("*"):
            return False
    after, before = (
        {each: len(list(_faults(each, text, pair, known))) for each in RULES} for text in (changed, message)
    )
    return after[check] < before[check] and sum(after.values()) <= sum(before.values())
