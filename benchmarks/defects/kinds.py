"""The table of kinds of defect, each with its group, and what is promised of the groups."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.defects import figures, letters, losses, residue
from benchmarks.defects.corpus import Corpus, Entry
from benchmarks.defects.planting import Changes, Planter, alone, replaced

FACTS, SMALL_WORDS, ONE_WORD, OTHER = "facts and form", "small words", "one word", "no promise"
_NOT = r"\b(not|never|no|nobody|nothing|none|without|cannot|neither|nor)\b|n’t\b"
_NUMBER = r"\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|both|pair)\b"
_ALL = r"\b(every|each|all|any|anyone|everyone|everything|whole)\b"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One way in which a translation is wrong."""

    name: str
    group: str
    plant: Planter
    readers: str = ""
    """``children`` or ``adults``, where only they are addressed in this way."""

    def planted(self, entry: Entry, random: Random, corpus: Corpus) -> Changes | None:
        """Return the wrong translations, if *entry* has a place for this."""
        if self.readers and entry.is_for_children != (self.readers == "children"):
            return None
        return self.plant(entry, random, corpus)


def _kinds(group: str, plants: dict[str, Planter]) -> tuple[Kind, ...]:
    return tuple(Kind(name=name, group=group, plant=plant) for name, plant in plants.items())


NUMBERS: dict[str, Planter] = {
    "digit-changed": alone(figures.digit_changed),
    "digits-swapped": alone(figures.digits_swapped),
    "numbers-exchanged": alone(figures.numbers_exchanged),
    "number-dropped": alone(figures.number_dropped),
    "number-added": alone(figures.number_added),
    "number-word-changed": replaced("number-word", asks=_NUMBER),
    "range-end-changed": alone(figures.range_end),
    "ordinal-changed": replaced("ordinal", asks=r"\b(first|second|third)\b"),
    "date-changed": alone(figures.date_changed),
    "time-changed": alone(figures.time_changed),
    "share-changed": alone(figures.share_changed),
    "amount-changed": alone(figures.amount_changed),
    "thousands-lost": alone(figures.thousands_lost),
    "article-changed": alone(figures.article_changed),
    "call-added": alone(figures.call_added),
    "short-call-added": alone(figures.short_call_added),
    "unit-changed": replaced("unit", asks=r"\b(year|month|week|day|hour|minute|second|euro|age|under|aged)s?\b"),
}
NAMES: dict[str, Planter] = {
    "name-exchanged": alone(losses.name_exchanged),
    "names-swapped": alone(losses.names_exchanged),
    "name-misspelt": alone(losses.name_misspelt),
    "helpline-hotline-police": replaced("helpline", asks="helpline|hotline|police"),
    "forbidden-term": replaced("forbidden"),
}
LOST: dict[str, Planter] = {
    "sentence-dropped": alone(losses.sentence_dropped),
    "sentence-doubled": alone(losses.sentence_doubled),
    "sentence-added": alone(losses.sentence_added),
    "sentence-in-english": alone(losses.sentence_foreign),
    "half-missing": alone(losses.half_missing),
    "english-copied": alone(losses.copied),
    "other-language": losses.other_language,
    "other-script": alone(letters.other_script),
    "english-word-left": replaced("english"),
}
RESIDUE: dict[str, Planter] = {
    "note-left": alone(residue.note_left),
    "machine-left": alone(residue.machine_left),
    "alternatives": alone(residue.alternatives),
    "todo-left": alone(residue.todo_left),
    "tag-left": alone(residue.tag_left),
    "entity-left": alone(residue.entity_left),
    "markdown-left": alone(residue.markdown_left),
    "address-added": alone(residue.address_added),
    "address-disguised": alone(residue.address_disguised),
}
TYPOGRAPHY: dict[str, Planter] = {
    "quotes-foreign": alone(letters.quotes_foreign),
    "mark-foreign": alone(letters.mark_foreign),
    "space-wrong": alone(letters.space_wrong),
    "space-doubled": alone(letters.space_doubled),
    "end-dropped": alone(letters.end_dropped),
    "end-changed": alone(letters.end_changed),
    "word-doubled": alone(letters.word_doubled),
}
CHARACTERS: dict[str, Planter] = {
    "look-alike": alone(letters.look_alike),
    "mojibake": alone(letters.mojibake),
    "invisible-character": alone(letters.invisible),
    "bidi-control": alone(letters.bidi),
    "tag-characters": alone(letters.tag_characters),
    "private-character": alone(letters.private_character),
}
MARKUP: dict[str, Planter] = {
    "emphasis-lost": alone(residue.emphasis_lost),
    "emphasis-added": alone(residue.emphasis_added),
    "title-of-another": alone(residue.title_changed),
    "target-of-another": alone(residue.target_changed),
    "reference-lost": alone(residue.markup_lost),
    "place-translated": alone(residue.place_translated),
}
TURNED: dict[str, Planter] = {
    "negation-dropped": replaced("negation-dropped", asks=_NOT),
    "negation-added": replaced("negation-added", forbids=_NOT),
    "must-to-may": replaced("must-may", asks=r"\bmust\b"),
    "should-to-must": replaced("should-must", asks=r"\bshould\b"),
    "may-to-must": replaced("may-must", asks=r"\b(may|can|could|might)\b", forbids=_NOT),
    "if-turned": replaced("if-unless", asks=r"\bif\b"),
    "unless-turned": replaced("unless-if", asks=r"\bunless\b"),
    "until-turned": replaced("until-after", asks=r"\buntil\b"),
    "only-after-turned": replaced("only-after", asks=r"\bonly\b"),
    "before-after": replaced("before-after", asks=r"\b(before|after|later|then)\b"),
    "first-last": replaced("first-last", asks=r"\b(first|last)\b"),
    "least-most": replaced("least-most", asks=r"\b(least|most|more|less|up to|under|younger|longer|latest|safest)\b"),
    "every-to-some": replaced("every-some", asks=_ALL),
    "none-to-some": replaced("none-some", asks=r"\b(no|nobody|none|nothing)\b"),
    "always-once": replaced("always-once", asks=r"\b(always|never|once|twice|sometimes|often|again|any time)\b"),
    "only-dropped": replaced("only-dropped", asks=r"\bonly\b"),
}
WORDS: dict[str, Planter] = {
    "word-dropped": losses.word_dropped,
    "word-wrong": replaced("wrong-word"),
    "antonym": replaced("antonym"),
}
OTHERS: dict[str, Planter] = {
    "sentence-moved": alone(losses.sentence_moved),
    "neighbour-text": losses.neighbour_text,
    "messages-swapped": losses.swapped,
    "item-dropped": alone(losses.item_dropped),
    "clause-dropped": alone(losses.clause_dropped),
    "actor-exchanged": replaced("actor"),
    "gender-changed": replaced("gender", asks=r"\b(Tiko|Tala|Leo|Yara|Kai|Suri|Grandma|she|he|her|his|keeper)\b"),
    "term-of-another": replaced("term-other"),
    "fixed-reworded": replaced("fixed-reworded"),
    "emphasis-moved": alone(residue.emphasis_moved),
}
KINDS = (
    *_kinds(FACTS, NUMBERS | NAMES | LOST | RESIDUE | TYPOGRAPHY | CHARACTERS | MARKUP),
    *_kinds(SMALL_WORDS, TURNED),
    *_kinds(ONE_WORD, WORDS),
    *_kinds(OTHER, OTHERS),
    Kind(name="register-children", group=OTHER, readers="children", plant=replaced("register", everywhere=True)),
    Kind(name="register-adults", group=OTHER, readers="adults", plant=replaced("register-adult", everywhere=True)),
)
