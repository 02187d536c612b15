"""What a translator should know about a message: who reads it, how old they are, and what the text must keep to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from docutils import nodes

from builders.markup.audience import Audience
from builders.markup.faults import with_ancestors
from builders.markup.fields import LONGEST_ALTERNATIVE_TEXT
from builders.markup.messages import TranslatableText
from builders.markup.typed_block import TypedBlock
from builders.model.editions import Edition
from builders.settings import Settings
from builders.settings.labels import writers_labels

ADVICE: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("recommendation", "text"): "Recommendation: keep its strength (must, should, may) and every reference.",
        ("keymessage", "text"): "Key message: at most 25 words in English, as short in your language.",
        ("procedure", "text"): "Step of a procedure: plural or neutral imperative, calm.",
        ("gethelp", "text"): "Help: helpline and reporting hotline are two different services; never mix them.",
        ("contentnote", "text"): "Content note: calm, leaves the choice to the reader.",
        ("term", "text"): "Definition: one sentence; the word itself comes from the termbase.",
        ("term", "children"): "Definition for children: everyday words, short sentences.",
        ("storypage", "text"): "Story, read aloud: one idea a sentence, at most 10 words.",
        ("storypage", "together"): "Prompt for an adult and a child together: talk, point or sign.",
        ("storypage", "picture"): "Long description of a picture, for listeners who do not see it.",
        ("character", "text"): "A person of the story: see the gender of the character in your language.",
        ("checkitem", "text"): "Question of a checklist: answered with yes or no; one sentence.",
        ("checkitem", "evidence"): "What shows the answer: a few words.",
        ("case", "text"): "Made-up case: no names of places or persons of your country.",
        ("talk", "text"): "What an adult says to a child: spoken language, warm, no reproach.",
        ("talk", "listen"): "Stands behind the label “Listen for”: continue it, do not repeat it.",
        (
            "talk",
            "avoid",
        ): "Stands behind the label “Better left unsaid”: what not to say, and why.",
        ("activity", "text"): "Step of an activity: short, to do with one’s hands.",
        ("card", "text"): "Front of a play card: about 20 words.",
        ("card", "back"): "Other side of a play card: at most 18 words.",
        ("card", "symbol"): "The drawing on a play card, for those who hear or feel it: at most 10 words.",
        ("quiz", "text"): "Question of a quiz: a small situation, friendly.",
        ("line", "text"): "Spoken line of a film: at most 14 words in English; it becomes a caption, so be as brief.",
        ("line", "delivery"): "How the line is spoken: a word or two, in brackets behind the name.",
        ("scene", "description"): "Audio description: spoken between the lines, so be brief.",
        ("scene", "screen"): "Text that is seen on the screen of the film.",
        **{("quiz", letter): "Option of a quiz, or the kind feedback on it; never “wrong”." for letter in "abcd"},
    }
)
"""Advice by block type and role."""

READ_BY = "Read by: "
"""Begins the comment that names the editions whose readers meet a message."""


def message_advice(text: TranslatableText, document: str, settings: Settings) -> Iterator[str]:
    """Yield the advice on *text*, a message of the source document called *document*."""
    block = next((each for each in with_ancestors(text.node) if isinstance(each, TypedBlock)), None)
    if text.is_alternative_text:
        yield f"Alternative text of a picture: at most {LONGEST_ALTERNATIVE_TEXT} characters."
    elif block is not None:
        role = text.context.rpartition("/")[2]
        if advice := ADVICE.get((block.block_type, role)):
            yield advice
    readers = [edition.short_title for edition in settings.editions if _carries(edition, text.node, document)]
    if readers:
        yield f"{READ_BY}{', '.join(readers)}."
    if ages := _ages(text.node):
        yield f"Ages: {', '.join(writers_labels()[f'ages/{age}'] for age in ages)}."


def _carries(edition: Edition, node: nodes.Node, document: str) -> bool:
    if not edition.carries(document):
        return False
    limits = (each["audience"] for each in with_ancestors(node) if isinstance(each, (Audience, TypedBlock)))
    return all(not audience or edition.id in audience for audience in limits)


_SPOKEN_TO = ("talk", "activity", "quiz", "episode")
"""Blocks whose ages are those of the children who hear or read them."""


def _ages(node: nodes.Node) -> list[str]:
    for each in with_ancestors(node):
        if isinstance(each, TypedBlock):
            if each.block_type == "storypage":
                return ["a"]
            if each.block_type == "card":
                return ["b"]
            if each.block_type in _SPOKEN_TO:
                return list(each["ages"])
    return []
