"""A fault in a translation keeps the units out whose readers would see it, and no others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders.model.findings import Beside, Certainty, Finding, Location, Severity
from builders.problems import Problem
from builders.publishing import verdicts
from builders.publishing.kept_findings import KeptFindings
from builders.publishing.planning import plan
from builders.publishing.publish import Outcome, publish
from builders.publishing.verdicts import check_languages, read_verdicts
from tests.conftest import Project

PAGE = """
.. audience:: cubs

   Tell an adult you trust.

Write it down.
"""
COPY = 'msgid "Tell an adult you trust."\nmsgstr "Tell an adult you trust."\n'
RIGHT = 'msgid "Tell an adult you trust."\nmsgstr "Parles-en à un adulte de confiance."\n'
OTHER = '\nmsgid "Write it down."\nmsgstr "Écris-le."\n'
TODAY = date(2026, 11, 22)
WAIVER = '[[waiver]]\ncheck = "copied-source"\nat = "shared/page"\nreason = "A test."\nname = "A. Reader"\n'


@pytest.fixture
def made(project) -> Project:
    made: Project = project(PAGE)
    made.catalog("fr", "shared", COPY)
    return made


def run(made: Project, *, editions: tuple[str, ...] = ("cubs", "inventors"), **options) -> Outcome:
    chosen = plan(made.settings, languages=["en", "fr"], editions=editions, formats=["html"])
    return publish(made.settings, chosen=chosen, processes=2, today=options.pop("today", TODAY), **options)


@pytest.mark.slow
def test_an_error_keeps_out_the_unit_whose_readers_would_see_it(made: Project) -> None:
    whole, partly = run(made), run(made, is_partial=True)

    assert not whole.is_published
    assert [each.check for each in whole.findings] == ["copied-source"]
    assert "    fr: Tell an adult you trust." in str(whole.findings[0]).splitlines()
    paths = sorted(artifact.path for artifact in partly.artifacts)
    assert paths == ["en/cubs/html", "en/inventors/html", "fr/inventors/html"]


@pytest.mark.slow
def test_a_translation_that_is_mended_is_published(made: Project) -> None:
    run(made, editions=("cubs",))
    made.catalog("fr", "shared", RIGHT)

    assert run(made, editions=("cubs",)).is_published


@pytest.mark.slow
def test_what_was_published_before_it_became_faulty_is_not_taken_from_the_cache(made: Project) -> None:
    made.catalog("fr", "shared", RIGHT)
    assert run(made, editions=("cubs",)).is_published
    made.catalog("fr", "shared", COPY)

    outcome = run(made, editions=("cubs",))

    assert (outcome.is_published, outcome.built) == (False, 0)


@pytest.mark.slow
def test_what_another_catalog_makes_wrong_is_not_taken_from_the_cache(made: Project) -> None:
    said = "Dis tout de suite à un adulte ce qui est arrivé."
    made.write("source/inventors/page.rst", "Page\n====\n\nNobody may sell what children write.\n")
    made.catalog("fr", "shared", RIGHT.replace("Parles-en à un adulte de confiance.", said))
    assert run(made, editions=("cubs",)).is_published
    made.catalog("fr", "inventors", f'msgid "Nobody may sell what children write."\nmsgstr "{said}"\n')

    outcome = run(made, editions=("cubs",))

    assert (outcome.is_published, [each.check for each in outcome.findings]) == (False, ["same-translation"])


@pytest.mark.slow
def test_a_waiver_lets_it_be_published_until_it_ends(made: Project) -> None:
    [finding] = run(made, editions=("cubs",)).findings
    waiver = WAIVER.replace("shared/page", finding.beside.id) + "until = 2026-11-22\n"
    made.write("locale/fr/waivers.toml", waiver)

    assert run(made, editions=("cubs",)).is_published
    assert not run(made, editions=("cubs",), today=date(2026, 11, 23)).is_published


def test_what_is_unchanged_is_not_checked_again(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    french = [made.settings.language("fr")]
    first = check_languages(made.settings, french, today=TODAY)
    monkeypatch.setattr(verdicts, "_check", None)

    assert check_languages(made.settings, french, today=TODAY) == first


@pytest.mark.parametrize("name", ["source/shared/page.rst", "locale/fr/LC_MESSAGES/shared.po", "locale/languages.toml"])
def test_what_has_changed_is_checked_again(made: Project, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    french, seen = [made.settings.language("fr")], []
    check_languages(made.settings, french, today=TODAY)
    path = made.folder / name
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + "\n", encoding="utf-8")
    monkeypatch.setattr(verdicts, "_check", lambda *known: seen.append(known[-1]) or (True, ()))

    check_languages(made.settings, french, today=TODAY)

    assert seen == french


def test_a_language_that_cannot_be_read_lets_the_others_be_kept(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made.catalog("ar", "shared", 'msgid "Write it down."\nmsgstr "`open"\n')
    languages = [made.settings.language(tag) for tag in ("ar", "fr")]
    with pytest.raises(Problem):
        check_languages(made.settings, languages, today=TODAY)
    monkeypatch.setattr(verdicts, "_check", None)

    [finding] = check_languages(made.settings, languages[1:], today=TODAY)["fr"]

    assert finding.check == "copied-source"


@pytest.mark.slow
def test_a_language_that_cannot_be_read_stops_only_a_run_that_publishes_it(made: Project) -> None:
    made.catalog("fr", "shared", RIGHT)
    made.catalog("ar", "shared", 'msgid "Write it down."\nmsgstr "`open"\n')

    assert run(made, editions=("cubs",)).is_published
    assert read_verdicts(made.settings, made.settings.languages, today=TODAY).errors["ar"] is None


@pytest.mark.slow
def test_a_narrowed_run_checks_only_the_languages_that_the_version_holds(made: Project, monkeypatch) -> None:
    made.catalog("fr", "shared", RIGHT)
    seen: list[str] = []
    check = verdicts._check
    monkeypatch.setattr(verdicts, "_check", lambda *known: seen.append(known[-1].tag) or check(*known))

    run(made, editions=("cubs",))

    assert seen == ["fr"]


FINDING = Finding(
    check="copied-source",
    location=Location("locale/fr/LC_MESSAGES/shared.po", 3),
    message="“×”",
    severity=Severity.WARNING,
    certainty=Certainty.POSSIBLE,
    beside=Beside(
        id="msg-0",
        context="",
        origin=Location("source/shared/page.rst", 4),
        tags=("en", "fr"),
        texts=("13", "١٣"),
        marked=(("13",), ()),
        editions=("cubs",),
        is_critical=True,
    ),
)


def test_findings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = KeptFindings(tmp_path / "new" / "fr.json", "key")
    plain = Finding(check="waiver-unused", location=Location("x"), message="m")

    kept.keep([FINDING, plain], is_partial=True)
    assert (kept.find(), kept.find(is_partial=True)) == (None, (FINDING, plain))
    kept.keep([FINDING, plain])
    assert kept.find() == (FINDING, plain)
    assert KeptFindings(kept.path, "other").find() is None


def test_what_was_asked_for_errors_alone_is_not_all_that_is_found(made: Project, monkeypatch) -> None:
    french = [made.settings.language("fr")]
    made.catalog("fr", "shared", f"{COPY}{OTHER}")
    made.write("source/inventors/page.rst", "Page\n====\n\nNobody may sell what children write.\n")
    made.catalog("fr", "inventors", 'msgid "Nobody may sell what children write."\nmsgstr "Tout le monde le vend."\n')

    errors = check_languages(made.settings, french, today=TODAY, only_errors=True)["fr"]
    every = check_languages(made.settings, french, today=TODAY)["fr"]
    monkeypatch.setattr(verdicts, "_check", None)

    assert errors == tuple(each for each in every if each.severity is Severity.ERROR) != every
    assert check_languages(made.settings, french, today=TODAY, only_errors=True)["fr"] == every


@pytest.mark.parametrize("damage", ["", "{}", '{"key": "key"}', '{"key": "key", "findings": [{}]}', "[1]"])
def test_a_damaged_file_is_nothing_kept(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "fr.json"
    path.write_text(damage, encoding="utf-8")

    assert KeptFindings(path, "key").find() is None
