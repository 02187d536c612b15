"""A reader sees and hears which passages are not in the language of the page."""

from __future__ import annotations

import re


def test_a_page_says_its_language_direction_and_edition(sample) -> None:
    page = sample.page("ar", "cubs").getroottree().getroot()

    assert (page.get("lang"), page.get("dir"), page.get("data-edition")) == ("ar", "rtl", "cubs")


def test_a_translated_passage_has_no_language_of_its_own(sample) -> None:
    paragraph = sample.page("ar").cssselect("#key-gen-001 > p")[-1]

    assert paragraph.text == "استمع أولاً."
    assert paragraph.get("lang") is None


def test_a_passage_that_fell_back_is_marked_as_english(sample) -> None:
    (advice,) = sample.page("ar").cssselect("#rec-gen-001 h3 .advice")

    assert (advice.get("lang"), advice.get("dir")) == ("en", "ltr")


def test_an_alternative_text_that_fell_back_is_marked_on_its_picture(sample) -> None:
    pictures = sample.page("ar", "cubs").cssselect("main img")

    assert {(picture.get("lang"), picture.get("dir")) for picture in pictures} == {("en", "ltr")}


def test_a_label_that_fell_back_is_marked_and_a_translated_one_is_not(sample, words) -> None:
    (heading,) = sample.page("ar").cssselect("#rec-gen-001 h3")

    assert words(heading.cssselect(".kind")[0]) == "توصية"
    assert not heading.cssselect(".kind [lang]")
    assert [words(label) for label in heading.cssselect(".badge [lang=en]")] == ["Must"]


def test_a_list_has_the_comma_of_its_language(sample, words) -> None:
    (who,) = sample.page("ar").cssselect("#rec-gen-001 .attributes > div:first-child dd")

    assert words(who) == "Parliament، Data protection authority"
    assert [label.text for label in who.cssselect("[lang=en]")] == ["Parliament", "Data protection authority"]


def test_a_heading_that_fell_back_keeps_its_mark_in_the_contents(sample, words) -> None:
    (link,) = [link for link in sample.page("ar").cssselect(".contents a") if words(link) == "A section"]

    assert link.cssselect("[lang=en]")


def test_a_page_with_passages_that_fell_back_says_so_first(sample) -> None:
    assert sample.page("ar").cssselect(".page-note-fallback")
    assert not sample.page("en").cssselect(".page-note-fallback")


def test_an_english_page_marks_nothing(sample) -> None:
    page = sample.page("en")

    assert not page.cssselect("main [lang], .contents [lang], footer [lang]")


def test_a_translation_that_nobody_reviewed_says_so(sample) -> None:
    assert sample.page("ar").cssselect("footer .unreviewed")
    assert not sample.page("en").cssselect("footer .unreviewed")


def test_words_of_sphinx_never_reach_a_reader(sample) -> None:
    text = re.sub(r"<[^>]+>", "", sample.text("ar", "cubs", "index"))

    assert "Sphinx" not in text
    assert "Link to this heading" not in sample.text("ar", "cubs")
