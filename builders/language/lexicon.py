"""Content words of the field, by concept: which of them a text has, in each language that has a table.

The table of English, ``words/en.toml``, is strict: what it finds is said. The tables of the other languages are loose:
what they find may say it. So a concept that English says and nothing in the translation may carry has been lost.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from builders.language.matching import WORD_PARTS, fold
from builders.language.table import rules

WORDS = Path(__file__).with_name("words")
STRICT = ("en",)
"""Languages whose tables say what is said for certain, and not what may say it."""


_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")
_SHORTEST = 3
"""Letters that remain of a word when its prefixes are taken away."""


_ALIKE = str.maketrans("áàâéèêëíîïóôúùûü\u202fىؤئ", "aaaeeeeiiioouuuu يءء")
"""Letters whose accent comes and goes with the form of a word (ayuda, ayúdame), or that are written in two ways."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language."""

    tag: str
    whole: Mapping[str, frozenset[str]]
    """Concepts by a word that is itself only."""
    beginnings: Mapping[str, frozenset[str]]
    """Concepts by the beginning of a word."""
    phrases: Mapping[str, frozenset[str]]
    """Concepts by several words, or by what stands anywhere where there are no spaces between words."""
    by_start: Mapping[str, tuple[str, ...]]
    """Phrases by their first two letters, or by the only one."""

    @property
    def described(self) -> frozenset[str]:
        """The concepts of which the language has words."""
        return frozenset().union(*self.whole.values(), *self.beginnings.values(), *self.phrases.values())

    def concepts(self, text: str) -> Mapping[str, str]:
        """Return the concepts of *text*, each with the first word that has it."""
        return _concepts(self, text)

    def words(self, text: str, concepts: Collection[str]) -> str:
        """Return the words of *text* that stand for one of *concepts*; none where no spaces tell what a word is."""
        if not rules(self.tag).has_spaces:
            return ""
        return " ".join(dict.fromkeys(word for concept, word in _named(self, text) if concept in concepts))

    def _find(self, text: str) -> Iterator[tuple[str, str]]:
        folded = _ADDRESS.sub(" ", written(text))
        if rules(self.tag).has_spaces:
            for match in WORD_PARTS.finditer(folded):
                yield from ((concept, match[0]) for concept in _of_word(self, match[0]))
        starts = self.by_start
        for place in range(len(folded)) if starts else ():
            for start in (folded[place : place + 2], folded[place]):
                for phrase in starts.get(start, ()):
                    if folded.startswith(phrase, place):
                        yield from ((concept, phrase) for concept in self.phrases[phrase])


@lru_cache(maxsize=131072)
def _named(lexicon: Lexicon, text: str) -> tuple[tuple[str, str], ...]:
    return tuple(lexicon._find(text))


@lru_cache(maxsize=131072)
def _concepts(lexicon: Lexicon, text: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for concept, word in _named(lexicon, text):
        found.setdefault(concept, word)
    return found


@lru_cache(maxsize=65536)
def _of_word(lexicon: Lexicon, word: str) -> frozenset[str]:
    """Return the concepts that *word* may stand for: by itself, in its parts, and without what is written together."""
    found: set[str] = set()
    for form, is_whole in _forms(word, lexicon.tag):
        found |= lexicon.whole.get(form, frozenset())
        for end in range(1, len(form) + 1) if lexicon.beginnings and (is_whole or len(form) >= _SHORTEST) else ():
            found |= lexicon.beginnings.get(form[:end], frozenset())
    return frozenset(found)


def _forms(word: str, tag: str) -> Iterable[tuple[str, bool]]:
    """Yield the forms of *word*, each with whether nothing was taken away from it."""
    parts = {word, *re.split("['-]", word)}
    yield from ((part, True) for part in parts)
    bare = {part[len(prefix) :] for part in parts for prefix in rules(tag).prefixes if part.startswith(prefix)}
    yield from ((each, False) for each in bare - parts)


@lru_cache(maxsize=131072)
def written(text: str) -> str:
    """Return *text* as the tables are written."""
    return fold(text).text.translate(_ALIKE)


@cache
def lexicon(tag: str) -> Lexicon | None:
    """Return the words of the language *tag*; nothing for a language without a table."""
    path = WORDS / f"{tag.partition('-')[0]}.toml"
    if not path.exists():
        return None
    tables: tuple[defaultdict[str, set[str]], ...] = (defaultdict(set), defaultdict(set), defaultdict(set))
    for concept, forms in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for form in (written(each.strip()) for each in forms.split(",")):
            kind, spelt = _kind(form, path.stem)
            for each in spelt:
                tables[kind][each].add(concept)
    whole, beginnings, phrases = ({form: frozenset(own) for form, own in table.items()} for table in tables)
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        by_start[phrase[:2]].append(phrase)
    return Lexicon(tag, whole, beginnings, phrases, {start: tuple(own) for start, own in by_start.items()})


@cache
def shared(tag: str, other: str) -> Lexicon | None:
    """Return the words of the language *tag* for concepts of which the language *other* has words, too."""
    own, theirs = lexicon(tag), lexicon(other)
    if own is None or theirs is None:
        return own
    known = theirs.described
    whole, beginnings, phrases = (
        {form: found & known for form, found in table.items()} for table in (own.whole, own.beginnings, own.phrases)
    )
    return replace(own, whole=whole, beginnings=beginnings, phrases=phrases)


def _kind(form: str, tag: str) -> tuple[int, tuple[str, ...]]:
    """Return the table of a *form* (whole, beginnings, phrases: 0, 1, 2), and how it is spelt there."""
    if tag in STRICT:
        return 0, (form[:-1],) if form.endswith("=") else tuple(_inflected(form))
    if not rules(tag).has_spaces:
        return 2, (form,)
    if form.endswith("!"):
        return 0, (form[:-1],)
    return (2 if " " in form else 1), (form,)


def _inflected(word: str) -> Iterator[str]:
    """Yield *word* with every ending that English rules may give it; forms that nobody uses do no harm."""
    yield from (word, f"{word}s", f"{word}'s", f"{word}ed", f"{word}ing")
    if word.endswith(("s", "x", "z", "h", "o")):
        yield f"{word}es"
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y"):
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied")
    elif not word.endswith(("w", "x")):
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
