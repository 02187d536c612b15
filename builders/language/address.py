"""How a text speaks to its reader: to somebody close, or politely; to one, or to several."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from builders.language.matching import fold
from builders.language.wordings import words_pattern

FORMS = ("one", "other")


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

    def found(self, text: str, commands: Sequence[str] = ()) -> dict[str, list[str]]:
        """Return the words of *text* by the form that they show; *commands* are its sentences that tell what to do."""
        whole = fold(text)
        found: dict[str, list[str]] = {}
        for form in FORMS:
            shown = [text[slice(*whole.origin(*match.span()))] for match in self.words[form].finditer(whole.text)]
            shown += [match["verb"] for each in commands if (match := self.commands[form].match(fold(each).text))]
            if shown:
                found[form] = shown
        return found


@lru_cache(maxsize=64)
def address(tag: str) -> Address | None:
    """Return the forms of address of the language *tag*; None where they are not known, or there is but one."""
    known = _known(tag)
    if "words" not in known:
        return None
    verbs = known.get("commands", {}).get("verbs", ())
    return Address(
        children=known["children"],
        adults=known["adults"],
        words={form: words_pattern((*known["words"][form], *_endings(known, form)), tag) for form in FORMS},
        commands={form: _at_start([pair[place] for pair in verbs], known, tag) for place, form in enumerate(FORMS)},
    )


def commands(source: Sequence[str], tag: str) -> Iterator[int]:
    """Yield which of the sentences *source* in the language *tag* tell somebody to do something."""
    known = _known(tag)
    if isinstance(known.get("commands"), list):
        pattern = _at_start(known["commands"], known, tag)
        yield from (number for number, sentence in enumerate(source) if pattern.match(fold(sentence).text))


def is_to_adults(source: str, tag: str) -> bool:
    """Whether the text *source* in the language *tag* begins by saying that it speaks to adults."""
    return _says("to-adults", tag).match(fold(source).text.lstrip()) is not None


def is_to_several(source: str, tag: str) -> bool:
    """Whether the text *source* in the language *tag* may speak to several at once."""
    return _says("to-several", tag).search(fold(source).text) is not None


@lru_cache(maxsize=64)
def _says(name: str, tag: str) -> re.Pattern[str]:
    return words_pattern(tuple(_known(tag).get(name, ("(?!)",))), tag)


@lru_cache(maxsize=64)
def _known(tag: str) -> Mapping[str, Any]:
    every = tomllib.loads(Path(__file__).with_name("address.toml").read_text(encoding="utf-8"))
    return every.get(tag.partition("-")[0], {})


def _endings(known: Mapping[str, Any], form: str) -> Iterator[str]:
    if form == "other" and (rule := known.get("other-ending")):
        yield rf"(?!(?:{'|'.join(rule['but'])})(?!\w))\w{{2,}}{rule['ending']}(?:-\w+)?"


def _at_start(verbs: Sequence[str], known: Mapping[str, Any], tag: str) -> re.Pattern[str]:
    if not verbs:
        return re.compile("(?!)")
    first = words_pattern(tuple(known.get("before", ())), tag).pattern if known.get("before") else "(?!)"
    return re.compile(rf"\W*(?:{first}\W*)*(?P<verb>{words_pattern(tuple(verbs), tag).pattern})")
