"""Characters of a translation and of its terms: none that no text may hold, that nobody sees, or that are mangled."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from builders.checks.checking import Remark, check
from builders.checks.source.characters import UNSEEN
from builders.checks.source.terms import term_remark
from builders.checks.translations.pairs import Translation
from builders.checks.translations.prose import Fault, Rule, around, conventions
from builders.language.typography import Typography
from builders.model.characters import unfit_characters
from builders.model.findings import Severity

_UNSEEN = re.compile(f"[{''.join(UNSEEN)}]")
_JOINERS = "\u200c\u200d"
"""Where letters do not join, no text may hold them (builders.model.characters)."""
_HYPHENATED = re.compile(r"[^\W\d_]{2}\u00ad[^\W\d_]{2}")
"""A word with a place where a line may end, as some write it."""
_SPACES = re.compile("[\u1680\u2000-\u2008\u200a\u205f]|(?<![\u3400-\u9fff\u3001\u3002])\u3000(?![\u3400-\u9fff])")
_FORMS = re.compile(
    "[\ufb00-\ufd3d\ufd40-\ufdf9\ufdfb-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f"
    "\u2e80-\u2fdf\uf900-\ufaff\u2100-\u210f\u2112\u2115\u2119-\u211d\u2160-\u217f\u2460-\u24ff\U0001d400-\U0001d7ff]+"
)
"""Letters in a form for old programs: joined Arabic ones, ligatures, full-width, circled and mathematical ones."""
_TATWEEL = re.compile("(?<=[\u0621-\u064a])\u0640+(?=[\u0621-\u064a])")
_PILED = re.compile("[\u0300-\u036f\u20d0-\u20ff]{2,}|[\u0300\u0302-\u036f]|(?<=[\u00c0-\u017f])\u0301")
_PICTURES = re.compile("[\u2190-\u21ff\u2500-\u2bff\U0001f000-\U0001faff\ufe0f]")


def character_faults(message: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield every character of *message* that no text of the language should have and its *source* has not."""
    for each in unfit_characters(message):
        yield _unfit(each.offset, each.character, str(each))
    if message.isascii():
        return
    for letter in sorted(filter(_is_unassigned, {*message} - {*source})):
        yield _unfit(message.index(letter), letter, f"the character U+{ord(letter):04X}, which is none")
    for match in _UNSEEN.finditer(message):
        if not _is_needed(message, match, known) and match[0] not in source:
            told = f"a character that nobody sees: {UNSEEN[match[0]]}"
            severity = Severity.WARNING if _HYPHENATED.match(message, max(0, match.start() - 2)) else None
            yield Fault(start=match.start(), end=match.end(), message=told, instead="", severity=severity)
    for match in _SPACES.finditer(message):
        told = f"a space of another width: U+{ord(match[0]):04X}"
        yield Fault(start=match.start(), end=match.end(), message=told, instead=" ")
    yield from _form_faults(message, source)


@lru_cache(maxsize=65536)
def _is_unassigned(letter: str) -> bool:
    """Whether *letter* is no character: pictures are added every year, other letters of this plane hardly ever."""
    return letter < "\U00010000" and unicodedata.category(letter) == "Cn" and not any(unfit_characters(letter))


def _is_needed(message: str, match: re.Match[str], known: Typography) -> bool:
    """Whether the language needs a character that nobody sees at this place: never between letters of its own.

    Persian and Hindi need joiners there; of a language that nobody has described, it is not known.
    """
    if match[0] in _JOINERS and not known.is_known:
        return True
    beside = message[max(0, match.start() - 1) : match.start()] + message[match.end() : match.end() + 1]
    return match[0] in known.unseen and len(re.findall(f"[{known.script}]", beside)) < 2


def _unfit(place: int, character: str, message: str) -> Fault:
    is_seen = character in "\ufffd" or "\ue000" <= character <= "\uf8ff"
    return Fault(start=place, end=place + 1, message=message, instead=None if is_seen else "")


def _form_faults(message: str, source: str) -> Iterator[Fault]:
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


_MANY = 20
"""Places that are enough to say that a text is mangled."""


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
            if len(found) == _MANY:
                break
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


def letter_remarks(translation: Translation, rule: Rule, *, is_whole: bool = False) -> Iterator[Remark]:
    """Yield a remark for everything that *rule* finds in translations and in the terms of their language.

    It looks at what readers see, or at the whole message, markup and all.
    """
    known = conventions(translation)
    for pair in translation.pairs:
        text, source = (each.message if is_whole else each.text for each in (pair.target, pair.source))
        found = {fault.message: fault for fault in rule(text, source, known)}
        for message, fault in found.items():
            yield pair.remark(message, target=text[fault.start : fault.end].strip(), severity=fault.severity)
    for term in translation.terms:
        if term.tag == translation.language.tag:
            for fault in rule(term.text, "", known):
                yield term_remark(term, fault.message)


@check("odd-character")
def odd_character(translation: Translation) -> Iterator[Remark]:
    """A translation or a term has a character that no text may hold or nobody sees, or the old form of a letter."""
    yield from letter_remarks(translation, character_faults, is_whole=True)


@check("mojibake")
def mojibake(translation: Translation) -> Iterator[Remark]:
    """A translation or a term has letters that a program has read in the wrong encoding."""
    yield from letter_remarks(translation, lambda *texts: islice(misread_faults(*texts), 1))
