"""Publishing is whole or not at all, the same bytes every time, and never slower than it has to be."""

from __future__ import annotations

import json
import os
import shutil
from functools import partial
from pathlib import Path

import pytest

from builders.model.editions import Format
from builders.problems import Problem
from builders.publishing import scheduling
from builders.publishing.building import UnitJob, UnitResult, build_unit
from builders.publishing.cache import measure
from builders.publishing.planning import Plan, plan
from builders.publishing.publish import Outcome, publish
from builders.settings.digests import files_below, folder_digest
from tests.conftest import Project, make_project


def narrowed(made: Project, *, edition: str = "cubs", formats: tuple[str, ...] = ("html", "epub", "docx")) -> Plan:
    return plan(made.settings, languages=["en", "ar"], editions=[edition], formats=formats)


def run(made: Project, **options: object) -> Outcome:
    return publish(made.settings, chosen=narrowed(made), processes=2, **options)


def digest(folder: Path) -> str:
    return folder_digest(folder, files_below(folder))


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose page says “Text.”, published once."""
    made = make_project(tmp_path_factory.mktemp("finished"), "Page\n====\n\nText.", {})
    assert run(made).built == 6
    return made.folder


@pytest.fixture
def ready(project, finished: Path) -> Project:
    """The same project in a folder of a test, with what was built of it in its cache."""
    made: Project = project("Text.")
    shutil.copytree(finished / ".cache" / "artifacts", made.folder / ".cache" / "artifacts")
    return made


def test_a_run_without_options_plans_seventy_two_artifacts(project) -> None:
    assert len(plan(project("Text.").settings).wanted()) == 72


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"languages": ["xx"]}, "no language “xx”"),
        ({"editions": ["kids"]}, "no edition “kids”"),
        ({"formats": ["pdf"]}, "no format “pdf”"),
    ],
)
def test_an_unknown_name_is_answered_with_the_known_ones(project, options: dict[str, list[str]], words: str) -> None:
    with pytest.raises(Problem, match=words) as problem:
        plan(project("Text.").settings, **options)

    assert "choose one of" in problem.value.next_step


@pytest.mark.parametrize("name", ["zh", "zh-CN", "zh_CN", "zh-Hans", "ZH"])
def test_a_language_answers_to_its_other_names(project, name: str) -> None:
    assert project("Text.").settings.language(name).tag == "zh-Hans"


@pytest.mark.slow
def test_two_builds_of_the_same_source_give_the_same_bytes(project) -> None:
    made = project("Text with a note [#n]_.\n\n.. [#n] Here.\n")

    first = digest(run(made).folder)
    second = digest(run(made, use_cache=False).folder)

    assert first == second


@pytest.mark.slow
def test_what_has_not_changed_comes_from_the_cache(ready: Project) -> None:
    run(ready)

    again = run(ready)

    assert (again.built, again.from_cache) == (0, 6)


@pytest.mark.slow
def test_a_changed_catalog_rebuilds_only_its_language(ready: Project) -> None:
    run(ready)
    ready.catalog("ar", "shared", 'msgid "Text."\nmsgstr "نص."\n')

    again = run(ready)

    assert (again.built, again.from_cache) == (3, 3)


def test_the_manifest_lists_every_artifact_with_its_checksum(ready: Project) -> None:
    outcome = run(ready)

    manifest = json.loads((outcome.folder / "manifest.json").read_text(encoding="utf-8"))
    assert len(manifest["artifacts"]) == 6
    for record in manifest["artifacts"]:
        path = outcome.folder / record["path"]
        assert measure(path) == (record["files"], record["bytes"], record["sha256"])
        assert record["coverage"]["total"] > 0


@pytest.mark.slow
def test_a_unit_with_a_warning_keeps_the_whole_version_as_it_was(ready: Project) -> None:
    before = digest(run(ready).folder)
    ready.write("source/shared/page.rst", "Page\n====\n\nText :ref:`to-nowhere`.\n")

    outcome = run(ready)

    assert not outcome.is_published
    assert {str(finding.location) for finding in outcome.findings} == {"source/shared/page.rst:4"}
    assert digest(outcome.folder) == before


def die_for_children(job: UnitJob) -> UnitResult:
    if job.unit.edition.id == "cubs":
        os._exit(9)
    return build_unit(job)


@pytest.mark.slow
def test_a_unit_whose_process_dies_keeps_only_itself_out(project, monkeypatch) -> None:
    made = project("Text.")
    chosen = plan(made.settings, languages=["en"], editions=["cubs", "inventors"], formats=["html"])
    monkeypatch.setattr(scheduling, "run_units", partial(scheduling.run_units, build=die_for_children))

    whole = publish(made.settings, chosen=chosen, processes=2)
    partly = publish(made.settings, chosen=chosen, processes=2, is_partial=True)

    assert not whole.is_published
    assert {finding.check for finding in whole.findings} == {"unit-failed"}
    assert [artifact.path for artifact in partly.artifacts] == ["en/inventors/html"]


def test_a_fault_in_the_source_is_told_before_anything_is_built(ready: Project) -> None:
    before = digest(run(ready).folder)
    ready.write("source/shared/page.rst", "Page\n====\n\n.. keymessage:: key-gen-404\n\n   Text.\n")

    with pytest.raises(Problem, match="source/shared/page.rst:4"):
        run(ready)

    assert digest(ready.folder / "dist" / ready.settings.version) == before


@pytest.mark.slow
def test_a_narrowed_run_keeps_the_other_artifacts_that_are_still_true(project) -> None:
    made = project("Text.")
    publish(made.settings, chosen=narrowed(made, formats=("html",)), processes=2)

    outcome = publish(made.settings, chosen=narrowed(made, edition="inventors", formats=("html",)), processes=2)

    assert {artifact.unit.edition.id for artifact in outcome.artifacts} == {"cubs", "inventors"}


@pytest.mark.slow
def test_a_narrowed_run_drops_artifacts_whose_text_has_changed_only_when_it_is_told_to(project) -> None:
    made = project("Text.")
    publish(made.settings, chosen=narrowed(made, formats=("html",)), processes=2)
    made.write("source/shared/page.rst", "Page\n====\n\nChanged.\n")

    only_inventors = narrowed(made, edition="inventors", formats=("html",))
    refused = publish(made.settings, chosen=only_inventors, processes=2)
    outcome = publish(made.settings, chosen=only_inventors, processes=2, drop_outdated=True)

    assert (refused.is_published, refused.outdated) == (False, ("en/cubs/html", "ar/cubs/html"))
    assert {artifact.unit.edition.id for artifact in outcome.artifacts} == {"inventors"}


def test_the_portal_leads_to_every_artifact(ready: Project) -> None:
    outcome = run(ready)

    portal = (outcome.folder / "index.html").read_text(encoding="utf-8")
    for artifact in outcome.artifacts:
        address = f"{artifact.path}/index.html" if artifact.format is Format.HTML else artifact.path
        assert f'href="{address}"' in portal
        assert (outcome.folder / address).exists()


@pytest.mark.slow
def test_nothing_is_left_beside_the_dist_tree(project) -> None:
    made = project("Text.")

    run(made)

    assert [path.name for path in (made.folder / "dist").iterdir()] == [made.settings.version]
    assert {path.name for path in (made.folder / ".cache").iterdir()} <= {
        "artifacts",
        "findings",
        "pictures",
        "trees",
        "lock",
    }
