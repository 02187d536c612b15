"""The message gate: what a translation may hold, decided without Sphinx and docutils.

Stock Sphinx drops a translation that parses to anything but a paragraph, and prints
English with exit code 0 (sphinx-doc/sphinx #5321). Here every such message is an
error with its line, and the inline markup is a closed list: what the source has.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

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
_ROLE = re.compile(r":([a-z][\w.+-]*):`(?:[^`]*<)?([^`<>]+)>?`")
_LINK = re.compile(r"(?<!:)`[^`<]*<([^`>]+)>`__?")
_FOOTNOTE = re.compile(r"\[(#?[\w-]*)\]_(?!\w)")
_SUBSTITUTION = re.compile(r"(?<![\w\\])\|[^|\s](?:[^|]*[^|\s])?\|")
_NAMED_REFERENCE = re.compile(r"(?<!:)`([^`<>]+)`_(?!_)|(?<![\w`])\w+_(?=[\s.,;:!?)]|$)")
# A full stop behind an address belongs to the sentence, and so does what Chinese writes without a space.
_ADDRESS = re.compile(
    r"(?:\b(?:https?|ftp)://[^\s<>`\"')\]\\。，、；：！？）」』》]+|\bmailto:[^\s。，、；：！？）」』》]+"
    r"|\b[\w.+-]+@[\w-]+\.[\w.-]+)(?<![.,;:!?])",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\{[a-z_]+\}")
_LONG_NUMBER = re.compile(r"\d{3,}")
_OPENERS, _CLOSER = "\u2066\u2067\u2068", "\u2069"
_PLAIN = re.compile(r"[^`*|_\\\[\]@:{}/\u2066-\u2069#]*")

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
        yield (
            "too-long",
            f"the translation is {len(translation)} characters long, its source {len(source)}",
            "remove what does not belong here",
        )
    yield from _number_faults(source, translation)
    if _PLAIN.fullmatch(source) and _PLAIN.fullmatch(translation):
        return
    yield from _character_faults(translation)
    yield from _signature_faults(source, translation)


def _block_faults(source: str, translation: str) -> Iterator[tuple[str, str, str]]:
    if not _has_word(translation) and _has_word(source):
        yield "blank", "the translation has no word", "translate the message, or leave it empty"
    elif translation != translation.strip():
        yield "edge-space", "the translation begins or ends with a space", "delete the space"
    if "\n" in translation:
        yield "two-lines", "the translation has more than one line", "write one paragraph on one line"
    for pattern, name in _BLOCK_STARTS:
        if pattern.match(translation) and not pattern.match(source):
            advice = f"put a backslash before it: \\{translation.split()[0]}"
            yield "one-block", f"the translation begins with {name}, so it is no paragraph any more", advice
            break
    if translation.endswith("::") and not source.endswith("::"):
        yield "one-block", "the translation ends with two colons and would begin a code block", "write one colon"
    if "#noqa" in translation:
        yield "check-switched-off", "the translation tries to switch a check off (#noqa)", "delete #noqa"


def _has_word(text: str) -> bool:
    """Whether readers see a letter or a digit; some letters of Unicode are blank."""
    return any(
        unicodedata.category(character)[0] in "LN" and character not in "\u3164\u115f\u1160" for character in text
    )


def _number_faults(source: str, translation: str) -> Iterator[tuple[str, str, str]]:
    """A long number that the source has not is a telephone number or a mistake: facts are not typed by translators."""
    known, found = (
        _LONG_NUMBER.findall(_ROLE.sub(" ", unicodedata.normalize("NFKC", text))) for text in (source, translation)
    )
    for number in found:
        if number not in known:
            yield "number-added", f"the translation adds the number {number}", "write only numbers of the source"


def _character_faults(translation: str) -> Iterator[tuple[str, str, str]]:
    depth = 0
    for character in translation:
        depth += (character in _OPENERS) - (character == _CLOSER)
        if depth < 0:
            break
    if depth:
        yield "isolates", "the direction isolates do not match", "close every U+2066 … U+2068 with U+2069"


def _signature_faults(source: str, translation: str) -> Iterator[tuple[str, str, str]]:
    wanted, found = Counter(signature(source)), Counter(signature(translation))
    for item in sorted((wanted - found).elements()):
        yield (
            "markup-lost",
            f"the translation has lost {item}",
            "copy it from the source, with its marks, as it stands there",
        )
    for item in sorted((found - wanted).elements()):
        yield "markup-added", f"the translation adds {item}", "remove it; only what the source has is allowed"
    if _PLACE.search(source) and re.search(r"[{}]", _PLACE.sub("", translation)):
        yield "brace-alone", "a brace of the translation stands alone", "write places as the source does: {page}"
    for kind, mark in (("strong text", "**"), ("literal text", "``")):
        if translation.count(mark) % 2:
            yield "markup-open", f"the {kind} of the translation is not closed", f"write {mark} before and after it"


def signature(text: str) -> Iterator[str]:
    """Yield what a translation must keep of *text*: references, addresses, footnotes, places."""
    rest = text
    for pattern, label in (
        (_ROLE, "the :{0}: reference to {1}"),
        (_LINK, "the link to {0}"),
        (_FOOTNOTE, "the footnote [{0}]_"),
    ):
        for match in pattern.finditer(rest):
            yield label.format(*(group.strip() for group in match.groups()))
        rest = pattern.sub(" ", rest)
    for pattern, label in (
        (_ADDRESS, "the address {0}"),
        (_SUBSTITUTION, "the substitution {0}"),
        (_PLACE, "the place {0}"),
        (_NAMED_REFERENCE, "the reference {0}"),
    ):
        for match in pattern.finditer(rest):
            yield label.format(match[0])
        rest = pattern.sub(" ", rest)
