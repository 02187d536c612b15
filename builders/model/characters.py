"""Characters that no text may hold: one policy for the source, catalogs, tables, registries, files of others, names.

The reasons are those of the Unicode Standard, chapter 23 (special areas and format characters). What is typography
stays: soft hyphens, every visible space, direction marks, and direction isolates, which the gate of translations
wants closed. Line ends are left to each format.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_JOINING = "\u0600-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
"""Scripts whose letters join, or build syllables, from Arabic to Vedic: Persian, Urdu, Hindi, Bengali, Sinhala."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
"""Scripts that write words together, where only this character says where a line may end: Thai, Lao, Burmese, Khmer."""

_SIGNS = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
"""Signs that have a look as text and one as a picture (Unicode Technical Standard 51)."""

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)

_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "a control character": "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]",
        "a byte order mark within the text": "\ufeff",
        "what is left of a letter that was lost": "\ufffd",
        "no character at all": f"[{_NONCHARACTERS}]",
        "one half of a character": "[\ud800-\udfff]",
        "a character that means something to one program or font alone": "[\ue000-\uf8ff\U000f0000-\U0010fffd]",
        "an override of the direction, which shows letters in an order in which they are not": "[\u202a-\u202e]",
        "a line separator, where only some programs end the line": "[\u2028\u2029]",
        # Flags of regions are the only use of tags that is left; other tags carry hidden text.
        "a sign for programs alone": "[\u206a-\u206f\ufff0-\ufffb\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]",
        # Fillers of old Korean and Khmer, blank Braille: counted as letters, shown as nothing.
        "a letter that shows nothing": "[\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0]",
        "a joiner or an operator that shows nothing": "[\u2060-\u2065]",
        "a zero-width space beside letters that have spaces": f"(?<![{_UNSPACED}])\u200b|\u200b(?![{_UNSPACED}])",
        "a joiner beside what does not join": (
            f"(?<![{_JOINING}])\u200c(?![{_JOINING}])|(?<![{_JOINING}{_SIGNS}\ufe0f])\u200d(?![{_JOINING}{_SIGNS}])"
        ),
        "a selector behind what has no variants": (
            f"[\ufe03-\ufe0d]|(?<![{_HAN}])[\ufe00-\ufe02\U000e0100-\U000e01ef]"
            f"|(?<![{_SIGNS}])[\ufe0e\ufe0f](?!\u20e3)|(?<![\u1820-\u18aa])[\u180b-\u180d\u180f]"
        ),
        "one of a run of direction marks, of which one does it all": "[\u061c\u200e\u200f]{3,}",
    }
)
"""What is refused, and what it is: the reason that people are told."""

_FROM_RIGHT, _FROM_FIRST, _END = "\u2067", "\u2068", "\u2069"
"""Begins text from right to left; begins text whose first letter decides; ends either."""

DIRECTION_MARKS = "\u200e\u200f\u2066-\u2069"
"""Marks of direction, as part of a pattern: in translations, markup may stand directly at them, as at a space."""

_PATTERN = re.compile("|".join(f"({each})" for each in _REFUSED.values()))
_REASONS = tuple(_REFUSED)
_SUSPECTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u2065\u206a-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U0001fffe\U0001ffff\U0002fffe-\U0010ffff]"
)
"""All that the pattern can begin with: one look at a text that holds none of it, as most do."""

_ISOLATES = re.compile("[\u2066-\u2069]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """A character that no text may hold, at its place in a text."""

    offset: int
    character: str
    reason: str

    def __str__(self) -> str:
        return f"the character U+{ord(self.character):04X}, {self.reason}"


def unfit_characters(text: str) -> Iterator[Unfit]:
    """Yield every character of *text* that no text may hold, in its order."""
    if _SUSPECTS.search(text):
        for match in _PATTERN.finditer(text):
            yield Unfit(offset=match.start(), character=match[0][0], reason=_REASONS[(match.lastindex or 1) - 1])


def unfit_lines(text: str) -> Iterator[tuple[int, Unfit]]:
    """Yield the first such character of every line of *text* that has one, with the number of the line."""
    line, place, last = 1, 0, 0
    for unfit in unfit_characters(text):
        line += text.count("\n", place, unfit.offset)
        place = unfit.offset
        if line != last:
            yield line, unfit
            last = line


def fit(text: str) -> str:
    """Return *text* without what no text may hold."""
    while _SUSPECTS.search(text) and (rest := _PATTERN.sub("", text)) != text:
        text = rest
    return text


def line_fault(text: str) -> str:
    """Return why *text* cannot be a name or another text of one line; nothing where it can."""
    if "\n" in text or "\r" in text or "\t" in text:
        return "more than one line, or a tab"
    unfit = next(unfit_characters(text), None)
    return str(unfit) if unfit else ""


def name_fault(name: str) -> str:
    """Return why *name* cannot stand beside other text, as ``line_fault``; isolates would take that text along."""
    isolate = _ISOLATES.search(name)
    return line_fault(name) or (f"the character U+{ord(isolate[0]):04X}, an isolate" if isolate else "")


def as_seen(text: str) -> str:
    """Return *text* as readers take it in: without what shows nothing, in plain widths, all digits as 0 to 9."""
    if text.isascii():
        return text
    shown = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return re.sub(r"(?![0-9])\d", lambda match: str(unicodedata.decimal(match[0])), shown)


def is_blank(text: str) -> bool:
    """Whether readers see nothing of *text*."""
    return not as_seen(text).strip()


def without_unseen(text: str) -> str:
    """Return *text* without what nobody sees, every letter in one form (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def isolated(text: str) -> str:
    """Return *text* so that it can stand in a line of the other direction and be read; most texts as they are.

    Isolates keep letters from right to left together (Unicode Standard Annex 9), and whole in a line that begins on
    the left.
    """
    from_right = sum(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    if not from_right:
        return text
    from_left = sum(unicodedata.bidirectional(letter) == "L" for letter in text)
    return f"{_FROM_RIGHT if from_right >= from_left else _FROM_FIRST}{text}{_END}"


def shortened(text: str, most: int = 60) -> str:
    """Return *text* with an ellipsis in the place of what is beyond *most* characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def quoted(text: str) -> str:
    """Return *text* between quotation marks, to be named in a message."""
    return f"“{isolated(text)}”"
