"""Compares two states of a catalog, byte by byte: which entries differ, and in which lines."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff

HEADER = "the header"


@dataclass(frozen=True)
class Difference:
    """An entry of which some bytes are others than before."""

    text: str
    """Its English text, or HEADER."""
    gone: tuple[str, ...]
    came: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"    - {line}" for line in self.gone] + [f"    + {line}" for line in self.came]
        return "\n".join((f"  {self.text}", *lines))


def differences(before: bytes, after: bytes) -> list[Difference]:
    """Return the entries that differ between two states of a catalog, also those that only one of them has."""
    old, new = dict(_entries(before)), dict(_entries(after))
    found = []
    for key in [*old, *(each for each in new if each not in old)]:
        ours, theirs = old.get(key, ""), new.get(key, "")
        if ours != theirs:
            marked = list(ndiff(ours.splitlines(), theirs.splitlines()))
            gone, came = ([line[2:] for line in marked if line.startswith(sign)] for sign in ("- ", "+ "))
            found.append(Difference(key[1] or HEADER, tuple(gone), tuple(came)))
    return found


def _entries(data: bytes) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what stands between two empty lines, by context and English text; no line of the file is left out."""
    for number, block in enumerate(data.decode().split("\n\n")):
        text = "".join(map(_quoted, re.findall(r'^(?:#~ )?msgid ((?:"[^\n]*"\n?)+)', block, re.MULTILINE)))
        context = re.search(r'^(?:#~ )?msgctxt "(.*)"$', block, re.MULTILINE)
        is_old = block.lstrip().startswith("#~")
        yield (
            (f"{context[1] if context else ''}{is_old}{number if not text and number else ''}", text),
            block.strip("\n"),
        )


def _quoted(lines: str) -> str:
    return "".join(ast.literal_eval(line) for line in lines.splitlines() if line)
