"""What the workflow files for code hosts call does what the page says, in a clone."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import click
import pytest

from builders.cli.menu import main
from tests.conftest import ROOT
from tests.translating.clones import Clone, environment, make_clone, two_translations

pytestmark = [pytest.mark.needs("git"), pytest.mark.slow]
CI = ROOT / "docs" / "translators" / "ci"


@pytest.fixture
def clone(project) -> Clone:
    return make_clone(project(""))


def run(clone: Clone, script: str, base: str) -> subprocess.CompletedProcess[str]:
    """Run *script* in *clone* with this program in the place of the one in .venv."""
    program = clone.project.folder / ".git" / "cop"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m builders.cli "$@"\n')
    program.chmod(0o755)
    return subprocess.run(
        ["sh", CI / script, base],
        cwd=clone.project.folder,
        env={**environment(), "COP": str(program), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def apart(clone: Clone) -> None:
    """Let two branches translate different messages; the one called french is to come in."""
    clone.git("checkout", "-q", "-b", "french")
    clone.translate("First, listen.", "D’abord, écoutez.")
    clone.commit("french")
    clone.git("checkout", "-q", "main")
    clone.translate("At last, write it down.", "Enfin, notez-le.")
    clone.commit("main")


def test_branches_that_translate_different_messages_are_merged_and_committed(clone: Clone) -> None:
    apart(clone)

    done = run(clone, "merge.sh", "french")

    assert done.returncode == 0, done.stdout + done.stderr
    assert {"First, listen.", "At last, write it down."} <= clone.translations().keys()
    assert clone.git("status", "--short", "locale").stdout == ""


def test_where_two_have_translated_the_same_message_nothing_is_committed(clone: Clone) -> None:
    two_translations(clone)
    before = clone.git("rev-parse", "HEAD").stdout

    done = run(clone, "merge.sh", "french")

    assert (done.returncode, "locale/fr/LC_MESSAGES/shared.po" in done.stdout) == (1, True)
    assert clone.git("rev-parse", "HEAD").stdout == before
    assert clone.git("status", "--short", "locale").stdout == ""


def test_the_report_names_what_is_refused_and_ends_with_one(clone: Clone) -> None:
    clone.git("checkout", "-q", "-b", "change")
    clone.translate("First, listen.", "D’abord **")
    clone.commit("change")

    done = run(clone, "report.sh", "main")

    report = (clone.project.folder / "report.md").read_text(encoding="utf-8")
    assert done.returncode == 1
    assert "“**” of the translation is printed as it stands [markup-open]" in report
    assert "Messages that are translated" in report


def test_the_report_of_a_sound_change_ends_well(clone: Clone) -> None:
    clone.git("checkout", "-q", "-b", "change")
    clone.translate("First, listen.", "D’abord, écoutez.")
    clone.commit("change")

    done = run(clone, "report.sh", "main")

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["report.sh", "merge.sh"])
def test_the_scripts_call_commands_with_options_that_they_have(name: str) -> None:
    calls = re.findall(r'"\$COP" ([a-z-]+)((?: --[a-z-]+)*)', (CI / name).read_text(encoding="utf-8"))

    assert calls
    for command, options in calls:
        found = main.get_command(click.Context(main), command)
        known = {option for each in found.params for option in each.opts}
        assert set(options.split()) <= known


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_the_workflow_files_call_scripts_that_are_there(name: str) -> None:
    called = set(re.findall(r"docs/translators/ci/\w+\.sh", (CI / name).read_text(encoding="utf-8")))

    assert len(called) == 2
    assert all(os.access(ROOT / path, os.X_OK) for path in called)
