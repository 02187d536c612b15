"""How a text speaks to its reader: to somebody close, or politely; to one, or to several."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from builders.language.matching import fold
from builders.language.wordings import described, words_pattern

TABLE = "address.toml"
FORMS = ("one", "other")
_NEVER = "(?!)"
_NOWHERE = re.compile(_NEVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The two forms of address of a language, and which of them its readers expect."""

    children: str
    """``one`` or ``other``: the form for children; the next is that for adults."""
    adults: str
    words: Mapping[str, re.Pattern[str]]
    """What shows each form, wherever it stands."""
    commands: Mapping[str, re.Pattern[str]]
    """What shows it at the beginning of a sentence that tells somebody to do something."""

    relative: re.Pattern[str]
    """What opens a clause in which verbs that look like commands are none."""
    doubtful: Mapping[str, re.Pattern[str]]
    """What shows it in a sentence that speaks to its reader alone."""

    def found(self, text: str, commands: Sequence[str] = (), alone: Sequence[str] = ()) -> dict[str, list[str]]:
        """Return the words of *text* by the form that they show.

        *commands* are its sentences that tell somebody to do something, *alone* those that speak to nobody else.
        """
        parts = (
            (self.words, [text], _NOWHERE),
            (self.commands, commands, self.relative),
            (self.doubtful, alone, _NOWHERE),
        )
        found = {
            form: [word for own, texts, but in parts for each in texts for word in _shown(own[form], each, but)]
            for form in FORMS
        }
        return {form: words for form, words in found.items() if words}


def _shown(pattern: re.Pattern[str], text: str, but: re.Pattern[str]) -> Iterator[str]:
    """Yield the words of *text* that *pattern* finds, up to the place where *but* stands."""
    folded = fold(text)
    stop = but.search(folded.text)
    for match in pattern.finditer(folded.text, 0, stop.start() if stop else len(folded.text)):
        yield text[slice(*folded.origin(*match.span("verb" if "verb" in pattern.groupindex else 0)))]


@lru_cache(maxsize=64)
def address(tag: str) -> Address | None:
    """Return the forms of address of the language *tag*; None where they are not known, or there is but one."""
    known = described(TABLE, tag)
    if "words" not in known:
        return None
    verbs = known.get("commands", {}).get("verbs", ())
    doubtful = known.get("doubtful", {})
    but = doubtful.get("but", (_NEVER,))
    return Address(
        children=known["children"],
        adults=known["adults"],
        words={form: words_pattern((*known["words"][form], *_endings(known, form)), tag) for form in FORMS},
        commands={form: _in_commands([pair[place] for pair in verbs], known, tag) for place, form in enumerate(FORMS)},
        relative=_says("relative", tag),
        doubtful={form: _doubtful(doubtful.get(form, ()), but, tag) for form in FORMS},
    )


def commands(source: Sequence[str], tag: str) -> Iterator[int]:
    """Yield which of the sentences *source* in the language *tag* tell somebody to do something."""
    pattern = _openings(tag)
    yield from (number for number, sentence in enumerate(source) if pattern.match(fold(sentence).text))


def is_to_adults(source: str, tag: str) -> bool:
    """Whether the text *source* in the language *tag* begins by saying that it speaks to adults."""
    return _says("to-adults", tag).match(fold(source).text.lstrip()) is not None


def is_to_several(source: str, tag: str) -> bool:
    """Whether the text *source* in the language *tag* may speak to several at once."""
    return _says("to-several", tag).search(fold(source).text) is not None


def is_to_others(said: str, source: str, tag: str) -> bool:
    """Whether what is *said* in the text *source* may be meant for somebody older, or for several at once."""
    around = fold(source).text
    is_told = _told_to_others(tag).search(around) or _says("own-words", tag).search(around)
    return is_told is not None or _says("to-others", tag).search(fold(said).text) is not None


def speaks(source: str, tag: str) -> bool:
    """Whether the text *source* in the language *tag* speaks to somebody."""
    return _says("you", tag).search(fold(source).text) is not None


def speaks_alone(source: str, tag: str) -> bool:
    """Whether the sentence *source* in the language *tag* speaks to its reader, and of nobody else."""
    return speaks(source, tag) and not _says("not-alone", tag).search(fold(source).text)


@lru_cache(maxsize=64)
def _openings(tag: str) -> re.Pattern[str]:
    known = described(TABLE, tag)
    return _at_start(known["commands"] if isinstance(known.get("commands"), list) else (), tag)


@lru_cache(maxsize=64)
def _says(name: str, tag: str) -> re.Pattern[str]:
    """Return the pattern of the list *name* of the language *tag*; one that finds nothing where it has none."""
    return words_pattern(tuple(described(TABLE, tag).get(name, (_NEVER,))), tag)


@lru_cache(maxsize=64)
def _told_to_others(tag: str) -> re.Pattern[str]:
    known = described(TABLE, tag)
    others = "|".join(known.get("to-others", (_NEVER,)))
    return words_pattern((rf"{known.get('told', _NEVER)}(?:{others})",), tag)


def _endings(known: Mapping[str, Any], form: str) -> Iterator[str]:
    if form == "other" and (rule := known.get("other-ending")):
        yield rf"(?!(?:{'|'.join(rule['but'])})(?!\w))\w{{2,}}{rule['ending']}(?:-\w+)?"


def _doubtful(words: Sequence[str], but: Sequence[str], tag: str) -> re.Pattern[str]:
    if not words:
        return _NOWHERE
    return words_pattern((rf"(?!(?:{'|'.join(but)})(?!\w))(?:{'|'.join(words)})",), tag)


def _at_start(verbs: Sequence[str], tag: str) -> re.Pattern[str]:
    """Return the pattern of *verbs* at the beginning of a sentence, after what may stand before a command."""
    if not verbs:
        return _NOWHERE
    first = _says("before", tag).pattern
    return re.compile(rf"^\W*(?:{first}\W*)*(?P<verb>{words_pattern(tuple(verbs), tag).pattern})")


def _in_commands(verbs: Sequence[str], known: Mapping[str, Any], tag: str) -> re.Pattern[str]:
    """Return the pattern of *verbs* at the beginning of a sentence, or of another part of it."""
    if not verbs:
        return _NOWHERE
    first = _says("before", tag).pattern
    alone = rf"(?<!{article})" if (article := known.get("behind-article")) else ""
    every = words_pattern(tuple(rf"{alone}(?:{verb})" for verb in verbs), tag).pattern
    within = _says("inside" if "inside" in known else "before", tag).pattern
    joined = _says("joining", tag).pattern
    inside = rf"(?!(?:{'|'.join(known.get('at-start', (_NEVER,)))})(?!\w)){every}"
    return re.compile(
        rf"(?:^\W*(?:{first}\W*)*(?={every})|(?:[,;:،؛]\W*(?:{within}\W*)*|{joined}\W*)(?={inside}))(?P<verb>{every})"
    )
