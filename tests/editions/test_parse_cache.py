"""Parsed pages are kept, and nobody can tell: what is read through the cache is what is read without it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders.editions import source_reading
from builders.editions.parse_cache import _OLDER
from builders.editions.source_reading import parse_source
from builders.model.findings import Finding
from builders.problems import Problem
from tests.conftest import Project, make_project
from tests.editions.test_glossary import DEFINITIONS, TERMBASE
from tests.publishing.scenes import is_slow

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def outcome(made: Project) -> dict[str, bytes] | list[Finding] | str:
    try:
        return dict(parse_source(made.settings))
    except Problem as problem:
        return list(problem.findings) or problem.what


def outcome_without_cache(made: Project) -> dict[str, bytes] | list[Finding] | str:
    (made.folder / ".cache").rename(made.folder / "aside")
    try:
        return outcome(made)
    finally:
        shutil.rmtree(made.folder / ".cache", ignore_errors=True)
        (made.folder / "aside").rename(made.folder / ".cache")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pages that are parsed during a test, in order."""
    names: list[str] = []
    monkeypatch.setattr(
        source_reading, "_parse", lambda *args, real=source_reading._parse: names.extend(sorted(args[1])) or real(*args)
    )
    return names


def entries(made: Project) -> list[Path]:
    return sorted((made.folder / ".cache" / "trees").iterdir())


# Whatever happens to a text ---------------------------------------------------------------------------------------

PAGES = ("a", "page", "z")
PARTS = (
    "Words.",
    ".. keymessage:: key-gen-001\n\n   One.",
    ".. keymessage:: key-gen-002\n   :audience: cubs\n\n   Two, see :see:`key-gen-001`.",
    ".. image:: lamp.svg\n   :alt: A lamp",
    ".. toctree::\n   :glob:\n\n   *",
    ".. terms::",
    "Since :fact:`crc-adopted`.",
    ".. _label:\n\nHeading\n-------\n\nA note [#n]_.\n\n.. [#n] Note.",
    "*broken",
    ".. keymessage:: key-gen-003\n   :colour: red\n\n   Three.",
)
DATA = {
    "source/shared/lamp.svg": PICTURE,
    "locale/definitions.csv": DEFINITIONS,
    "locale/termbase.csv": TERMBASE,
}
LEDGER = "id,type,since,status,superseded_by\n" + "".join(
    f"{name},{kind},2026.1,active,\n"
    for kind, names in {
        "keymessage": ("key-gen-001", "key-gen-002", "key-gen-003"),
        "term": ("trm-app", "trm-law", "trm-zebra"),
    }.items()
    for name in names
)
Edit = Callable[[Project], object]


def written(name: str, parts: list[str]) -> Edit:
    return lambda made: made.write(f"source/shared/{name}.rst", "\n\n".join([f"{name}\n====", *parts]) + "\n")


def gone(name: str) -> Edit:
    return lambda made: (made.folder / name).unlink(missing_ok=True)


def renamed(old: str, new: str) -> Edit:
    def rename(made: Project) -> None:
        path = made.folder / f"source/shared/{old}.rst"
        if path.exists():
            path.rename(path.with_stem(new))

    return rename


def replaced(name: str, old: str, new: str) -> Edit:
    def replace(made: Project) -> None:
        path = made.folder / name
        if path.exists():
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return replace


EDITS = st.one_of(
    st.builds(written, st.sampled_from(PAGES), st.lists(st.sampled_from(PARTS), max_size=4, unique=True)),
    st.builds(renamed, st.sampled_from(PAGES), st.sampled_from(PAGES)),
    st.builds(gone, st.sampled_from([*(f"source/shared/{name}.rst" for name in PAGES), *DATA])),
    st.builds(lambda name: lambda made: made.write(name, DATA[name]), st.sampled_from(sorted(DATA))),
    st.sampled_from(
        [
            replaced(
                "source/ids.csv", "key-gen-002,keymessage,2026.1,active", "key-gen-002,keymessage,2026.1,withdrawn"
            ),
            replaced("source/ids.csv", "withdrawn", "active"),
            replaced("source/registries/facts.toml", "crc-adopted", "crc-taken"),
            replaced("source/registries/facts.toml", "crc-taken", "crc-adopted"),
            replaced("locale/termbase.csv", "zebra,en,zebra", "zebra,en,quagga"),
            replaced("source/conf.py", "nitpicky = True", 'exclude_patterns = ["shared/z*"]'),
        ]
    ),
)


@pytest.mark.slow
@settings(max_examples=150 if is_slow() else 3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDITS, min_size=3, max_size=8))
def test_after_any_edits_the_cache_gives_byte_for_byte_what_parsing_gives(tmp_path_factory, edits: list[Edit]) -> None:
    made = make_project(tmp_path_factory.mktemp("edited"), "Page\n====\n", {})
    for name, text in {**DATA, "source/ids.csv": LEDGER}.items():
        made.write(name, text)
    outcome(made)

    for edit in edits:
        edit(made)

        assert outcome(made) == outcome_without_cache(made)


# What is read again, and what is not ------------------------------------------------------------------------------


def test_a_page_is_parsed_once_for_as_long_as_nothing_of_it_changes(project, parsed) -> None:
    made = project("Text.")
    trees = outcome(made)
    parsed.clear()

    assert outcome(made) == trees
    assert parsed == []
    made.write("source/shared/page.rst", "Page\n====\n\nOther text.\n")
    outcome(made)
    assert parsed == ["shared/page"]


@pytest.mark.slow
def test_another_program_finds_what_one_has_kept(project) -> None:
    made = project("Text.")
    reading = "import sys, pathlib, builders.settings as s, builders.editions.source_reading as r"
    program = f"{reading}; r.parse_source(s.read_settings(pathlib.Path(sys.argv[1])))"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", program, made.folder], env=environment, check=True)

    assert len(entries(made)) == len(outcome(made))


def test_a_fault_is_said_again_until_it_is_mended(project) -> None:
    made = project(".. image:: lamp.svg\n   :alt: A lamp\n")
    first = outcome(made)

    assert [finding.check for finding in first] == ["picture-missing"]
    assert outcome(made) == first
    made.write("source/shared/lamp.svg", PICTURE)
    assert isinstance(outcome(made), dict)


def test_a_picture_that_goes_is_missed_on_a_page_that_has_not_changed(project) -> None:
    made = project(".. image:: lamp.svg\n   :alt: A lamp\n")
    made.write("source/shared/lamp.svg", PICTURE)
    assert isinstance(outcome(made), dict)

    (made.folder / "source/shared/lamp.svg").unlink()

    assert [finding.check for finding in outcome(made)] == ["picture-missing"]


def test_an_identifier_is_found_twice_although_only_one_of_its_pages_is_new(project) -> None:
    block = ".. keymessage:: key-gen-001\n\n   One.\n"
    made = project(block, key_gen_001="keymessage")
    outcome(made)

    made.write("source/shared/another.rst", f"Another\n=======\n\n{block}")

    (finding,) = outcome(made)
    assert (finding.check, finding.location.path) == ("id-twice", "source/shared/page.rst")
    assert "first at source/shared/another.rst:4" in finding.message


# What is not to be trusted ----------------------------------------------------------------------------------------


def damaged(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1] + b"!")


def cut_short(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:50])


def emptied(entry: Path) -> None:
    entry.write_bytes(b"")


def swapped(entry: Path) -> None:
    other = next(path for path in entry.parent.iterdir() if path != entry)
    entry.write_bytes(other.read_bytes())


@pytest.mark.parametrize("hurt", [damaged, cut_short, emptied, swapped])
def test_a_damaged_tree_is_named_thrown_away_and_parsed_again(project, capsys, hurt) -> None:
    made = project("Text.")
    trees = outcome(made)
    hurt(entries(made)[0])

    assert outcome(made) == trees
    assert "was damaged; the page is parsed again" in capsys.readouterr().err
    assert outcome(made) == trees
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name != "posix", reason="files have no owner")
def test_what_others_could_have_written_is_not_unpickled(project, parsed, monkeypatch) -> None:
    made = project("Text.")
    outcome(made)
    parsed.clear()

    entries(made)[0].chmod(0o666)
    outcome(made)
    assert len(parsed) == 1
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    outcome(made)
    assert len(parsed) == 1 + 5


def test_a_cache_that_cannot_be_written_stops_nothing(project) -> None:
    made = project("Text.")
    made.write(".cache", "a file, where a folder should be")

    assert isinstance(outcome(made), dict)


def test_old_trees_are_swept_but_not_those_of_the_present_text(project, monkeypatch) -> None:
    made = project("Text.")
    outcome(made)
    monkeypatch.setattr("builders.editions.parse_cache._OLDER", 2)
    for number in range(4):
        made.write("source/shared/page.rst", f"Page\n====\n\nText {number}.\n")
        outcome(made)

    assert _OLDER > 100
    assert len(entries(made)) == 5 + 2
