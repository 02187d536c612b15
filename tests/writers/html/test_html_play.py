"""Cards, questions and episodes are written with their meaning, not only with their words."""

from __future__ import annotations


def test_neighbouring_cards_are_one_list(sample, words) -> None:
    (cards,) = sample.page().cssselect("ul.cards[role=list]")

    assert [words(title) for title in cards.cssselect("li > div > h3")] == ["Too good to be real", "Ask another way"]


def test_a_suit_is_a_word_and_a_shape_of_its_own(sample, words) -> None:
    first, second = sample.page().cssselect("li.card")

    assert words(first.cssselect(".suit")[0]) == "See Situation"
    assert [child.tag for child in first.cssselect("svg[aria-hidden=true] > *")] == ["circle"]
    assert words(second.cssselect(".suit")[0]) == "Meet Power"
    assert [child.tag for child in second.cssselect("svg[aria-hidden=true] > *")] == ["path"]


def test_the_front_of_a_card_comes_before_its_other_side(sample, words) -> None:
    (card,) = sample.page().cssselect("#crd-gen-01")

    assert words(card).endswith("You have won. Drawing A gift box. Other side Ask who made it.")


def test_questions_are_counted_on_their_page(sample, words) -> None:
    headings = sample.page().cssselect(".quiz h3")

    assert [words(heading) for heading in headings] == ["Question 1", "Question 2"]
    assert [words(number) for number in sample.page().cssselect(".quiz .block-head .number")] == [
        "QIZ-GEN-001",
        "QIZ-GEN-002",
    ]


def test_an_option_opens_to_show_the_reply(sample, words) -> None:
    first, second = sample.page().cssselect("#qiz-gen-001 .options > li > details")

    assert [words(option.cssselect("summary")[0]) for option in (first, second)] == ["A A tree.", "B A child."]
    assert words(first.cssselect(".reply")[0]) == "Think again Trees are lovely."
    assert words(second.cssselect(".reply")[0]) == "A good choice Children have rights."
    assert first.get("open") is None


def test_an_option_that_fell_back_is_marked_as_english(sample) -> None:
    marked = sample.page("ar").cssselect("#qiz-gen-001 summary .option-text > span")

    assert {(option.get("lang"), option.get("dir")) for option in marked} == {("en", "ltr")}


def test_an_episode_names_its_people(sample, words) -> None:
    (block,) = sample.page().cssselect("#epi-gen-001")

    assert [words(row) for row in block.cssselect(".facts > div")] == ["Ages13 to 17 years", "WithYana, Sai"]


def test_a_scene_is_a_heading_below_that_of_its_episode_with_its_length(sample, words) -> None:
    (block,) = sample.page().cssselect("#epi-gen-001")

    assert words(block.cssselect("h3")[0]) == "The green dot"
    assert words(block.cssselect("#scn-gen-101 h4")[0]) == "Night"
    assert words(block.cssselect("#scn-gen-101 .badge")[0]) == "30 seconds"


def test_a_scene_says_where_it_plays_before_what_happens(sample) -> None:
    (scene,) = sample.page().cssselect("#scn-gen-101")

    assert [child.get("class") for child in scene.iterchildren()] == [
        "block-head",
        "part part-setting",
        None,
        "script",
        "part part-description",
        "part part-sign",
    ]


def test_lines_are_a_list_of_who_says_what_and_how(sample, words) -> None:
    (script,) = sample.page().cssselect("#scn-gen-101 ul.script[role=list]")

    assert [words(line) for line in script.cssselect("li")] == [
        "Yana (whispering): One more clip.",
        "Narrator: It is late.",
    ]
    assert [line.get("id") for line in script.cssselect("li")] == ["lin-gen-101", "lin-gen-102"]


def test_people_have_their_name_in_the_language_of_the_page(sample, words) -> None:
    (line,) = sample.page("ar").cssselect("#lin-gen-101")

    assert words(line.cssselect(".speaker")[0]) == "يانا"
    assert [span.get("lang") for span in line.cssselect(".delivery > span")] == ["en"]
