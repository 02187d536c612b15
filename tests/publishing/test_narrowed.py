"""A narrowed run publishes a version whose pages offer exactly what it holds, and takes nothing out in silence."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import pytest

from builders.checks.finished.links import links
from builders.publishing import scheduling
from builders.publishing.building import UnitJob, UnitResult, build_unit
from builders.publishing.publish import publish as publish_all
from tests.conftest import Project, make_project
from tests.publishing.scenes import Version, keep_only, publish, version_in

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("environment")]

FRENCH_PAGES = ("-l", "fr", "-e", "plan-makers", "-f", "html")
BEGINNINGS = {
    "one artifact": [FRENCH_PAGES],
    "one edition": [("-e", "cubs")],
    "one after another": [FRENCH_PAGES, ("-l", "ar", "-e", "plan-makers"), ("-e", "cubs", "-f", "html")],
    "pages last": [("-l", "en", "-f", "epub"), ("-l", "en", "-f", "html")],
}
"""Narrowed runs in a project that was never published."""


@pytest.fixture
def made(tmp_path: Path, monkeypatch) -> Project:
    """A project with two editions, which refer to each other, in three languages and two formats."""
    found = lay_project(tmp_path)
    monkeypatch.chdir(found.folder)
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """What the project holds when it is published whole at once."""
    found = lay_project(tmp_path_factory.mktemp("whole"))
    publish_all(found.settings)
    return version_in(found.folder)


def lay_project(folder: Path) -> Project:
    page = "Page\n====\n\n:see:`key-cub-001` stands in the other edition.\n"
    found = make_project(folder, page, {"key-cub-001": "keymessage"})
    keep_only(folder, editions=("plan-makers", "cubs"), languages=("en", "fr", "ar"))
    editions = folder / "source/editions.toml"
    text = editions.read_text(encoding="utf-8").replace("\ntitle = ", '\nformats = ["html", "epub"]\ntitle = ')
    editions.write_text(text, encoding="utf-8")
    found.write("source/cubs/own.rst", "Own\n===\n\n.. keymessage:: key-cub-001\n\n   Listen.\n")
    index = "Opening\n=======\n\n.. toctree::\n\n   /shared/page\n   /cubs/own\n"
    found.write("source/cubs/index.rst", index)
    return found


def artifacts(made: Project) -> set[str]:
    manifest = json.loads(version_in(made.folder)["manifest.json"])
    return {record["path"] for record in manifest["artifacts"]}


def change_a_text(made: Project) -> None:
    made.write("source/plan-makers/index.rst", "Opening\n=======\n\nNew.\n\n.. toctree::\n\n   /shared/page\n")


@pytest.mark.parametrize("runs", BEGINNINGS.values(), ids=BEGINNINGS)
def test_a_version_has_no_dead_link_after_any_narrowed_run_and_is_the_usual_one_after_a_whole_run(
    made: Project, whole: Version, runs: list[tuple[str, ...]]
) -> None:
    for options in runs:
        assert publish(*options).exit_code == 0
        assert list(links(made.folder / "dist" / "2026.1")) == []

    assert publish().exit_code == 0

    assert list(links(made.folder / "dist" / "2026.1")) == []
    assert version_in(made.folder) == whole
    assert len(artifacts(made)) == 12


def test_pages_offer_what_the_version_holds(made: Project) -> None:
    publish(*FRENCH_PAGES)
    publish("-l", "fr", "-f", "epub")

    page = version_in(made.folder)["fr/plan-makers/html/index.html"].decode()

    assert re.findall(r'<a href="([^"]+)" (?:download|rel="alternate")', page) == ["./../plan-makers-fr-2026.1.epub"]
    assert "cubs/html" not in page
    assert 'aria-current="true" lang="fr"' in page


def test_a_reference_to_an_edition_that_is_not_there_is_text(made: Project) -> None:
    publish(*FRENCH_PAGES)
    alone = version_in(made.folder)["fr/plan-makers/html/shared/page.html"].decode()
    publish("-l", "fr", "-f", "html")
    together = version_in(made.folder)["fr/plan-makers/html/shared/page.html"].decode()

    assert 'class="see other-edition">' in alone
    assert "own.html" not in alone
    assert 'href="../../../cubs/html/own.html#key-cub-001"' in together


def test_a_narrowed_run_keeps_what_the_cache_has_lost(made: Project) -> None:
    publish("-l", "fr", "-f", "html")
    before = version_in(made.folder)
    for path in (made.folder / ".cache" / "artifacts").iterdir():
        path.rename(made.folder / path.name)

    assert publish(*FRENCH_PAGES).exit_code == 0
    assert version_in(made.folder) == before


def test_a_narrowed_run_that_would_take_artifacts_out_names_them_and_changes_nothing(made: Project) -> None:
    publish("-l", "en", "-l", "fr", "-f", "html")
    before = version_in(made.folder)
    change_a_text(made)

    done = publish(*FRENCH_PAGES)

    assert done.exit_code == 1
    assert "    en/plan-makers/html\n" in done.output
    assert "cubs/html" not in done.output
    assert version_in(made.folder) == before


def test_a_narrowed_run_takes_artifacts_out_when_it_is_told_to(made: Project) -> None:
    publish("-l", "en", "-l", "fr", "-f", "html")
    change_a_text(made)

    done = publish(*FRENCH_PAGES, "--drop-outdated")

    assert done.exit_code == 0
    assert "    en/plan-makers/html\n" in done.output
    assert artifacts(made) == {"en/cubs/html", "fr/cubs/html", "fr/plan-makers/html"}
    assert list(links(made.folder / "dist" / "2026.1")) == []


def test_what_a_damaged_manifest_no_longer_lists_is_not_taken_out_in_silence(made: Project) -> None:
    publish("-l", "fr", "-f", "html")
    (made.folder / "dist/2026.1/manifest.json").write_text("{", encoding="utf-8")

    done = publish(*FRENCH_PAGES)

    assert (done.exit_code, "    fr/cubs/html\n" in done.output) == (1, True)
    assert publish("-l", "fr", "-f", "html").exit_code == 0


def fail_for_children(job: UnitJob) -> UnitResult:
    if job.unit.name == "fr/cubs":
        raise ValueError
    return build_unit(job)


def test_no_page_leads_to_a_unit_that_was_kept_out(made: Project, monkeypatch) -> None:
    publish("-l", "fr", "-f", "html")
    made.write("source/shared/page.rst", "Page\n====\n\nChanged, but :see:`key-cub-001` stands elsewhere.\n")
    monkeypatch.setattr(tempfile, "tempdir", str(made.folder))  # where the fault is written down
    run_units = scheduling.run_units
    monkeypatch.setattr(scheduling, "run_units", lambda jobs, **more: run_units(jobs, build=fail_for_children, **more))

    done = publish("-f", "html", "--partial")

    assert done.exit_code == 1
    assert "1 artifact of an earlier run went out:\n    fr/cubs/html\n" in done.output
    assert len(artifacts(made)) == 5
    assert list(links(made.folder / "dist" / "2026.1")) == []


def test_a_narrowed_run_takes_nothing_out_because_a_unit_fails(made: Project, monkeypatch) -> None:
    publish("-l", "fr", "-f", "html")
    before = version_in(made.folder)
    monkeypatch.setattr(tempfile, "tempdir", str(made.folder))  # where the fault is written down
    run_units = scheduling.run_units
    monkeypatch.setattr(scheduling, "run_units", lambda jobs, **more: run_units(jobs, build=fail_for_children, **more))

    done = publish("-l", "ar", "-f", "html", "--partial")

    assert done.exit_code == 1
    assert "1 artifact of an earlier run would go out" in done.output
    assert version_in(made.folder) == before
    assert publish("-l", "ar", "-f", "html", "--partial", "--drop-outdated").exit_code == 1
    assert "fr/cubs/html" not in artifacts(made)


def test_a_version_without_recommendations_offers_no_file_of_them(made: Project) -> None:
    publish(*FRENCH_PAGES)

    assert b"recommendations.json" not in version_in(made.folder)["index.html"]
