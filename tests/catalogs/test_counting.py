"""Every message counts once, where readers find it; obsolete ones and labels do not count with the text."""

from __future__ import annotations

from datetime import date

import pytest

from builders.catalogs.counting import count_words, label_progress
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import with_review
from builders.catalogs.translations import open_translations
from builders.model.messages import ReviewLevel, Standing
from builders.model.progress import Amount, CountedMessage, Progress, Tier, TieredProgress
from tests.conftest import HEADER

TIER = Tier(folders=frozenset({"cubs"}), blocks=frozenset({"rec", "trm"}))


def message(name: str, words: int = 2, *, standing: Standing = Standing.FUZZY, is_first: bool = False):
    return CountedMessage(id=name, words=words, is_first=is_first, standing=standing)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Answer within 24 hours.", 4),
        ("A child’s well-being", 3),
        ("**Strong** and *slanted*", 3),
        ("See :doc:`/shared/help`.", 2),
        ("See :doc:`the help page </shared/help>`.", 4),
        ("See `the law <https://example.org/a-law>`__.", 3),
        ("Read https://example.org/a/b now", 2),
        ("…", 0),
    ],
)
def test_words_are_those_that_a_translator_writes(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_message_that_stands_twice_counts_once() -> None:
    progress = Progress.of([message("a"), message("b", 3), message("a")])

    assert progress.total == Amount(messages=2, words=5)


def test_what_readers_see_is_covered_and_the_rest_is_left() -> None:
    progress = Progress.of(message(each.value, 10, standing=each) for each in Standing)

    assert (progress.coverage.translated, progress.coverage.total) == (3, 5)
    assert progress.words_left == 20


def test_the_first_tier_is_a_part_of_everything() -> None:
    tiered = TieredProgress.of([message("a", is_first=True), message("b")])

    assert (tiered.everything.total.messages, tiered.first.total.messages) == (2, 1)


@pytest.mark.parametrize(
    ("domain", "context", "is_first"),
    [
        ("cubs", "", True),
        ("plan-makers", "rec-pla-001/text", True),
        ("shared", "trm-risk/children", True),
        ("shared", "rsk-gen-001/text", False),
        ("shared", "", False),
        ("labels", "rec", False),
    ],
)
def test_the_first_tier_is_a_folder_or_a_kind_of_block(domain: str, context: str, is_first: bool) -> None:
    assert TIER.holds(domain, context) is is_first


def translations(project, entries: str):
    made = project("Text.")
    made.catalog("fr", "shared", entries)
    return open_translations(made.settings, made.settings.language("fr"))


@pytest.mark.parametrize(
    ("entries", "standing"),
    [
        ("", Standing.UNTRANSLATED),
        ('msgctxt "a/text"\nmsgid "One."\nmsgstr ""\n', Standing.UNTRANSLATED),
        ('#~ msgctxt "a/text"\n#~ msgid "One."\n#~ msgstr "Un."\n', Standing.UNTRANSLATED),
        ('#, fuzzy\nmsgctxt "a/text"\nmsgid "One."\nmsgstr "Un."\n', Standing.FUZZY),
        ('msgctxt "a/text"\nmsgid "One."\nmsgstr "Un."\n', Standing.TRANSLATED),
        ('msgctxt "a/text"\nmsgid "One."\nmsgstr ""\n\nmsgid "One."\nmsgstr "Un."\n', Standing.TRANSLATED),
    ],
)
def test_a_message_stands_where_its_readers_find_it(project, entries: str, standing: Standing) -> None:
    assert translations(project, entries).standing("shared", "a/text", "One.") is standing


def reviewed(entries: str) -> str:
    catalog = parse_catalog((HEADER + entries).encode(), "shared.po")
    (entry,) = catalog.entries
    approved = with_review(entry, ReviewLevel.APPROVED, by="Amina Example", on=date(2026, 11, 22))
    return format_catalog(type(catalog)(path="", header=catalog.header, entries=(approved,))).partition("\n\n")[2]


def test_an_approval_counts_until_the_translation_changes(project) -> None:
    made = project("Text.")
    entries = reviewed('msgid "One."\nmsgstr "Un."\n')

    standings = []
    for text in (entries, entries.replace("Un.", "Une.")):
        made.catalog("fr", "shared", text)
        opened = open_translations(made.settings, made.settings.language("fr"))
        standings.append(opened.standing("shared", "", "One."))

    assert standings == [Standing.APPROVED, Standing.TRANSLATED]


def test_labels_are_counted_by_themselves(project) -> None:
    made = project("Text.")
    made.catalog("fr", "labels", 'msgctxt "contents"\nmsgid "Contents"\nmsgstr "Table des matières"\n')
    settings = made.settings

    progress = label_progress(settings, settings.language("fr"))

    assert progress.at(Standing.TRANSLATED).messages == 1
    assert progress.total.messages == len(settings.labels)
