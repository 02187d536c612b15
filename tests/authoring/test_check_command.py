"""``cop check`` says what it found in the words and formats that people and programs ask for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.authoring.check_command import exit_code, for_review, report
from builders.checks.profiles import CHECKS, PROFILES, checks_of
from builders.cli.menu import main
from builders.model.findings import Beside, Finding, Location, Severity
from builders.model.messages import message_id
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
    (tmp_path / "source/release.toml").write_text("[edition.inventors]\ncard = 1\n", encoding="utf-8")

    assert "0 errors" in check("Page\n====\n\nText.\n").output
    promised = check("Page\n====\n\nText.\n", "--profile", "release")
    assert (
        "source/release.toml:2: error: inventors: 0 of “card”, and 1 are promised [blocks-promised]" in promised.output
    )
    assert promised.exit_code == 1


def test_what_is_promised_of_other_languages_is_not_asked_where_the_command_names_one(check, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    promises = "[language.fr]\nlabels = 100\n\n[language.es]\nlabels = 100\n"
    (tmp_path / "source/release.toml").write_text(promises, encoding="utf-8")

    said = check("Page\n====\n\nText.\n", "--profile", "release", "-l", "es")
    assert "es: 0 % of the labels are translated, and 100 % are promised [labels-promised]" in said.output
    assert "fr:" not in said.output
    assert said.exit_code == 1


def test_a_check_explains_itself() -> None:
    explained = CliRunner().invoke(main, ["check", "--explain", "sc-13-metaphor"]).output

    assert explained.startswith("sc-13-metaphor (warning, certain)\n")
    assert "why: “Monsters” and “dark sides” frighten" in explained


@pytest.mark.parametrize("options", [("--explain", "no-such-check"), ("--profile", "no-such-profile")])
def test_an_unknown_name_is_refused(options: tuple[str, str]) -> None:
    result = CliRunner().invoke(main, ["check", *options])

    assert result.exit_code == 2
    assert options[1] in result.output


CATALOG = """
msgid "Tell an adult."
msgstr "Tell an adult."

msgid "Write it down."
msgstr "Écris-le."
"""
TWO = "Page\n====\n\nTell an adult.\n\nWrite it down.\n"


@pytest.fixture
def check_translation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run the profile of translations in a small project with a French catalog, and its waivers."""

    def run(catalog: str, *options: str, page: str = TWO, waivers: str = "", locale: str = "fr") -> Result:
        project = make_project(tmp_path, page, {})
        project.catalog(locale, "shared", catalog)
        if waivers:
            project.write(f"locale/{locale}/waivers.toml", waivers)
        monkeypatch.chdir(tmp_path)
        day = ["--today", "2026-11-22"]
        return CliRunner().invoke(main, ["check", "--profile", "translation", *day, *options])

    return run


def test_a_finding_on_a_translation_shows_both_texts_and_both_places(check_translation) -> None:
    assert check_translation(CATALOG).output.splitlines()[:5] == [
        "locale/fr/LC_MESSAGES/shared.po:5: error: the translation is the en text [copied-source]",
        "    en: Tell an adult.",
        "    fr: Tell an adult.",
        f"    source: source/shared/page.rst:4 ({message_id('shared', ('', 'Tell an adult.'))})",
        "    hint: translate it, or leave the msgstr empty: then readers are told that the text is English",
    ]


@pytest.mark.parametrize(("options", "errors"), [(("-l", "fr"), 1), (("-l", "ar"), 0), (("-e", "cubs"), 1)])
def test_a_person_checks_the_language_and_the_edition_that_they_work_on(check_translation, options, errors) -> None:
    result = check_translation(CATALOG, *options)

    assert f": {errors} error" in result.output
    assert result.exit_code == bool(errors)


def test_a_language_is_of_no_use_to_a_profile_that_reads_english_alone(check) -> None:
    result = check(PAGE, "-l", "fr")

    assert "--profile translation" in result.output
    assert result.exit_code == 2


def test_programs_are_given_both_texts(check_translation) -> None:
    [finding] = json.loads(check_translation(CATALOG, "--json").output)

    assert finding["translation"]["texts"] == {"en": "Tell an adult.", "fr": "Tell an adult."}
    assert finding["translation"]["origin"] == {"path": "source/shared/page.rst", "line": 4}


WAIVER = """
[[waiver]]
check = "copied-source"
at = "{at}"
reason = "The French say it in English."
name = "A. Reader"
"""
ID = message_id("shared", ("", "Tell an adult."))


def test_a_waiver_beside_the_catalogs_covers_a_message(check_translation) -> None:
    assert "0 errors" in check_translation(CATALOG, waivers=WAIVER.format(at=ID)).output


@pytest.mark.parametrize(
    ("waivers", "said"),
    [
        (WAIVER.format(at="msg-000000000000"), ":1: error: the waiver of copied-source at msg-000000000000 covers"),
        (WAIVER.format(at=ID) + "until = 2026-11-21\n", f":1: error: the waiver of copied-source at {ID} held until"),
        (WAIVER.format(at=ID) + 'until = "soon"\n', ":1: error: until is a day without quotation marks"),
        (WAIVER.format(at=ID).replace('name = "A. Reader"', ""), ":1: error: the waiver has no name"),
        (WAIVER.format(at=ID).replace("copied-source", "straight-quotes"), ":1: error: there is no check"),
    ],
)
def test_a_waiver_that_waives_nothing_is_an_error(check_translation, waivers: str, said: str) -> None:
    output = check_translation(CATALOG, waivers=waivers).output

    assert f"locale/fr/waivers.toml{said}" in output
    assert "[copied-source]" in output


def test_the_list_for_review_is_told_and_shown_only_when_asked_for() -> None:
    finding = Finding(check="copied-source", location=Location("fr.po", 3), message="look", severity=Severity.REVIEW)
    short, whole = [], []

    report([finding], checks_of("translation"), "translation", say=short.append)
    report([finding], checks_of("translation"), "translation", say=whole.append, with_review=True)

    assert short[0].endswith("0 errors, 0 warnings; 1 to review (--review lists them).")
    assert whole[0] == "fr.po:3: review: look [copied-source]"
    assert exit_code([finding]) == 0


def test_a_message_of_which_two_families_speak_is_reviewed_first() -> None:
    def finding(check: str, line: int, severity: Severity = Severity.REVIEW) -> Finding:
        beside = Beside(id="", context="", origin=Location("x"), tags=("en", "fr"), texts=("", ""))
        return Finding(check=check, location=Location("fr.po", line), message="", severity=severity, beside=beside)

    found = [finding("copied-source", 1), finding("same-translation", 1), finding("copied-source", 2)]
    found.append(finding("strength-word", 2, Severity.WARNING))

    assert [each.location.line for each in for_review(found)] == [2, 1, 1]
