"""Whether a translation is one: it differs from its source, and from the translations of other sources."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import Pair, Translation
from builders.language.sentences import WORD, words
from builders.model.characters import quoted, shortened

LEAST_WORDS = 2
"""How many words make a copy that two languages with the same script do not have in common by chance."""
LONG = 6
"""Words of a text that no two messages have in common by chance."""
_NO_WORD = re.compile(r"\d|\w[A-Z]|^[A-Z][a-z]{1,2}-[A-Z]|^No$")
"""A number, an abbreviation, a name such as Wi-Fi, the sign №."""
ALIKE = 0.75
"""From which ratio on two sources are so alike that one translation may serve both."""


@check("copied-source")
def copied_source(translation: Translation) -> Iterator[Remark]:
    """A translation is its source, word for word."""
    names = _names(translation)
    least = LEAST_WORDS if translation.language.script == "Latn" else 1
    for pair in translation.pairs:
        if _letters(pair.target.text) != _letters(pair.source.text):
            continue
        plain = [word for word in _plain_words(pair.source.text) if word.lower() not in names]
        if len(plain) >= least:
            yield pair.remark(f"the translation is the {pair.source.tag} text")


def _names(translation: Translation) -> frozenset[str]:
    """Return the words of the names that the registries know, and which a translation may keep."""
    settings = translation.settings
    people = [name for person in settings.characters.values() for name in person.names.values()]
    bodies = [name for entity in settings.entities.values() for name in entity.names.values()]
    return frozenset(word.lower() for name in (*people, *bodies) for word in WORD.findall(name))


def _plain_words(text: str) -> list[str]:
    """Return the words of *text* that are no numbers, abbreviations or names as far as their letters tell."""
    found = [match for match in WORD.finditer(text) if len(match[0]) > 1 and not _NO_WORD.search(match[0])]
    is_start = [not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in ".!?:" for match in found]
    return [match[0] for match, first in zip(found, is_start, strict=True) if first or not match[0][0].isupper()]


def _letters(text: str) -> str:
    """Return the letters and digits of *text* in lowercase, whatever stands between them."""
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text).lower()))


@check("same-translation")
def same_translation(translation: Translation) -> Iterator[Remark]:
    """One long translation stands for two different sources."""
    tag = translation.language.tag
    by_text: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in translation.pairs:
        if len(words(pair.target.text, tag)) >= LONG:
            by_text[_letters(pair.target.text)].append(pair)
    for pairs in by_text.values():
        for number, pair in enumerate(pairs[1:], start=1):
            other = next((each for each in pairs[:number] if not _are_alike(each, pair)), None)
            if other:
                message = f"the translation is also that of {quoted(shortened(other.source.text))} ({other.location})"
                yield pair.remark(message)


def _are_alike(one: Pair, other: Pair) -> bool:
    first, second = _letters(one.source.text).split(), _letters(other.source.text).split()
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE
