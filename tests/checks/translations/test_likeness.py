"""What is learned of two languages is asked of their own pairs: a country may write in one of its own."""

from __future__ import annotations

from builders.checks.profiles import TRANSLATION
from builders.checks.translations.coverage import word_lost
from tests.checks.pair_files import PairCase, pair_case, subject

OF_THE_GUIDELINES = pair_case("ar", "The police keep the evidence in a safe place.", "تحفظ الشرطة الأدلة في مكان آمن.")
FRENCH = {"from": "fr"}


def lost(*cases: PairCase) -> list[str]:
    return [remark.message for remark in word_lost.function(subject([*cases]))]


def test_what_a_country_has_written_is_not_read_as_english_because_the_guidelines_are() -> None:
    own = pair_case(
        "ar",
        "Demander aux pays voisins la liste de leurs supports déjà traduits.",
        "طلب قائمة المواد المترجمة بالفعل من البلدان المجاورة.",
        **FRENCH,
    )

    assert lost(own) == lost(OF_THE_GUIDELINES, own) == lost(own, OF_THE_GUIDELINES) == []


def test_the_guidelines_are_compared_wherever_the_text_of_a_country_stands() -> None:
    own = pair_case("ar", "Fermer la porte.", "إغلاق الباب.", **FRENCH)
    short = pair_case("ar", "The police keep the evidence in a safe place.", "الأطفال يلعبون في المدرسة.")

    assert lost(own, short) == lost(short, own) == lost(short) != []


def test_every_check_takes_pairs_of_two_source_languages() -> None:
    """What is learned of two languages refuses pairs of a third: a check that forgets to divide them fails here."""
    mixed = subject([OF_THE_GUIDELINES, pair_case("ar", "Fermer la porte.", "إغلاق الباب.", **FRENCH)])

    assert {each.id: [remark.message for remark in each.function(mixed)] for each in TRANSLATION}
