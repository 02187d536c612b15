"""A catalog is read with every message, or refused with its line and a remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from builders.catalogs.reading import parse_catalog
from builders.catalogs.writing import format_catalog
from builders.model.characters import fit
from builders.model.messages import Catalog, CatalogEntry
from builders.problems import Problem

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CASES = sorted((Path(__file__).parent / "cases").glob("refused-*.po"))
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
        (HEADER.replace("\n", "\r\n").encode(), "carriage return"),
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
        'msgctxt "rec-pol-001/text"\nmsgid ""\n"one "\n"two"\nmsgstr "un \\"deux\\""\n\n'
        '#~ msgid "gone"\n#~ msgstr "parti"\n'
    )

    first, second = catalog.entries

    assert first.key == ("rec-pol-001/text", "one two")
    assert first.msgstr == 'un "deux"'
    assert first.comments == ("why",)
    assert first.extracted == ("from the source",)
    assert first.flags == {"fuzzy", "no-wrap"}
    assert first.previous == ("x", "old")
    assert second.is_obsolete
    assert second.msgstr == "parti"


TWICE = HEADER + 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n'


def test_a_message_in_use_and_obsolete_is_refused_as_gettext_refuses_it() -> None:
    with pytest.raises(Problem, match="run nox -s update"):
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
