"""The merge driver under every command of git that merges, and in clones where something is missing."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.memory import format_memory, parse_memory
from builders.catalogs.po.reading import read_catalog
from builders.cli.menu import main
from builders.model.messages import Pair
from builders.problems import Problem
from builders.translating.merge_driver import DRIVER, driver_command, install_driver
from tests.conftest import make_project
from tests.translating.clones import CATALOG, FRENCH, PAGE, Clone, make_clone, two_translations

pytestmark = [pytest.mark.needs("git"), pytest.mark.slow]


@pytest.fixture
def clone(project) -> Clone:
    return make_clone(project(""))


ALL = {
    "First, listen.": "D’abord, écoutez.",
    "Then, answer within 24 hours.": "Puis, répondez sous 24 heures.",
    "At last, write it down.": "Enfin, notez.",
}


def neighbours(clone: Clone) -> None:
    """Let two people translate different messages; an editor has put the date into the header, a conflict for git."""
    clone.git("checkout", "-q", "-b", "french")
    clone.translate("Then, answer within 24 hours.", ALL["Then, answer within 24 hours."])
    stamp(clone, "2026-11-21")
    clone.commit("french")
    clone.git("checkout", "-q", "main")
    clone.translate("First, listen.", ALL["First, listen."])
    clone.translate("At last, write it down.", ALL["At last, write it down."])
    stamp(clone, "2026-11-22")
    clone.commit("french as well")


def stamp(clone: Clone, day: str) -> None:
    text = clone.catalog.read_text(encoding="utf-8")
    field = f'"PO-Revision-Date: {day} 10:00+0000\\n"\n'
    clone.catalog.write_text(text.replace('"MIME-Version', f'{field}"MIME-Version', 1), encoding="utf-8")


@pytest.mark.parametrize("command", ["merge -m merged french", "rebase french", "cherry-pick french", "stash apply"])
def test_every_command_that_merges_uses_the_driver(clone: Clone, command: str) -> None:
    neighbours(clone)
    if command.startswith("stash"):
        clone.git("checkout", "-q", "french")
        clone.git("checkout", "-q", "main~1")
        clone.git("checkout", "french", "--", CATALOG)
        clone.git("stash", "-q")
        clone.git("checkout", "-q", "main")

    clone.git(*command.split())

    assert clone.translations() == ALL


def test_a_revert_takes_out_one_translation_and_leaves_its_neighbours(clone: Clone) -> None:
    neighbours(clone)
    clone.git("merge", "-q", "-m", "merged", "french")

    clone.git("revert", "--no-edit", "french")

    assert "Then, answer within 24 hours." not in clone.translations()
    assert len(clone.translations()) == 2


def test_a_merge_begun_in_a_subfolder_uses_the_driver(clone: Clone) -> None:
    neighbours(clone)

    clone.git("-C", "locale/fr", "merge", "-q", "-m", "merged", "french")

    assert clone.translations() == ALL


def test_a_merge_in_a_second_worktree_uses_the_driver(clone: Clone, tmp_path_factory: pytest.TempPathFactory) -> None:
    neighbours(clone)
    folder = tmp_path_factory.mktemp("a second") / "work tree"
    clone.git("worktree", "add", "-q", "-b", "other", str(folder), "main")

    clone.git("-C", str(folder), "merge", "-q", "-m", "merged", "french")

    texts = {entry.msgid: entry.msgstr for entry in read_catalog(folder / CATALOG).active if entry.msgstr}
    assert texts == ALL


@pytest.mark.parametrize("name", ["a clone with spaces", "it’s 100% “ours”; $HOME"])
def test_paths_may_hold_anything(tmp_path: Path, name: str) -> None:
    clone = make_clone(make_project(tmp_path / name, "", {}))
    program = tmp_path / name / "python of ours"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n')
    program.chmod(0o755)
    install_driver(clone.project.folder, str(program))
    odd = clone.project.folder / "locale/fr/LC_MESSAGES/an odd 'name' of 5%.po"
    base = clone.catalog.read_text(encoding="utf-8")
    for branch, msgid in (("main", ""), ("one", "First, listen."), ("two", "Then, answer within 24 hours.")):
        clone.git("checkout", "-q", *(["-b", branch, "main"] if branch != "main" else ["main"]))
        odd.write_text(base.replace(f'"{msgid}"\nmsgstr ""', f'"{msgid}"\nmsgstr "Oui."') if msgid else base, "utf-8")
        clone.commit(branch)

    done = clone.git("merge", "-q", "-m", "merged", "one")

    assert done.stderr == ""
    assert odd.read_text(encoding="utf-8").count('msgstr "Oui."') == 2


def test_templates_and_memories_are_merged_as_well(clone: Clone) -> None:
    memory = clone.project.folder / "locale/fr/memory.tmx"
    pairs = {word: Pair(context="", source=word, target=f"fr {word}") for word in ("one", "two", "three")}
    memory.write_bytes(format_memory([pairs["one"]], FRENCH))
    clone.commit("a memory")
    clone.git("branch", "two")
    for branch, text, word in (("main", "Breathe.\n\nAt last", "two"), ("two", "In the end", "three")):
        clone.git("checkout", "-q", branch)
        clone.write(PAGE.replace("At last", text))
        clone.update()
        memory.write_bytes(format_memory([pairs["one"], pairs[word]], FRENCH))
        clone.commit(branch)

    clone.git("merge", "-m", "merged", "main", check=False)

    assert clone.git("status", "--short").stdout.count("UU") == 1  # the page itself, which both have changed
    template = read_catalog(clone.project.folder / "locale/shared.pot")
    assert [entry.msgid for entry in template.entries][-2:] == ["Breathe.", "In the end, write it down."]
    assert set(parse_memory(memory.read_bytes(), FRENCH, "memory.tmx")) == set(pairs.values())


def test_without_the_driver_the_marks_are_refused_with_the_way_out(clone: Clone) -> None:
    neighbours(clone)
    clone.git("config", "--remove-section", f"merge.{DRIVER}")

    done = clone.git("merge", "french", check=False)

    assert done.returncode == 1
    with pytest.raises(Problem, match=".venv/bin/cop merge-po --install, then git checkout --merge") as refused:
        read_catalog(clone.catalog)
    assert refused.value.code == "catalog-conflict"


def test_a_merge_without_the_driver_can_be_done_again_with_it(clone: Clone) -> None:
    neighbours(clone)
    clone.git("config", "--remove-section", f"merge.{DRIVER}")
    clone.git("merge", "french", check=False)
    install_driver(clone.project.folder, sys.executable)

    clone.git("checkout", "--merge", "--", CATALOG)

    assert clone.translations() == ALL
    assert clone.git("status", "--short", CATALOG).stdout == f"UU {CATALOG}\n"


def test_a_program_that_breaks_off_leaves_the_merge_to_git(clone: Clone) -> None:
    two_translations(clone)
    clone.git("config", f"merge.{DRIVER}.driver", driver_command("false"))

    done = clone.git("merge", "french", check=False)

    assert done.returncode == 1
    assert "The merge driver could not run (.venv/bin/cop merge-po --install sets it up again)" in done.stderr
    assert f"Merged line by line: {CATALOG}" in done.stderr
    assert "<<<<<<< ours" in clone.catalog.read_text(encoding="utf-8")


def move_the_page(clone: Clone, *, successor: str) -> None:
    """Let an author move the page to another folder of the source, and the update its messages to another catalog."""
    source = clone.project.folder / "source"
    (source / successor).mkdir(exist_ok=True)
    (source / "shared/page.rst").rename(source / successor / "page.rst")
    for path in [*source.glob("*/index.rst"), source / "editions.toml"]:
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("/shared/page", f"/{successor}/page").replace("shared/*", f"{successor}/*"), encoding="utf-8"
        )
    clone.update()


def work_on_a_folder_that_goes(clone: Clone, *, successor: str) -> None:
    """Let a branch translate one message and improve another one, while the page moves to the folder *successor*."""
    clone.translate("First, listen.", "Écoutez.")
    clone.commit("some french")
    clone.git("checkout", "-q", "-b", "french")
    clone.translate("First, listen.", ALL["First, listen."])
    clone.translate("At last, write it down.", ALL["At last, write it down."])
    clone.commit("better french")
    clone.git("checkout", "-q", "main")
    move_the_page(clone, successor=successor)
    clone.commit("another folder")


def texts_of(catalog: Path) -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in read_catalog(catalog).active if entry.msgstr}


def test_a_translation_follows_a_folder_that_was_renamed(clone: Clone) -> None:
    work_on_a_folder_that_goes(clone, successor="more")

    clone.git("merge", "-m", "merged", "french")

    assert texts_of(clone.catalog.with_name("more.po")) == {
        "First, listen.": ALL["First, listen."],
        "At last, write it down.": ALL["At last, write it down."],
    }


def test_a_catalog_that_only_one_branch_has_left_is_kept_until_an_update_has_emptied_it(clone: Clone) -> None:
    work_on_a_folder_that_goes(clone, successor="inventors")

    done = clone.git("merge", "french", check=False)
    assert f"CONFLICT (modify/delete): {CATALOG}" in done.stdout
    clone.git("add", CATALOG)
    clone.update()

    assert not clone.catalog.exists()
    assert texts_of(clone.catalog.with_name("inventors.po")) == {
        "First, listen.": "Écoutez.",
        "At last, write it down.": ALL["At last, write it down."],
    }
    memory = (clone.project.folder / "locale/fr/memory.tmx").read_bytes()
    assert ALL["First, listen."] in {pair.target for pair in parse_memory(memory, FRENCH, "memory.tmx")}


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["merge-po", *map(str, arguments)])
    return done.exit_code, done.output


def test_the_installation_says_what_it_did_and_does_it_once(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clone.project.folder)
    settings = clone.project.folder / ".git/config"
    clone.git("config", "--remove-section", f"merge.{DRIVER}")

    first, written = run("--install"), settings.read_bytes()
    second = run("--install")

    assert first[1].startswith("git merges the catalogs of this clone message by message now.\n")
    assert second[1].startswith("git merges the catalogs of this clone message by message already; nothing has changed")
    assert f"git config --remove-section merge.{DRIVER}" in first[1]
    assert settings.read_bytes() == written


def test_the_installation_takes_the_place_of_an_older_one(clone: Clone) -> None:
    for _ in range(2):
        clone.git("config", "--add", f"merge.{DRIVER}.driver", "/nowhere/python %O %A %B")

    assert install_driver(clone.project.folder, sys.executable)
    assert not install_driver(clone.project.folder, sys.executable)
    assert clone.git("config", "--get-all", f"merge.{DRIVER}.driver").stdout == f"{driver_command(sys.executable)}\n"


def test_a_conflict_is_settled_into_an_entry_that_gettext_reads(clone: Clone) -> None:
    two_translations(clone)
    clone.git("merge", "french", check=False)

    code, output = run("--settle", clone.catalog)

    assert (code, "1 conflict put together" in output) == (0, True)
    (entry,) = (entry for entry in read_catalog(clone.catalog).active if entry.msgid == "First, listen.")
    assert (entry.msgstr, entry.is_fuzzy) == ("D’abord, écoutez.", True)
    assert entry.comments == ("the other branch has: Écoutez d’abord.",)
    assert clone.git("status", "--short", CATALOG).stdout == f"UU {CATALOG}\n"


def test_settling_touches_nothing_but_conflicts(clone: Clone) -> None:
    two_translations(clone)
    clone.git("merge", "french", check=False)
    before = clone.catalog.read_text(encoding="utf-8").split("\n\n")
    run("--settle", clone.catalog)
    after = clone.catalog.read_text(encoding="utf-8").split("\n\n")

    assert [text for text in after if text not in before] == [text for text in after if "#, fuzzy" in text]
    assert run("--settle", clone.catalog) == (0, f"{clone.catalog}: there is no conflict in it\n")


def test_marks_of_git_itself_are_not_settled(clone: Clone) -> None:
    neighbours(clone)
    clone.git("config", "--remove-section", f"merge.{DRIVER}")
    clone.git("merge", "french", check=False)
    before = clone.catalog.read_bytes()

    code, output = run("--settle", clone.catalog)

    assert code == 2
    assert ".venv/bin/cop merge-po --install, then git checkout --merge" in output
    assert clone.catalog.read_bytes() == before


def test_a_file_that_is_not_there_is_named(clone: Clone) -> None:
    code, output = run("--settle", clone.catalog.with_name("gone.po"))

    assert code == 2
    assert "gone.po: the file cannot be read" in output
    assert "[catalog-unreadable]" in output
