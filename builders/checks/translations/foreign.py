"""Whether a translation is in its language, whole and in every sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from builders.checks.checking import Remark, check
from builders.checks.translations.likeness import plain_letters
from builders.checks.translations.pairs import Pair, Translation
from builders.language.lexicon import lexicon
from builders.language.profiles import is_rather, profile, profiles, scripts, small_words, telling_words
from builders.model.characters import quoted, shortened

LETTERS = 12
"""Letters of a sentence that tell its script for certain."""
SHARE = 0.3
"""Less of the letters in the script of the language, and a sentence is in another one."""
SMALL = 3
"""Different small words of another language in a sentence."""
_LATIN = re.compile(r"(?<![\w@/.&#-])[a-z][a-z’']+(?![\w@/]|\.\w)")


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
            if sentence not in pair.source.sentences and (other := _other(sentence, own)):
                yield pair.remark(f"this is {other}: {quoted(shortened(sentence))}", target=sentence)
                break
            if sentence in pair.source.sentences and len(_LATIN.findall(sentence)) > 2:
                yield pair.remark(f"this is {pair.source.tag}: {quoted(shortened(sentence))}", target=sentence)
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
    usual = _usual(translation)
    for pair in translation.pairs:
        if plain_letters(pair.source.text) == plain_letters(pair.target.text):
            continue
        if words := _inside(pair, usual):
            yield pair.remark(f"{', '.join(map(quoted, words))}: not translated", target=words)


def _usual(translation: Translation) -> Mapping[str, int]:
    """Return in how many translations each Latin word stands."""
    return Counter(word for pair in translation.pairs for word in set(_LATIN.findall(pair.target.text)))


def _inside(pair: Pair, usual: Mapping[str, int]) -> tuple[str, ...]:
    """Return the words of the source that stand in the translation as they are."""
    telling = telling_words(pair.source.tag)
    own = profile(pair.target.tag)
    here = set(_LATIN.findall(pair.source.text.lower()))
    words = dict.fromkeys(_LATIN.findall(pair.target.text))
    found = [
        word for word in words if word in telling or word in here or (usual[word] <= 1 and _is_foreign(word, pair))
    ]
    if own.script != "Latn":
        return tuple(word for word in found if word in telling or usual[word] <= 1)
    strange = [word for word in found if word in telling - own.words or usual[word] <= 1]
    is_english = [word for word in strange if word in telling or _is_foreign(word, pair)]
    one = "|".join(map(re.escape, strange))
    is_run = is_english and re.search(rf"(?<!\w)(?:{one})[ ,]+(?:{one})(?!\w)", pair.target.text)
    return tuple(strange) if len(is_english) > 1 or is_run else ()


def _is_foreign(word: str, pair: Pair) -> bool:
    """Whether *word* says something in the source language, and nothing in that of the translation."""
    mine, theirs = lexicon(pair.source.tag), lexicon(pair.target.tag)
    return bool(mine and mine.concepts(word) and not (theirs and theirs.concepts(word)))
