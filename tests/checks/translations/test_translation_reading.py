"""The pairs of a language: what readers see of its catalogs, with the place of every message."""

from __future__ import annotations

from datetime import date

from builders.catalogs.folders import read_catalogs
from builders.checks.source.reading import read_source
from builders.checks.translations.pairs import Pair, Translation
from builders.checks.translations.reading import read_places, read_translation
from builders.model.findings import Location
from builders.model.messages import message_id

PAGE = """
.. recommendation:: rec-pla-001
   :audience: plan-makers, inventors
   :strength: should
   :who: company
   :risks: all
   :ages: all
   :disability: none
   :adaptation: adaptable

   Tell an adult.

   :first-step: Write it down.

.. gethelp:: hlp-gen-001
   :title: Help
   :variables: helpline.number

   Call now.

Between :see:`rec-pla-001`.
"""
CATALOG = """
msgctxt "hlp-gen-001/title"
msgid "Help"
msgstr "Aide"

msgctxt "rec-pla-001/text"
msgid "Tell an adult."
msgstr "Parles-en à un adulte."

#, fuzzy
msgctxt "rec-pla-001/first-step"
msgid "Write it down."
msgstr "Écris-le."

msgctxt "hlp-gen-001/text"
msgid "Call now."
msgstr "Appelle maintenant."

msgid "Between :see:`rec-pla-001`."
msgstr "Entre :see:`rec-pla-001`."

msgid "Gone."
msgstr "Parti."
"""


def read(project, page: str = PAGE, catalog: str = CATALOG) -> Translation:
    made = project(page, rec_pla_001="recommendation", hlp_gen_001="gethelp")
    made.catalog("fr", "shared", catalog)
    settings = made.settings
    source, language = read_source(settings, today=date(2026, 11, 22)), settings.language("fr")
    assert [str(fault) for fault in source.faults] == []
    return read_translation(source, language, read_catalogs(settings, language), read_places(source))


def by_text(translation: Translation) -> dict[str, Pair]:
    return {pair.source.message: pair for pair in translation.pairs}


def test_only_what_readers_see_is_a_pair(project) -> None:
    found = by_text(read(project))

    assert sorted(found) == ["Between :see:`rec-pla-001`.", "Call now.", "Help", "Tell an adult."]


def test_a_pair_knows_its_block_and_its_readers(project) -> None:
    pair = by_text(read(project))["Tell an adult."]

    assert (pair.blocks, pair.block_type, pair.part, pair.role) == (("rec-pla-001",), "recommendation", "text", "text")
    assert (pair.strength, pair.editions, pair.is_critical) == ("should", ("plan-makers", "inventors"), False)


def test_a_pair_leads_to_the_catalog_and_to_the_source(project) -> None:
    pair = by_text(read(project))["Tell an adult."]

    assert pair.location == Location("locale/fr/LC_MESSAGES/shared.po", 10)
    assert pair.origin == Location("source/shared/page.rst", 14)
    assert pair.id == message_id("shared", ("rec-pla-001/text", "Tell an adult."))


def test_text_between_blocks_has_no_part(project) -> None:
    pair = by_text(read(project))["Between :see:`rec-pla-001`."]

    assert (pair.blocks, pair.block_type, pair.part, pair.strength) == ((), "", "", "")


def test_help_is_critical(project) -> None:
    assert by_text(read(project))["Call now."].is_critical


def test_a_translation_without_a_context_serves_every_place(project) -> None:
    found = by_text(read(project, catalog='msgid "Tell an adult."\nmsgstr "Parles-en à un adulte."\n'))

    assert found["Tell an adult."].context == "rec-pla-001/text"
