"""What a kit shows beside a message: markup apart, words that have changed, terms, findings."""

from __future__ import annotations

from builders.model.languages import Language
from builders.model.terms import ChildUse, Concept, Term, TermStatus
from builders.translating.kit_messages import AgreedTerms, parts, word_changes

FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French")


def concept(name: str) -> Concept:
    return Concept(
        id=name,
        domain="people",
        tier="core",
        editions=(),
        child_use=ChildUse.ALLOW,
        plain_words="",
        definition=f"What {name} means.",
        child_definition="",
        line=2,
    )


def term(name: str, tag: str, text: str, status: TermStatus = TermStatus.PREFERRED) -> Term:
    return Term(concept=name, tag=tag, text=text, status=status, notes={}, line=3, part_of_speech="n")


def test_what_programs_read_is_kept_apart() -> None:
    assert parts("اقرأ :doc:`teachers` الآن {page}.") == [
        ("اقرأ ", ""),
        (":doc:`teachers`", "code"),
        (" الآن ", ""),
        ("{page}", "code"),
        (".", ""),
    ]


def test_of_a_text_that_has_changed_the_words_show() -> None:
    assert word_changes("Answer within 24 hours.", "Please answer within 48 hours.") == [
        ("Answer", "del"),
        ("Please answer", "ins"),
        (" within ", ""),
        ("24", "del"),
        ("48", "ins"),
        (" hours.", ""),
    ]


def test_a_message_shows_its_terms_with_what_is_forbidden_and_the_longest_alone() -> None:
    terms = [
        *(
            term("child", "en", "child"),
            term("child", "fr", "enfant"),
            term("child", "fr", "gosse", TermStatus.FORBIDDEN),
        ),
        *(term("help", "en", "child helpline"), term("help", "fr", "ligne d’écoute")),
        *(term("risk", "en", "risk"),),
    ]
    agreed = AgreedTerms([concept("child"), concept("help"), concept("risk")], terms, FRENCH)

    found = [
        (each.english, each.preferred, each.forbidden) for each in agreed.of("Call a child helpline at your risk.")
    ]
    assert found == [("child helpline", ("ligne d’écoute",), ())]
    assert [each.forbidden for each in agreed.of("Every child.")] == [("gosse",)]
