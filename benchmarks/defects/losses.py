"""Defects in what is there: sentences, items and words lost, doubled, moved, or of another text or language."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.corpus import Corpus, Entry
from benchmarks.defects.planting import Changes
from benchmarks.defects.texts import Span, capital, choice, cut, is_open, put, sentences, words

_LIST = re.compile(r"[,،、，] ?((?:[^\W\d_]+ ?){1,3})(?=[,،、，])")
_CLAUSE = re.compile(r"[,;،؛，；:：] ?([^,;.،؛，；。:：!?！？؟]{8,})(?=[,.،，。])")
_NAME = re.compile(r"\b(Tiko|Tala|Leo|Yara|Kai|Suri)\b")
NAMES = {
    "fr": ("Tiko", "Tala", "Léo", "Yara", "Kai", "Mamie Suri"),
    "es": ("Tiko", "Tala", "Leo", "Yara", "Kai", "la abuela Suri"),
    "ar": ("تيكو", "تالا", "ليو", "يارا", "كاي", "الجدة سوري"),
    "zh-Hans": ("蒂可", "塔拉", "利奥", "雅拉", "凯", "苏里奶奶"),
    "ru": ("Тико", "Тала", "Лео", "Яра", "Кай", "бабушка Сури"),
}
MISSPELT = {
    "fr": {"Tiko": "Tico", "Tala": "Tara", "Léo": "Théo", "Yara": "Lara", "Kai": "Kay", "Suri": "Souris"},
    "es": {"Tiko": "Tico", "Tala": "Tara", "Leo": "Leonardo", "Yara": "Lara", "Kai": "Kay", "Suri": "Susi"},
    "ar": {"تيكو": "تيكا", "تالا": "تارا", "ليو": "لؤي", "يارا": "سارة", "كاي": "كامي", "سوري": "سوزي"},
    "zh-Hans": {"蒂可": "蒂科", "塔拉": "塔娜", "利奥": "里奥", "雅拉": "亚拉", "凯": "卡伊", "苏里": "苏丽"},
    "ru": {"Тико": "Тика", "Тала": "Тара", "Лео": "Лёва", "Яра": "Юля", "Кай": "Кей", "Сури": "Суси"},
}
ADDED = {
    "fr": "Les parents sont seuls responsables de tout cela.",
    "es": "Las escuelas suelen ignorar este problema por completo.",
    "ar": "هذا الأمر لا يخص المدارس في معظم البلدان.",
    "zh-Hans": "这件事通常与学校完全没有关系。",
    "ru": "Обычно школы совсем не занимаются этим вопросом.",
}


def _movable(text: str) -> list[Span]:
    """Return the sentences of *text* without markup, if it has several."""
    spans = sentences(text)
    return [span for span in spans if is_open(text, span)] if len(spans) > 1 else []


def sentence_dropped(entry: Entry, random: Random) -> str | None:
    """A sentence is missing."""
    span = choice(random, _movable(entry.text))
    return cut(entry.text, span) if span else None


def sentence_doubled(entry: Entry, random: Random) -> str | None:
    """A sentence stands twice."""
    span = choice(random, _movable(entry.text))
    if not span:
        return None
    gap = "" if entry.tag.startswith("zh") else " "
    return entry.text[: span[1]] + gap + entry.text[slice(*span)] + entry.text[span[1] :]


def sentence_added(entry: Entry, random: Random) -> str | None:
    """There is a sentence that nobody has written."""
    if not entry.pair.is_sentence or not entry.text.endswith((".", "。")):
        return None
    return entry.text + ("" if entry.tag.startswith("zh") else " ") + ADDED[entry.tag]


def sentence_moved(entry: Entry, random: Random) -> str | None:
    """Two sentences have changed places."""
    spans, text = sentences(entry.text), entry.text
    if len(spans) < 2:
        return None
    at = random.randrange(len(spans) - 1)
    (a, b), (c, d) = spans[at], spans[at + 1]
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def sentence_foreign(entry: Entry, random: Random) -> str | None:
    """A sentence has been left in English."""
    theirs, ours = sentences(entry.english), sentences(entry.text)
    if len(ours) != len(theirs) or len(ours) < 2:
        return None
    pairs = [(a, b) for a, b in zip(theirs, ours, strict=True) if is_open(entry.text, b) and is_open(entry.english, a)]
    pairs = [(a, b) for a, b in pairs if " " in entry.english[slice(*a)]]
    if not pairs:
        return None
    english, own = random.choice(pairs)
    return entry.text[: own[0]] + entry.english[slice(*english)] + entry.text[own[1] :]


def half_missing(entry: Entry, random: Random) -> str | None:
    """The second half is missing."""
    text = entry.text
    if len(entry.english.split()) < 12:
        return None
    gaps = [at for at in range(2 * len(text) // 5, 3 * len(text) // 5) if _ends_word(text, at)]
    gaps = [at for at in gaps if is_open(text, (at, len(text)))]
    if not gaps:
        return None
    return text[: random.choice(gaps)].rstrip(" ,;:،؛，；、") + ("。" if entry.tag.startswith("zh") else ".")


def _ends_word(text: str, at: int) -> bool:
    return text[at] in " ，。、；"


def item_dropped(entry: Entry, random: Random) -> str | None:
    """An item of a list is missing."""
    if entry.english.count(",") < 2:
        return None
    places = [match.span() for match in _LIST.finditer(entry.text) if is_open(entry.text, match.span())]
    span = choice(random, places)
    return entry.text[: span[0]] + entry.text[span[1] :] if span else None


def clause_dropped(entry: Entry, random: Random) -> str | None:
    """A clause is missing."""
    places = [match.span() for match in _CLAUSE.finditer(entry.text) if is_open(entry.text, match.span())]
    span = choice(random, places)
    return entry.text[: span[0]] + entry.text[span[1] :] if span else None


def word_dropped(entry: Entry, random: Random, corpus: Corpus) -> Changes | None:
    """A word that says something is missing: a longer one, or in Chinese one of those that are known."""
    text = entry.text
    if entry.tag.startswith("zh"):
        known = [left for table in ("wrong-word", "antonym", "actor", "term-other") for left in corpus.words[table]]
        places = [match.span() for left in known for match in re.finditer(left, text)]
        places = [span for span in places if is_open(text, span)]
    else:
        places = [span for span in words(text, 5) if not text[span[0]].isupper()]
    span = choice(random, places) if len(entry.english.split()) > 3 else None
    return {entry.pair.id: cut(text, span)} if span else None


def copied(entry: Entry, random: Random) -> str | None:
    """The English stands there."""
    return entry.english if len(entry.english.split()) > 2 else None


def other_language(entry: Entry, random: Random, corpus: Corpus) -> Changes | None:
    """The text of another language stands there."""
    other = corpus.other.get(entry.pair.id)
    is_own = other == entry.text or len(entry.english.split()) < 4
    return None if other is None or is_own else {entry.pair.id: other}


def neighbour_text(entry: Entry, random: Random, corpus: Corpus) -> Changes | None:
    """The text of the message before or after stands there."""
    places = [each.pair.id for each in corpus.entries]
    at = places.index(entry.pair.id) + random.choice((-1, 1))
    if not 0 <= at < len(places) or len(entry.english.split()) < 3:
        return None
    text = corpus.entries[at].text
    return {entry.pair.id: text} if text != entry.text and _has_no_markup(text, entry.text) else None


def swapped(entry: Entry, random: Random, corpus: Corpus) -> Changes | None:
    """Two messages of the same kind have each other's text."""
    alike = [
        other
        for other in corpus.entries
        if (other.pair.role, other.pair.domain) == (entry.pair.role, entry.pair.domain)
        and other.text != entry.text
        and other.has_markup == entry.has_markup
        and _has_no_markup(other.text, entry.text)
    ]
    if not alike or len(entry.english.split()) < 3:
        return None
    other = random.choice(alike)
    return {entry.pair.id: other.text, other.pair.id: entry.text}


def _does_something(between: str, tag: str) -> bool:
    """Whether more than an enumeration stands between two names: in that, their order says nothing."""
    for name in NAMES[tag]:
        between = between.replace(name, "")
    return bool(words(between, 3 if tag.startswith("zh") else 4))


def _has_no_markup(*texts: str) -> bool:
    return all(is_open(text, (0, len(text))) for text in texts)


def name_exchanged(entry: Entry, random: Random) -> str | None:
    """Another of the characters does it."""
    names = NAMES[entry.tag]
    stems = [(name, match.span()) for name in names for match in _name(name, entry.tag).finditer(entry.text)]
    if not stems or not _NAME.search(entry.english):
        return None
    name, span = random.choice(stems)
    return put(entry.text, span, random.choice([each for each in names[:5] if each != name]))


def _name(name: str, tag: str) -> re.Pattern[str]:
    return re.compile(re.escape(name) if tag.startswith("zh") else rf"(?<!\w){re.escape(name)}(?!\w)")


def name_misspelt(entry: Entry, random: Random) -> str | None:
    """A character has another name than everywhere else."""
    table = MISSPELT[entry.tag]
    places = [(name, match.span()) for name in table for match in _name(name, entry.tag).finditer(entry.text)]
    if not places or not _NAME.search(entry.english):
        return None
    name, span = random.choice(places)
    return put(entry.text, span, table[name])


def names_exchanged(entry: Entry, random: Random) -> str | None:
    """Two characters have changed places."""
    places = sorted(match.span() for name in NAMES[entry.tag] for match in _name(name, entry.tag).finditer(entry.text))
    pairs = [(a, b) for a in places for b in places if a < b and entry.text[slice(*a)] != entry.text[slice(*b)]]
    pairs = [(a, b) for a, b in pairs if _does_something(entry.text[a[1] : b[0]], entry.tag)]
    if not pairs or not _NAME.search(entry.english):
        return None
    (a, b), (c, d) = random.choice(pairs)
    return entry.text[:a] + capital(entry.text[c:d]) + entry.text[b:c] + entry.text[a:b] + entry.text[d:]
