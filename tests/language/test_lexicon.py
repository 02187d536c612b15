"""Content words by concept, word pairs that are learned, and profiles that tell a language."""

import tomllib

import pytest

from builders.language.association import learn
from builders.language.lexicon import WORDS, lexicon, shared
from builders.language.profiles import profiles, small_words

TAGS = sorted(path.stem for path in WORDS.glob("*.toml"))


@pytest.mark.parametrize(
    ("tag", "text", "concept"),
    [
        ("en", "She was asking the teachers.", "ask"),
        ("fr", "l’école", "school"),
        ("es", "Por favor, ayúdame.", "help"),
        ("ar", "وبالمدرسة", "school"),
        ("zh-Hans", "请报警", "police"),
        ("ru", "в школах", "school"),
    ],
)
def test_a_form_of_a_word_has_its_concept(tag: str, text: str, concept: str) -> None:
    assert concept in lexicon(tag).concepts(text)


def test_an_address_is_no_word() -> None:
    assert not lexicon("en").concepts("help@example.org")


def test_a_language_without_a_table_has_no_lexicon() -> None:
    assert lexicon("pt") is None


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_has_concepts_of_english_only_in_their_order(tag: str) -> None:
    tables = {each: tomllib.loads((WORDS / f"{each}.toml").read_text(encoding="utf-8")) for each in ("en", tag)}

    assert list(tables[tag]) == [concept for concept in tables["en"] if concept in tables[tag]]


def test_a_concept_without_words_in_the_other_language_is_not_looked_for() -> None:
    assert "dice" in shared("en", "ar").concepts("Roll the dice.")
    assert "dice" not in shared("en", "es").concepts("Roll the dice.")


def test_words_that_stand_together_are_alike_and_a_text_is_no_witness_for_itself() -> None:
    pairs = (("red lamp", "lampe rouge"), ("blue lamp", "lampe bleue"), ("red door", "porte rouge"), ("sky", "ciel"))
    learned = learn(("en", "fr"), pairs)

    assert learned.likeness("lamp", frozenset({"lampe"}), pairs[3]) > 0.6
    assert learned.likeness("lamp", frozenset({"lampe"}), pairs[0]) < learned.likeness(
        "lamp", frozenset({"lampe"}), pairs[3]
    )
    assert learned.likeness("lamp", frozenset({"porte"}), pairs[3]) == 0


def test_small_words_tell_languages_with_the_same_letters() -> None:
    found = small_words("the child is with you")

    assert found["en"] >= 4
    assert not found.get("fr")
    assert "en" in profiles()
