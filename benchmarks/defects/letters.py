"""Defects in letters and marks: typography of another language, look-alikes, invisible and broken characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from benchmarks.defects.corpus import Entry
from benchmarks.defects.texts import Span, choice, is_open, words

_QUOTES = {"fr": "«\u00a0|\u00a0»", "es": "[«»]", "ar": "[«»]", "zh-Hans": "[“”]", "ru": "[«»]"}
_FOREIGN_QUOTES = {"fr": "“”", "es": '""', "ar": "“”", "zh-Hans": '""', "ru": '""'}
_LOOK_ALIKE = {
    "fr": dict(zip("aeocpi", "аеосрі", strict=True)),
    "es": dict(zip("aeocpi", "аеосрі", strict=True)),
    "ru": dict(zip("аеосрх", "aeocpx", strict=True)),
    "ar": {"ي": "ی", "ك": "ک", "ه": "ہ"},
    "zh-Hans": {
        "人": "⼈",
        "大": "⼤",
        "小": "⼩",
        "心": "⼼",
        "手": "⼿",
        "日": "⽇",
        "言": "⾔",
        "用": "⽤",
        "一": "⼀",
    },
}
_TRADITIONAL = dict(zip("们这说请儿网来个时会为图让对话学", "們這說請兒網來個時會為圖讓對話學", strict=True))
_MARKS: Mapping[str, Mapping[str, str]] = {
    "fr": {"’": "'", "…": "...", "«\u00a0": '"'},
    "es": {"¿": "", "¡": ""},
    "ar": {"،": ",", "؟": "?", "؛": ";"},
    "zh-Hans": {"，": ",", "。": ".", "？": "?", "：": ":", "、": ",", "（": "("},
    "ru": {" — ": " - ", "—": "-"},
}
_SPACES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fr": (("\u00a0([;:?!%»])", r"\1"), ("«\u00a0", "«"), ("\u00a0([;:?!])", r" \1"), (" ?, ", " , ")),
    "es": (("([.?!]) ", r" \1 "), (", ", " , "), ("¿", "¿ "), (", ", ",")),
    "ar": (("، ", " ، "), ("، ", "،"), ("؟", " ؟"), (r"\. ", ".")),
    "zh-Hans": (("，", "， "), ("。(?=.)", "。 "), ("、", "、 "), ("“", " “")),
    "ru": ((", ", " , "), (r"\. ", "."), (" — ", "— "), ("«", "« "), (", ", ",")),
}
_ENDS = {".": "!?", "。": "！？", "?": ".", "؟": ".", "？": "。", "!": ".", "！": "。"}
_CHINESE_WORDS = "儿童|孩子|可以|帮助|服务|学校|消息|大人|手语|灯串|内容|我们|自己|什么|没有|图片"
INVISIBLE = "\u200b\u00ad\u2060\ufeff\u3164\u034f\u180e"
BIDI = "\u202e\u202d\u202b\u200f\u2067\u061c"
TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore")
PRIVATE = "\ue000\uf8ff\ufdd0\ufffd"


def _inside_word(text: str, random: Random, shortest: int = 4) -> int | None:
    """Return a place in the middle of a word."""
    span = choice(random, words(text, shortest)) or choice(random, words(text, 2))
    return random.randrange(span[0] + 1, span[1]) if span else None


def _one(text: str, pattern: str, new: str, random: Random) -> str | None:
    """Return *text* with *new* in one of the places of *pattern*."""
    places = [match for match in re.finditer(pattern, text) if is_open(text, match.span())]
    if not places:
        return None
    match = random.choice(places)
    return text[: match.start()] + match.expand(new) + text[match.end() :]


def quotes_foreign(entry: Entry, random: Random) -> str | None:
    """The quotation marks are those of another language."""
    if not re.search(_QUOTES[entry.tag], entry.text):
        return None
    opening, closing = random.choice((_FOREIGN_QUOTES[entry.tag], "„“", "''"))
    return re.sub(_QUOTES[entry.tag], lambda match: opening if match[0][0] in "«“" else closing, entry.text)


def mark_foreign(entry: Entry, random: Random) -> str | None:
    """A mark is that of another language, or of a typewriter."""
    found = [(mark, new) for mark, new in _MARKS[entry.tag].items() if mark in entry.text]
    if not found:
        return None
    mark, new = random.choice(found)
    return _one(entry.text, re.escape(mark), new, random)


def space_wrong(entry: Entry, random: Random) -> str | None:
    """A space is missing, or stands where it must not."""
    found = [each for each in _SPACES[entry.tag] if re.search(each[0], entry.text)]
    return _one(entry.text, *random.choice(found), random) if found else None


def space_doubled(entry: Entry, random: Random) -> str | None:
    """A space stands twice."""
    return _one(entry.text, "(?<=[\\w.,]) (?=\\w)", "  ", random)


def end_dropped(entry: Entry, random: Random) -> str | None:
    """The last mark is missing."""
    return entry.text[:-1] if entry.text[-1:] in _ENDS and entry.english[-1:] in ".?!" else None


def end_changed(entry: Entry, random: Random) -> str | None:
    """A statement ends as a question or a call, or the reverse."""
    if entry.text[-1:] not in _ENDS or entry.english[-1:] not in ".?!":
        return None
    new = random.choice(_ENDS[entry.text[-1]])
    return entry.text[:-1] + ("\u00a0" * (entry.tag == "fr" and new in "?!")) + ("؟" if _arabic(entry, new) else new)


def _arabic(entry: Entry, mark: str) -> bool:
    return entry.tag == "ar" and mark == "?"


def word_doubled(entry: Entry, random: Random) -> str | None:
    """A word stands twice."""
    if entry.tag.startswith("zh"):
        return _one(
            entry.text,
            "(儿童|孩子|可以|帮助|服务|学校|消息|大人|手语|灯串|内容|我们|自己|什么|没有|图片)",
            r"\1\1",
            random,
        )
    places = [(start, end) for start, end in words(entry.text, 2) if _is_apart(entry.text, start, end)]
    span = choice(random, places)
    if not span:
        return None
    return entry.text[: span[1]] + " " + entry.text[slice(*span)].lower() + entry.text[span[1] :]


def _is_apart(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("", " ") and text[end : end + 1] in ("", " ", ".", ",")


def look_alike(entry: Entry, random: Random) -> str | None:
    """A letter is one that looks like it, of another script."""
    table = _LOOK_ALIKE[entry.tag]
    places = [at for at, letter in enumerate(entry.text) if letter in table and is_open(entry.text, (at, at + 1))]
    if not places:
        return None
    at = random.choice(places)
    return entry.text[:at] + table[entry.text[at]] + entry.text[at + 1 :]


def other_script(entry: Entry, random: Random) -> str | None:
    """Characters are traditional ones, as a machine writes them that has seen both."""
    if not entry.tag.startswith("zh") or not any(each in entry.text for each in _TRADITIONAL):
        return None
    return entry.text.translate(str.maketrans(_TRADITIONAL))


def mojibake(entry: Entry, random: Random) -> str | None:
    """A word was read in another encoding."""
    places = [span for span in words(entry.text, 3) if not entry.text[slice(*span)].isascii()]
    span = choice(random, places)
    if not span:
        return None
    start, end = (span[0], min(span[1], span[0] + 6))
    return entry.text[:start] + misread(entry.text[start:end]) + entry.text[end:]


def misread(text: str) -> str:
    """Return *text* as a program shows it that takes UTF-8 for Windows-1252."""
    return "".join(_as_windows(byte) for byte in text.encode())


def _as_windows(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def invisible(entry: Entry, random: Random) -> str | None:
    """A character that nobody sees stands in a word."""
    return _put_inside(entry, random.choice(INVISIBLE), random)


def bidi(entry: Entry, random: Random) -> str | None:
    """A mark turns the direction of what follows."""
    known = BIDI.replace("\u200f", "").replace("\u061c", "") if entry.tag == "ar" else BIDI
    return _put_inside(entry, random.choice(known), random)


def tag_characters(entry: Entry, random: Random) -> str | None:
    """A hidden message in tag characters stands in a word."""
    return _put_inside(entry, TAGS, random)


def private_character(entry: Entry, random: Random) -> str | None:
    """A character without meaning stands in a word."""
    return _put_inside(entry, random.choice(PRIVATE), random)


def _put_inside(entry: Entry, characters: str, random: Random) -> str | None:
    at = _inside_word(entry.text, random)
    return None if at is None else entry.text[:at] + characters + entry.text[at:]


def marked_word(text: str, random: Random) -> Span | None:
    """Return a longer word of *text*; two characters in a text without spaces."""
    span = choice(random, words(text, 4)) or choice(random, words(text, 2))
    if span and ord(text[span[0]]) > 0x2E80:
        return span[0], span[0] + 2
    return span
