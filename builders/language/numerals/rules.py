"""What a language writes numbers with; a language that nobody has described has digits alone."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ة": "ه",
    "ё": "е",
    "ʼ": "'",
    "’": "'",
    "‘": "'",
}
_SIGNS = {"٪": "%", "％": "%", "⁄": "/", "∕": "/", "٬": "’", "‐": "-", "‑": "-", "−": "-"}


class _Plain(dict[int, str]):
    """Every character as numbers are looked for in it; what shows nothing, and marks over a letter, are nothing."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        category = unicodedata.category(character)
        known = _LETTERS.get(character) or _SIGNS.get(character)
        if known:
            plain = known
        elif category in ("Mn", "Me", "Cf") or character == "\u0640":
            plain = ""
        elif category == "Nd":
            plain = str(unicodedata.decimal(character))
        elif category == "Zs":
            plain = " "
        elif ("\uff01" <= character <= "\uff5e" and character != "，") or category == "No" or 0x2160 <= point <= 0x217F:
            plain = unicodedata.normalize("NFKC", character).lower().replace("⁄", "/")
        else:
            plain = character.lower()
        self[point] = plain
        return plain


class _Single(dict[str, bool]):
    """Whether a character is one in a plain text, too, whatever stands before it."""

    def __missing__(self, character: str) -> bool:
        self[character] = known = len(_PLAIN[ord(character)]) == 1 and unicodedata.category(character) != "No"
        return known


_PLAIN, _SINGLE = _Plain(), _Single()
_ASCII = {point: chr(point).lower() for point in range(128)}


def plain(text: str) -> tuple[str, list[int] | range]:
    """Return *text* in small letters, plain digits and spaces, and where each of its characters comes from.

    A raised digit behind a digit, and a fraction of one character, are apart: ``10²`` is 10 and 2, ``2½`` is 2 and ½.
    """
    if text.isascii():
        return text.translate(_ASCII), range(len(text))
    if all(map(_SINGLE.__getitem__, set(text))):
        return text.translate(_PLAIN), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        written = _PLAIN[ord(character)]
        if letters and written[:1].isdecimal() and letters[-1].isdecimal() and unicodedata.category(character) == "No":
            written = f"^{written}"
        letters += written
        places += [place] * len(written)
    return "".join(letters), places


def folded(word: str) -> str:
    """Return *word* as it stands in a text that is plain."""
    return plain(unicodedata.normalize("NFC", word))[0]


def listed(text: str) -> Mapping[str, int]:
    """Return what *text* lists, a number and its words a line: ``2 two both``; ``_`` stands for a space in a word."""
    lines = (line.split() for line in text.strip().splitlines())
    pairs = ((folded(word.replace("_", " ")), int(line[0])) for line in lines for word in line[1:])
    return MappingProxyType(dict(pairs))


def several(text: str) -> frozenset[str]:
    """Return the words of *text* as they stand in a text that is plain."""
    return frozenset(map(folded, text.split()))


def carried(text: str) -> Mapping[str, frozenset[Fraction]]:
    """Return what *text* lists, words and the numbers that each may stand for a line: ``half: 1/2 50 30``."""
    found: dict[str, frozenset[Fraction]] = {}
    for line in text.strip().splitlines():
        words, _, numbers = line.partition(":")
        values = frozenset(map(Fraction, numbers.split()))
        for word in words.split():
            name = folded(word)
            found[name] = found.get(name, frozenset()) | values
    return MappingProxyType(found)


def units(text: str) -> Mapping[str, str]:
    """Return what *text* lists, a unit and the words for it a line, as patterns; ``*`` stands for any ending."""
    lines = (line.split() for line in text.strip().splitlines())
    return MappingProxyType({code: "|".join(map(_unit, words)) for code, *words in lines})


def _unit(word: str) -> str:
    return re.escape(folded(word.replace("_", " "))).replace(r"\*", r"\w*")


NOTHING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NumberRules:
    """How one language writes numbers, in digits and in words."""

    decimals: str = ".,٫"
    """What may stand between a number and its decimal fraction."""
    groups: str = " .,'’"
    """What may stand between groups of three digits."""
    words: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    """Words for 0 to 99 and 100, each form; the parser puts 21 together of 20 and 1."""
    ordinals: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    scales: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    """Words that multiply what stands before them: hundred, thousand, million."""
    unsure: frozenset[str] = frozenset()
    """Words of these that often mean something else: one, second, un."""
    carried: Mapping[str, frozenset[Fraction]] = field(default_factory=lambda: MappingProxyType({}))
    """Words that may stand for a number: both, half, week; only the beginning counts where they end in ``*``."""
    joiner: str = ""
    """What stands between tens and units: ``and``, ``et``, ``y``."""
    has_twenties: bool = False
    """Whether 70 to 99 are counted from 60 and 80, as in French."""
    prefix: str = ""
    """The pattern of what may be written together with a number word in front."""
    unit_first: str = ""
    """What joins units in front to tens behind: ``و`` in خمسة وعشرون."""
    suffixes: str = ""
    """The pattern of what makes an ordinal of digits: ``st``, ``er``, ``-й``."""
    ordinal_sign: str = ""
    """The pattern of what does it from the front: 第."""
    percent: str = ""
    """The pattern of words behind a number that are a per cent sign."""
    months: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    month_words: str = ""
    """The pattern of names of months that mean something else before a number."""
    dated_by: str = ""
    """The pattern of what says that a date follows, where the name of its month means something else."""
    dated_till: str = ""
    """The pattern of what says so from behind: the end of a sentence, or of a time that began there."""
    bare: str = ""
    """The pattern of what never stands without a number before it."""
    of: str = ""
    """The pattern of what may stand between day, month and year."""
    to: str = ""
    """The pattern of what stands between the ends of a range."""
    between: str = ""
    """The pattern of what makes a range of *and*, from the front."""
    also_to: str = ""
    """The pattern of that *and*."""
    among: str = ""
    """The pattern of what stands between a part and its whole: three *out of* ten."""
    whole: str = ""
    """The pattern of what stands between a whole and its part, where the whole comes first: 10名中有3名."""
    times: str = ""
    """The pattern of what says, behind a number, how many times more something is: three times as many are 多两倍."""
    hours: str = ""
    """The pattern of the word behind the hour of a time."""
    afternoon: str = ""
    """The pattern of what says that an hour is one after noon; *morning* of the others."""
    morning: str = ""
    numeral: str = ""
    """The characters that build numbers, where they are no words: 一二三."""
    weekday: str = ""
    """The pattern of what makes the name of a day of such a character: 星期三."""
    counted: str = ""
    """The characters behind such a number that are counted by it."""
    dual: str = ""
    """The pattern of a word that may say two by its ending alone."""
    units: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The pattern of what a number counts, by the code of the unit: ``hour``, ``day``."""
    unit_gap: str = r"[\s-]{1,2}[^\W\d]{2,12}[\s-]{1,2}"
    """The pattern of what may stand between a number and its unit: “24 working hours”."""


PLAIN_NUMBERS = NumberRules(scales=listed("10000 万 萬\n100000000 亿 億"))
