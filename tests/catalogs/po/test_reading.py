"""A catalog is read with every message, or refused with its line and a remedy."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog, format_entry
from builders.model.characters import fit
from builders.model.messages import Catalog, CatalogEntry, MessageState
from builders.problems import Problem

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CASES = sorted((Path(__file__).parents[1] / "cases").glob("refused-*.po"))
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1).map(fit).filter(bool)


def parse(text: str) -> Catalog:
    return parse_catalog((HEADER + text).encode(), "fr.po")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_catalog_is_refused_as_its_case_says(case: Path) -> None:
    data = case.read_bytes()
    code, line, words = re.search(rb"# expect: ([\w-]+):(\d+): (.*)", data).groups()

    with pytest.raises(Problem) as refused:
        parse_catalog(data, "fr.po")

    assert refused.value.code == code.decode()
    assert refused.value.where[0].line == int(line)
    assert words.decode() in str(refused.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xef\xbb\xbf" + HEADER.encode(), "byte order mark"),
        (HEADER.encode() + 'msgid "a"\nmsgstr "é"\n'.encode("latin-1"), "not UTF-8"),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n', "charset"),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8x\\n"\n', "charset"),
        (b'msgid "a"\nmsgstr "b"\n', "without a header"),
        (b"", "no header"),
    ],
)
def test_a_catalog_that_is_not_plain_utf8_with_a_header_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Problem, match=words):
        parse_catalog(data, "fr.po")


def test_everything_a_translator_wrote_is_read() -> None:
    catalog = parse(
        '# why\n#. from the source\n#: a.rst\n#, fuzzy, no-wrap\n#| msgctxt "x"\n#| msgid "old"\n'
        'msgctxt "rec-pla-001/text"\nmsgid ""\n"one "\n"two"\nmsgstr "un \\"deux\\""\n\n'
        '#~ msgid "gone"\n#~ msgstr "parti"\n'
    )

    first, second = catalog.entries

    assert first.key == ("rec-pla-001/text", "one two")
    assert first.msgstr == 'un "deux"'
    assert first.comments == ("why",)
    assert first.extracted == ("from the source",)
    assert first.flags == {"fuzzy", "no-wrap"}
    assert first.previous == ("x", "old")
    assert second.is_obsolete
    assert second.msgstr == "parti"


# Line ends of Windows --------------------------------------------------------------------------------------------

ENTRIES = (
    '# why\n\n# and why not\nmsgid "a"\nmsgstr ""\n"b\\n"\n"c"\n\n\n#, fuzzy\nmsgid "d"\nmsgstr "e"\n\n'
    '#~ msgid "g"\n#~ msgstr "h"\n'
)


@given(st.lists(st.sampled_from([b"\n", b"\r\n"]), min_size=20, max_size=20))
def test_lines_may_end_as_programs_for_windows_end_them_all_or_some(ends: list[bytes]) -> None:
    unix = (HEADER + ENTRIES).encode()
    data = re.sub(rb"\n", lambda _: ends.pop(), unix)

    assert format_catalog(parse_catalog(data, "fr.po")).encode() == unix


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["Unix", "Windows"])
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('msgstr "a\rb"', "carriage return"),
        ('msgstr "a"\r\r', "carriage return"),
        ('msgstr "a\\r\\n"', "means nothing"),
    ],
    ids=["in a text", "doubled at the end", "as an escape"],
)
def test_a_carriage_return_that_ends_no_line_is_refused_with_its_line(line: str, words: str, end: str) -> None:
    text = f'{HEADER}msgid "x"\n{line}\n\nmsgid "y"\nmsgstr "z"\n'.replace("\n", end)

    with pytest.raises(Problem, match=words) as refused:
        parse_catalog(text.encode(), "fr.po")

    assert refused.value.where[0].line == 5


# Flags behind #= --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "flags"),
    [
        ("#= fuzzy", {"fuzzy"}),
        ("#= fuzzy, no-wrap", {"fuzzy", "no-wrap"}),
        ("#= of-our-own, range: 0..9", {"of-our-own", "range: 0..9"}),
        ("#, fuzzy\n#= c-format", {"fuzzy", "c-format"}),
        ("#= c-format\n#, c-format, fuzzy", {"fuzzy", "c-format"}),
        ("#=\tfuzzy\n#= no-wrap", {"fuzzy", "no-wrap"}),
    ],
)
@pytest.mark.parametrize("mark", ["", "#~ "], ids=["in use", "obsolete"])
def test_both_kinds_of_flag_lines_are_read_and_kept(mark: str, lines: str, flags: set[str]) -> None:
    text = f'# why\n{lines}\n{mark}msgid "a"\n{mark}msgstr "b"\n'

    catalog = parse(text)

    assert catalog.entries[0].flags == flags
    assert catalog.entries[0].comments == ("why",)
    assert format_catalog(catalog) == HEADER + text


def test_the_flags_of_the_header_may_stand_behind_either_mark() -> None:
    text = "#= fuzzy\n" + HEADER + 'msgid "a"\nmsgstr "b"\n'

    catalog = parse_catalog(text.encode(), "fr.po")

    assert (catalog.header_flags, format_catalog(catalog)) == ({"fuzzy"}, text)


@pytest.mark.parametrize("changed", [frozenset({"c-format"}), frozenset({"fuzzy", "c-format", "no-wrap"})])
def test_flags_that_change_are_written_in_one_line_that_every_gettext_reads(changed: frozenset[str]) -> None:
    (entry,) = parse('#= c-format\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n').entries

    text = format_entry(replace(entry, flags=changed))

    assert text.startswith("#, " + ("fuzzy, " if "fuzzy" in changed else "") + "c-format")
    assert parse(f"{text}\n").entries[0].flags == changed


@pytest.mark.parametrize("flags", ["fuzzy", "fuzzy, no-wrap", "no-wrap, fuzzy"])
def test_a_flag_of_which_an_older_program_has_made_a_comment_still_holds(flags: str) -> None:
    text = HEADER + f'#= {flags}\nmsgid "a"\nmsgstr "b"\n'
    file = BytesIO()
    write_po(file, read_po(text.encode().splitlines(keepends=True)))
    assert f"# = {flags}" in file.getvalue().decode()

    (entry,) = parse_catalog(file.getvalue(), "fr.po").entries

    assert (entry.state, entry.comments) == (MessageState.FUZZY, ())
    assert format_entry(entry).startswith("#, fuzzy")


@pytest.mark.parametrize("comment", ["= not fuzzy at all", "= fuzzy logic", "fuzzy", "= no-wrap", "=fuzzier"])
def test_a_comment_of_a_translator_is_no_flag(comment: str) -> None:
    (entry,) = parse(f'# {comment}\nmsgid "a"\nmsgstr "b"\n').entries

    assert (entry.state, entry.comments) == (MessageState.TRANSLATED, (comment,))


TWICE = HEADER + 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n'


def test_a_message_in_use_and_obsolete_is_refused_as_gettext_refuses_it() -> None:
    with pytest.raises(Problem, match="run .venv/bin/cop update"):
        parse_catalog(TWICE.encode(), "fr.po")


def test_an_update_may_read_a_message_in_use_and_obsolete_to_mend_it() -> None:
    catalog = parse_catalog(TWICE.encode(), "fr.po", is_mended=True)

    assert [entry.msgstr for entry in catalog.entries] == ["b", "c"]


entries = st.builds(
    CatalogEntry,
    context=st.one_of(st.just(""), TEXTS),
    msgid=TEXTS,
    msgstr=st.one_of(st.just(""), TEXTS),
    flags=st.sampled_from([frozenset(), frozenset({"fuzzy"})]),
    is_obsolete=st.booleans(),
)


FLAGS = st.lists(st.sampled_from(["fuzzy", "no-wrap", "c-format", "of-our-own"]), min_size=1, max_size=3)
FLAG_LINES = st.lists(st.tuples(st.sampled_from(["#,", "#="]), FLAGS), max_size=3)


@given(st.lists(FLAG_LINES, max_size=4))
def test_flag_lines_of_both_kinds_say_the_same_and_stay_as_they_stand(
    entries: list[list[tuple[str, list[str]]]],
) -> None:
    text = "".join(
        "".join(f"{mark} {', '.join(flags)}\n" for mark, flags in lines) + f'msgid "{number}"\nmsgstr "x"\n\n'
        for number, lines in enumerate(entries)
    )

    catalog = parse(text)

    assert [entry.flags for entry in catalog.entries] == [
        {each for _, flags in lines for each in flags} for lines in entries
    ]
    assert format_catalog(catalog) == HEADER + text


@given(st.lists(entries, unique_by=lambda entry: entry.key))
def test_what_is_written_is_read_back_with_every_message(written: list[CatalogEntry]) -> None:
    catalog = Catalog(path="fr.po", header="Content-Type: text/plain; charset=UTF-8\n", entries=tuple(written))

    read = parse_catalog(format_catalog(catalog).encode(), "fr.po")

    found = {(entry.key, entry.msgstr, entry.flags, entry.is_obsolete) for entry in read.entries}
    assert found == {(entry.key, entry.msgstr, entry.flags, entry.is_obsolete) for entry in written}


GOOD = HEADER + "".join(
    f'# note {n}\n#, fuzzy\nmsgctxt "c{n}"\nmsgid "text {n}"\nmsgstr "texte {n}"\n\n' for n in range(4)
)


@given(
    st.integers(0, len(GOOD) - 1), st.sampled_from(['"', "\n", "\\", "#", "<<<<<<< ", "", "msgid ", "x"]), st.booleans()
)
def test_a_damaged_catalog_is_refused_or_read_as_babel_reads_it(place: int, damage: str, is_cut: bool) -> None:
    text = GOOD[:place] if is_cut else GOOD[:place] + damage + GOOD[place + 1 :]

    try:
        mine = parse_catalog(text.encode(), "fr.po")
    except Problem as problem:
        assert problem.where
        assert problem.next_step
        return

    theirs = read_po(text.encode().splitlines(keepends=True), abort_invalid=True)
    assert {(entry.context, entry.msgid): entry.msgstr for entry in mine.active} == {
        (message.context or "", message.id): message.string for message in theirs if message.id
    }
