"""A review speaks for one text and one translation; whatever changes either takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import fingerprint, review_of, reviewers, standing, with_review
from builders.catalogs.update.updating import template, update_catalogs
from builders.model.findings import Location
from builders.model.guideline import Guideline, Licence
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, ReviewLevel, SourceMessage, Standing

GUIDELINE = Guideline(slug="fixture", licence=Licence(short="CC0"))
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French")
DAY = date(2026, 11, 22)
AMINA = "Amina Example"
ODD_NAMES = (
    "Amina on 2026-01-01 for 0123456789ab",
    'Jo "the reader" O’Neill, 100 % #, fuzzy',
    "آمنة مثال\u200f",
    "مریم نمونه\u200cای",
    "王小明",
    "by on for",
    "- - -",
    r"a \ backslash",
)


def approved(by: str = AMINA) -> Catalog:
    """Return a catalog of two messages, the first of them approved *by* somebody."""
    text = f'{HEADER}msgid "Answer within 24 hours."\nmsgstr "Répondez sous 24 heures."\n\nmsgid "Listen."\nmsgstr ""\n'
    first, second = parse_catalog(text.encode(), "fr.po").entries
    read = parse_catalog(text.encode(), "fr.po")
    return replace(read, entries=(with_review(first, ReviewLevel.APPROVED, by=by, on=DAY), second))


def first_standing(catalog: Catalog) -> Standing:
    return standing(catalog.active[0])


def test_a_review_says_who_and_when() -> None:
    (entry, _) = approved().entries

    found = review_of(entry)

    assert found is not None
    assert (found.level, found.by, found.on) == (ReviewLevel.APPROVED, AMINA, DAY)


@pytest.mark.parametrize("change", [{"msgid": "Answer."}, {"msgstr": "Répondez."}, {"context": "rec-pla-001/text"}])
def test_another_text_takes_the_approval_back(change: dict[str, str]) -> None:
    (entry, _) = approved().entries

    assert standing(entry) is Standing.APPROVED
    assert standing(replace(entry, **change)) is Standing.TRANSLATED


def test_fuzzy_goes_before_any_review() -> None:
    (entry, _) = approved().entries

    assert standing(replace(entry, flags=frozenset({"fuzzy"}))) is Standing.FUZZY


@pytest.mark.parametrize("msgstr", ["", "fuzzy"])
def test_what_is_not_finished_cannot_be_approved(msgstr: str) -> None:
    entry = CatalogEntry(context="", msgid="One.", msgstr=msgstr, flags=frozenset([msgstr] if msgstr else []))

    with pytest.raises(ValueError, match="only a translation"):
        with_review(entry, ReviewLevel.APPROVED, by=AMINA, on=DAY)


def test_a_second_review_of_a_person_takes_the_place_of_the_first_and_leaves_other_comments() -> None:
    (entry, _) = approved().entries
    noted = replace(entry, comments=("review: is this the right tone?", *entry.comments, "yes"))

    again = with_review(noted, ReviewLevel.REVIEWED, by=AMINA.upper(), on=DAY)

    assert again.comments[:2] == ("review: is this the right tone?", "yes")
    assert len(again.comments) == 3
    assert standing(again) is Standing.REVIEWED


def test_reviews_of_two_people_both_count_and_what_is_approved_stays_so() -> None:
    (entry, _) = approved().entries

    both = with_review(entry, ReviewLevel.REVIEWED, by="Bo Example", on=DAY)

    assert reviewers(both) == ("Bo Example", AMINA)
    assert standing(both) is Standing.APPROVED
    assert reviewers(replace(both, msgstr="Répondez.")) == ()


def test_reviews_that_hold_no_longer_go_with_the_next_one() -> None:
    (entry, _) = approved().entries
    changed = replace(entry, msgstr="Répondez vite.")

    assert reviewers(with_review(changed, ReviewLevel.REVIEWED, by="Bo Example", on=DAY)) == ("Bo Example",)
    assert len(with_review(changed, ReviewLevel.REVIEWED, by="Bo Example", on=DAY).comments) == 1


def test_one_person_under_one_name_is_one_reviewer() -> None:
    (entry, _) = approved().entries
    (approval,) = entry.comments

    assert len(reviewers(replace(entry, comments=(approval.replace("Amina", "AMINA"), approval)))) == 1


def test_both_reviews_go_with_their_text_into_another_block() -> None:
    entry = CatalogEntry(context="rec-pla-001/text", msgid="Listen.", msgstr="Écoutez.")
    first = with_review(entry, ReviewLevel.APPROVED, by=AMINA, on=DAY)
    catalog = replace(approved(), entries=(with_review(first, ReviewLevel.REVIEWED, by="Bo Example", on=DAY),))
    source = template(
        "a", [SourceMessage(context="rec-pla-007/text", text="Listen.", location=Location("page.rst"))], GUIDELINE
    )

    (moved,) = update_catalogs({"a": source}, {"a": catalog}, FRENCH).catalogs["a"].active

    assert reviewers(moved) == ("Bo Example", AMINA)


def updated(catalog: Catalog, *texts: str) -> Catalog:
    """Return *catalog* after an update with a source of *texts*."""
    messages = [SourceMessage(context="", text=text, location=Location("labels")) for text in texts]
    return update_catalogs({"a": template("a", messages, GUIDELINE)}, {"a": catalog}, FRENCH).catalogs["a"]


def test_an_update_keeps_the_approval_of_what_has_not_changed() -> None:
    assert first_standing(updated(approved(), "Answer within 24 hours.", "Listen.")) is Standing.APPROVED


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Answer within 48 hours.", Standing.FUZZY), ("Answer, within 24 hours.", Standing.TRANSLATED)],
)
def test_an_update_takes_the_approval_back_where_the_source_has_changed(text: str, expected: Standing) -> None:
    assert first_standing(updated(approved(), text, "Listen.")) is expected


def test_the_approval_returns_with_the_text_that_was_approved() -> None:
    changed = updated(approved(), "Answer within 48 hours.", "Listen.")

    assert first_standing(updated(changed, "Answer within 24 hours.", "Listen.")) is Standing.APPROVED


def test_a_text_that_is_edited_by_hand_loses_its_approval_and_has_it_back_when_restored() -> None:
    text = format_catalog(approved())
    edited = text.replace("Répondez", "Répondre")

    assert first_standing(parse_catalog(edited.encode(), "fr.po")) is Standing.TRANSLATED
    assert first_standing(parse_catalog(edited.replace("Répondre", "Répondez").encode(), "fr.po")) is Standing.APPROVED


@pytest.mark.parametrize(
    ("context", "expected"),
    [("rec-pla-007/text", Standing.APPROVED), ("rec-pla-007/title", Standing.TRANSLATED)],
)
def test_an_approval_goes_with_its_text_into_another_block_but_not_into_another_role(
    context: str, expected: Standing
) -> None:
    entry = CatalogEntry(context="rec-pla-001/text", msgid="Listen.", msgstr="Écoutez.")
    catalog = replace(approved(), entries=(with_review(entry, ReviewLevel.APPROVED, by=AMINA, on=DAY),))
    source = template("a", [SourceMessage(context=context, text="Listen.", location=Location("page.rst"))], GUIDELINE)

    (moved,) = update_catalogs({"a": source}, {"a": catalog}, FRENCH).catalogs["a"].active

    assert (moved.context, moved.msgstr) == (context, "Écoutez.")
    assert standing(moved) is expected


def test_a_translation_that_is_carried_over_a_cosmetic_change_is_no_longer_approved() -> None:
    (entry, _) = updated(approved(), "Answer within 24 hours!", "Listen.").active

    assert (entry.msgstr, entry.is_fuzzy) == ("Répondez sous 24 heures.", False)
    assert standing(entry) is Standing.TRANSLATED


@pytest.mark.parametrize(
    "forged",
    [
        "review: approved by Amina Example on 2026-11-22 for 000000000000",
        "review: approved by Amina Example on 2026-11-22 for {}00",
        "review: approved by Amina Example on 2026-13-45 for {}",
        "review: approved by  on 2026-11-22 for {}",
        "review: released by Amina Example on 2026-11-22 for {}",
        "review: approved by Amina Example on 2026-11-22 for {} really",
        "approved by Amina Example on 2026-11-22 for {}",
    ],
)
def test_a_comment_that_is_not_exactly_a_review_of_this_text_is_none(forged: str) -> None:
    (entry, _) = approved().entries
    comment = forged.format(fingerprint(entry))

    assert standing(replace(entry, comments=(comment,))) is Standing.TRANSLATED


def test_a_review_that_is_copied_to_another_message_says_nothing_there() -> None:
    (entry, other) = approved().entries

    copied = replace(other, msgstr="Écoutez.", comments=entry.comments)

    assert standing(copied) is Standing.TRANSLATED


def test_of_two_reviews_the_last_one_that_fits_counts() -> None:
    (entry, _) = approved().entries
    (approval,) = entry.comments
    reading = approval.replace("approved by Amina", "reviewed by Bo")
    stale = f"{approval[:-12]}000000000000"

    assert standing(replace(entry, comments=(approval, reading))) is Standing.REVIEWED
    assert standing(replace(entry, comments=(reading, approval))) is Standing.APPROVED
    assert standing(replace(entry, comments=(approval, stale))) is Standing.APPROVED


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_may_be_written_in_any_way_that_people_write_names(name: str) -> None:
    text = format_catalog(approved(name))

    found = review_of(parse_catalog(text.encode(), "fr.po").entries[0])

    assert found is not None
    assert found.by == name


@pytest.mark.parametrize("name", ["", " \n ", "Amina\x07", "Amina\x85x\x9b", "Amina \u202eelpmaxE", "A" * 121])
def test_a_name_that_cannot_stand_in_a_comment_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="the name of the reviewer"):
        approved(name)


@pytest.mark.parametrize("name", ["Amina \u202eelpmaxE", "A" * 121])
def test_a_review_that_was_written_by_hand_under_such_a_name_says_nothing_and_stops_no_update(name: str) -> None:
    entry = CatalogEntry(context="rec-pla-001/text", msgid="Listen.", msgstr="Écoutez.")
    entry = replace(entry, comments=(f"review: approved by {name} on 2026-11-22 for {fingerprint(entry)}",))
    moved = SourceMessage(context="rec-pla-002/text", text="Listen.", location=Location("source/shared/page.rst", 1))

    done = update_catalogs(
        {"shared": template("shared", [moved], GUIDELINE)},
        {"shared": Catalog(path="shared.po", header="", entries=(entry,))},
        FRENCH,
    )

    assert standing(entry) is Standing.TRANSLATED
    (kept,) = done.catalogs["shared"].active
    assert (kept.msgstr, kept.comments) == (entry.msgstr, entry.comments)
