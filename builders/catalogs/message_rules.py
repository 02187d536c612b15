"""The message gate: what a translation may hold, decided without Sphinx and docutils.

Stock Sphinx drops a translation that parses to anything but a paragraph, and prints
English with exit code 0 (sphinx-doc/sphinx #5321). Here every such message is an
error with its line, and the inline markup is a closed list: what the source has.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from builders.catalogs.addresses import addresses
from builders.catalogs.inline import PLACEHOLDER, Kind, Piece, is_plain, residue, shown, signature, split
from builders.model.characters import as_seen
from builders.model.findings import Finding, Location
from builders.model.messages import Catalog, CatalogEntry

# What docutils reads as the start of a block, not of a paragraph (docutils.parsers.rst.states.Body).
_BLOCK_STARTS = (
    (re.compile(r"[-*+•‣⁃]\s"), "a bullet"),
    (re.compile(r"(\(?(\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)[.)])\s"), "a list number"),
    (re.compile(r":(?![: ])([^:\\]|\\.)*(?<! ):(\s|$)"), "a field name"),
    (re.compile(r"\|\s"), "a line block"),
    (re.compile(r">>>\s"), "a doctest block"),
    (re.compile(r"\.\.(\s|$)"), "a directive or comment"),
    (re.compile(r"__(\s|$)"), "an anonymous target"),
    (re.compile(r"\+-[-+]+-\+"), "a table"),
    (re.compile(r"(-{1,2}|/)[A-Za-z0-9]\S*(  |$)"), "an option list"),
)
_PHONE = re.compile(r"(?<!\d)(?<!\d[ .])(?!\d{1,2}([./-])\d{1,2}\1\d{4}(?!\d))[+0](?:[ .()/-]{0,2}\d){6,20}")
"""A telephone number as most countries write it; no date."""
_NUMBER = re.compile(r"(?<!\d)(\d{1,3})((?:[ .,'’٬]\d{3})+)(?!\d)|\d+")
_AMOUNT = re.compile(
    r"(?<!\d)\d+(?:[.,'’٬]\d+| \d{3}(?!\d))*(?: ?(?P<scale>hundred|thousand|million|billion|trillion|[万萬亿億]))?"
)
"""An amount, and the word that its zeros may be in."""
_LONG = 3
"""From how many digits on a number is compared."""
_ISOLATES, _CLOSER = re.compile("[\u2066-\u2069]"), "\u2069"
_APART = "write \\ and a space between the markup and a word, or close it"
_ONLY_OF_THE_SOURCE = "remove it; only what the source has is allowed"
_OPENED = {"``": "literal text", "`": "text in backquotes", "|": "substitution", "_`": "target"}
_OPENED |= {"**": "strong text", "*": "emphasis"}
_HTML = re.compile(
    r"(?i)&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|</[a-z][a-z0-9]*>|<[a-z][a-z0-9]*(?:\s[^<>=]*=[^<>]*|\s?/)>"
    r"|<(?:a|b|big|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|script|small|span|strong|su[bp]|t[dhr]|table|u|ul)>"
)
"""What readers would see of HTML; ``<name>`` alone may be a word of the text."""

LONGEST_RATIO, LONGEST_ADDITION = 4, 80
"""A translation of more than 4 × the source + 80 characters is a mistake or an attack."""


def check_catalog(catalog: Catalog) -> Iterator[Finding]:
    """Yield everything that keeps *catalog* from being published."""
    for entry in catalog.active:
        if entry.msgstr and not entry.is_fuzzy:
            for check, message, hint in _faults(entry):
                location = Location(catalog.path, entry.line)
                yield Finding(check=check, location=location, message=message, hint=hint)


def _faults(entry: CatalogEntry) -> Iterator[tuple[str, str, str]]:
    source, translation = entry.msgid, entry.msgstr
    yield from _block_faults(source, translation)
    if len(translation) > LONGEST_RATIO * len(source) + LONGEST_ADDITION:
        what = f"the translation is {len(translation)} characters long, its source {len(source)}"
        yield "too-long", what, "remove what does not belong here"
        return
    own, other = split(source), split(translation)
    seen, found = as_seen(shown(own)), as_seen(shown(other))
    yield from _number_faults(f"{seen} {as_seen(source)}", found)
    if not _is_balanced(translation) and _is_balanced(source):
        yield "isolates", "the direction isolates do not match", "close every U+2066 … U+2068 with U+2069"
    is_marked = not (is_plain(source) and is_plain(translation))
    told = [*_signature_faults(source, translation), *_mark_faults(own, other)] if is_marked else []
    yield from told
    known = {*addresses(seen), *(piece.target for piece in own)}
    for address in sorted({*addresses(found)} - known):
        # In Chinese, the words around an address may touch it.
        is_known = known.issuperset(re.findall(r"[!-~]+", address))
        if not is_known and not any(address in message for _, message, _ in told):
            yield "markup-added", f"the translation adds the address {address}", _ONLY_OF_THE_SOURCE
    for html in sorted((Counter(_HTML.findall(found)) - Counter(_HTML.findall(seen))).elements()):
        yield "html-shown", f"readers would see {html} as it stands", "write the character itself, without HTML"


def _block_faults(source: str, translation: str) -> Iterator[tuple[str, str, str]]:
    if not _has_word(translation) and _has_word(source):
        yield "blank", "the translation has no word", "translate the message, or leave it empty"
    elif translation != translation.strip() and source == source.strip():
        yield "edge-space", "the translation begins or ends with a space", "delete the space"
    if "\n" in translation and "\n" not in source:
        yield "two-lines", "the translation has more than one line", "write one paragraph on one line"
    for pattern, name in _BLOCK_STARTS:
        if pattern.match(translation) and not pattern.match(source):
            advice = f"put a backslash before it: \\{translation.split()[0]}"
            yield "one-block", f"the translation begins with {name}, so it is no paragraph any more", advice
            break
    if translation.endswith("::") and not source.endswith("::"):
        yield "one-block", "the translation ends with two colons and would begin a code block", "write one colon"
    if "#noqa" in translation and "#noqa" not in source:
        yield "check-switched-off", "the translation tries to switch a check off (#noqa)", "delete #noqa"


def _has_word(text: str) -> bool:
    """Whether readers see a letter or a digit."""
    return any(unicodedata.category(character)[0] in "LN" for character in text)


def _number_faults(seen: str, found: str) -> Iterator[tuple[str, str, str]]:
    """A long number that the source has not is a telephone number or a mistake: facts are not typed by translators."""
    found = _without_amounts(seen, found)
    known = {number for whole, parts in _numbers(seen) for number in (whole, *parts)}
    phones = {re.sub(r"\D", "", match[0]) for match in _PHONE.finditer(seen)}
    added = [number for number, parts in _numbers(found) if number not in known and not known.issuperset(parts or "?")]
    calls = [number for match in _PHONE.finditer(found) if (number := re.sub(r"\D", "", match[0])) not in phones]
    for number in calls or added:
        yield "number-added", f"the translation adds the number {number}", "write only numbers of the source"


def _without_amounts(seen: str, found: str) -> str:
    """Return *found* without amounts of *seen* in another unit: 1.2 million is 120万, or 1 200 000."""
    amounts = {scale: {_digits(each) for each in _AMOUNT.finditer(seen) if each["scale"] or scale} for scale in (0, 1)}
    return _AMOUNT.sub(lambda each: " " if _digits(each) in amounts[bool(each["scale"])] else each[0], found)


def _digits(amount: re.Match[str]) -> str:
    return re.sub(r"\D", "", amount[0]).strip("0")


def _numbers(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every long number of *text* in digits alone, and what it falls into where spaces are between its parts.

    2,500, 2.500 and 2 500 are one number; 16 100 may be one as well, or two.
    """
    for match in _NUMBER.finditer(text):
        number = re.sub(r"\D", "", match[0])
        parts = tuple(part for part in match[0].split(" ") if len(part) >= _LONG) if " " in match[0] else ()
        if len(number) >= _LONG:
            yield number, parts


def _is_balanced(text: str) -> bool:
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += 1 if mark != _CLOSER else -1
        if depth < 0:
            break
    return depth == 0


def _signature_faults(source: str, translation: str) -> Iterator[tuple[str, str, str]]:
    wanted, found = Counter(signature(source)), Counter(signature(translation))
    for item in sorted((wanted - found).elements()):
        advice = "copy it from the source, with its marks, as it stands there; a space, or a backslash and a space, "
        yield "markup-lost", f"the translation has lost {item}", f"{advice}goes between it and a word"
    for item in sorted((found - wanted).elements()):
        yield "markup-added", f"the translation adds {item}", _ONLY_OF_THE_SOURCE
    alone = [Counter(re.findall(r"[{}]", PLACEHOLDER.sub("", text))) for text in (source, translation)]
    if PLACEHOLDER.search(source) and alone[1] - alone[0]:
        yield "brace-alone", "a brace of the translation stands alone", "write places as the source does: {page}"


def _mark_faults(own: Sequence[Piece], other: Sequence[Piece]) -> Iterator[tuple[str, str, str]]:
    """Marks of the translation that are not read as markup, or mean nothing, where the source has no such ones."""
    before, after = (Counter(_marks(pieces)) for pieces in (own, other))
    yield from sorted((after - before).elements())
    left, stands = (
        [mark for piece in pieces if piece.kind is Kind.TEXT for mark in residue(piece.text)] for pieces in (other, own)
    )
    # The same mark may stand beside another letter.
    alone, known = (Counter(re.sub(r"\w", "", mark) for mark in marks) for marks in (left, stands))
    if after <= before and alone - known:
        what = f"“{min(set(left) - set(stands), default=min(left))}” of the translation is printed as it stands"
        yield "markup-open", what, _APART


def _marks(pieces: Sequence[Piece]) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the marks of *pieces*: a start without its end, a role or no role before backquotes."""
    for before, piece in zip((None, *pieces), pieces, strict=False):
        if piece.kind is Kind.BROKEN:
            what = f"the {_OPENED[piece.target]} of the translation is not closed"
            yield "markup-open", what, f"write {piece.target} before and after it"
        elif piece.kind is Kind.ROLE and not piece.role:
            if role := before and re.search(r":[\w.+-]+:$", before.source):
                yield "markup-open", f"“{role[0]}{piece.source}” of the translation is printed as it stands", _APART
            else:
                what = f"“{piece.text}” stands in single backquotes, which mean nothing"
                yield "single-backquotes", what, "use the quotation marks of your language, or *emphasis*"
