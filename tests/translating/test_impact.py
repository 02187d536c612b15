"""The impact of an edit, measured in a real repository: what it costs in every language before it is merged."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.files import replace_files
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import with_review
from builders.cli.menu import main
from builders.model.impact import Fate, LanguageCost
from builders.model.messages import ReviewLevel
from builders.model.progress import Amount
from builders.problems import Problem
from builders.translating.costing import CONSEQUENCES
from builders.translating.impact import Impact, measure_impact
from builders.translating.impact_report import MOST, as_json, as_markdown
from builders.translating.update_command import make_templates, update_languages, write_templates
from tests.conftest import Project, make_project
from tests.translating import clones
from tests.translating.clones import git

SENTENCE = "Answer every report of a child within 24 hours."
OTHER = "Listen to the children first, and say what you have done."
PAGE = f"{SENTENCE}\n\n{OTHER}\n"
FRENCH = f"""
    msgid "{SENTENCE}"
    msgstr "Répondez à tout signalement d’un enfant dans les 24 heures."

    msgid "{OTHER}"
    msgstr "Écoutez d’abord les enfants et dites ce que vous avez fait."
    """
NOTHING = Amount()


def commit(made: Project) -> Project:
    clones.commit(made.folder, "the text as it was")
    return made


def extract(made: Project) -> Project:
    write_templates(made.settings, make_templates(made.settings))
    return made


def committed(made: Project) -> Project:
    """Return *made* with its templates, translated into French, and committed."""
    made.catalog("fr", "shared", FRENCH)
    git(made.folder, "init", "--quiet", "--initial-branch=main")
    return commit(extract(made))


def edited(made: Project, text: str) -> Project:
    made.write("source/shared/page.rst", f"Page\n====\n\n{text}")
    return made


def impact(made: Project, revision: str = "HEAD") -> Impact:
    return measure_impact(made.settings, revision)


def cost(found: Impact, tag: str = "fr") -> LanguageCost:
    return next(each for each in found.costs if each.language.tag == tag)


def markdown(made: Project) -> str:
    return "\n".join(as_markdown(impact(made), made.settings))


def test_an_unchanged_source_costs_nothing(project) -> None:
    made = committed(project(PAGE))

    found = impact(made)

    assert found.messages == ()
    assert cost(found).to_translate == NOTHING
    assert "there is nothing to translate" in markdown(made)


def test_a_new_message_is_to_be_translated_into_every_language(project) -> None:
    made = edited(committed(project(PAGE)), f"{PAGE}\nFour quite different words.\n")

    found = impact(made)

    assert {each.to_translate for each in found.costs} == {Amount(messages=1, words=4)}
    assert cost(found).to_check == cost(found).unseen == NOTHING


def test_a_changed_number_is_to_be_checked_where_there_is_a_translation(project) -> None:
    made = edited(committed(project(PAGE)), PAGE.replace("24", "48"))

    found = impact(made)

    assert [message.change.fate for message in found.messages] == [Fate.SUBSTANTIVE]
    assert cost(found).to_check == cost(found).unseen == Amount(messages=1, words=9)
    assert cost(found, "ar").to_check == cost(found, "ar").to_translate == NOTHING


def test_a_comma_costs_nothing_but_the_review(project) -> None:
    made = committed(project(PAGE))
    path = made.folder / "locale/fr/LC_MESSAGES/shared.po"
    catalog = read_catalog(path)
    reviewed = [with_review(each, ReviewLevel.REVIEWED, by="A", on=date(2026, 11, 22)) for each in catalog.entries]
    replace_files([(path, format_catalog(replace(catalog, entries=tuple(reviewed))).encode())])
    edited(commit(made), PAGE.replace(" within", ", within"))

    found = impact(made)

    assert cost(found).kept == cost(found).reviews_lost == Amount(messages=1, words=9)
    assert cost(found).unseen == NOTHING


def test_a_message_that_moves_keeps_its_translation(project) -> None:
    made = edited(committed(project(PAGE)), f"{SENTENCE}\n")
    made.write("source/cubs/index.rst", f"Opening\n=======\n\n.. toctree::\n\n   /shared/page\n\n{OTHER}\n")

    found = impact(made)

    assert [(message.change.fate, message.editions) for message in found.messages] == [(Fate.MOVED, ("cubs",))]
    assert cost(found).kept == Amount(messages=1, words=11)


def test_a_text_that_returns_finds_its_translation_in_the_memory(project) -> None:
    made = committed(project(PAGE))
    extract(edited(made, f"{SENTENCE}\n"))
    list(update_languages(made.settings, make_templates(made.settings), [made.settings.language("fr")]))
    edited(commit(made), PAGE)

    found = impact(made)

    assert [message.change.fate for message in found.messages] == [Fate.NEW]
    assert cost(found).kept == Amount(messages=1, words=11)


def test_a_message_that_goes_says_who_read_it_and_costs_nothing(project) -> None:
    audience = f"{SENTENCE}\n\n.. audience:: inventors, cubs\n\n   {OTHER}\n"
    made = edited(committed(project(audience)), f"{SENTENCE}\n")

    found = impact(made)

    (message,) = found.messages
    assert (message.change.fate, message.editions) == (Fate.GONE, ("inventors", "cubs"))
    assert {getattr(cost(found), name) for name in CONSEQUENCES} == {NOTHING}


@pytest.mark.slow
def test_the_cost_is_the_same_when_the_catalogs_are_up_to_date_already(project) -> None:
    made = edited(committed(project(PAGE)), PAGE.replace("24", "48"))
    before = impact(made)
    list(update_languages(made.settings, make_templates(extract(made).settings), [made.settings.language("fr")]))

    assert impact(made) == before


def test_nothing_of_the_project_is_changed(project) -> None:
    made = edited(committed(project(PAGE)), PAGE.replace("24", "48"))
    files = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file() and ".git" not in path.parts}

    impact(made)

    assert {path: path.read_bytes() for path in files} == files


@pytest.mark.slow
def test_any_name_of_a_revision_will_do(project) -> None:
    made = edited(committed(project(PAGE)), PAGE.replace("24", "48"))
    git(made.folder, "tag", "v1")
    git(made.folder, "branch", "text/legal")

    assert {impact(made, name).commit for name in ("main", "v1", "text/legal", "HEAD")} == {impact(made).commit}


def test_a_project_in_a_folder_of_its_repository_is_read_too(tmp_path: Path) -> None:
    made = make_project(tmp_path / "texts" / "guidelines", f"Page\n====\n\n{PAGE}", {})
    git(tmp_path, "init", "--quiet")
    made.catalog("fr", "shared", FRENCH)
    edited(commit(extract(made)), PAGE.replace("24", "48"))

    assert cost(impact(made)).to_check.messages == 1


def without_templates(made: Project) -> str:
    (made.folder / "locale" / "shared.pot").unlink()
    commit(made)
    return "HEAD"


def with_a_broken_catalog(made: Project) -> str:
    path = made.folder / "locale/fr/LC_MESSAGES/shared.po"
    path.write_text(path.read_text("utf-8") + "\nmsgstr * (\n", encoding="utf-8")
    commit(made)
    made.catalog("fr", "shared", FRENCH)
    return "HEAD"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda made: "nowhere", r"git knows no revision “nowhere” \[unknown-revision\]"),
        (lambda made: "--help", r"git knows no revision “--help”"),
        (lambda made: "HEAD:locale", r"git knows no revision"),
        (lambda made: "", r"git knows no revision"),
        (without_templates, r"HEAD:locale/shared.pot: “HEAD” has no template of shared \[template-missing\]"),
        (with_a_broken_catalog, r"HEAD:locale/fr/LC_MESSAGES/shared.po:\d+: .* \[catalog-syntax\]"),
    ],
)
def test_a_revision_that_cannot_be_read_is_named(project, damage: Callable[[Project], str], words: str) -> None:
    made = committed(project(PAGE))
    revision = damage(made)

    with pytest.raises(Problem, match=words):
        impact(made, revision)


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["locale export-ignore", "*.po text eol=crlf"])
def test_rules_of_git_for_its_archives_and_line_ends_change_nothing(project, rule: str) -> None:
    made = committed(project(PAGE))
    made.write(".gitattributes", f"{rule}\n")
    commit(made)

    assert measure_impact(made.settings, "HEAD").messages == ()


def test_a_link_among_the_catalogs_is_not_followed(project) -> None:
    made = committed(project(PAGE))
    (made.folder / "locale/other.pot").symlink_to("/etc/hostname")
    commit(made)

    assert measure_impact(made.settings, "HEAD").messages == ()


def test_a_file_that_the_clone_does_not_hold_is_named(project) -> None:
    made = committed(project(PAGE))
    listed = git(made.folder, "rev-parse", "HEAD:locale/shared.pot").stdout.strip()
    kept = made.folder / ".git/objects" / listed[:2] / listed[2:]
    kept.chmod(0o644)
    kept.unlink()

    with pytest.raises(Problem, match="does not hold locale/shared.pot"):
        measure_impact(made.settings, "HEAD")


def test_a_range_is_no_revision_and_the_way_to_one_is_told(project) -> None:
    made = committed(project(PAGE))

    with pytest.raises(Problem, match=r"“main...HEAD” names several revisions(.|\n)*git merge-base"):
        measure_impact(made.settings, "main...HEAD")


def test_a_folder_that_is_no_repository_is_named(project, monkeypatch) -> None:
    made = extract(project(PAGE))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(made.folder.parent))

    with pytest.raises(Problem, match=r"git finds no repository here .*\[no-repository\]"):
        impact(made)


def test_a_machine_without_git_is_told_so(project, monkeypatch) -> None:
    made = committed(project(PAGE))
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Problem, match="git is not installed"):
        impact(made)


def test_a_new_folder_of_the_source_needs_no_template_at_the_revision(project) -> None:
    made = committed(project(PAGE))
    made.write("source/annex/extra.rst", "Annex\n=====\n")

    assert [message.change.message.domain for message in impact(made).messages] == ["annex"]


def test_templates_that_were_out_of_date_are_said_to_be(project) -> None:
    made = committed(project(PAGE))
    (made.folder / "source/shared/page.rst").rename(made.folder / "source/shared/other.rst")
    for path in (made.folder / "source").glob("*/index.rst"):
        path.write_text(path.read_text("utf-8").replace("/shared/page", "/shared/other"), encoding="utf-8")
    commit(made)

    assert "were out of date: they name source/shared/page.rst, which had gone." in markdown(made)


def test_the_report_shows_old_and_new_sentence_by_sentence(project) -> None:
    text = "Agree on *one* rule_.\nIt must hold for everybody.\nLook again after a year.\n\n.. _rule: https://example.org/\n"
    made = edited(committed(project(text)), text.replace("must", "should"))

    report = markdown(made)

    assert "modal: must → should · source/shared/page.rst · Plan-makers, Inventors, People and neighbours" in report
    assert "\n  Agree on *one* rule_.\n- It must hold" in report
    assert "\n+ It should hold for everybody.\n  Look again after a year.\n```" in report


def test_the_report_is_a_table_of_kinds_and_a_table_of_languages(project) -> None:
    made = edited(committed(project(PAGE)), PAGE.replace("24", "48"))

    lines = markdown(made).splitlines()

    head = "| message | all | Plan-makers | Inventors | People and neighbours | Cubs | labels |"
    row = next(line for line in lines if line.startswith("| changed: substantive"))
    assert head in lines
    assert row.split(" | ")[1:] == ["1 (9)", "1 (9)", "1 (9)", "1 (9)", "1 (9)", "– |"]
    assert "| French (fr) | – | 1 (9) | – | 1 (9) | – |" in lines


def test_a_long_report_has_an_end(project) -> None:
    page = "\n\n".join(f"Rule {number}: answer within {number} hours." for number in range(100, 110 + MOST))
    made = edited(committed(project(page)), page.replace("answer", "always answer").replace("hours", "days or 9"))

    report = markdown(made)

    assert report.count("```diff") == MOST
    assert "more are not shown; --json has them all." in report


def test_the_json_has_every_message_with_both_texts(project) -> None:
    made = edited(committed(project(PAGE)), PAGE.replace("24", "48"))

    said = json.loads(as_json(impact(made)))

    assert list(said) == ["revision", "commit", "stale", "messages", "languages", "adaptations", "rewritten"]
    assert said["messages"] == [
        {
            "change": "substantive",
            "reasons": ["number: 24 → 48"],
            "domain": "shared",
            "context": "",
            "old": SENTENCE,
            "new": SENTENCE.replace("24", "48"),
            "words": 9,
            "editions": ["plan-makers", "inventors", "people-and-neighbours", "cubs"],
        }
    ]
    assert said["languages"][0]["to_check"] == {"messages": 1, "words": 9}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("HEAD",), 0, "number: 24 → 48"),
        ((), 0, "Compared with HEAD"),
        (("HEAD", "--json"), 0, '"change": "substantive"'),
        (("nowhere",), 2, "[unknown-revision]"),
    ],
)
def test_the_command_prints_a_report_or_a_problem(project, monkeypatch, arguments, code: int, words: str) -> None:
    made = edited(committed(project(PAGE)), PAGE.replace("24", "48"))
    monkeypatch.chdir(made.folder)

    done = CliRunner().invoke(main, ["impact", *arguments])

    assert (done.exit_code, words in done.output) == (code, True)
