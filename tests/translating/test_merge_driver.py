"""git merges two branches of a catalog through the driver, in a repository of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.memory import format_memory
from builders.catalogs.po.reading import parse_catalog, read_catalog
from builders.cli.menu import main
from builders.model.messages import Pair
from builders.problems import Problem
from builders.translating.merge_driver import install_driver, merge_files
from tests.conftest import HEADER
from tests.translating.clones import CATALOG, FRENCH, PAGE, Clone, make_clone, two_translations

pytestmark = pytest.mark.needs("git")


@pytest.fixture
def clone(project) -> Clone:
    return make_clone(project(""))


def test_a_translator_and_an_update_of_the_source_merge_without_a_conflict(clone: Clone) -> None:
    clone.git("checkout", "-q", "-b", "french")
    clone.translate("First, listen.", "D’abord, écoutez.")
    clone.translate("Then, answer within 24 hours.", "Puis, répondez sous 24 heures.")
    clone.translate("At last, write it down.", "Enfin, notez.")
    clone.commit("french")
    clone.git("checkout", "-q", "main")
    clone.write(PAGE.replace("24", "48").replace("At last", "Breathe.\n\nAt last"))
    clone.update()
    clone.commit("48 hours")

    clone.git("merge", "-q", "-m", "merge", "french")
    clone.update()

    assert clone.translations() == {
        "First, listen.": "D’abord, écoutez.",
        "Then, answer within 48 hours.": "Puis, répondez sous 24 heures.",
        "At last, write it down.": "Enfin, notez.",
    }
    states = {entry.msgid: entry.is_fuzzy for entry in read_catalog(clone.catalog).active}
    assert states["Then, answer within 48 hours."]
    assert not states["At last, write it down."]


def test_two_translations_of_one_message_stop_the_merge_with_its_name(clone: Clone) -> None:
    two_translations(clone)

    done = clone.git("merge", "french", check=False)

    assert done.returncode == 1
    assert f"{CATALOG}:" in done.stderr
    assert "both branches have changed “First, listen.” [merge-conflict]" in done.stderr
    with pytest.raises(Problem) as refused:
        read_catalog(clone.catalog)
    assert refused.value.code == "catalog-conflict"
    assert clone.git("status", "--short", CATALOG).stdout == f"UU {CATALOG}\n"


def test_where_the_program_is_gone_git_merges_line_by_line_and_says_so(clone: Clone) -> None:
    two_translations(clone)
    install_driver(clone.project.folder, "/nowhere/it's 100% gone/python")

    done = clone.git("merge", "french", check=False)

    assert done.returncode == 1
    assert ".venv/bin/cop merge-po --install" in done.stderr
    text = clone.catalog.read_text(encoding="utf-8")
    assert "<<<<<<< ours" in text
    assert "Écoutez d’abord." in text


def test_without_the_driver_git_merges_as_ever(clone: Clone) -> None:
    two_translations(clone)
    clone.git("config", "--remove-section", "merge.cop-po")

    done = clone.git("merge", "french", check=False)

    assert done.returncode == 1
    assert "<<<<<<< HEAD" in clone.catalog.read_text(encoding="utf-8")


@pytest.mark.slow
def test_branches_that_were_merged_crosswise_merge_again(clone: Clone) -> None:
    two_translations(clone)
    clone.git("branch", "before")
    for branch, other in (("main", "french"), ("french", "before")):
        clone.git("checkout", "-q", branch)
        clone.git("merge", other, check=False)
        keep_ours(clone.catalog, ours="D’abord, écoutez.")
        clone.commit("decided")
    clone.translate("Then, answer within 24 hours.", "Puis, répondez sous 24 heures.")
    clone.commit("more")

    clone.git("checkout", "-q", "main")
    done = clone.git("merge", "-q", "-m", "again", "french")

    assert "merge-by-line" not in done.stderr
    assert clone.translations() == {
        "First, listen.": "D’abord, écoutez.",
        "Then, answer within 24 hours.": "Puis, répondez sous 24 heures.",
        "At last, write it down.": "Enfin, notez.",
    }


def keep_ours(catalog: Path, *, ours: str) -> None:
    """Decide a conflict for the entry that says *ours*."""
    before, _, rest = catalog.read_text(encoding="utf-8").partition("<<<<<<< ours\n")
    one, _, rest = rest.partition("=======\n")
    other, _, after = rest.partition(">>>>>>> theirs\n")
    catalog.write_text(before + (one if ours in one else other) + after, encoding="utf-8")


@pytest.fixture
def files(tmp_path: Path):
    """Write base, ours and theirs."""

    def write(*texts: str | bytes) -> list[Path]:
        paths = [tmp_path / name for name in ("base", "ours", "theirs")]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return paths

    return write


GOOD = HEADER + 'msgid "One."\nmsgstr ""\n\nmsgid "Two."\nmsgstr ""\n\nmsgid "Three."\nmsgstr ""\n'
FIRST = GOOD.replace('"One."\nmsgstr ""', '"One."\nmsgstr "Un."')
LAST = GOOD.replace('"Three."\nmsgstr ""', '"Three."\nmsgstr "Trois."')


def test_a_broken_catalog_is_merged_line_by_line_and_the_reason_is_said(files) -> None:
    base, ours, theirs = files(GOOD, FIRST, LAST.replace("Trois.", 'Trois".'))

    merged = merge_files(base, ours, theirs, name=CATALOG)

    assert merged.is_clean
    assert [str(finding.location) for finding in merged.findings] == [f"{CATALOG}:11"]
    assert "line by line, because the quotes" in merged.findings[0].message
    assert 'msgstr "Un."' in ours.read_text()
    assert 'msgstr "Trois"."' in ours.read_text()


def test_a_broken_catalog_that_cannot_be_merged_line_by_line_is_a_conflict(files) -> None:
    base, ours, theirs = files(GOOD, FIRST, GOOD.replace('"One."\nmsgstr ""', '"One."\nmsgstr Un.'))

    merged = merge_files(base, ours, theirs, name=CATALOG)

    assert not merged.is_clean
    assert "<<<<<<< ours" in ours.read_text()


def test_what_git_cannot_merge_either_is_a_problem(files) -> None:
    base, ours, theirs = files(GOOD, FIRST, b"\0\1\2")

    with pytest.raises(Problem):
        merge_files(base, ours, theirs, name=CATALOG)

    assert ours.read_text() == FIRST


def test_memories_keep_the_pairs_of_both_branches(files) -> None:
    pairs = [Pair(context="", source=word, target=f"fr {word}") for word in ("one", "two", "three")]
    base, ours, theirs = files(*(format_memory(some, FRENCH) for some in (pairs[:1], pairs[:2], [pairs[0], pairs[2]])))

    merged = merge_files(base, ours, theirs, name="locale/fr/memory.tmx")

    assert merged.is_clean
    assert ours.read_bytes() == format_memory(pairs, FRENCH)


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["merge-po", *map(str, arguments)])
    return done.exit_code, done.output


def test_the_command_writes_into_ours_and_exits_as_git_expects(files) -> None:
    base, ours, theirs = files(GOOD, FIRST, LAST)

    assert run(base, ours, theirs, CATALOG) == (0, "")
    assert [entry.msgstr for entry in parse_catalog(ours.read_bytes(), CATALOG).entries] == ["Un.", "", "Trois."]
    assert run(base, ours, files(GOOD, FIRST, FIRST.replace("Un.", "Une."))[2], CATALOG)[0] == 1


def test_the_command_wants_three_files_or_the_installation(files) -> None:
    assert run()[0] == 2
    assert run("--install", *files(GOOD, GOOD, GOOD))[0] == 2


def test_outside_a_clone_the_driver_cannot_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(Problem, match="no-clone"):
        install_driver(tmp_path, sys.executable)
