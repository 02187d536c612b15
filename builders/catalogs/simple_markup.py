"""Messages whose markup can be only one thing: read in one step, so that the gate looks closer at few.

Whatever is not as simple as this is for the splitter (``catalogs/inline.py``); a test compares the two.
"""

import re
from collections import Counter
from typing import NamedTuple

from builders.catalogs.inline import TEXT_ROLES, is_plain

_BEHIND = r"(?=[\s.,;:)!?'\"”’»/-]|[。，、；：）？！]|\Z)"


def _after(mark: str) -> str:
    """Return *mark* where it begins markup: what stands between brackets or quotation marks alone begins nothing."""
    return rf"{mark}(?:(?<!\S{mark})|(?<=[(（/、，。：；-]{mark})(?![)）])|(?<=['\"“‘«]{mark})(?=[\w.%$]))"


_STRONG, _EMPHASIS, _NOTE = _after(r"\*\*"), _after(r"\*"), r"\[(?<!\S\[)"
# Each branch begins with its mark, so that the search goes from mark to mark.
_MARKED = re.compile(
    rf"""(?:
      {_after("``")}(?P<literal> (?![\s)）])[^`\\]*[^`\\\s])``
    | {_after(":")}(?P<role> [a-z]+(?::[a-z]+)*):`(?P<content> (?![\s)）])[^`\\]+(?<=\S))`
    | {_after("`")}(?P<words> (?![\s)）])[^`<>\\]*[^`<>\\\s])[ ]<(?P<address> [^\s<>`\\]*[^\s<>`\\_])>`__?
    | {_NOTE}(?P<note> \#[a-z0-9]*|[a-z0-9]+)\]_
    | {_STRONG}(?P<strong> (?=[^\W_])[^*\\]+(?<=\S))\*\*
    | {_EMPHASIS}(?P<emphasis> (?=[^\W_])[^*\\]+(?<=\S))\*
    ){_BEHIND}""",
    re.VERBOSE,
)
_POINT = re.compile(r"\.[^\W\d]")
_SCHEME = re.compile(r"://|(?:tel|mailto):", re.IGNORECASE)
_HIDING = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff\uff06\uff0e\uff0f\uff1c"
    "\uff20\uff21-\uff3a\uff41-\uff5a\u2024\ufe52\ufe6b\ufe60]"
)


class Reading(NamedTuple):
    """What is in a message of simple markup; a tuple, as one is made for every text."""

    references: tuple[tuple[str, str], ...]
    """Roles, links and notes and what they refer to, in order."""
    shown: str
    """What readers see; what comes from elsewhere is a space."""
    own: str
    """The same without what stands in the source just so."""
    markup: frozenset[str]
    """Its pieces of markup, as they are written."""


def read(message: str, known: frozenset[str] = frozenset()) -> Reading | None:
    """Return what is in *message*, None when it needs the splitter; *known* is markup that stands in the source."""
    if "{" in message or "\\" in message:
        return None
    references: list[tuple[str, str]] = []
    shown: list[str] = []
    own: list[str] = []
    markup: list[str] = []
    place = 0
    for match in _MARKED.finditer(message):
        markup.append(match[0])
        before = message[place : match.start()]
        if match["role"]:
            role, target, text = _reference(match["role"], match["content"])
            references.append((role, target))
        elif match["address"]:
            text = match["words"]
            references.append(("link", match["address"]))
        elif match["note"]:
            text = ""
            references.append(("note", match["note"]))
        else:
            text = match[match.lastgroup or 0]
        shown += (before, text or " ")
        own += (before, "\1" if match[0] in known else f"\1{text}\1")
        place = match.end()
    rest = message[place:]
    if place == 0:
        is_text = is_plain(message.removesuffix("::"))
        return Reading(references=(), shown=message, own=message, markup=frozenset()) if is_text else None
    if not is_plain("\2".join((*own[::2], rest.removesuffix("::")))):
        return None
    return Reading(
        references=tuple(references), shown="".join((*shown, rest)), own="".join((*own, rest)), markup=frozenset(markup)
    )


def is_kept(source: Reading, translation: Reading) -> bool:
    """Whether *translation* keeps what *source* refers to, and holds nothing that needs a closer look."""
    wanted, found = source.references, translation.references
    is_same = wanted == found or Counter(wanted) == Counter(found)
    return is_same and not _is_suspect(translation.own)


def _is_suspect(text: str) -> bool:
    """Whether *text* holds what an address or HTML may begin with, or what hides it."""
    if _POINT.search(text) or (not text.isascii() and _HIDING.search(text)):
        return True
    if "<" in text or "&" in text or "@" in text:
        return True
    return ":" in text and _SCHEME.search(text) is not None


def _reference(role: str, content: str) -> tuple[str, str, str]:
    """Return the *role*, what it refers to, and what readers see of it in the message itself."""
    if role in TEXT_ROLES:
        return role, "", content
    opening = content.rfind("<")
    if opening > 0 and content.endswith(">"):
        return role, content[opening + 1 : -1], content[:opening].rstrip()
    return role, content, ""
