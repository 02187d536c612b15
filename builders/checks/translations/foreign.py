"""Whether a translation is in its language, whole and in every sentence."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from builders.checks.checking import Remark, check
from builders.checks.translations.likeness import plain_letters
from builders.checks.translations.pairs import Pair, Translation
from builders.checks.translations.prose import prose
from builders.language.lexicon import STRICT, lexicon
from builders.language.profiles import is_rather, profile, profiles, scripts, small_words, telling_words
from builders.model.characters import quoted, shortened

LETTERS = 12
"""Letters of a sentence that tell its script for certain."""
SHARE = 0.3
"""Less of the letters in the script of the language, and a sentence is in another one."""
SMALL = 3
"""Different small words of another language in a sentence."""
KEPT = 0.5
"""Share of the sources with a word from which on its translations keep it on purpose."""
FEW = 3
"""Translations that have it; fewer tell nothing of a purpose."""
_LATIN = re.compile(r"(?<![A-Za-z0-9\u00c0-\u024f_@/.&#-])[a-z]{2,}(?![A-Za-z0-9\u00c0-\u024f_@/-]|\.[A-Za-z0-9])")
_ENGLISH = re.compile(
    r"wh|ght|[^aeiou]ly$|(?:ness|less|ful|ship)$|[bcdfgmpst]own?$|aw|ee[dklmnpt]|ook|th(?:er|ough|ing)|tch|dge|^kn|^wr"
)
"""Letters that stand together in English words, and in hardly any of the languages that share its alphabet."""
_QUOTED_BEFORE = re.compile(r"[«“”„\"‘’'(（《「『【]\s?(?P<words>(?:[A-Za-z]+[\s-]){0,4})\Z")
_QUOTED_BEHIND = re.compile(r"(?P<words>(?:[\s-][A-Za-z]+){0,4})\s?[»“”\"’')）》」』】]")
_CAPITAL_BEFORE = re.compile(r"[A-Z][a-z]*(?:\s[a-z]+){0,2}\s\Z")
_CAPITAL_BEHIND = re.compile(r"\s(?:[a-z]+\s){0,2}[A-Z][a-z]*")


@check("other-language")
def other_language(translation: Translation) -> Iterator[Remark]:
    """A translation, or a sentence of it, is in another language."""
    own = translation.language.tag.partition("-")[0]
    if not profile(own).script:
        return
    for pair in translation.pairs:
        if plain_letters(pair.source.text) == plain_letters(pair.target.text):
            continue
        for sentence in pair.target.sentences:
            if sentence in pair.source.sentences:
                other = pair.source.tag if len(_LATIN.findall(sentence)) > 2 else ""
            else:
                other = _other(sentence, own)
            if other:
                yield pair.remark(f"this is {other}: {quoted(shortened(sentence))}", target=sentence)
                break


def _other(sentence: str, own: str) -> str:
    """Return the language of *sentence*, if it is rather that than *own*; nothing where nobody can tell."""
    letters = scripts(sentence)
    total = sum(letters.values())
    small = small_words(sentence)
    is_plain = total >= LETTERS or letters.keys().isdisjoint(("Latn", profile(own).script))
    if is_plain and total > 1 and letters.get(profile(own).script, 0) < SHARE * total:
        script = max(letters, key=lambda name: letters[name])
        plain = _LATIN.findall(sentence)
        if script == "Latn" and len(plain) < 3:
            return ""
        among = [tag for tag, each in profiles().items() if each.script == script]
        return max(among, key=lambda tag: small.get(tag, 0), default="") if among else ""
    least = SMALL if small.get(own) else SMALL - 1
    alike = [tag for tag, each in profiles().items() if tag != own and each.script == profile(own).script]
    for tag in alike if profile(own).words else ():
        count = small.get(tag, 0)
        if (count >= least and count >= 3 * small.get(own, 0)) or (
            not small.get(own) and is_rather(sentence, tag, own)
        ):
            return tag
    return ""


@check("english-inside")
def english_inside(translation: Translation) -> Iterator[Remark]:
    """Words of the source stand untranslated in a translation."""
    if not profile(translation.language.tag).script:
        return
    usage = _usage(translation)
    for pair in translation.pairs:
        if plain_letters(pair.source.text) == plain_letters(pair.target.text):
            continue
        if words := _inside(pair, usage):
            yield pair.remark(f"{', '.join(map(quoted, words))}: not translated", target=words)


@dataclass(frozen=True, slots=True)
class _Usage:
    """In how many messages a word of Latin letters stands."""

    sources: Counter[str]
    kept: Counter[str]
    """In the translation as in its source."""
    own: Counter[str]
    """In a translation whose source says nothing of the kind."""

    def is_rare(self, word: str) -> bool:
        """Whether *word* stands nowhere else in the translations."""
        return self.kept[word] + self.own[word] <= 1

    def is_stray(self, word: str) -> bool:
        """Whether hardly any translation has *word*."""
        return self.kept[word] + self.own[word] <= 2 * FEW

    def is_left(self, word: str) -> bool:
        """Whether others translate *word*, or it stands nowhere else: it is none that the language has borrowed."""
        kept, own = self.kept[word], self.own[word]
        return self.is_rare(word) or (own <= kept and (kept < FEW or kept < KEPT * self.sources[word]))


def _usage(translation: Translation) -> _Usage:
    """Return how often each Latin word stands in the sources, and in the translations."""
    sources, kept, own = Counter[str](), Counter[str](), Counter[str]()
    for pair in translation.pairs:
        here = set(_LATIN.findall(pair.source.text.lower()))
        sources.update(here)
        for word in set(_LATIN.findall(pair.target.text)):
            (kept if word in here or _says(pair, word) else own)[word] += 1
    return _Usage(sources, kept, own)


def _says(pair: Pair, word: str) -> bool:
    """Whether the source says what *word*, one of its language, means: “children” where it has “child”."""
    mine = lexicon(pair.source.tag)
    return bool(mine and not mine.concepts(pair.source.text).keys().isdisjoint(mine.concepts(word)))


def _inside(pair: Pair, usage: _Usage) -> tuple[str, ...]:
    """Return the words of the source that stand in the translation as they are."""
    text = prose(pair.target.written, has_markup=pair.has_markup).text
    if not _LATIN.search(text):
        return ()
    telling, own = telling_words(pair.source.tag), profile(pair.target.tag)
    here = set(_LATIN.findall(pair.source.text.lower()))
    words = dict.fromkeys(match[0] for match in _LATIN.finditer(text) if not _is_named(match, pair))
    found = [
        word
        for word in words
        if not own.is_alike(word) and (word in telling or word in here or _is_english(word, pair))
    ]
    if own.script != "Latn":
        left = [
            word
            for word in found
            if word in telling or usage.is_rare(word) or (_is_english(word, pair) and usage.is_left(word))
        ]
        strays = [word for word in words if word not in found and usage.is_stray(word) and not own.is_alike(word)]
        return (*left, *(word for word in strays if len(word) > 2 and _is_listed(word, pair)))
    strange = [word for word in found if word in telling - own.words or usage.is_rare(word)]
    sure = [word for word in found if word not in own.words and usage.is_left(word) and _is_sure(word, here, pair)]
    is_english = [word for word in strange if word in telling or _is_foreign(word, pair)]
    one = "|".join(map(re.escape, strange))
    is_run = is_english and re.search(rf"(?<!\w)(?:{one})[ ,]+(?:{one})(?!\w)", text)
    return tuple(strange) if len(is_english) > 1 or is_run else tuple(sure)


def _is_sure(word: str, here: set[str], pair: Pair) -> bool:
    """Whether *word* alone is one that was left: the source says it, and it is written as only its language does."""
    strange = profile(pair.target.tag).strange
    is_strict = pair.source.tag in STRICT
    if word in here and ((is_strict and _ENGLISH.search(word)) or (strange and re.search(strange, word))):
        return True
    theirs = lexicon(pair.target.tag)
    is_own = theirs is not None and bool(theirs.concepts(word))  # both languages have “adoption”
    is_said = word in here or (not is_own and _says(pair, word))
    return len(word) > 2 and is_said and _is_english(word, pair)


def _is_english(word: str, pair: Pair) -> bool:
    """Whether *word* is one of the language of the source, as far as its table goes, and the source says it."""
    return _is_listed(word, pair) and _says(pair, word)


def _is_listed(word: str, pair: Pair) -> bool:
    mine = lexicon(pair.source.tag)
    return mine is not None and pair.source.tag in STRICT and word in mine.whole


def _is_named(match: re.Match[str], pair: Pair) -> bool:
    """Whether a word is part of a name that the source has, too, or named as a word: in quotation marks or brackets."""
    before, behind = match.string[max(0, match.start() - 40) : match.start()], match.string[match.end() :][:40]
    opening, closing = _QUOTED_BEFORE.search(before), _QUOTED_BEHIND.match(behind)
    if opening and closing:
        run = f"{opening['words']}{match[0]}{closing['words']}"
        return run == match[0] or run.lower() in pair.source.text.lower()
    first, last = _CAPITAL_BEFORE.search(before), _CAPITAL_BEHIND.match(behind)
    if first and _goes_on_with(first[0] + match[0], pair.source.text):
        return True
    return last is not None and match[0] + last[0] in pair.source.text


def _goes_on_with(words: str, text: str) -> bool:
    """Whether *words* stand in *text*, and begin no sentence there."""
    place = text.find(words)
    while place >= 0:
        before = text[:place]
        bare = before.rstrip()
        if bare and bare != before and bare[-1] not in ".!?:":
            return True
        place = text.find(words, place + 1)
    return False


def _is_foreign(word: str, pair: Pair) -> bool:
    """Whether *word* says something in the source language, and nothing in that of the translation."""
    mine, theirs = lexicon(pair.source.tag), lexicon(pair.target.tag)
    return bool(mine and mine.concepts(word) and not (theirs and theirs.concepts(word)))
