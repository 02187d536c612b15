"""Odd texts that are right: what a check says of them is a false alarm."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from benchmarks.defects.corpus import Entry
from benchmarks.defects.losses import NAMES
from benchmarks.defects.planting import Planter, alone, replaced
from benchmarks.defects.texts import is_open, sentences

_SEMICOLON = {"fr": "\u00a0; ", "es": "; ", "ar": "؛ ", "zh-Hans": "；", "ru": "; "}
_AND = {"fr": " et ", "es": " y ", "ar": " و", "zh-Hans": "和", "ru": " и "}
_COMMA = {"ar": "، ", "zh-Hans": "、"}
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def joined_by_semicolon(entry: Entry, random: Random) -> str | None:
    """Two sentences are one."""
    spans, text = sentences(entry.text), entry.text
    places = [
        (a, b)
        for a, b in pairwise(spans)
        if text[a[1] - 1] in ".。" and is_open(text, (a[1] - 1, b[0] + 1)) and text[a[1] - 3 : a[1]] != "..."
    ]
    places = [each for each in places if not text[each[1][0] :].startswith((*NAMES[entry.tag], "Internet"))]
    places = [(a, b) for a, b in places if b[1] - a[0] <= (25 if entry.tag.startswith("zh") else 70)]
    if not places or not entry.pair.is_sentence:
        return None
    before, after = random.choice(places)
    rest = text[after[0] :]
    return text[: before[1] - 1] + _SEMICOLON[entry.tag] + rest[:1].lower() + rest[1:]


def other_space(entry: Entry, random: Random) -> str | None:
    """Another space that keeps together, vowel signs left out, or a space between Chinese and digits: all usual."""
    if entry.tag == "fr":
        return re.sub("\u00a0(?=[;?!])|(?<=\\d)\u00a0(?=\\d)", "\u202f", entry.text)
    if entry.tag == "ar":
        return re.sub("[\u064e\u064f\u0650\u0652]", "", entry.text).translate(_EASTERN)
    if entry.tag == "ru":
        return entry.text.replace(" — ", "\u00a0— ")
    if entry.tag == "es":
        return re.sub("(?<=\\d)\u00a0(?=[\\d%])", "\u202f", entry.text).replace("1\u00a0hora", "1 hora")
    return re.sub(r"(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])", r" \1 ", entry.text)


def names_in_other_order(entry: Entry, random: Random) -> str | None:
    """A list of names is in another order, as the alphabet of the language may ask."""
    names = "|".join(NAMES[entry.tag][:5])
    comma, last = re.escape(_COMMA.get(entry.tag, ", ")), re.escape(_AND[entry.tag])
    match = re.search(rf"({names})(?:{comma}|{last})({names})(?={comma}|{last}|\W|$)", entry.text)
    if not match or not re.search(r"(Leo|Tala|Kai|Yara)(,| and) (Leo|Tala|Kai|Yara)", entry.english):
        return None
    (a, b), (c, d), text = match.span(1), match.span(2), entry.text
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


CONTROLS: dict[str, Planter] = {
    "right-in-other-words": replaced("right"),
    "joined-by-semicolon": alone(joined_by_semicolon),
    "other-space": alone(other_space),
    "names-in-other-order": alone(names_in_other_order),
}
"""What is planted, and is no defect."""
