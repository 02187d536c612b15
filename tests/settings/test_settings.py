"""Data files at fault are refused with file, line and words for the person who wrote them."""

from __future__ import annotations

import re
import shutil

import pytest

from builders.model.promises import Promises
from builders.model.readers import ANYBODY
from builders.problems import Problem
from builders.settings.digests import data_digest
from tests.conftest import Project
from tests.settings.faulty import said_of_fault

REGISTRIES = "source/registries"

FAULTS = {
    "a number as value": (
        f"{REGISTRIES}/variables.toml",
        'label = "Child helpline",',
        'label = "Child helpline", value = 116,',
        "variables.toml:3: error: the entry helpline.number: value is no text: put “116” into quotation marks",
    ),
    "a misspelt name": (
        f"{REGISTRIES}/variables.toml",
        'label = "Child helpline",',
        'label = "Child helpline", valeu = "116",',
        "the entry helpline.number: “valeu” means nothing here; use label, value, words",
    ),
    "a word that is no regular expression": (
        f"{REGISTRIES}/variables.toml",
        "'(?:child )?helplines?'",
        "'(?:child helplines?'",
        "the entry helpline.number: “(?:child helplines?” in words is no regular expression",
    ),
    "a label missing": (f"{REGISTRIES}/topics.toml", "label =", "lable =", "label"),
    "a misspelt table": (
        f"{REGISTRIES}/variables.toml",
        "[variable]",
        "[variables]",
        "no entries of the kind “variables”",
    ),
    "a code with a space": (
        f"{REGISTRIES}/services.toml",
        "[service.game]",
        '[service."a game"]',
        "the entry a game: its code is lowercase letters and digits",
    ),
    "a code that is a word of options": (
        f"{REGISTRIES}/services.toml",
        "[service.game]",
        "[service.all]",
        "“all” cannot be a code",
    ),
    "a risk of no kind": (
        f"{REGISTRIES}/risks.toml",
        '"seen.scorn"',
        '"hate"',
        "its code begins with a kind of risk",
    ),
    "a date as text": (
        f"{REGISTRIES}/facts.toml",
        "as-of = 1989-11-20",
        'as-of = "1989-11-20"',
        "the entry crc-adopted: as-of is no day",
    ),
    "a truth as value": (
        f"{REGISTRIES}/facts.toml",
        "value = 641",
        "value = true",
        "value is a day, a whole number or",
    ),
    "a source in no language": (
        f"{REGISTRIES}/facts.toml",
        "source = { en",
        "source = { pt",
        "“pt” is no language of locale/languages.toml",
    ),
    "an address that runs": (
        f"{REGISTRIES}/facts.toml",
        'source-url = "https:',
        'source-url = "javascript:',
        "source-url is no address",
    ),
    "an unknown language": (
        f"{REGISTRIES}/entities.toml",
        "zh-Hans =",
        "zh =",
        "“zh” is no language of locale/languages.toml",
    ),
    "an unknown unit": (
        f"{REGISTRIES}/instruments.toml",
        'unit = "article"',
        'unit = "artikel"',
        "unit is one of article, paragraph, target, principle, not “artikel”",
    ),
    "a short name in an unknown language": (
        f"{REGISTRIES}/instruments.toml",
        'unit = "article"',
        'unit = "article"\nshort = { en = "Convention", zh = "公约" }',
        "the entry crc: short: “zh” is no language of locale/languages.toml",
    ),
    "a short name without the English one": (
        f"{REGISTRIES}/instruments.toml",
        'unit = "article"',
        'unit = "article"\nshort = { fr = "Convention" }',
        "the entry crc: short: en is missing",
    ),
    "a short name of no language": (
        f"{REGISTRIES}/instruments.toml",
        'unit = "article"',
        'unit = "article"\nshort = "Convention"',
        "the entry crc: short: ",
    ),
    "an empty short name": (
        f"{REGISTRIES}/instruments.toml",
        'unit = "article"',
        'unit = "article"\nshort = { en = "" }',
        "the entry crc: short: en is",
    ),
    "a short name of an organisation": (
        f"{REGISTRIES}/entities.toml",
        "zh-Hans =",
        'short = { en = "Council" }\nzh-Hans =',
        "“short” is no language of locale/languages.toml",
    ),
    "an unknown gender": (f"{REGISTRIES}/characters.toml", 'fr = "f"', 'fr = "x"', "the gender in fr is one of m, f"),
    "a text for a list": (
        "source/editions.toml",
        'documents = ["inventors/*", "shared/*"]',
        'documents = "inventors/*"',
        "source/editions.toml:65: error: edition inventors: documents is no list of texts",
    ),
    "a root without a page": (
        "source/editions.toml",
        "inventors/index",
        "inventors/opening",
        "has no page source/inventors",
    ),
    "the opening page among the annexes": (
        "source/editions.toml",
        'root = "inventors/index"',
        'root = "inventors/index"\nannexes = ["*"]',
        "the edition inventors has its root among the annexes",
    ),
    "annexes without brackets": (
        "source/editions.toml",
        'root = "inventors/index"',
        'root = "inventors/index"\nannexes = "shared/page"',
        "edition inventors: annexes is no list of texts",
    ),
    "a name without use": (
        "source/editions.toml",
        "released =",
        'publisher = "A"\nreleased =',
        "source/editions.toml:3: error: “publisher” means nothing here; use version, released, shared-home",
    ),
    "a home of shared blocks that an edition has": (
        "source/editions.toml",
        'shared-home = "gen"',
        'shared-home = "inv"',
        "source/editions.toml:4: error: the home “inv” of shared blocks is not three small letters that no edition has",
    ),
    "a band of nobody": (
        "source/editions.toml",
        'reading-band = "neighbour"',
        'reading-band = "parent"',
        "source/editions.toml:74: error: edition people-and-neighbours: reading-band is one of planner, inventor",
    ),
    "a band that stands twice": (
        "source/editions.toml",
        'id = "neighbour"',
        'id = "planner"',
        "source/editions.toml:21: error: band planner: id “planner” stands twice",
    ),
    "a band that is called like an age": (
        "source/editions.toml",
        'id = "neighbour"',
        'id = "a"',
        "source/editions.toml:21: error: band a: id “a” is no name, or that of an age",
    ),
    "two bands beside the children": (
        "source/editions.toml",
        'id = "neighbour"',
        'id = "teachers"\nbeside-children = true\n\n[[band]]\nid = "neighbour"',
        "source/editions.toml:26: error: band neighbour: beside-children is true of one band, and teachers is it",
    ),
    "children beside the children": (
        "source/editions.toml",
        "are-children = true",
        "are-children = true\nbeside-children = true",
        "source/editions.toml:27: error: band cub: beside-children says that the readers are adults",
    ),
    "a trait that no band has": (
        "source/editions.toml",
        "are-children = true",
        "children = true",
        "source/editions.toml:26: error: band cub: “children” means nothing here; use id, are-children",
    ),
    "a default that is no edition": (
        "source/editions.toml",
        'default-edition = "plan-makers"',
        'default-edition = "planner"',
        "source/editions.toml:5: error: default-edition is one of plan-makers, inventors, people-and-neighbours",
    ),
    "a default that is no text": (
        "source/editions.toml",
        'default-edition = "plan-makers"',
        "default-edition = 1",
        "source/editions.toml:5: error: default-edition is no text: put “1” into quotation marks",
    ),
    "a page of help that is not there": (
        "source/editions.toml",
        "quick-exit = true",
        'quick-exit = true\nhelp-page = "shared/help"',
        "source/editions.toml:95: error: edition cubs: help-page names “shared/help”, and there is no page source/",
    ),
    "a page of help that the edition does not carry": (
        "source/editions.toml",
        "quick-exit = true",
        'quick-exit = true\nhelp-page = "inventors/index"',
        "source/editions.toml:95: error: edition cubs: help-page names “inventors/index”, which is not among its",
    ),
    "a quick way to no help": (
        "source/editions.toml",
        'reading-band = "inventor"',
        'reading-band = "inventor"\nquick-help = true',
        "source/editions.toml:56: error: edition inventors: quick-help leads to the help-page, and there is none",
    ),
    "an exit that is no switch": (
        "source/editions.toml",
        "quick-exit = true",
        'quick-exit = "yes"',
        "edition cubs: quick-exit is true or false, without quotation marks",
    ),
    "an attribute that nothing has": (
        "source/editions.toml",
        '"risk.where"',
        '"risk.place"',
        "edition plan-makers: leaves-out names “risk.place”; it can name recommendation.who",
    ),
    "one table for all": ("locale/languages.toml", 'direction = "rtl"', 'direction = "up"', "direction is ltr or rtl"),
    "a ledger with semicolons": (
        "source/ids.csv",
        "id,type,since",
        "id;type;since",
        "ids.csv:1: error: the first line",
    ),
}

BROKEN_PROMISES = {
    "[editions.inventors]\n": "release.toml:1: error: a promise: “editions” means nothing here; use edition, text",
    "[edition.inventories]\n": "release.toml:1: error: edition inventories: “inventories” means nothing here",
    '[edition.inventors]\nrisk = 1\n\n[edition.cubs]\nrisk = "many"\n': "release.toml:5: error: edition.cubs",
    "[edition.inventors]\nrisk = 1\nrisks = 1\n": "release.toml:3: error: edition.inventors risks: “risks”",
    "[edition]\ninventors = 5\n": "release.toml:2: error: edition.inventors: “5” stands where names and values",
    '[checklist]\n"lst-x" = true\n': "release.toml:2: error: checklist lst-x: “True” is no number: write 36",
    '[checklist]\n"lst-x" = -1\n': "release.toml:2: error: checklist lst-x: “-1” is no number",
    '[text]\nwords = "at most many"\n': "release.toml:2: error: text words: “at most many” is no number",
    "[text]\nword = 5\n": "release.toml:2: error: text word: “word” means nothing here; use words",
    '[edition.inventors]\nown-words = "11"\n': "release.toml:2: error: edition.inventors own-words: “11” is no number",
    "checklist = 5\n": "release.toml:1: error: checklist: “5” stands where names and values are expected",
    "[language.pt]\n": "release.toml:1: error: language pt: “pt” means nothing here; use fr, es, ar",
    "[language.en]\n": "release.toml:1: error: language en: “en” means nothing here; use fr",
    "[language.fr]\nlabel = 1\n": "release.toml:1: error: language fr: “label” means nothing here; use labels",
    "[language.fr]\nlabels = 101\n": "release.toml:1: error: language fr: labels is a whole number of per cent",
    '[language.fr]\nnames = "all"\n': "release.toml:1: error: language fr: names is true or false, not “all”",
    '[language.fr]\npages = "a"\n': "release.toml:1: error: language fr: pages is no list of texts",
    "[language.fr\n": "release.toml:1: error: the file cannot be read",
}


@pytest.mark.parametrize("text", BROKEN_PROMISES)
def test_a_promise_that_cannot_be_read_is_named_with_its_line(project, text: str) -> None:
    made: Project = project("Text.")
    made.write("source/release.toml", text)

    with pytest.raises(Problem) as caught:
        _ = made.settings

    assert f"source/{BROKEN_PROMISES[text]}" in str(caught.value)


def test_a_project_without_promises_is_no_fault(project) -> None:
    assert project("Text.").settings.promises == Promises()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_file_and_in_words(project, name: str) -> None:
    made: Project = project("Text.")
    path, right, wrong, words = FAULTS[name]
    said = said_of_fault(made, path, right, wrong)

    assert words in said
    assert path in said


def test_a_byte_order_mark_is_no_fault(project) -> None:
    made: Project = project("Text.")
    path = made.folder / REGISTRIES / "topics.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert made.settings.topics


def test_a_guideline_is_whole_without_registries(project) -> None:
    made: Project = project("Text.")
    shutil.rmtree(made.folder / REGISTRIES)

    assert "Text.</p>" in made.page("en", "inventors")


def test_a_band_needs_a_declaration(project) -> None:
    made: Project = project("Text.")
    path = made.folder / "source/editions.toml"
    made.write("source/editions.toml", re.sub(r"\[\[band\]\]\n(?:.+\n)+\n", "", path.read_text(encoding="utf-8")))

    with pytest.raises(
        Problem, match="edition inventors: reading-band names “inventor”, and no \\[\\[band\\]\\] is declared"
    ):
        _ = made.settings


def test_an_edition_that_says_nothing_is_for_adults_of_any_kind_and_the_first_one_is_shown(project) -> None:
    made: Project = project("Text.")
    text = (made.folder / "source/editions.toml").read_text(encoding="utf-8")
    made.write("source/editions.toml", re.sub(r"(?m)^(?:reading-band|default-edition) = .*\n", "", text))

    assert {edition.band for edition in made.settings.editions} == {ANYBODY}
    assert made.settings.default_edition == made.settings.editions[0]


def test_phases_keep_the_order_of_their_file(project) -> None:
    made: Project = project("Text.")
    made.write(f"{REGISTRIES}/phases.toml", '[phase.later]\nlabel = "Later"\n[phase.first]\nlabel = "First"\n')

    assert list(made.settings.phases) == ["later", "first"]
    assert made.settings.labels["phase/later"] == "Later"


def test_a_change_of_a_registry_changes_what_a_build_rests_on(project) -> None:
    made: Project = project("Text.")
    before = data_digest(made.settings)

    made.write(f"{REGISTRIES}/topics.toml", '[topic.sleep]\nlabel = "Sleep"\n')

    assert data_digest(made.settings) != before
