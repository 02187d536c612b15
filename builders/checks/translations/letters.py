"""Letters of a translation: those of its language, whole, visible, and none that only looks like one of them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from builders.checks.checking import Remark, check
from builders.checks.source.characters import UNSEEN, script
from builders.checks.translations.pairs import Pair, Translation
from builders.checks.translations.prose import Fault, around, in_class
from builders.language.typography import Typography, typography
from builders.model.characters import unfit_characters

_UNSEEN = re.compile(f"[{''.join(UNSEEN)}]")
_SPACES = re.compile("[\u1680\u2000-\u2008\u200a\u205f]|(?<![\u3400-\u9fff\u3001\u3002])\u3000(?![\u3400-\u9fff])")
_FORMS = re.compile(
    "[\ufb00-\ufd3d\ufd40-\ufdf9\ufdfb-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f"
    "\u2e80-\u2fdf\uf900-\ufaff\u2100-\u210f\u2112\u2115\u2119-\u211d\u2160-\u217f\u2460-\u24ff\U0001d400-\U0001d7ff]+"
)
"""Letters in a form for old programs: joined Arabic ones, ligatures, full-width, circled and mathematical ones."""
_TATWEEL = re.compile("(?<=[\u0621-\u064a])\u0640+(?=[\u0621-\u064a])")
_PILED = re.compile("[\u0300-\u036f\u20d0-\u20ff]{2,}|[\u0300\u0302-\u036f]")
_PICTURES = re.compile("[\u2190-\u21ff\u2500-\u2bff\U0001f000-\U0001faff\ufe0f]")


def character_faults(message: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield every character of *message* that no text of the language should have and its *source* has not."""
    if message.isascii():
        yield from (_unfit(each.offset, each.character, str(each)) for each in unfit_characters(message))
        return
    for each in unfit_characters(message):
        yield _unfit(each.offset, each.character, str(each))
    for match in _UNSEEN.finditer(message):
        if not _is_needed(message, match, known) and match[0] not in source:
            told = f"a character that nobody sees: {UNSEEN[match[0]]}"
            yield Fault(start=match.start(), end=match.end(), message=told, instead="")
    for match in _SPACES.finditer(message):
        told = f"a space of another width: U+{ord(match[0]):04X}"
        yield Fault(start=match.start(), end=match.end(), message=told, instead=" ")
    yield from _form_faults(message, source, known)


def _is_needed(message: str, match: re.Match[str], known: Typography) -> bool:
    """Whether the language needs a character that nobody sees at this place: never between letters of its own."""
    beside = message[max(0, match.start() - 1) : match.start()] + message[match.end() : match.end() + 1]
    return match[0] in known.unseen and len(re.findall(f"[{known.script}]", beside)) < 2


def _unfit(place: int, character: str, message: str) -> Fault:
    is_seen = character in "\ufffd" or "\ue000" <= character <= "\uf8ff"
    return Fault(start=place, end=place + 1, message=message, instead=None if is_seen else "")


def _form_faults(message: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield letters in another form than the plain one."""
    for match in _FORMS.finditer(message):
        plain = unicodedata.normalize("NFKC", match[0])
        if match[0] not in source and plain != match[0]:
            told = f"{match[0]} (U+{ord(match[0][0]):04X}) instead of {plain}"
            yield Fault(start=match.start(), end=match.end(), message=told, instead=plain)
    for match in _TATWEEL.finditer(message):
        shown = around(message, *match.span())
        yield Fault(start=match.start(), end=match.end(), message=f"a lengthened letter: “{shown}”", instead="")
    composed = unicodedata.normalize("NFC", message)
    if composed != message and unicodedata.normalize("NFC", source) == source and not _FORMS.search(message):
        yield from _apart(message)
    for match in _PILED.finditer(composed):
        yield Fault(start=0, end=0, message=f"an accent beside its letter: “{around(composed, *match.span())}”")
    for match in _PICTURES.finditer(message):
        if match[0] not in source:
            yield Fault(start=match.start(), end=match.end(), message=f"the sign {match[0]}, which the source has not")


def _apart(message: str) -> Iterator[Fault]:
    """Yield letters of *message* that are written as a bare letter and an accent."""
    for match in re.finditer(r"[^\W\d_]\W+?(?!\w)|[^\W\d_][\u0300-\u036f\u0653-\u0655]+", message):
        whole = unicodedata.normalize("NFC", match[0])
        if whole != match[0]:
            yield Fault(start=match.start(), end=match.end(), message=f"the letter {whole} taken apart", instead=whole)


def _told(translation: Translation, pair: Pair, faults: Iterator[Fault]) -> Iterator[Remark]:
    told: set[str] = set()
    for fault in faults:
        if fault.message not in told:
            told.add(fault.message)
            yield pair.remark(fault.message, target=pair.target.message[fault.start : fault.end].strip())


@check("odd-character")
def odd_character(translation: Translation) -> Iterator[Remark]:
    """A translation holds a character that no text may hold, that nobody sees, or that is the old form of a letter."""
    for pair in translation.pairs:
        known = typography(pair.target.tag)
        yield from _told(translation, pair, character_faults(pair.target.message, pair.source.message, known))


_CASED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Scripts with letters that look like those of another one."""
_OF_OTHERS = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1c80-\u1cbf\u2c80-\u2cff\u2de0-\u2dff\ua640-\ua69f]"
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LIKE = frozenset("aceopxyikmhtbABCEHKMOPTXYIS")
"""Latin letters that print like Cyrillic ones."""
_OWN_NAMES = {
    "LATIN": ("LATIN", "FEMININE", "MASCULINE", "MODIFIER"),
    "CYRILLIC": ("CYRILLIC",),
    "GREEK": ("GREEK", "MICRO"),
}
_TO_CYRILLIC: Mapping[int, int] = str.maketrans("aceopxykABCEHKMOPTXY", "асеорхукАВСЕНКМОРТХУ")
_TO_LATIN: Mapping[int, int] = str.maketrans("асеорхуіјѕАВСЕНКМОРТХУІЅ", "aceopxyijsABCEHKMOPTXYIS")


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
            if set(word) <= _LATIN_LIKE and _is_in_text(text, match, known) and not _has_word(source, word):
                message = f"“{word}” is written in Latin letters that look like Cyrillic ones"
                yield Fault(start=match.start(), end=match.end(), message=message, instead=_plain(word, own))
            continue
        scripts = {script(letter) for letter in word} - _NO_SCRIPTS
        strange = scripts - set(_OWN_NAMES.get(own, (own,)))
        if strange and not _has_word(source, word) and _is_mixed(word, scripts, own):
            letters = ", ".join(f"{each} U+{ord(each):04X}" for each in dict.fromkeys(word) if script(each) in strange)
            message = f"“{word}” has letters of another script: {letters}"
            yield Fault(start=match.start(), end=match.end(), message=message, instead=_plain(word, own))


@lru_cache(maxsize=64)
def _own_word(known: Typography) -> re.Pattern[str]:
    return re.compile(f"[{known.script}]+")


def _has_word(text: str, word: str) -> bool:
    return word in text and word in _WORD.findall(text)


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


def _plain(word: str, own: str) -> str | None:
    """Return *word* wholly in the script *own*, None where that is no question of letters that look alike."""
    plain = word.translate(_TO_CYRILLIC if own == "CYRILLIC" else _TO_LATIN if own == "LATIN" else {})
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
    for pair in translation.pairs:
        faults = mixed_faults(pair.target.text, pair.source.text, typography(pair.target.tag))
        yield from (pair.remark(each.message, target=pair.target.text[each.start : each.end]) for each in faults)


@lru_cache(maxsize=64)
def _strange(known: Typography) -> re.Pattern[str]:
    swapped = in_class("".join(known.swapped))
    accented = "".join(map(chr, [*range(0xE0, 0xF7), *range(0xF8, 0x250), *range(0x450, 0x530)]))
    others = "".join(letter for letter in accented if letter.islower() and letter not in known.letters)
    others += "".join(letter.upper() for letter in others if len(letter.upper()) == 1 and not letter.upper().isascii())
    return re.compile(rf"\w*[{swapped}{others if known.letters else ''}]\w*")


def alphabet_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield letters of *text* that belong to a sister alphabet, unless the *source* has the word."""
    if not (known.letters or known.swapped) or text.isascii() or any(misread_faults(text, source, known)):
        return
    for match in _strange(known).finditer(text):
        word = match[0]
        if word not in source:
            plain = "".join(known.swapped.get(letter, letter) for letter in word)
            strange = [each for each in word if each in known.swapped] or _beyond(word, known)
            message = f"{', '.join(dict.fromkeys(strange))} is no letter of the language: “{_short(word)}”"
            yield Fault(start=match.start(), end=match.end(), message=message, instead=plain if plain != word else None)


def _beyond(word: str, known: Typography) -> list[str]:
    return [each for each in word if each.isalpha() and not each.isascii() and each.lower() not in known.letters]


def _short(word: str) -> str:
    return word if len(word) <= 16 else f"{word[:15]}…"


@check("foreign-alphabet")
def foreign_alphabet(translation: Translation) -> Iterator[Remark]:
    """A translation has letters of another language that has the same script."""
    for pair in translation.pairs:
        faults = alphabet_faults(pair.target.text, pair.source.text, typography(pair.target.tag))
        yield from (pair.remark(each.message, target=pair.target.text[each.start : each.end]) for each in faults)


_FOLLOWS = "\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
"""What the second byte of UTF-8 becomes in Latin-1 and in Windows-1252."""
_MISREAD = re.compile(
    rf"[\u00c2-\u00df][{_FOLLOWS}]|[\u00e0-\u00ef][{_FOLLOWS}]{{2}}|â€|ï»¿|(?:[РСÐÑØÙ][\u0080-\u00bfЂЃѓЉЊЌЋЏђ-џ‚„…†‡€‰‹›‘’“”•–—™°±Іі]){{2,}}"
    r"|[À-ÖØ-öø-ÿ]{4,}|[─-╿]{2,}|(?<=[^\W\d_])\?\?(?=[^\W\d_])|\ufffd|锟斤拷|(?<=[^\W\d_])\?(?=[a-zа-яё])"
)
_READ = ("cp1252", "latin-1", "cp1251", "cp1256", "mac-roman")


def misread_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield what has become of letters of *text* that a program has read in the wrong encoding."""
    yield from _misread(text, source)


@lru_cache(maxsize=16384)
def _misread(text: str, source: str) -> tuple[Fault, ...]:
    if text.isascii() and "?" not in text:
        return ()
    found: list[Fault] = []
    for match in _MISREAD.finditer(text):
        is_quoted = match[0][1:] in ("\u00a0»", "\u202f»")  # the end of a French word in quotation marks
        if match[0] not in source and not is_quoted and (len(match[0]) != 2 or _was_letter(match[0])):
            message = f"letters that were read in the wrong encoding: “{around(text, *match.span())}”"
            found.append(Fault(start=match.start(), end=match.end(), message=message))
    return tuple(found)


def _was_letter(pair: str) -> bool:
    """Whether two characters are the bytes of one that a text may well hold."""
    for encoding in _READ[:2]:
        try:
            letter = pair.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return (
            len(letter) == 1 and re.match("[\u00a0-\u017f\u0391-\u03c9\u0401-\u0451\u0600-\u06ff]", letter) is not None
        )
    return pair in ("â€", "??")


@check("mojibake")
def mojibake(translation: Translation) -> Iterator[Remark]:
    """A translation has letters that a program has read in the wrong encoding."""
    for pair in translation.pairs:
        faults = misread_faults(pair.target.text, pair.source.text, typography(pair.target.tag))
        for each in islice(faults, 1):
            yield pair.remark(each.message, target=pair.target.text[each.start : each.end])
