"""The registry of sources is read strictly: what it says is printed, and leads readers to where it says."""

from __future__ import annotations

from datetime import date

import pytest

from builders.model.registries import Source
from builders.model.vocabulary import SourceKind
from builders.problems import Problem
from builders.settings.cited import read_source
from tests.conftest import make_project

ENTRY = {
    "author": "Example Institute",
    "title": "Talks at school",
    "year": 2019,
    "kind": "study",
    "address": "https://example.org/talks?part=1",
    "language": "en",
    "seen": date(2026, 11, 20),
    "supports": "Talks help.",
}


def test_an_entry_is_read_as_it_stands() -> None:
    assert read_source("talks", {**ENTRY, "identifier": "doi:10.0000/talks"}) == Source(
        id="talks",
        author="Example Institute",
        title="Talks at school",
        year=2019,
        kind=SourceKind.STUDY,
        identifier="doi:10.0000/talks",
        address="https://example.org/talks?part=1",
        language="en",
        seen=date(2026, 11, 20),
        supports="Talks help.",
    )


def test_only_the_identifier_may_be_left_out() -> None:
    assert read_source("talks", ENTRY).identifier == ""
    for name in ENTRY:
        with pytest.raises(ValueError, match=name):
            read_source("talks", {key: value for key, value in ENTRY.items() if key != name})


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("kind", "blog", "kind is one of treaty, general-comment, .*, not “blog”"),
        ("colour", "red", "“colour” means nothing here"),
        ("year", "2019", "year is no year"),
        ("year", True, "year is no year"),
        ("year", 2027, "year is 2027: nothing of a year after 2026 was there"),
        ("year", 19, "or before 1800"),
        ("seen", "2026-11-20", "seen is no day"),
        ("language", "English language", "language is no language tag"),
        ("language", "english", "language is no language tag"),
        ("language", "en_GB", "language is no language tag"),
        ("identifier", " ", "identifier is empty"),
        ("title", "Two\nlines", "title holds"),
        ("address", "http://example.org/talks", "is no https address"),
        ("address", "https:///talks", "is no https address"),
        ("address", "https://localhost/talks", "is no https address"),
        ("address", "https://me@example.org/talks", "is no https address"),
        ("address", "https://example.org/the talks", "is no https address"),
        ("address", "https://[example.org/talks", "is no https address"),
        ("address", "https://example.org/?a=1&utm_source=x", "address holds “utm_source”"),
        ("address", "https://example.org/?UTM_Medium=", "address holds “UTM_Medium”"),
        ("address", "https://example.org/?fbclid=1", "address holds “fbclid”"),
        ("address", "https://example.org/?gclid=1&b=2", "address holds “gclid”"),
        ("address", "https://example.org/talks#:~:text=help", "to be highlighted"),
    ],
)
def test_an_entry_that_would_mislead_is_refused(name: str, value: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_source("talks", {**ENTRY, name: value})


@pytest.mark.parametrize(
    "address",
    ["https://example.org/?pubid=1&id=utm_source", "https://example.org/a_(b)#page=4", "https://bücher.example/x"],
)
def test_an_address_may_have_parts_that_belong_to_it(address: str) -> None:
    assert read_source("talks", {**ENTRY, "address": address}).address == address


def test_a_fault_is_told_with_the_line_of_its_entry(tmp_path) -> None:
    made = make_project(tmp_path, "Page\n====\n\nText.\n", {})
    made.bring_sources()
    path = made.folder / "source/registries/sources.toml"
    text = path.read_text(encoding="utf-8").replace('kind = "statistics"', 'kind = "numbers"')
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Problem) as caught:
        _ = made.settings

    line = text.splitlines().index('[source."calls-2024"]') + 1
    assert f"source/registries/sources.toml:{line}: error: the entry calls-2024: kind is one of" in str(caught.value)


@pytest.mark.parametrize("again", ["https://docs.un.org/en/CRC/C/GC/25/", "https://Docs.UN.org/en/CRC/C/GC/25"])
def test_one_document_has_one_entry(tmp_path, again: str) -> None:
    made = make_project(tmp_path, "Page\n====\n\nText.\n", {})
    made.bring_sources()
    path = made.folder / "source/registries/sources.toml"
    text = path.read_text(encoding="utf-8").replace("https://example.org/talks-again", again)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Problem, match="the entry school-talks-again: its address is that of crc-gc25"):
        _ = made.settings
