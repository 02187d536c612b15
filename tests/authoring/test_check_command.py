"""``cop check`` says what it found in the words and formats that people and programs ask for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.checks.profiles import CHECKS, PROFILES, checks_of
from builders.cli import main
from tests.conftest import make_project

PAGE = "Page\n====\n\nAn epidemic of worry came.\n"
FINDING = "source/shared/page.rst:4: warning: “epidemic” is an image that readers may not share [sc-13-metaphor]"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run the command in a small project with the page given, with waivers for what the page does not carry."""

    def run(page: str, *options: str) -> Result:
        project = make_project(tmp_path, page, {})
        reason = 'at = "source/registries/risks.toml"\nreason = "A page of a test."\n'
        checks = ("risk-without-recommendation", "risk-off-the-map")
        project.write("source/waivers.toml", "".join(f'[[waiver]]\ncheck = "{each}"\n{reason}' for each in checks))
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(main, ["check", "--today", "2026-11-22", *options])

    return run


def test_a_warning_is_shown_and_is_no_reason_to_stop(check) -> None:
    result = check(PAGE)

    assert result.output.splitlines()[0] == FINDING
    assert result.output.splitlines()[1] == "    hint: say plainly what is meant"
    assert result.output.endswith("0 errors, 1 warning.\n")
    assert result.exit_code == 0


def test_an_error_gives_the_exit_code_of_findings(check) -> None:
    result = check("Page\n====\n\nLook at Instagram.\n")

    assert "[sc-02-service-names]" in result.output
    assert result.exit_code == 1


def test_findings_are_printed_as_json(check) -> None:
    [finding] = json.loads(check(PAGE, "--json").output)

    assert (finding["check"], finding["path"], finding["line"]) == ("sc-13-metaphor", "source/shared/page.rst", 4)
    assert (finding["severity"], finding["certainty"]) == ("warning", "certain")


def test_findings_are_written_as_sarif(check, tmp_path: Path) -> None:
    check(PAGE, "--sarif", "found.sarif")

    [run] = json.loads((tmp_path / "found.sarif").read_text(encoding="utf-8"))["runs"]
    [result] = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKS)
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "sc-13-metaphor"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 4}


def test_a_fact_expires_on_the_day_that_is_asked_for(check) -> None:
    assert "[expired-fact]" in check(PAGE, "--today", "2199-01-01").output


@pytest.mark.parametrize("profile", PROFILES)
def test_the_list_names_every_check_of_a_profile(profile: str) -> None:
    listed = CliRunner().invoke(main, ["check", "--list", "--profile", profile]).output

    assert [line.split()[0] for line in listed.splitlines()] == [each.id for each in checks_of(profile)]


def test_only_the_release_profile_knows_what_is_promised(check, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/release.toml").write_text("[edition.industry]\ncard = 1\n", encoding="utf-8")

    assert "0 errors" in check("Page\n====\n\nText.\n").output
    promised = check("Page\n====\n\nText.\n", "--profile", "release")
    assert (
        "source/release.toml:2: error: industry: 0 of “card”, and 1 are promised [blocks-promised]" in promised.output
    )
    assert promised.exit_code == 1


def test_a_check_explains_itself() -> None:
    explained = CliRunner().invoke(main, ["check", "--explain", "sc-13-metaphor"]).output

    assert explained.startswith("sc-13-metaphor (warning, certain)\n")
    assert "why: “Monsters” and “dark sides” frighten" in explained


@pytest.mark.parametrize("options", [("--explain", "no-such-check"), ("--profile", "no-such-profile")])
def test_an_unknown_name_is_refused(options: tuple[str, str]) -> None:
    result = CliRunner().invoke(main, ["check", *options])

    assert result.exit_code == 2
    assert options[1] in result.output
