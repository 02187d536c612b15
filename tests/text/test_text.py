"""What stands in source/ and locale/: other programs read it as we do, whatever authors and translators make of it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from builders.catalogs.folders import catalog_folder, read_catalogs
from builders.catalogs.message_rules import check_catalog
from builders.editions.inventory import locate_blocks
from builders.markup import BLOCKS
from builders.model.adaptations import Do, Lock
from builders.model.messages import MessageState
from builders.translating.update_command import make_templates, outdated_templates
from tests.conftest import ROOT
from tests.real_text import real_settings

TRANSLATED = [language for language in real_settings().languages if not language.is_source]
languages = pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)


@pytest.mark.slow
@languages
def test_every_catalog_passes_the_gate(language) -> None:
    for catalog in read_catalogs(real_settings(), language).values():
        assert list(check_catalog(catalog)) == []


@languages
def test_babel_reads_the_same_messages(language) -> None:
    for domain, mine in read_catalogs(real_settings(), language).items():
        with (catalog_folder(real_settings(), language) / f"{domain}.po").open("rb") as file:
            theirs = read_po(file, abort_invalid=True)
        assert {entry.key: entry.msgstr for entry in mine.active} == {
            (message.context or "", message.id): message.string for message in theirs if message.id
        }


@pytest.mark.slow
@languages
def test_sphinx_intl_counts_the_same_messages(language) -> None:
    command = [str(Path(sys.executable).with_name("sphinx-intl")), "stat", "-d", "locale", "-l", language.locale]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    for domain, catalog in read_catalogs(real_settings(), language).items():
        states = Counter(entry.state for entry in catalog.active)
        translated, fuzzy = states[MessageState.TRANSLATED], states[MessageState.FUZZY]
        untranslated = states[MessageState.UNTRANSLATED]
        # sphinx-intl counts a fuzzy message as translated, too.
        line = f"{domain}.po: {translated + fuzzy} translated, {fuzzy} fuzzy, {untranslated} untranslated."
        assert line in done.stdout


@pytest.mark.slow
def test_the_templates_are_up_to_date() -> None:
    assert outdated_templates(real_settings(), make_templates(real_settings())) == []


def test_the_ledger_and_the_source_have_the_same_blocks() -> None:
    active = {identifier for identifier, entry in real_settings().ledger.items() if entry.is_active}

    assert set(locate_blocks(real_settings())) == active


def test_the_first_tier_names_types_of_blocks_that_exist() -> None:
    assert real_settings().tier.blocks <= {directive.prefix for directive in BLOCKS.values()}


def test_every_type_of_block_says_what_a_country_may_do_with_it() -> None:
    types = real_settings().locks.types
    can_go = {name for name, lock in types.items() if Do.WITHDRAW in lock.takes}

    assert set(types) == set(BLOCKS)
    assert can_go.isdisjoint(("gethelp", "contentnote", "procedure", "risk"))
    assert types["activity"] == types["talk"] == Lock(lock="fixed", takes=())
