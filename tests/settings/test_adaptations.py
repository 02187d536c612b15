"""What a country or a region says of itself is read from one file, and every fault is named with its line."""

from __future__ import annotations

import pytest

from builders.model.adaptations import Kind
from builders.model.editions import Format
from builders.problems import Problem
from builders.settings import read_settings
from builders.settings.adaptations import read_adaptation
from tests.adaptations.overlays import COUNTRY, LEDGER, REGION, write_adaptation, write_both
from tests.conftest import Project

PATH = "adaptations/exampleland/adaptation.toml"
FAULTS = {
    "no kind": ("kind =", "knd =", "kind is missing"),
    "a misspelt name": ("kind =", "knd =", ":1: error: “knd” means nothing here; use kind, parent"),
    "a kind of its own": ('"country"', '"city"', ":1: error: kind is one of country, region, not “city”"),
    "an unknown parent": ('"exampleregion"', '"other"', ":2: error: there is no adaptation “other”"),
    "itself as its parent": ('"exampleregion"', '"exampleland"', ":2: error: it stands on exampleland"),
    "a home that is taken": ('"exl"', '"pla"', ":4: error: home is three small letters that nothing else has"),
    "the home of the region": ('"exl"', '"exr"', ":4: error: home is three small letters that nothing else has"),
    "the code of a real country": ('"XA"', '"FR"', ":5: error: code of a demonstration is one that belongs to nobody"),
    "no version": ("version =", "vrsion =", "version is missing or no version"),
    "a version that is no folder": ('"2026.1-exl.1"', '"../1"', ":6: error: version is missing or no version"),
    "an unknown language": ('"fr", "en"]', '"fr", "xx"]', ":8: error: languages is one of en, fr, es"),
    "a language twice": ('"fr", "en"]', '"fr", "fr"]', ":8: error: languages names every language once"),
    "no name": ('fr = "Pays d’exemple"\n', "", ":11: error: name: fr is missing"),
    "an unknown variable": ('"helpline.number"', '"helpline.nmber"', ":19: error: the value helpline.nmber"),
    "a number that rings": ('"000 000"', '"0800 123"', ":19: error: the value helpline.number: a demonstration"),
    "no source": ('source = "https://help.example.org"\n', "", "the value helpline.number: source is missing"),
    "a real address": ("help.example.org", "help.example.net.fr", "a demonstration names addresses of example.org"),
    "a value that nobody has checked": ("checked = 2026-11-01\n", "", "the value helpline.number: checked is no day"),
    "a value for ever": ("review-by = 2027-11-01", "review-by = 2026-10-01", "review-by is a day behind checked"),
    "a value without one language": ("all =", "fr =", "the value helpline.number has no text in en"),
}


@pytest.fixture
def made(project) -> Project:
    made: Project = project("Text.")
    write_both(made)
    return made


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_an_adaptation_is_named_with_its_line(made: Project, name: str) -> None:
    right, wrong, words = FAULTS[name]
    assert right in COUNTRY
    made.write(PATH, COUNTRY.replace(right, wrong, 1))

    assert words in said_of(made)


def said_of(made: Project, name: str = "exampleland") -> str:
    with pytest.raises(Problem) as caught:
        read_adaptation(made.folder, name)
    return str(caught.value)


def test_a_country_has_the_settings_of_the_guidelines_and_its_own(made: Project) -> None:
    country = read_adaptation(made.folder, "exampleland")

    assert [each.tag for each in country.languages] == ["fr", "en"]
    assert (country.version, country.guideline.publisher("en")) == ("2026.1-exl.1", "Ministry of Exampleland")
    assert country.dist == made.folder / "dist/adaptations/exampleland/2026.1-exl.1"
    assert country.released == read_settings(made.folder).released


def test_a_country_stands_on_its_region(made: Project) -> None:
    region, country = read_adaptation(made.folder, "exampleland").layers

    assert (region.kind, country.kind, country.parent) == (Kind.REGION, Kind.COUNTRY, "exampleregion")
    assert [country.name(tag) for tag in ("en", "ar")] == ["Exampleland", "Pays d’exemple"]


def test_values_of_the_country_stand_beside_those_of_the_region(made: Project) -> None:
    country = read_adaptation(made.folder, "exampleland")
    french = country.language("fr")

    assert country.value("helpline.number", french) == "000 000"
    assert country.value("helpline.hours", french) == "tous les jours"
    assert country.value("law.csam", french) == ""


def test_adaptations_that_stand_on_each_other_are_refused(made: Project) -> None:
    write_adaptation(
        made, "exampleregion", REGION.replace('kind = "region"', 'kind = "region"\nparent = "exampleland"')
    )

    assert "exampleregion/adaptation.toml:2: error: it stands on exampleland, which stands on it" in said_of(made)


def test_a_country_is_no_parent(made: Project) -> None:
    write_adaptation(made, "other", COUNTRY.replace("exampleregion", "exampleland").replace("exl", "oth"))

    assert "parent is exampleland, which is a country" in said_of(made, "other")


def test_a_real_country_has_a_code_of_its_own(made: Project) -> None:
    real = COUNTRY.replace("demonstration = true\n", "").replace('"XA"', '"XZ"')
    write_adaptation(made, "exampleland", real)

    assert ":5: error: code is that of a country in ISO 3166-1 alpha-2" in said_of(made)


def test_an_adaptation_may_carry_some_editions_in_some_formats(made: Project) -> None:
    lines = 'editions = ["cubs", "inventors"]\n[formats]\ncubs = ["html"]\n\n[name]'
    write_adaptation(made, "exampleland", COUNTRY.replace("[name]", lines))

    inventors, cubs = read_adaptation(made.folder, "exampleland").editions

    assert (inventors.id, cubs.id, cubs.formats) == ("inventors", "cubs", (Format.HTML,))


def test_an_adaptation_may_bring_a_language(made: Project) -> None:
    own = '\n[[language]]\ntag = "sw"\nlocale = "sw"\nendonym = "Kiswahili"\nenglish-name = "Swahili"\n'
    write_adaptation(made, "exampleland", COUNTRY.replace('["fr", "en"]', '["fr", "en", "sw"]') + own)

    said = said_of(made)

    assert ":8: error: the value helpline.hours has no text in sw" in said
    assert "sw” is" not in said


def test_an_identifier_of_the_guidelines_is_not_used_again(project) -> None:
    made: Project = project("Text.", rec_gen_001="recommendation")
    write_both(made)
    rows = "rec-gen-001,recommendation,2026.1,active,\nrec-exr-001,recommendation,2026.1,active,\n"
    made.write("adaptations/exampleland/ids.csv", LEDGER + rows)

    said = said_of(made)

    assert "ids.csv:2: error: rec-gen-001 is an identifier of the text that it stands on" in said
    assert "ids.csv:3: error: rec-exr-001 does not say whose it is" in said


def test_other_files_and_links_are_refused(made: Project) -> None:
    made.write("adaptations/exampleland/conf.py", "")
    made.write("adaptations/exampleland/changes/other.rst", "")
    (made.folder / "adaptations/exampleland/changes/shared.rst").symlink_to(made.folder / "source/shared/page.rst")

    said = said_of(made)

    assert "exampleland/conf.py: error: nobody reads a file with this name here" in said
    assert "changes/other.rst: error: nobody reads" in said
    assert "changes/shared.rst: error: this is a link to another place" in said


def test_an_unknown_adaptation_is_refused_with_those_that_there_are(made: Project) -> None:
    assert "choose one of: exampleland, exampleregion" in said_of(made, "elsewhere")


def test_a_lock_that_cannot_be_read_is_named_with_its_line(made: Project) -> None:
    made.write("source/locks.toml", '[risk]\nlock = "shut"\ntakes = []\n\n[rule]\nlock = "fixed"\ntakes = []\n')

    said = said_of(made)

    assert "source/locks.toml:1: error: risk: lock is one of fixed, adaptable, localise, not “shut”" in said
    assert "source/locks.toml:5: error: rule: “rule” means nothing here" in said


def test_a_country_that_does_not_carry_the_default_edition_shows_its_first(made: Project) -> None:
    made.write(PATH, COUNTRY.replace("[name]", 'editions = ["cubs", "inventors"]\n\n[name]', 1))
    settings = read_adaptation(made.folder, "exampleland")

    assert made.settings.default_edition.id == "plan-makers"
    assert settings.default_edition == settings.editions[0]
