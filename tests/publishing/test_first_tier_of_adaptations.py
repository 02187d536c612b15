"""In an adaptation that is written in another language, English is a translation like any other."""

from __future__ import annotations

from pathlib import Path

from builders.model.progress import Lack
from builders.publishing.coverage import LastVersion, fallbacks
from builders.publishing.first_tier import unfit_units
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.publishing.reports import outcome_lines
from builders.settings import Settings
from tests.adaptations.national import country, own_catalog, settings_of
from tests.adaptations.overlays import COUNTRY, REGION

NOTE = 'msgctxt "rec-gen-001/note"\nmsgid "Au pays d’exemple, elles sont affichées."\nmsgstr "{}"\n'


def with_english(folder: Path, said: str) -> Settings:
    """Return a country that writes French, and whose English for one of its notes is what is *said*."""
    made = country(folder)
    own_catalog(made, "en", "changes", NOTE.format(said))
    return settings_of(made)


def in_english(toml: str) -> str:
    own = toml.replace('written-in = "fr"', 'written-in = "en"')
    return own.replace('fr = "Organisation d’exemple"', 'en = "Organisation d’exemple"')


def test_english_that_the_gate_refuses_makes_a_draft_of_what_shows_it(tmp_path: Path) -> None:
    settings = with_english(tmp_path, "They are put up **.")
    found = unfit_units(settings, settings.languages, may_draft=True)

    assert {unit.language.tag for unit in found} == {"en"}
    assert {unit.edition for unit in found} == set(settings.editions)
    assert all(any(each.lack is Lack.REFUSED for each in unfit.messages) for unfit in found.values())


def test_english_is_counted_like_a_translation_when_it_is_published(tmp_path: Path) -> None:
    settings = with_english(tmp_path, "They are put up.")
    chosen = plan(settings, languages=["en"], editions=["cubs"], formats=["html"])
    outcome = publish(settings, chosen=chosen, processes=1)
    (shown,) = outcome.shown.fallbacks

    said = list(outcome_lines(outcome, settings))[-1]
    assert shown.lacking
    assert said.startswith("en: 66 % translated, ")
    assert f"{len(shown.lacking)} of {len(shown.messages) - len(settings.labels)} messages in another language" in said


def test_english_is_the_source_where_the_adaptation_is_written_in_it(tmp_path: Path) -> None:
    made = country(tmp_path, "")
    for name, toml in (("exampleregion", REGION), ("exampleland", COUNTRY)):
        made.write(f"adaptations/{name}/adaptation.toml", in_english(toml))
    settings = settings_of(made)
    units = {settings.unit(language, settings.editions[0]): [] for language in settings.languages}
    found = fallbacks(units, LastVersion(translated={}, english={}, counts={}), settings)

    assert [each.language.tag for each in found] == ["fr"]


def test_sound_english_makes_no_draft(tmp_path: Path) -> None:
    settings = with_english(tmp_path, "They are put up.")

    assert unfit_units(settings, settings.languages, may_draft=True) == {}


def test_the_english_of_the_guidelines_is_no_translation(tmp_path: Path) -> None:
    settings = country(tmp_path).settings
    (english,) = (each for each in settings.languages if each.is_source)

    assert unfit_units(settings, [english], may_draft=True) == {}
