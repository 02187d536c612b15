"""Every typed block is written with its meaning, not only with its words."""

from __future__ import annotations


def test_a_recommendation_shows_its_number_and_strength_in_words(sample, words) -> None:
    (block,) = sample.page().cssselect("#rec-gen-001")

    (heading,) = block.cssselect("h3")
    assert words(heading) == "Recommendation REC-GEN-001 Must Define a child in every law."
    assert [number.get("dir") for number in heading.cssselect("bdi")] == ["ltr"]


def test_the_sentence_of_a_recommendation_stands_out_from_its_explanation(sample, words) -> None:
    (block,) = sample.page().cssselect("#rec-gen-001")

    assert [words(p) for p in block.cssselect("h3 .advice")] == ["Define a child in every law."]
    assert [words(p) for p in block.cssselect("p:not([class])")] == ["This is why."]


def test_plan_makers_see_what_a_country_may_change(sample, words) -> None:
    rows = attributes(sample.page("en", "plan-makers"), words)

    assert rows == {
        "Who": "Parliament, Data protection authority",
        "Instruments": "Convention on the Rights of the Child, article 34",
        "National adaptation": "Keep as it is",
        "To be completed nationally": "Law on child sexual abuse material",
    }


def test_risks_stand_below_advice_for_those_who_have_no_table_of_them(sample, words) -> None:
    for edition in ("inventors", "people-and-neighbours"):
        assert attributes(sample.page("en", edition), words)["Risks"] == "Grooming"


def test_people_and_neighbours_see_no_instruments(sample, words) -> None:
    assert "Instruments" in attributes(sample.page("en", "inventors"), words)
    assert "Instruments" not in attributes(sample.page("en", "people-and-neighbours"), words)


def test_only_inventors_see_the_services(sample, words) -> None:
    assert attributes(sample.page("en", "inventors"), words)["Services"] == "Games"
    assert "Services" not in attributes(sample.page("en", "people-and-neighbours"), words)


def attributes(page, words) -> dict[str, str]:
    rows = page.cssselect("#rec-gen-001 .attributes > div")
    return {words(row.cssselect("dt")[0]): words(row.cssselect("dd")[0]) for row in rows}


def test_a_risk_names_its_class_beside_its_title(sample, words) -> None:
    (head,) = sample.page().cssselect("#rsk-gen-001 > .block-head")

    assert words(head.cssselect("h3")[0]) == "Grooming"
    assert words(head.cssselect(".badge")[0]) == "Contact"


def test_signs_of_a_risk_are_labelled(sample, words) -> None:
    (part,) = sample.page("en", "people-and-neighbours").cssselect("#rsk-gen-001 .part-signs")

    assert words(part) == "Signs What adults notice."


def test_neighbouring_terms_are_one_list_of_definitions(sample, words) -> None:
    (terms,) = sample.page().cssselect("dl.terms")

    assert [words(term) for term in terms.cssselect("dfn")] == ["helpline", "hotline"]
    assert [entry.get("id") for entry in terms.cssselect("div")] == ["trm-one", "trm-two"]
    assert words(terms.cssselect("dd")[0]) == "A service that listens."


def test_children_read_the_definition_that_was_written_for_them(sample, words) -> None:
    definition = sample.page("en", "cubs").cssselect("#trm-one dd")[0]

    assert words(definition) == "Kind people who listen."


def test_notes_are_named_by_their_label(sample, words) -> None:
    for identifier, label in (("key-gen-001", "Key message"), ("cnt-gen-001", "Before you read")):
        (note,) = sample.page().cssselect(f"#{identifier}[role=note]")
        (name,) = sample.page().cssselect(f"#{note.get('aria-labelledby')}")
        assert words(name) == label


def test_a_procedure_says_how_soon_it_begins_and_counts_its_steps(sample, words) -> None:
    (block,) = sample.page().cssselect("#prc-gen-001")

    assert words(block.cssselect(".block-head .badge")[0]) == "Act now"
    assert [words(step) for step in block.cssselect("ol > li")] == ["Listen.", "Thank the child."]


def test_what_a_country_completes_stands_below_the_steps(sample, words) -> None:
    (contacts,) = sample.page().cssselect("#prc-gen-001 > ol + dl.contacts")

    assert [words(label) for label in contacts.cssselect("dt")] == ["Emergency number"]
    assert [words(value) for value in contacts.cssselect("dd > .unset")] == ["to be completed in the national edition"]


def test_a_help_box_shows_where_a_country_has_not_set_a_number(sample, words) -> None:
    (box,) = sample.page().cssselect("section#hlp-gen-001")

    assert [words(label) for label in box.cssselect(".contacts dt")] == ["Child helpline"]
    assert [words(value) for value in box.cssselect("dd > .unset")] == ["to be completed in the national edition"]
    assert words(sample.page().cssselect(f"#{box.get('aria-labelledby')}")[0]) == "Get help here"


def test_a_story_page_is_a_heading_a_picture_and_something_to_talk_about(sample, words) -> None:
    (page,) = sample.page("en", "cubs").cssselect("#pag-gen-001")

    assert words(page.cssselect("h3")[0]) == "Page 7"
    assert page.cssselect("img")[0].get("alt") == "A hill."
    assert words(page.cssselect(".part-together")[0]) == "Together What do you see?"


def test_the_description_of_a_picture_can_be_opened(sample, words) -> None:
    (description,) = sample.page("en", "cubs").cssselect("#pag-gen-001 details")

    assert words(description.cssselect("summary")[0]) == "Description of the picture"
    assert words(description.cssselect("p")[0]) == "A hill with houses."


def test_neighbouring_characters_are_one_list(sample, words) -> None:
    (people,) = sample.page("en", "cubs").cssselect("ul.characters")

    assert [words(person.cssselect("h3")[0]) for person in people.cssselect("li")] == ["Timo", "Tama"]


def test_a_word_of_ours_that_is_markup_stays_a_word(project) -> None:
    page = project("A < B & C.").page("en", "cubs")

    assert "A &lt; B &amp; C." in page
