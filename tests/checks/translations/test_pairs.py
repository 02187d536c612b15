"""What checks of translations read: docutils is the judge of what readers see."""

from __future__ import annotations

import pytest
from docutils import nodes
from hypothesis import example, given, settings
from sphinx import addnodes

from builders.catalogs.inline import PLACEHOLDER
from builders.checks.translations.pairs import OUTSIDE, side, visible_text
from builders.editions.source_reading import parse_source
from builders.markup.messages import translatable_texts
from builders.markup.raw_doctrees import read_raw
from builders.model.characters import without_unseen
from tests.catalogs.test_inline import IS_SLOW, judged, messages, real, signs
from tests.real_text import real_settings


def judged_text(message: str) -> str:
    """Return what readers see of *message* as docutils reads it, with what is filled in as one character."""
    shown = []
    for kind, _, text in judged(message):
        is_outside = kind in ("footnote", "substitution") or not text
        shown.append(OUTSIDE if is_outside else text if kind == "literal" else PLACEHOLDER.sub(OUTSIDE, text))
    return "".join(shown)


@given(messages | signs)
@example("*a*:see:`x` {page} **{page}** ``{page}``")
@settings(max_examples=500 if IS_SLOW else 150)
def test_a_side_shows_what_docutils_shows(message: str) -> None:
    assert visible_text(message) == without_unseen(judged_text(message))


@pytest.mark.slow
def test_a_side_of_every_real_message_shows_what_docutils_shows() -> None:
    assert [text for text in real() if visible_text(text) != without_unseen(judged_text(text))] == []


def as_parsed(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return PLACEHOLDER.sub(OUTSIDE, str(node)) if not isinstance(node.parent, nodes.literal) else str(node)
    if isinstance(node, (nodes.footnote_reference, nodes.substitution_reference)) or not node.children:
        return "" if isinstance(node, nodes.target) else OUTSIDE
    if isinstance(node, addnodes.pending_xref) and not node["refexplicit"]:
        return OUTSIDE  # its words are the title of the page
    return "".join(map(as_parsed, node.children))


@pytest.mark.slow
def test_a_side_of_the_real_source_shows_what_was_parsed_with_all_roles() -> None:
    texts = [
        text
        for tree in parse_source(real_settings()).values()
        for text in translatable_texts(read_raw(tree))
        if not text.attribute
    ]

    shown = [
        (text.text, visible_text(text.text), without_unseen(" ".join(as_parsed(text.node).split()))) for text in texts
    ]
    assert [each for each in shown if each[1] != each[2]] == []
    assert any(OUTSIDE in text for _, text, _ in shown)


def test_a_side_has_no_characters_that_nobody_sees() -> None:
    assert side("fr", "Par\u00adle\u200b \u2067à\u2069 e\u0301cole").text == "Parle à école"


def test_a_side_without_markup_keeps_its_marks() -> None:
    assert side("en", "A **star** on page {page}", has_markup=False).text == f"A **star** on page {OUTSIDE}"


def test_a_side_knows_its_sentences_by_the_rules_of_its_language() -> None:
    assert side("zh-Hans", "说出来。有人会帮你。").sentences == ("说出来。", "有人会帮你。")
