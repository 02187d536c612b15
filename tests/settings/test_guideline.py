"""What is above all editions is read from one file, and every fault in it is named with its line."""

from __future__ import annotations

import pytest

from builders.problems import Problem
from builders.settings.labels import writers_labels
from tests.conftest import SETTINGS, Project
from tests.settings.faulty import said_of_fault

PATH = "source/guideline.toml"
FAULTS = {
    "no publisher": ("publisher =", "publishr =", "publisher is missing"),
    "a misspelt name": ("publisher =", "publishr =", ":3: error: publishr: “publishr” means nothing here; use name"),
    "a name with spaces": ('"fixture-guideline"', '"The Fixture"', ":2: error: slug is small letters and digits"),
    "a publisher in no language": ('fr = "L’éd', 'pt = "L’éd', ":3: error: publisher: “pt” is no language of locale"),
    "no address": ('"https://fix', '"fix', ":4: error: published-at is no address: “fixture.example.net”"),
    "a name in no language": ('fr = "Le', 'pt = "Le', ":6: error: name: “pt” is no language of locale/languages.toml"),
    "no English name": ('en = "The fixture', 'es = "The fixture', ":6: error: name: en is missing"),
    "a licence without words": ("short =", "shrt =", ":10: error: licence: “shrt” means nothing here; use id, short"),
    "a key with a space": ("no-advice =", '"no advice" =', ":15: error: disclaimers: “no advice” is no key"),
    "a key that is taken": ("no-advice =", "note =", ":15: error: disclaimers: the key “note” means another label"),
    "no text": ('"This is a text of tests and advises nobody."', "5", ":15: error: disclaimers: no-advice is no text"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_guideline_is_named_with_its_line(project, name: str) -> None:
    made: Project = project("Text.")
    right, wrong, words = FAULTS[name]

    assert words in said_of_fault(made, PATH, right, wrong)


def test_all_faults_of_the_guideline_are_named_together(project) -> None:
    made: Project = project("Text.")
    made.write(PATH, 'slug = "A"\n')

    with pytest.raises(Problem) as caught:
        _ = made.settings

    assert len(caught.value.findings) == 5


def test_its_name_is_english_where_a_language_has_none() -> None:
    guideline = SETTINGS.guideline

    assert [guideline.name(tag) for tag in ("fr", "ar")] == ["Le guide d’essai", "The fixture guideline"]


def test_what_it_says_of_itself_is_translated_with_the_labels() -> None:
    own = SETTINGS.guideline.labels

    assert list(own) == ["licence-text", "no-advice"]
    assert own.items() <= SETTINGS.labels.items()
    assert own.keys().isdisjoint(writers_labels())


def test_every_file_says_what_the_guideline_says_of_itself(project) -> None:
    page = project("Text.").page("en", "inventors")

    assert all(f"<p>{sentence}</p>" in page for sentence in SETTINGS.guideline.labels.values())
