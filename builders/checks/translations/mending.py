"""Puts right what is certain of a translation: marks, spaces, letters; its words and its markup stay."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from types import MappingProxyType

from builders.catalogs.inline import signature
from builders.checks.translations.letters import alphabet_faults, character_faults, mixed_faults
from builders.checks.translations.marks import marks_of_language
from builders.checks.translations.pairs import Pair, visible_text
from builders.checks.translations.prose import PLAIN_ROLES, Fault, Rule, mended, prose
from builders.checks.translations.quotations import quotation_faults
from builders.checks.translations.residue import capital_faults, doubled_faults
from builders.checks.translations.spacing import spacing_faults
from builders.language.typography import typography

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "odd-character": character_faults,
        "mixed-script": mixed_faults,
        "foreign-alphabet": alphabet_faults,
        "quotation-marks": quotation_faults,
        "marks-of-language": marks_of_language,
        "doubled-word": doubled_faults,
        "spacing": spacing_faults,
        "capital-missing": capital_faults,
    }
)
"""The rules by the check that reports their faults, in the order in which they are applied."""
_PASSES = 4
"""How often the rules are applied: what one of them has put right may be what another one waited for."""


def mended_message(pair: Pair, checks: Set[str]) -> str:
    """Return the translation of *pair* with what is certain of the faults that *checks* report put right.

    It stays as it is where its markup would change, or where more would be wrong than before.
    """
    has_markup = pair.role not in PLAIN_ROLES
    message = pair.target.message
    for _ in range(_PASSES):
        before = message
        for check in (each for each in RULES if each in checks):
            found = list(_faults(check, message, pair, has_markup=has_markup))
            changed = mended(message, found, has_markup=has_markup and check != "odd-character")
            if changed != message and _is_better(changed, message, pair, has_markup=has_markup):
                message = changed
        if message == before:
            break
    return message


def _faults(check: str, message: str, pair: Pair, *, has_markup: bool) -> Iterator[Fault]:
    """Yield the faults of *message*: those of characters by their places in the message, markup and all."""
    text = message if check == "odd-character" else prose(message, has_markup=has_markup).text
    source = pair.source.message if check == "odd-character" else pair.source.text
    return RULES[check](text, source, typography(pair.target.tag))


def _is_better(changed: str, message: str, pair: Pair, *, has_markup: bool) -> bool:
    """Whether *changed* has the markup of *message*, less that is wrong, and nothing new that is."""
    if has_markup and Counter(signature(changed)) != Counter(signature(message)):
        return False
    if has_markup and visible_text(changed).count("*") > visible_text(message).count("*"):
        return False
    numbers = [
        sum(1 for each in RULES for _ in _faults(each, text, pair, has_markup=has_markup))
        for text in (changed, message)
    ]
    return numbers[0] < numbers[1]
