"""What may stand in a catalog: the little that ours use, and all that gettext knows, for other projects."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PLAIN_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """Which lines a catalog may have."""

    keyword: re.Pattern[str]
    """A keyword, and what follows it."""
    mark: re.Pattern[str]
    """How a comment begins."""
    escapes: Mapping[str, str]
    """What a character means behind a backslash."""
    is_strict: bool = True
    """Whether an entry is refused that other programs take, or for which they only have a warning."""


OURS = Dialect(
    keyword=re.compile(r"(msgctxt|msgid|msgstr) +(.*)"),
    mark=re.compile(r"#(?:#|(?:[.:,=|]|~\|?)?(?:[ \t]|$))"),
    escapes=_PLAIN_ESCAPES,
)
"""Texts without plural forms, each with a name that is not empty, if any."""
GETTEXT = Dialect(
    keyword=re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]\])?)[ \t]*(\".*)"),
    mark=re.compile("#"),
    escapes=_PLAIN_ESCAPES | {"r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"},
    is_strict=False,
)
"""Everything that msgfmt takes."""
