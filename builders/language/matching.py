"""Finds terms in running text, whatever their ending, without a dictionary.

An agreed term stands in the text in the plural, with an article or in another case.
Exact comparison finds a fifth of them; comparing stems finds nearly all, and raises
no false alarm on words that only look alike. Forbidden words bring their own way of
matching (``match=`` in the termbase).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from builders.language import arabic
from builders.language.table import rules
from builders.model.terms import Term

FOLDED = str.maketrans(
    {"ё": "е", "ς": "σ", "’": "'", "‘": "'", "ʼ": "'", "‑": "-", "أ": "ا", "إ": "ا", "آ": "ا", "\u00a0": " "}
)
"""Letters and signs that are written in two ways and mean the same."""

UNWRITTEN = re.compile("[\u064b-\u0652\u0670\u0640\u00ad\u200b-\u200f]")
"""Arabic vowel signs and lengthening, and what nobody sees."""

INTERVENING = 1
"""Words that may stand between the words of a term."""

WORD_PARTS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_PLURALS = re.compile(r" or |،|/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text without the differences that do not matter, and where each of its letters comes from."""

    text: str
    places: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where the letters from *start* to *end* stand in the text that was folded."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=16384)
def fold(text: str, *, keeps_case: bool = False) -> Folded:
    """Return *text* in lowercase, with each letter written in one way."""
    if text.isascii():
        return Folded(text=text if keeps_case else text.lower(), places=range(len(text)))
    composed = unicodedata.normalize("NFC", text)
    whole = composed.translate(FOLDED)
    whole = whole if keeps_case else whole.lower().translate(FOLDED)
    if len(whole) == len(composed) and not UNWRITTEN.search(composed):
        return Folded(text=whole, places=range(len(whole)))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(composed):
        if UNWRITTEN.match(character):
            continue
        plain = character.translate(FOLDED)
        for letter in plain if keeps_case else plain.lower().translate(FOLDED):
            letters.append(letter)
            places.append(place)
    return Folded(text="".join(letters), places=tuple(places))


def find_term(term: str, text: str, tag: str) -> Iterator[tuple[int, int]]:
    """Yield where *term* stands in *text*, in any form that the language *tag* gives it."""
    folded = fold(text)
    wanted = fold(term).text
    known = rules(tag)
    if not known.has_spaces:
        yield from (folded.origin(*match.span()) for match in re.finditer(re.escape(wanted), folded.text))
        return
    stem = known.stem
    term_words = [match[0] for match in _words(wanted)]
    found = _words(folded.text)
    if stem and not (term_words and stem(term_words[0]) in _stems(folded.text, stem)):
        return
    text_words = [match[0] for match in found]
    for start in range(len(found)):
        end = _last_word(term_words, text_words, start, known.is_form)
        if end is not None:
            yield folded.origin(found[start].start(), found[end].end())


@lru_cache(maxsize=16384)
def _words(folded: str) -> tuple[re.Match[str], ...]:
    return tuple(WORD_PARTS.finditer(folded))


@lru_cache(maxsize=16384)
def _stems(folded: str, stem: Callable[[str], str]) -> frozenset[str]:
    return frozenset(stem(match[0]) for match in _words(folded))


def _last_word(term: list[str], text: list[str], start: int, is_form: Callable[[str, str], bool]) -> int | None:
    """Return the index of the last word of *term*, whose first stands at *start* of *text*."""
    if not term or not is_form(text[start], term[0]):
        return None
    place = start
    for word in term[1:]:
        near = range(place + 1, min(place + 2 + INTERVENING, len(text)))
        place = next((index for index in near if is_form(text[index], word)), -1)
        if place < 0:
            return None
    return place


def wordings(term: Term) -> Iterator[str]:
    """Yield the word of *term* and the plurals that its row gives."""
    yield term.text
    plurals = term.notes.get("pl", "").partition("(")[0]
    yield from (each.strip() for each in _PLURALS.split(plurals) if len(each.strip()) > 1)


def find_forbidden(term: Term, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the forbidden *term* stands in *text*, matched in the way that its row says."""
    way, keeps_case = term.notes.get("match", "word"), term.text.isupper()
    folded = fold(text, keeps_case=keeps_case)
    if not keeps_case and _first_word(term.text, way) not in folded.text:
        return
    for match in _pattern(term.text, way, term.tag).finditer(folded.text):
        yield folded.origin(*match.span())


def is_usable(term: Term) -> bool:
    """Whether the way in which the row of *term* matches is known, and its pattern is one."""
    try:
        _pattern(term.text, term.notes.get("match", "word"), term.tag)
    except (KeyError, re.error):
        return False
    return True


@lru_cache(maxsize=1024)
def _first_word(text: str, way: str) -> str:
    """Return the word without which *way* finds nothing, which is quickly looked for; empty where it may be several."""
    plain = _own_pattern(way) or text
    return fold(plain).text.split()[0] if _PLAIN.fullmatch(plain) else ""


def _own_pattern(way: str) -> str:
    detail = way.partition(" ")[2]
    return "" if detail.startswith("(also") else detail


@lru_cache(maxsize=1024)
def _pattern(text: str, way: str, tag: str) -> re.Pattern[str]:
    kind, own = way.partition(" ")[0], _own_pattern(way)
    words = own if own and kind != "substring" else re.escape(own or text)
    pattern = PATTERNS[kind].format(words, plural=rules(tag).plural)
    plain = UNWRITTEN.sub("", pattern.translate(FOLDED)).replace("\\ ", r"\s+")
    flags = 0 if kind == "word" and words.isupper() else re.IGNORECASE
    return re.compile(re.sub(r"(?<!\[) (?![\]-])", r"\\s+", plain), flags)


PATTERNS: Mapping[str, str] = {
    "word": r"(?<!\w)(?:{}){plural}(?!\w)",
    "stem": r"(?<!\w)(?:{})\w*",
    **{"substring": "{}", "regex": "{}"},
    "arword": rf"(?<!\w){arabic.PREFIXES}(?:{{}}){arabic.SUFFIXES}(?!\w)",
}
"""The ways of matching that the termbase knows: ``match=stem prédat(eur|rice)``."""
