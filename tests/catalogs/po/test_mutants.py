"""A damaged catalog is refused with its line, or read with every message, and then as other programs read it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import settings

from builders.catalogs.po.lines import with_unix_ends
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.model.messages import Catalog, CatalogEntry
from builders.problems import Problem
from tests.catalogs.mutants import DAMAGES, Mutant, mutants
from tests.catalogs.programs import by_babel, by_polib, finished, messages, outputs, program, read_mo

pytestmark = pytest.mark.slow

IS_SLOW = settings.get_current_profile_name() == "slow"

COUNT = 20_000
GETTEXT_COUNT = COUNT if IS_SLOW else 250
"""How many of the mutants that are read go to gettext as well: it takes a process for each."""

Accepted = list[tuple[Mutant, Catalog]]
Statement = list[str]


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[Mutant, Catalog | Problem]]:
    """What the reader says to every mutant."""
    return [(mutant, verdict(mutant)) for mutant in islice(mutants(), COUNT)]


@pytest.fixture(scope="module")
def accepted(verdicts: list[tuple[Mutant, Catalog | Problem]]) -> Accepted:
    return [(mutant, said) for mutant, said in verdicts if isinstance(said, Catalog)]


def verdict(mutant: Mutant) -> Catalog | Problem:
    try:
        return parse_catalog(mutant.data, "fr.po")
    except Problem as problem:
        return problem


def test_the_mutants_are_many_and_of_every_kind(
    verdicts: list[tuple[Mutant, Catalog | Problem]], accepted: Accepted
) -> None:
    refused = Counter(mutant.damages[0] for mutant, said in verdicts if isinstance(said, Problem))

    assert len({mutant.data for mutant, _ in verdicts}) == COUNT
    assert set(refused) | {mutant.damages[0] for mutant, _ in accepted} == {damage.__name__ for damage in DAMAGES}
    assert 0.15 < len(accepted) / COUNT < 0.5
    assert len({said.code for _, said in verdicts if isinstance(said, Problem)}) >= 6


def test_a_refusal_names_file_line_and_remedy(verdicts: list[tuple[Mutant, Catalog | Problem]]) -> None:
    for mutant, said in verdicts:
        if isinstance(said, Problem):
            place = said.where[0]

            assert place.path == "fr.po"
            assert 1 <= place.line <= mutant.data.count(b"\n") + 1
            assert said.next_step


def test_what_is_read_has_every_text_of_the_file(accepted: Accepted) -> None:
    assert_all(accepted, lambda mutant, catalog: (texts_of(catalog), texts_in(with_unix_ends(mutant.data))))


def test_what_is_read_has_every_comment_and_flag_of_the_file(accepted: Accepted) -> None:
    assert_all(accepted, lambda mutant, catalog: (remarks_of(catalog), remarks_in(with_unix_ends(mutant.data))))


def test_what_is_read_is_written_byte_for_byte(accepted: Accepted) -> None:
    assert_all(accepted, lambda mutant, catalog: (format_catalog(catalog).encode(), with_unix_ends(mutant.data)))


def test_what_is_written_anew_has_the_same_entries(accepted: Accepted) -> None:
    def written_anew(mutant: Mutant, catalog: Catalog) -> tuple[object, object]:
        bare = replace(catalog, entries=tuple(replace(entry, written=None) for entry in catalog.entries), head=None)
        again = parse_catalog(format_catalog(bare).encode(), "fr.po")
        return [plain(entry) for entry in again.entries], [plain(entry) for entry in bare.entries]

    assert_all(accepted, written_anew)


def plain(entry: CatalogEntry) -> CatalogEntry:
    """Return *entry* without its line, and without spaces that nobody sees at the end of its comments."""
    return replace(entry, line=0, comments=tuple(line.rstrip(" \t") for line in entry.comments))


def test_babel_reads_the_same_messages(accepted: Accepted) -> None:
    assert_all(accepted, lambda mutant, catalog: (by_babel(mutant.data), messages(catalog)))


def test_polib_reads_the_same_messages(accepted: Accepted, tmp_path: Path) -> None:
    # polib knows no lines of flags in the new form of gettext, and gives the whole file up.
    readable = [(mutant, catalog) for mutant, catalog in accepted if not re.search(rb"(?m)^(?:#~ ?)?#=", mutant.data)]

    assert_all(readable, lambda mutant, catalog: (by_polib(mutant.data, tmp_path), messages(catalog)))


def test_msgfmt_compiles_the_same_messages(accepted: Accepted) -> None:
    command = [program("msgfmt"), "-o", "-", "-"]
    some = accepted[:: max(1, len(accepted) // GETTEXT_COUNT)]

    compiled = iter(outputs(command, [mutant.data for mutant, _ in some]))

    assert_all(some, lambda mutant, catalog: (read_mo(next(compiled)), finished(catalog)))


def test_msgcat_reads_the_same_messages_and_former_texts(accepted: Accepted) -> None:
    command = [program("msgcat"), "--no-wrap", "--force-po", "-"]
    some = accepted[:: max(1, len(accepted) // GETTEXT_COUNT)]

    written = iter(outputs(command, [mutant.data for mutant, _ in some]))

    assert_all(some, lambda mutant, catalog: (with_former(parse_catalog(next(written), "fr.po")), with_former(catalog)))


def assert_all(accepted: Accepted, compare: Callable[[Mutant, Catalog], tuple[object, object]]) -> None:
    """Assert that *compare* returns two equal values for every mutant; show the first few otherwise."""
    wrong = []
    for mutant, catalog in accepted:
        try:
            one, other = compare(mutant, catalog)
            if one == other:
                continue
            what = differences(one, other)
        except Exception as error:  # another program may give up in any way
            what = repr(error)
        wrong.append(f"{mutant.number} {', '.join(mutant.damages)}: {what}")
    assert not wrong, f"{len(wrong)} of {len(accepted)}, such as:\n" + "\n".join(wrong[:5])


def differences(one: object, other: object) -> str:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        keys = [key for key in {**one, **other} if one.get(key) != other.get(key)]
        return "; ".join(f"{key}: {one.get(key)} and {other.get(key)}" for key in keys)
    if isinstance(one, list) and isinstance(other, list):
        return f"{[each for each in one if each not in other]} and {[each for each in other if each not in one]}"
    return f"{one!r} and {other!r}"


LINE = re.compile(r'(#~\||#\||#~)?[ \t]*(?:(msg\w+)[ \t]+)?"(.*)"')
MARKS = re.compile(r"#(?![~|])([.:,=]?)[ \t]*(.*)")


def texts_in(data: bytes) -> list[Statement]:
    """Return mark, keyword and text of every statement in *data*, read so simply that nothing can be left out."""
    found: list[Statement] = []
    for line in data.decode().split("\n"):
        match = LINE.fullmatch(line.strip(" \t"))
        if match is None:
            assert not line.strip(" \t") or line.startswith("#"), line
            continue
        text = json.loads(f'"{match[3]}"', strict=False)  # JSON has the same escapes
        if match[2]:
            found.append([match[1] or "", match[2], text])
        else:
            found[-1][2] += text
    return found


def texts_of(catalog: Catalog) -> list[Statement]:
    return [each for entry in (head(catalog), *catalog.entries) for each in statements(entry)]


def statements(entry: CatalogEntry) -> Iterator[Statement]:
    mark = "#~" if entry.is_obsolete else ""
    if entry.previous:
        for keyword, text in zip(("msgctxt", "msgid"), entry.previous, strict=True):
            if text or keyword == "msgid":
                yield [f"{mark or '#'}|", keyword, text]
    if entry.context:
        yield [mark, "msgctxt", entry.context]
    yield from ([mark, "msgid", entry.msgid], [mark, "msgstr", entry.msgstr])


def remarks_in(data: bytes) -> Counter[tuple[str, str]]:
    """Return the kind and the words of every comment in *data*, and every flag once an entry."""
    found: Counter[tuple[str, str]] = Counter()
    flags: set[str] = set()
    for line in data.decode().split("\n"):
        if match := MARKS.fullmatch(line):
            if match[1] in (",", "="):
                flags |= {flag.strip(" \t") for flag in match[2].split(",")}
            else:
                found[match[1], match[2].strip(" \t")] += 1
        elif '"' in line and not line.startswith("#|"):
            found.update((",", flag) for flag in flags)
            flags = set()
    return found


def remarks_of(catalog: Catalog) -> Counter[tuple[str, str]]:
    found = Counter(
        (mark, line.strip(" \t"))
        for entry in (head(catalog), *catalog.entries)
        for mark, lines in (
            ("", entry.comments),
            (".", entry.extracted),
            (":", entry.references),
            (",", sorted(entry.flags)),
        )
        for line in lines
    )
    return found + remarks_in(catalog.tail.encode())


def head(catalog: Catalog) -> CatalogEntry:
    assert catalog.head is not None
    return catalog.head


def with_former(catalog: Catalog) -> dict[tuple[str, str, bool], tuple[object, ...]]:
    """Return every message and its former text, as gettext has them.

    To gettext, one without a translation is not fuzzy; and where it has gone besides, there is nothing to keep.
    """
    return {
        (entry.context, entry.msgid, entry.is_obsolete): (
            entry.msgstr,
            entry.is_fuzzy and entry.msgstr != "",
            entry.previous,
        )
        for entry in (head(catalog), *catalog.entries)
        if entry.msgstr or not entry.is_obsolete
    }
