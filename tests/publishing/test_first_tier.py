"""An edition whose first tier is not complete is no edition: it is left out, refused by its name, or a draft."""

from __future__ import annotations

import json
import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from builders.checks.finished.links import links
from builders.checks.finished.structure import structure
from builders.cli.menu import main
from builders.publishing.first_tier import FOLDER, incomplete_units
from tests.conftest import Project, make_project
from tests.publishing.scenes import Version, copied, keep_only, publish, published_once, version_in

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("environment")]

CUBS, SHARED = (f"locale/fr/LC_MESSAGES/{name}.po" for name in ("cubs", "shared"))
OPENING = 'msgid "Opening"\nmsgstr "Ouverture"\n'
ADVICE = 'msgid "Listen first."\nmsgstr "Écoutez d’abord."\n'
PAGE = 'msgid "Page"\nmsgstr "La page"\n'
LEFT_OUT = "not published, its first tier is 50 %: fr/cubs (--draft publishes it as a draft)\n"


def lay_project(folder: Path) -> Project:
    """Make a project with two editions in English and French; what is for children is translated first."""
    made = make_project(folder, "Page\n====\n", {})
    keep_only(folder, editions=("inventors", "cubs"), languages=("en", "fr"))
    index = "Opening\n=======\n\nListen first.\n\n.. toctree::\n\n   /shared/page\n"
    made.write("source/cubs/index.rst", index)
    made.give_tier("cubs")
    made.catalog("fr", "cubs", f"{OPENING}\n{ADVICE}")
    made.catalog("fr", "shared", PAGE)
    return made


@pytest.fixture(scope="module")
def finished(environment: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its French complete, published once."""
    return published_once(lay_project(tmp_path_factory.mktemp("finished")))


@pytest.fixture
def complete(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of it."""
    found = copied(finished, tmp_path)
    monkeypatch.chdir(found.folder)
    return found


@pytest.fixture
def behind(complete: Project) -> Project:
    """The same without a version, and with half of what is for children in French."""
    shutil.rmtree(complete.folder / "dist")
    complete.catalog("fr", "cubs", OPENING)
    return complete


@pytest.fixture(scope="module")
def draft(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Version:
    """The files of a version that holds a draft, each by its path."""
    made = copied(finished, tmp_path_factory.mktemp("draft"))
    shutil.rmtree(made.folder / "dist")
    made.catalog("fr", "cubs", OPENING)
    made.catalog("fr", "labels", 'msgctxt "draft"\nmsgid "' + made.settings.labels["draft"] + '"\nmsgstr "Ébauche."\n')
    published_once(made, "--draft")
    assert list(links(made.folder / "dist/2026.1")) == []
    assert list(structure(made.folder / "dist/2026.1")) == []
    return version_in(made.folder)


def held(made: Project) -> dict[str, bool]:
    """Return what the version of *made* holds, and whether it is a draft."""
    manifest = json.loads(version_in(made.folder)["manifest.json"])
    return {record["path"]: record["draft"] for record in manifest["artifacts"]}


def units(made: Project) -> set[str]:
    return {path.rpartition("/")[0] for path in held(made)}


ALL = {"en/inventors", "en/cubs", "fr/inventors", "fr/cubs"}


def test_an_edition_with_a_gap_in_its_first_tier_is_left_out_with_a_line(behind: Project) -> None:
    done = publish()

    assert done.exit_code == 0
    assert done.output.endswith(LEFT_OUT)
    assert units(behind) == ALL - {"fr/cubs"}
    assert list(links(behind.folder / "dist/2026.1")) == []


def test_a_gap_elsewhere_is_none_in_the_first_tier(complete: Project) -> None:
    shutil.rmtree(complete.folder / "dist")
    (complete.folder / SHARED).unlink()

    done = publish()

    assert (done.exit_code, "not published" in done.output) == (0, False)
    assert units(complete) == ALL


@pytest.mark.parametrize("advice", [f"#, fuzzy\n{ADVICE}", 'msgid "Listen first."\nmsgstr ""\n'])
def test_fuzzy_and_untranslated_messages_are_missing(behind: Project, advice: str) -> None:
    behind.catalog("fr", "cubs", f"{OPENING}\n{advice}")

    done = publish("--dry-run")

    assert done.output.endswith(LEFT_OUT)
    assert "fr/cubs/" not in done.output


@pytest.mark.parametrize("options", [("-l", "fr"), ("-e", "cubs"), ("-l", "fr", "-e", "cubs", "-f", "epub")])
@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_an_edition_that_is_named_is_refused(behind: Project, options: tuple[str, ...], more: tuple[str, ...]) -> None:
    done = publish(*options, *more)

    assert done.exit_code == 2
    assert "what is translated first is not complete: 50 % of fr/cubs [first-tier-incomplete]" in done.output
    assert "--draft" in done.output
    assert not (behind.folder / "dist").exists()


def test_what_is_named_and_complete_is_published(behind: Project) -> None:
    assert publish("-l", "fr", "-e", "inventors").exit_code == 0
    assert units(behind) == {"fr/inventors"}


def test_a_format_names_no_edition(behind: Project) -> None:
    done = publish("-f", "epub")

    assert (done.exit_code, done.output.endswith(LEFT_OUT)) == (0, True)


def test_the_source_language_is_never_left_out(behind: Project) -> None:
    assert [unit.name for unit in incomplete_units(behind.settings, behind.settings.languages)] == ["fr/cubs"]


def test_what_was_counted_is_kept_until_a_catalog_changes(behind: Project) -> None:
    incomplete_units(behind.settings, behind.settings.languages)
    before = (behind.folder / ".cache" / FOLDER / "fr.json").read_bytes()

    behind.catalog("fr", "cubs", f"{OPENING}\n{ADVICE}")

    assert incomplete_units(behind.settings, behind.settings.languages) == {}
    assert (behind.folder / ".cache" / FOLDER / "fr.json").read_bytes() != before


@pytest.mark.parametrize("damage", ["", "{}", "[]", '{"key": 1, "units": {}}'])
def test_a_damaged_count_is_made_anew(behind: Project, damage: str) -> None:
    found = incomplete_units(behind.settings, behind.settings.languages)
    (behind.folder / ".cache" / FOLDER / "fr.json").write_text(damage, encoding="utf-8")

    assert incomplete_units(behind.settings, behind.settings.languages) == found


def test_a_catalog_that_cannot_be_read_stops_the_run(behind: Project) -> None:
    (behind.folder / CUBS).write_text("<<<<<<< HEAD\n", encoding="utf-8")

    assert publish().exit_code == 2
    assert not (behind.folder / "dist").exists()


def test_a_new_language_is_left_out_and_shown_in_the_status(complete: Project) -> None:
    CliRunner().invoke(main, ["new", "language", "pt"], catch_exceptions=False)

    done = publish()

    assert done.exit_code == 0, done.output
    assert "not published, its first tier is 0 %: pt/cubs" in done.output
    assert "pt/cubs" not in units(complete)
    status = version_in(complete.folder)["status.html"].decode()
    assert "Portuguese" in status
    assert "not published: its tier 1 is not complete" in status


def test_every_language_has_a_line_at_the_end(complete: Project) -> None:
    (complete.folder / SHARED).unlink()

    done = publish("--accept-loss")

    english, french = done.output.splitlines()[-2:]
    assert english == "en: the source, 100 %"
    assert french.startswith("fr: 50 % translated, 2 of 4 messages in English (2 without a catalog), ")
    assert french.endswith(", 1 warning")


# Drafts


def test_a_draft_says_so_in_its_name_and_in_the_manifest(draft: Version) -> None:
    records = json.loads(draft["manifest.json"])["artifacts"]

    assert {record["path"] for record in records if record["draft"]} == {
        "fr/cubs/html",
        "fr/cubs/cubs-fr-2026.1-draft.epub",
        "fr/cubs/cubs-fr-2026.1-draft.docx",
    }


@pytest.mark.parametrize("name", ["index.html", "fr/cubs/html/index.html", "fr/cubs/html/shared/page.html"])
def test_a_draft_says_so_on_the_portal_and_on_every_page(draft: Version, name: str) -> None:
    assert draft[name].decode().count("Ébauche.") == 1


@pytest.mark.parametrize(("name", "part"), [("epub", "cover.xhtml"), ("docx", "word/document.xml")])
def test_a_draft_says_so_on_its_cover(draft: Version, name: str, part: str) -> None:
    with ZipFile(BytesIO(draft[f"fr/cubs/cubs-fr-2026.1-draft.{name}"])) as book:
        (found,) = (each for each in book.namelist() if each.endswith(part))
        assert "Ébauche." in book.read(found).decode()


def test_what_is_complete_is_no_draft(draft: Version) -> None:
    assert b"page-note-draft" not in draft["fr/inventors/html/index.html"]
    assert "fr/inventors/inventors-fr-2026.1.epub" in draft
    assert "en/cubs/cubs-en-2026.1.epub" in draft


def test_the_pages_of_a_draft_lead_to_its_other_formats(draft: Version) -> None:
    assert b"../cubs-fr-2026.1-draft.epub" in draft["fr/cubs/html/index.html"]


def test_a_draft_that_is_named_is_published(behind: Project) -> None:
    assert publish("-l", "fr", "-e", "cubs", "-f", "epub", "--draft").exit_code == 0
    assert held(behind) == {"fr/cubs/cubs-fr-2026.1-draft.epub": True}


def test_a_narrowed_run_keeps_a_draft_that_is_still_true_and_a_whole_run_takes_it_out(behind: Project) -> None:
    publish("-l", "fr", "-f", "html", "--draft")

    assert publish("-l", "en", "-f", "html").exit_code == 0
    assert held(behind)["fr/cubs/html"]

    done = publish()
    assert (done.exit_code, "went out:\n    fr/cubs/html\n" in done.output) == (0, True)
    assert units(behind) == ALL - {"fr/cubs"}


def test_a_draft_that_was_completed_becomes_an_edition(behind: Project) -> None:
    publish("--draft")
    behind.catalog("fr", "cubs", f"{OPENING}\n{ADVICE}")

    done = publish()

    assert done.exit_code == 0
    assert not any(held(behind).values())
    assert not (behind.folder / "dist/2026.1/fr/cubs/cubs-fr-2026.1-draft.epub").exists()


# What the last version holds


@pytest.mark.parametrize("options", [(), ("--draft",)])
def test_a_loss_in_the_first_tier_is_refused_like_any_other(complete: Project, options: tuple[str, ...]) -> None:
    before = version_in(complete.folder)
    complete.catalog("fr", "cubs", OPENING)

    done = publish(*options)

    assert (done.exit_code, "[coverage-fell]" in done.output) == (1, True)
    assert version_in(complete.folder) == before


def test_a_loss_that_is_accepted_takes_the_edition_out(complete: Project) -> None:
    complete.catalog("fr", "cubs", OPENING)

    done, again = publish("--accept-loss"), publish()

    assert (done.exit_code, again.exit_code) == (0, 0)
    assert "3 artifacts of an earlier run went out:\n" in done.output
    assert done.output.endswith(LEFT_OUT)
    assert units(complete) == ALL - {"fr/cubs"}


def test_an_edit_of_the_english_takes_the_edition_out_and_names_it(complete: Project) -> None:
    page = complete.folder / "source/cubs/index.rst"
    page.write_text(page.read_text(encoding="utf-8").replace("Listen first.", "Listen well."), encoding="utf-8")

    done = publish()

    assert (done.exit_code, done.output.endswith(LEFT_OUT)) == (0, True)
    assert "    fr/cubs/html\n" in done.output


def test_a_narrowed_run_does_not_take_it_out_unless_it_is_told_to(complete: Project) -> None:
    before = version_in(complete.folder)
    complete.catalog("fr", "cubs", OPENING)

    refused = publish("-e", "inventors")
    assert (refused.exit_code, version_in(complete.folder) == before) == (1, True)

    assert publish("-e", "inventors", "--drop-outdated").exit_code == 0
    assert "fr/cubs" not in units(complete)


@pytest.fixture
def spoiled(complete: Project) -> Project:
    """The complete project, published, with a message for children that the gate refuses since."""
    complete.catalog("fr", "cubs", f'{OPENING}\nmsgid "Listen first."\nmsgstr "Écoutez **"\n')
    return complete


@pytest.mark.parametrize("options", [(), ("-l", "fr"), ("--partial",)])
def test_what_the_gate_refuses_stops_publishing(spoiled: Project, options: tuple[str, ...]) -> None:
    done = publish(*options)

    assert done.exit_code == 2
    assert "1 translation cannot be published [translation-refused]" in done.output


def test_a_draft_shows_what_the_gate_refuses_in_english_marked_as_such(spoiled: Project) -> None:
    done = publish("--draft", "--accept-loss")

    pages = {path: text for path, text in version_in(spoiled.folder).items() if path.startswith("fr/cubs/")}
    [page] = [text.decode() for path, text in pages.items() if b"Listen first." in text and path.endswith("index.html")]
    assert done.exit_code == 0
    assert re.search(r'<p dir="ltr" lang="en">Listen first\.</p>', page)
    assert "refused" not in page


def test_beside_a_draft_the_editions_that_nothing_is_refused_of_are_finished_ones(spoiled: Project) -> None:
    publish("--draft", "--accept-loss")

    assert {path.split("/")[1] for path, is_draft in held(spoiled).items() if is_draft} == {"cubs"}


def test_readers_lose_a_refused_translation_only_where_somebody_says_so(spoiled: Project) -> None:
    done = publish("--draft")

    assert done.exit_code == 1
    assert "--accept-loss" in done.output


def test_after_a_draft_what_is_refused_still_stops_what_is_no_draft(spoiled: Project) -> None:
    publish("--draft", "--accept-loss")

    done = publish()

    assert done.exit_code == 2
    assert "[translation-refused]" in done.output


def test_a_refused_label_makes_a_draft_of_every_edition(complete: Project) -> None:
    key, text = next(iter(complete.settings.labels.items()))
    complete.catalog("fr", "labels", f'msgctxt "{key}"\nmsgid "{text}"\nmsgstr "a\\nb"\n')

    publish("--draft", "--accept-loss")

    assert {path.split("/")[1] for path, is_draft in held(complete).items() if is_draft} == {"cubs", "inventors"}
