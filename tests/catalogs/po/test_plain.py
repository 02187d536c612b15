"""The quick look at plain entries gives what reading line by line gives, and the same refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.catalogs.po import reading
from builders.catalogs.po.plain import read_plain
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.problems import Problem
from tests.real_text import LOCALE

IS_SLOW = settings.get_current_profile_name() == "slow"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = '# For a child.\n#. Read by: cubs.\n#: source/help.rst\nmsgctxt "hlp-1/text"\nmsgid "Help"\nmsgstr "Aide"\n'
LINES = (
    "",
    "",
    " ",
    "# For a child.",
    "# A tab\tand an end ",
    "#",
    "#no",
    "#. Read by: cubs. ",
    "#.",
    "#: source/help.rst",
    "#: ",
    "#, fuzzy",
    "#= fuzzy",
    "# = fuzzy",
    '#| msgid "Help"',
    'msgctxt "hlp-1/text"',
    'msgctxt ""',
    'msgid "Help"',
    'msgid "Home"',
    'msgid "A\\tB"',
    'msgid ""',
    'msgid  "Help"',
    'msgid "Help" ',
    'msgstr "Aide"',
    'msgstr "\u2028Chez\x85 soi\u00a0"',
    'msgstr ""',
    'msgstr "',
    'msgstr "\\q"',
    '"more"',
    '#~ msgid "Help"',
    '#~ msgstr "Aide"',
    "=======",
    "a\rb",
    "# Windows\r",
)
WHOLE = (
    'msgid "Help"\nmsgstr "Aide"\n',
    'msgid "Help"\nmsgstr "Aide"',
    'msgid "Home"\nmsgstr ""\n',
    ENTRY,
    ENTRY.replace("Help", "Home"),
)
BODIES = st.lists(st.sampled_from(WHOLE) | st.sampled_from(LINES), max_size=9).map("\n".join)


def outcome(data: bytes, *, is_mended: bool) -> object:
    """Return all that *data* is read as, or the refusal."""
    try:
        catalog = parse_catalog(data, "fr.po", is_mended=is_mended)
    except Problem as problem:
        return problem.code, problem.where, str(problem)
    lines = [entry.written for entry in catalog.entries]
    written = [each and (each.text, each.before, each.entry) for each in lines]
    return catalog, written, catalog.head, catalog.tail, format_catalog(catalog)


def line_by_line(data: bytes, *, is_mended: bool) -> object:
    """Return the outcome when nothing is taken as plain."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_plain", lambda *_: None)
        return outcome(data, is_mended=is_mended)


@settings(max_examples=1500 if IS_SLOW else 300)
@given(head=st.sampled_from((HEADER + "\n", HEADER, "", "\n\n" + HEADER)), body=BODIES, is_mended=st.booleans())
def test_whatever_is_read_at_a_glance_is_read_the_same_line_by_line(head: str, body: str, is_mended: bool) -> None:
    data = (head + body).encode()

    found = outcome(data, is_mended=is_mended)

    assert found == line_by_line(data, is_mended=is_mended)


@settings(max_examples=1500 if IS_SLOW else 300)
@given(place=st.integers(0, 260), taken=st.integers(0, 3), put=st.text('#.:~|, "\\nmsgidctxtr\n\t=', max_size=3))
def test_so_is_every_catalog_with_a_slip_of_the_hand(place: int, taken: int, put: str) -> None:
    text = f"{HEADER}\n{ENTRY}\n\n{ENTRY.replace('Help', 'Home')}\n"
    data = (text[:place] + put + text[place + taken :]).encode()

    found = outcome(data, is_mended=False)

    assert found == line_by_line(data, is_mended=False)


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(LOCALE.glob("*/LC_MESSAGES/*.po")), ids=lambda path: path.parts[-3])
def test_so_are_the_catalogs_of_these_guidelines(path: Path) -> None:
    data = path.read_bytes()

    found = outcome(data, is_mended=False)

    assert found == line_by_line(data, is_mended=False)


def test_an_entry_as_update_writes_it_is_plain() -> None:
    found = read_plain(f"\n{ENTRY}\n", 0, 7, "")

    assert found is not None
    assert (found.entry.key, found.entry.msgstr, found.entry.line) == (("hlp-1/text", "Help"), "Aide", 12)
    assert found.entry.written.text == ENTRY.removesuffix("\n")
    assert (found.length, found.lines) == (len(ENTRY) + 1, 7)


@pytest.mark.parametrize(
    "text",
    [
        'msgid "Help"\nmsgstr "Aide"\nmsgid "Home"\n',
        'msgid "Help"\nmsgstr "Aide"',
        'msgid ""\nmsgstr "Aide"\n',
        'msgid "A \\"B\\""\nmsgstr "Aide"\n',
        'msgid "Help"\nmsgstr ""\n"Aide"\n',
        '#, fuzzy\nmsgid "Help"\nmsgstr "Aide"\n',
        '#~ msgid "Help"\n#~ msgstr "Aide"\n',
        '#: help.rst\n# Late.\nmsgid "Help"\nmsgstr "Aide"\n',
    ],
)
def test_everything_else_takes_a_closer_look(text: str) -> None:
    assert read_plain(text, 0, 1, "") is None
