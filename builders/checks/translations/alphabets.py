"""Letters of a translation and of its terms: of its alphabet, and none that only looks like one of them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.source.characters import script
from builders.checks.translations.characters import letter_remarks, misread_faults
from builders.checks.translations.pairs import Translation
from builders.checks.translations.prose import Fault, in_class
from builders.language.typography import Typography
from builders.model.characters import shortened

_CASED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Scripts with letters that look like those of another one."""
_OF_OTHERS = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1c80-\u1cbf\u2c80-\u2cff\u2de0-\u2dff\ua640-\ua69f]"
)
_WORD = re.compile(r"[^\W\d_]+")
_OWN_NAMES = {"GREEK": ("GREEK", "MICRO")}
"""What names of letters of a script begin with, where it is not the script alone."""

_NO_SCRIPTS = {
    "COMBINING",
    "MODIFIER",
    "FEMININE",
    "MASCULINE",
    "FULLWIDTH",
    "HALFWIDTH",
    "SUPERSCRIPT",
    "ARABIC-INDIC",
}
"""What names of letters begin with that say no script, or a form of which another check speaks."""


def mixed_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield words of *text* that mix scripts, or are made of letters that only look like those of the language."""
    own = _script_of(known)
    if not own or (own == "LATIN" and not _OF_OTHERS.search(text)) or any(misread_faults(text, source, known)):
        return
    is_own = _own_word(known)
    for match in _WORD.finditer(text):
        word = match[0]
        if is_own.fullmatch(word):
            continue
        if own == "CYRILLIC" and word.isascii():
            if (
                known.lookalikes.keys() >= set(word)
                and (len(word) == 1 or not word.isupper())
                and _is_in_text(text, match, known)
                and not _has_word(source, word)
            ):
                message = f"“{word}” is written in Latin letters that look like Cyrillic ones"
                yield Fault(start=match.start(), end=match.end(), message=message, instead=_plain(word, own, known))
            continue
        scripts = {script(letter) for letter in word} - _NO_SCRIPTS
        strange = scripts - set(_OWN_NAMES.get(own, (own,)))
        if strange and not _has_word(source, word) and _is_mixed(word, scripts, own):
            letters = ", ".join(f"{each} U+{ord(each):04X}" for each in dict.fromkeys(word) if script(each) in strange)
            message = f"“{word}” has letters of another script: {letters}"
            yield Fault(start=match.start(), end=match.end(), message=message, instead=_plain(word, own, known))


@lru_cache(maxsize=64)
def _own_word(known: Typography) -> re.Pattern[str]:
    return re.compile(f"[{known.script}]+")


def _has_word(text: str, word: str) -> bool:
    return word in text and word in _words(text)


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _is_mixed(word: str, scripts: set[str], own: str) -> bool:
    if own in ("CJK", "ARABIC"):
        if own == "ARABIC" and scripts == {"ARABIC", "LATIN"}:
            return re.search(r"[\u0600-\u06ff][A-Za-zÀ-ÿ]+[\u0600-\u06ff]", word) is not None
        return len(scripts & set(_CASED)) > 1 or bool(scripts - {own, "LATIN", "IDEOGRAPHIC"})
    return len(scripts) > 1 or scripts != {own}


def _is_in_text(text: str, match: re.Match[str], known: Typography) -> bool:
    """Whether a word stands among words of the language, and not in a name of another one."""
    around_it = text[max(0, match.start() - 3) : match.start()] + text[match.end() : match.end() + 3]
    return re.search(f"[{known.script}]", around_it) is not None


def _plain(word: str, own: str, known: Typography) -> str | None:
    """Return *word* wholly in the script *own*, None where that is no question of letters that look alike."""
    plain = "".join(known.lookalikes.get(letter, letter) for letter in word)
    return plain if all(script(letter) == own for letter in plain) else None


@lru_cache(maxsize=64)
def _script_of(known: Typography) -> str:
    """Return the script of the language as Unicode names it, by a letter of it."""
    if known.letters:
        return script(known.letters[0])
    if not known.script:
        return ""
    return {"\u0621": "ARABIC", "\u3400": "CJK"}.get(known.script[0], script(known.script[0]))


@check("mixed-script")
def mixed_script(translation: Translation) -> Iterator[Remark]:
    """A word of a translation has letters of another script, most of which look like its own."""
    yield from letter_remarks(translation, mixed_faults)


@lru_cache(maxsize=64)
def _strange(known: Typography) -> re.Pattern[str]:
    swapped = in_class("".join(known.swapped))
    accented = "".join(map(chr, [*range(0xE0, 0xF7), *range(0xF8, 0x250), *range(0x450, 0x530)]))
    others = "".join(letter for letter in accented if letter.islower() and letter not in known.letters)
    others += "".join(letter.upper() for letter in others if len(letter.upper()) == 1 and not letter.upper().isascii())
    return re.compile(f"[{swapped}{others if known.letters else ''}]")


def alphabet_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield letters of *text* that belong to a sister alphabet, unless the *source* has the word."""
    if not (known.letters or known.swapped) or text.isascii() or any(misread_faults(text, source, known)):
        return
    if not (pattern := _strange(known)).search(text):
        return
    for match in re.finditer(r"\w+", text):
        word = match[0]
        if pattern.search(word) and word not in source:
            plain = "".join(known.swapped.get(letter, letter) for letter in word)
            strange = [each for each in word if each in known.swapped] or _beyond(word, known)
            message = f"{', '.join(dict.fromkeys(strange))} is no letter of the language: “{shortened(word, 16)}”"
            yield Fault(start=match.start(), end=match.end(), message=message, instead=plain if plain != word else None)


def _beyond(word: str, known: Typography) -> list[str]:
    return [each for each in word if each.isalpha() and not each.isascii() and each.lower() not in known.letters]


@check("foreign-alphabet")
def foreign_alphabet(translation: Translation) -> Iterator[Remark]:
    """A translation has letters of another language that has the same script."""
    yield from letter_remarks(translation, alphabet_faults)
