"""A fault in one document does not silence the checks of the others, and brings no finding that is not true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.checks.profiles import CHECKS, PROFILES, checks_of
from builders.cli.menu import main
from builders.editions.source_reading import parse_source
from builders.problems import Problem
from tests.conftest import Project, make_project

pytestmark = pytest.mark.slow

SPEAKING = """Page
====

.. toctree::

   /shared/faulty

Look at Instagram.

Go to :doc:`/shared/faulty` and :doc:`/shared/nowhere`.
"""
FAULTY = "Faulty\n======\n\n.. keymessage:: key-gen-001\n   :nonsense: 1\n\n   Listen.\n\nUse Facebook.\n"
WAIVER = '[[waiver]]\ncheck = "sc-02-service-names"\nat = "shared/faulty"\nreason = "A page of a test."\n'
FAULTS = {
    "markup": FAULTY.encode(),
    "no UTF-8": FAULTY.replace(":nonsense:", ":audience:").encode() + "é".encode("latin-1"),
    "character": FAULTY.replace("   :nonsense: 1\n", "").replace("Listen", "Li\x00sten").encode(),
}


@pytest.fixture(params=FAULTS)
def made(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with one page to find something in, and a faulty one with a block that the ledger knows."""
    project = make_project(tmp_path, SPEAKING, {"key-gen-001": "keymessage"})
    (tmp_path / "source/shared/faulty.rst").write_bytes(FAULTS[request.param])
    project.write("source/waivers.toml", WAIVER)
    monkeypatch.chdir(tmp_path)
    return project


def check(*options: str) -> tuple[int, list[tuple[str, str]]]:
    done = CliRunner().invoke(main, ["check", "--json", "--today", "2026-11-22", *options])
    return done.exit_code, [(each["path"], each["check"]) for each in json.loads(done.output)]


def test_the_faults_and_the_findings_of_the_other_pages_come_together(made: Project) -> None:
    code, found = check()

    assert code == 1
    assert ("source/shared/page.rst", "sc-02-service-names") in found
    assert [each for each in found if each[0] == "source/shared/faulty.rst" and each[1] in CHECKS] == []
    assert {path for path, check in found if check not in CHECKS} == {"source/shared/faulty.rst"}


@pytest.mark.parametrize("profile", PROFILES)
def test_what_compares_documents_is_left_out_and_named(made: Project, profile: str) -> None:
    _, found = check("--profile", profile)
    output = CliRunner().invoke(main, ["check", "--profile", profile]).output
    compares = {each.id for each in checks_of(profile) if each.needs_all}

    assert [each for each in found if each[1] in compares] == []
    [line] = (line for line in output.splitlines() if line.endswith("[checks-left-out]"))
    assert line.startswith("source/shared/faulty.rst: warning: ")
    assert all(name in line for name in compares)


def test_they_run_again_when_the_fault_is_mended(made: Project) -> None:
    made.write("source/shared/faulty.rst", "Faulty\n======\n\nUse Facebook.\n")

    _, found = check()

    assert ("source/shared/page.rst", "dead-document-reference") in found
    assert ("source/ids.csv", "vanished-identifier") in found
    assert "checks-left-out" not in dict(map(reversed, found))


def test_every_faulty_document_is_named_by_check_and_by_whoever_needs_all(made: Project) -> None:
    (made.folder / "source/shared/second.rst").write_bytes(b"Second\n======\n\n\xff\n")
    made.write("source/shared/third.rst", "Third\n=====\n\n.. nothing::\n")

    _, found = check()
    with pytest.raises(Problem) as refused:
        parse_source(made.settings)

    named = {"source/shared/faulty.rst", "source/shared/second.rst", "source/shared/third.rst"}
    assert {path for path, name in found if name == "checks-left-out"} == named
    assert {finding.location.path for finding in refused.value.findings} == named


def test_a_fault_is_written_as_sarif_without_a_rule(made: Project) -> None:
    check("--sarif", "found.sarif")

    results = json.loads((made.folder / "found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    rules = list(CHECKS)
    assert all((each["ruleIndex"] == -1) is (each["ruleId"] not in rules) for each in results)
    assert -1 in [each["ruleIndex"] for each in results]


def test_a_folder_with_the_name_of_a_page_is_a_fault_as_well(made: Project) -> None:
    (made.folder / "source/shared/folder.rst").mkdir()

    assert ("source/shared/folder.rst", "unreadable") in check()[1]
