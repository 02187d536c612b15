"""What keeps a translation from being one paragraph: lines, blocks, spaces at its edges, isolates."""

import re
from collections.abc import Iterator

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
_ANY_BLOCK = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _BLOCK_STARTS))
_WORD = re.compile(r"[^\W_]")
_ISOLATES, _CLOSER = re.compile("[\u2066-\u2069]"), "\u2069"


def block_faults(source: str, translation: str) -> Iterator[tuple[str, str, str]]:
    """Yield what makes of *translation* anything but one paragraph, as *source* is one."""
    if not _WORD.search(translation) and _WORD.search(source):
        yield "blank", "the translation has no word", "translate the message, or leave it empty"
    elif translation != translation.strip() and source == source.strip():
        yield "edge-space", "the translation begins or ends with a space", "delete the space"
    if "\n" in translation and "\n" not in source:
        yield "two-lines", "the translation has more than one line", "write one paragraph on one line"
    for pattern, name in _BLOCK_STARTS if _ANY_BLOCK.match(translation) else ():
        if pattern.match(translation) and not pattern.match(source):
            advice = f"put a backslash before it: \\{translation.split()[0]}"
            yield "one-block", f"the translation begins with {name}, so it is no paragraph any more", advice
            break
    if translation.endswith("::") and not source.endswith("::"):
        yield "one-block", "the translation ends with two colons and would begin a code block", "write one colon"
    if "#noqa" in translation and "#noqa" not in source:
        yield "check-switched-off", "the translation tries to switch a check off (#noqa)", "delete #noqa"


def is_balanced(text: str) -> bool:
    """Whether every isolate of *text* is closed."""
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += 1 if mark != _CLOSER else -1
        if depth < 0:
            break
    return depth == 0
