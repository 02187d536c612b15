"""One policy for characters: whatever reads a text refuses the same ones, with file and line."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders.catalogs.po.lines import read_lines
from builders.catalogs.reviews import name_fault, with_review
from builders.catalogs.tables import read_table
from builders.catalogs.xml_files import legible
from builders.markup.faults import faulty_bytes
from builders.model.characters import as_seen, fit, unfit_characters, unfit_lines
from builders.model.findings import Finding
from builders.model.messages import CatalogEntry, ReviewLevel
from builders.problems import Problem
from builders.settings import read_settings
from builders.settings.entries import text
from tests.conftest import ROOT

REFUSED = {
    "control": "\x00\x07\x0b\x1f\x7f\x80\x91\x9f",
    "byte order mark": "\ufeff",
    "lost letter": "\ufffd",
    "noncharacter": "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff",
    "private use": "\ue000\uf8ff\U000f0000\U00100000",
    "embedding and override": "\u202a\u202b\u202c\u202d\u202e",
    "separator": "\u2028\u2029",
    "retired": "\u206a\u206f\ufff9\ufffb\U000e0001\U000e0041\U000e007f",
    "blank letter": "\u034f\u115f\u1160\u17b4\u180e\u2800\u3164\uffa0",
    "joiner and operator": "\u2060\u2061\u2064",
    "out of place": "\u200b\u200c\u200d\ufe0f\ufe00\U000e0100\u180b",
}
ALLOWED = {
    "soft hyphen": "Jugend\u00adschutz",
    "spaces": "a\u00a0b\u2009c\u202fd\u3000e",
    "direction marks": "C++\u200e و\u200f\u061c.",
    "isolates": "\u2066a\u2069 \u2067b\u2069 \u2068c\u2069",
    "Persian": "می\u200cخواهم",
    "Urdu": "بچ\u200dہ",
    "Hindi": "क्\u200dष क्\u200cष",
    "Thai": "เด็ก\u200bและ",
    "Khmer": "កុមារ\u200bនិង",
    "emoji": "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
    "Japanese name": "葛\U000e0100城",
    "combining letters": "e\u0301 ै",
}
anything = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"),
        st.sampled_from("".join(REFUSED.values()).replace("\0", "") + "".join(ALLOWED.values()) + "a 1\n"),
    ),
    max_size=12,
)


def is_refused_by_source(shown: str, folder: Path) -> bool:
    path = folder / "page.rst"
    path.write_bytes(f"A {shown}".encode())
    return any(faulty_bytes(path, "source/page.rst"))


def is_refused_by_catalogs(shown: str) -> bool:
    try:
        list(read_lines(f"A {shown}".encode(), "fr.po"))
    except Problem as problem:
        return problem.code == "catalog-character"
    return False


def is_refused_by_tables(shown: str, folder: Path) -> bool:
    path, faults = folder / "table.csv", list[Finding]()
    quoted = " ".join(f"A {shown}".replace('"', '""').split("\n"))
    path.write_bytes(f'term\n"{quoted}"\n'.encode())
    list(read_table(path, "table.csv", ["term"], faults))
    return any("U+" in fault.message for fault in faults)


def is_refused_by_registries(shown: str) -> bool:
    try:
        text({"label": " ".join(f"A {shown}".split("\n")).replace("\t", " ")}, "label")
    except ValueError:
        return True
    return False


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("texts")


@given(anything)
@example("\ufeff")
@example("\x91")
def test_whatever_reads_a_text_refuses_the_same(folder: Path, shown: str) -> None:
    wanted = any(unfit_characters(f"A {shown}"))

    assert is_refused_by_source(shown, folder) is wanted
    assert is_refused_by_catalogs(shown) is wanted
    assert is_refused_by_tables(shown, folder) is wanted
    assert is_refused_by_registries(shown) is wanted
    assert (legible(f"A {shown}") != f"A {shown}") is wanted


@pytest.mark.parametrize("kind", REFUSED)
def test_what_no_text_needs_is_refused_wherever_it_stands(kind: str) -> None:
    for character in REFUSED[kind]:
        (unfit,) = unfit_characters(f"before{character}behind")
        assert (unfit.offset, unfit.character) == (6, character)


@pytest.mark.parametrize("kind", ALLOWED)
def test_what_a_language_needs_is_a_character_like_others(kind: str) -> None:
    assert list(unfit_characters(ALLOWED[kind])) == []


def test_one_direction_mark_is_enough() -> None:
    assert [unfit.offset for unfit in unfit_characters("a\u200e b" + 40 * "\u200e")] == [4]


@given(anything)
def test_a_text_without_its_unfit_characters_is_fit(shown: str) -> None:
    rest = fit(shown)

    assert list(unfit_characters(rest)) == []
    assert (rest == shown) is (not any(unfit_characters(shown)))


@given(st.characters())
def test_the_first_look_passes_over_nothing(character: str) -> None:
    is_odd = unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")

    if is_odd and not any(unfit_characters(character)):
        assert character in "\t\n\r\u00ad\u061c\u200e\u200f\u2066\u2067\u2068\u2069" or ord(character) in PREPENDED


PREPENDED = {0x110BD, 0x110CD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, *range(0x13430, 0x13440)} | {
    *range(0x1BCA0, 0x1BCA4),
    *range(0x1D173, 0x1D17B),
}
"""Format characters that are seen, or that build a sign: of Arabic numbers, hieroglyphs, shorthand, music."""


def test_a_line_is_named_once_and_rightly() -> None:
    assert [(line, unfit.offset) for line, unfit in unfit_lines("a\nb\ufeff\ufeff\n\n\x91")] == [(2, 3), (4, 7)]


def test_a_source_with_such_a_character_is_refused_with_its_line(project) -> None:
    with pytest.raises(Problem) as raised:
        project("A sentence.\n\nAnother\ufeff one.").raw()

    (finding,) = raised.value.findings
    assert (finding.check, str(finding.location)) == ("character", "source/shared/page.rst:6")


@pytest.mark.parametrize("damage", ["\ufeff", "\x91", "\u200b"])
def test_a_registry_with_such_a_character_is_refused_with_its_line(project, damage: str) -> None:
    made = project("Text.")
    path = made.folder / "source/registries/topics.toml"
    path.write_text(path.read_text(encoding="utf-8") + f"# a note{damage}\n", encoding="utf-8")

    with pytest.raises(Problem) as raised:
        read_settings(made.folder)

    assert [finding.location.line for finding in raised.value.findings] == [len(path.read_text().splitlines())]


@pytest.mark.parametrize("name", ["Amina\u2068", "Amina\u200b", "Amina\ufff9"])
def test_a_name_that_would_disturb_its_line_is_refused_by_import_and_review_alike(name: str) -> None:
    entry = CatalogEntry(context="", msgid="One.", msgstr="Un.")

    assert name_fault(name)
    with pytest.raises(ValueError, match="U\\+"):
        with_review(entry, ReviewLevel.REVIEWED, by=name, on=date(2026, 11, 22))


def test_readers_take_in_digits_of_every_script_and_nothing_that_shows_nothing() -> None:
    assert as_seen("١١٦\u200f 1\ufe0f\u20e31\u00ad１") == "116 111"


SETS = re.compile(r"\\x00-\\x|\\u202[a-e]|\\ufeff|\\ufff[ef]|\.isprintable\(")
OWN_HOUSES = {
    "builders/model/characters.py",
    "builders/catalogs/simple_markup.py",  # letters that are read as others: what needs the slow reading
    "builders/language/profiles.py",  # scripts of languages
}


def test_no_second_list_of_such_characters_has_grown() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "builders").rglob("*.py")
        if SETS.search(path.read_text(encoding="utf-8"))
    }

    assert found == OWN_HOUSES
