"""What an edit of the guidelines means for adaptations is told with its cost, before it is merged."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner

from builders.cli.menu import main
from builders.model.progress import Amount
from builders.translating import national_impact
from builders.translating.impact import Impact, measure_impact
from builders.translating.update_command import make_templates, write_templates
from tests.adaptations.overlays import COUNTRY, HOURS, adapt, write_both
from tests.conftest import HEADER, Project
from tests.translating import clones

pytestmark = pytest.mark.slow

PAGE = """\
Page
====

.. recommendation:: rec-gen-001
   :strength: should
   :who: school
   :ages: all
   :disability: rel
   :adaptation: adaptable

   Publish the rules of the school.

   Rules that nobody reads protect nobody.

.. recommendation:: rec-gen-002
   :strength: may
   :who: school
   :ages: all
   :disability: rel
   :adaptation: adaptable

   Invite families to an evening.
"""
CHANGES = adapt("rec-gen-001", "statement", "Publier les règles.") + adapt("rec-gen-002", "note", "Une soirée par an.")


@pytest.fixture
def made(project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project with a country that has accepted its two changes, in one commit."""
    made: Project = project("Text.", rec_gen_001="recommendation", rec_gen_002="recommendation")
    made.write("source/shared/page.rst", PAGE)
    write_both(made, CHANGES)
    write_templates(made.settings, make_templates(made.settings))
    monkeypatch.chdir(made.folder)
    assert cop("adapt", "accept", "exampleland", "--by", "A. Reader")
    clones.git(made.folder, "init", "--quiet", "--initial-branch=main")
    clones.commit(made.folder, "the text as it was")
    return made


def cop(*words: str) -> str:
    said = CliRunner().invoke(main, words, catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return said.output


def edit(made: Project, old: str, new: str) -> None:
    assert old in PAGE
    made.write("source/shared/page.rst", PAGE.replace(old, new))


def impact(made: Project) -> Impact:
    return measure_impact(made.settings, "HEAD")


def touched(found: Impact) -> list[tuple[str, str, str]]:
    return [
        (each.adaptation, drift.change.key, drift.status.value) for each in found.adaptations for drift in each.drifts
    ]


def own_catalog(made: Project, locale: str, entries: str) -> None:
    made.write(f"adaptations/exampleland/locale/{locale}/LC_MESSAGES/shared.po", HEADER + entries)
    clones.commit(made.folder, "a catalog")


def test_a_changed_statement_names_the_changes_that_rest_on_it(made: Project) -> None:
    edit(made, "rules of the school", "rules of every school")

    assert touched(impact(made)) == [("exampleland", "rec-gen-001/statement", "stale")]


def test_a_changed_explanation_is_worth_a_look(made: Project) -> None:
    edit(made, "nobody reads protect", "nobody reads help")

    assert touched(impact(made)) == [("exampleland", "rec-gen-001/statement", "look")]


def test_a_raised_strength_is_a_conflict_although_no_message_has_changed(made: Project) -> None:
    edit(made, ":strength: should", ":strength: must")
    found = impact(made)

    assert found.messages == ()
    assert touched(found) == [("exampleland", "rec-gen-001/statement", "conflict")]
    assert "conflict, rec-gen-001/statement: the guidelines have raised it from should to must" in cop("impact")


def test_a_block_that_goes_leaves_an_orphan(made: Project) -> None:
    edit(made, PAGE[PAGE.index(".. recommendation:: rec-gen-002") :], "")
    path = made.folder / "source/ids.csv"
    rows = [row for row in path.read_text("utf-8").splitlines() if "rec-gen-002" not in row]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")

    assert touched(impact(made)) == [("exampleland", "rec-gen-002/note", "orphan")]


def test_an_edit_of_other_text_touches_no_adaptation_and_reads_none(made: Project, monkeypatch) -> None:
    monkeypatch.setattr(national_impact, "read_adapted", None)
    edit(made, "Page\n====\n", "Page\n====\n\nA new sentence.\n")
    found = impact(made)

    assert found.adaptations == ()
    assert "Adaptations" not in cop("impact")
    assert json.loads(cop("impact", "--json"))["adaptations"] == []


def test_what_was_stale_before_the_edit_is_not_laid_to_it(made: Project) -> None:
    edit(made, "rules of the school", "rules of every school")
    write_templates(made.settings, make_templates(made.settings))
    clones.commit(made.folder, "an edit that nobody has accepted")
    made.write(
        "source/shared/page.rst",
        PAGE.replace("rules of the school", "rules of every school").replace("to an evening", "to a long evening"),
    )

    assert touched(impact(made)) == [("exampleland", "rec-gen-002/note", "stale")]


def test_a_change_that_nobody_has_accepted_is_not_laid_to_the_edit(made: Project) -> None:
    (made.folder / "adaptations/exampleland/base.lock").unlink()
    edit(made, "rules of the school", "rules of every school")

    assert touched(impact(made)) == []


def test_the_national_text_counts_for_every_language_that_it_is_translated_into(made: Project) -> None:
    edit(made, "rules of the school", "rules of every school")
    ((cost,),) = (each.costs for each in impact(made).adaptations)

    assert (cost.language.tag, cost.waiting) == ("en", Amount(messages=1, words=3))
    assert "| exampleland, English (en) | – | – | 1 (3) |" in cop("impact")


def test_a_catalog_with_other_words_costs_what_it_holds_of_the_edit(made: Project) -> None:
    own_catalog(made, "fr", '\nmsgid "Invite families to an evening."\nmsgstr "Invitez les familles."\n')
    edit(made, "Invite families to an evening.", "Invite all families to an evening.")
    (found,) = impact(made).adaptations
    edit(made, "Publish the rules of the school.", "Publish rules.")
    (other,) = impact(made).adaptations

    assert (found.costs[0].language.tag, found.costs[0].to_check) == ("fr", Amount(messages=1, words=6))
    assert [each.language.tag for each in other.costs] == ["en"]


def test_a_language_that_the_guidelines_lack_is_counted_as_a_whole(made: Project) -> None:
    swahili = '[[language]]\ntag = "sw"\nlocale = "sw"\nendonym = "Kiswahili"\nenglish-name = "Swahili"\n'
    toml = COUNTRY.replace('["fr", "en"]', '["fr", "en", "sw"]') + HOURS + swahili
    made.write("adaptations/exampleland/adaptation.toml", toml)
    own_catalog(made, "sw", '\nmsgid "Invite families to an evening."\nmsgstr "Alika familia."\n')
    edit(made, "Page\n====\n", "Page\n====\n\nFour quite different words.\n")
    (found,) = impact(made).adaptations

    assert found.fault == ""
    assert [(each.language.tag, each.to_translate) for each in found.costs] == [("sw", Amount(messages=1, words=4))]
    assert "none of its changes, but catalogs of its own" in cop("impact")


def test_an_adaptation_that_cannot_be_read_is_named_and_keeps_nobody_from_the_rest(made: Project) -> None:
    made.write("adaptations/exampleland/adaptation.toml", COUNTRY.replace('kind = "country"', 'kind = "land"'))
    edit(made, "rules of the school", "rules of every school")

    said = cop("impact")

    assert "exampleland: nobody can say what it means for it: 1 fault in the settings: " in said
    assert "adaptation.toml:1" in said


def test_programs_read_changes_and_costs(made: Project) -> None:
    edit(made, "rules of the school", "rules of every school")
    (found,) = json.loads(cop("impact", "--json"))["adaptations"]

    assert [(each["change"], each["status"]) for each in found["changes"]] == [("rec-gen-001/statement", "stale")]
    assert found["languages"][0]["waiting"] == {"messages": 1, "words": 3}
    assert date.today().isoformat() not in json.dumps(found)
