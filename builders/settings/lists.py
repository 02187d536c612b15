"""Reads the lists by which a guideline is checked (``source/checks/``): its policy, and the words of its subject.

Each file may be absent: what looks something up in it then finds nothing.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from builders.language.reading_limits import ReadingLimits
from builders.language.wordings import Lexicon
from builders.model.findings import Finding
from builders.model.vocabulary import AGES, BLOCK_TYPES
from builders.problems import Problem
from builders.settings.declared import EDITIONS, read_bands
from builders.settings.entries import Entry, claim, fault, line_of, one_of, only, table, text, texts
from builders.settings.files import faulty, read_text, read_toml

FOLDER = "source/checks"
SENSITIVE, PROSE, UNSAFE, ACTORS, FIXED, UNFIT, READING, CRITICAL = (
    f"{FOLDER}/{name}.toml"
    for name in ("sensitive", "prose", "unsafe-alone", "actors", "fixed", "unfit", "reading", "critical")
)
PROSE_LISTS = frozenset(("counted", "openings", "things"))
"""Names of the lists of words of the subject that rules of English prose look for."""
WORD_LISTS = frozenset(
    (
        *("about-telling", "abuse", "ages", "confronting", "copying", "copying-forbidden", "countries", "danger"),
        *("deleting-evidence", "everyday-acronyms", "extortion", "identifying-detail", "legal-claims", "legal-words"),
        *("metaphors", "named-challenge", "named-child", "one-child", "promised-free", "promises", "questioning"),
        *("risky-fun", "secret-names", "self-harm", "self-harm-methods", "self-harm-wording", "service-names"),
        *("sexual-detail", "sexual-images", "telling-nobody", "threats-and-blame", "trained-questioning"),
        "waiting-to-block",
    )
)
"""Names of the lists of words that rules about sensitive content look for."""
RISKS = "risks"
RISK_LISTS = ("abuse", "images")
"""Names of the lists of risks whose blocks are looked at more closely."""
WITHIN = ("sentence", "passage", "block", "page")
"""Parts of the text in which words must stand together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Regular expressions for whole words."""

    words: tuple[str, ...] = ()
    minds_case: bool = False
    """Whether capitals and small letters are two things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Words that are safe only where others stand near them; all of them as regular expressions."""

    says: str
    """What is wrong with the words alone, behind them in the message."""
    within: str
    """The part of the text that is looked at, one of WITHIN."""
    words: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Where there are any: without one of these, the words speak of something else."""
    needs: tuple[str, ...] = ()
    """With one of these, they are safe; without any, nothing makes them so."""
    types: tuple[str, ...] = ()
    """Types of the blocks in which they are looked for; none for the whole text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Critical:
    """What may bring somebody to harm where it is translated wrongly."""

    blocks: tuple[str, ...] = ()
    """Types of blocks."""
    parts: tuple[str, ...] = ()
    """Parts of any block."""
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values of the options of any block, by the name of the option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Everything that a guideline has in ``source/checks/``; nothing, unless told otherwise."""

    is_sensitive: bool = False
    """Whether the guideline keeps to the rules about sensitive content."""
    words: Mapping[str, WordList] = field(default_factory=dict)
    risks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Codes of risks by the name of their list."""
    unsafe: Mapping[str, Pair] = field(default_factory=dict)
    actors: Lexicon = field(default_factory=Lexicon)
    """Persons and bodies that act."""
    fixed: Lexicon = field(default_factory=Lexicon)
    """Sentences with one wording wherever they stand."""
    unfit: Lexicon = field(default_factory=Lexicon)
    """Words that do not fit what the source says."""
    limits: Mapping[str, Mapping[str, ReadingLimits]] = field(default_factory=dict)
    """How long sentences may be, by language and by band of readers."""
    critical: Critical = Critical()

    def words_of(self, name: str) -> WordList:
        """Return the list called *name*, which some check looks for; an empty one where the guideline has none."""
        assert name in WORD_LISTS | PROSE_LISTS, name
        return self.words.get(name, WordList())

    def limits_of(self, tag: str) -> Mapping[str, ReadingLimits]:
        """Return the limits of the language *tag* by the name of the band; none where nobody has set them."""
        return self.limits.get(tag) or self.limits.get(tag.partition("-")[0], MappingProxyType({}))


def is_sensitive(project: Path) -> bool:
    """Whether the guideline in the folder *project* keeps to the rules about sensitive content: it has their lists."""
    return (project / SENSITIVE).exists()


def read_lists(project: Path) -> Lists:
    """Return the lists of the guideline in the folder *project*; raise one Problem with all that is wrong in them."""
    faults: list[Finding] = []
    read = {path: _read(path, make, project, faults) for path, make in _FILES.items()}
    faults += _unknown_bands(read[READING], project)
    if faults:
        raise faulty(faults)
    sensitive = read[SENSITIVE]
    return Lists(
        is_sensitive=is_sensitive(project),
        words={**read[PROSE], **{name: each for name, each in sensitive.items() if name != RISKS}},
        risks=sensitive.get(RISKS, {}),
        unsafe=read[UNSAFE],
        actors=Lexicon(read[ACTORS]),
        fixed=Lexicon(read[FIXED]),
        unfit=Lexicon(read[UNFIT]),
        limits=read[READING],
        critical=Critical(**read[CRITICAL]),
    )


def _unknown_bands(limits: Mapping[str, Mapping[str, ReadingLimits]], project: Path) -> Iterator[Finding]:
    """Yield what is wrong with the names in *limits*: they are the bands of ``editions.toml``, or ages of children."""
    file, editions = (_text(path, project, []) for path in (READING, EDITIONS))
    bands = list(read_bands(read_toml(EDITIONS, editions, []), editions, []))
    known = [*(band.id for band in bands), *(AGES if any(band.are_children for band in bands) else ())]
    for tag, own in limits.items():
        for name in own:
            if name not in known:
                hint = f"name one of {', '.join(known)}, or declare it in {EDITIONS}"
                message = f"the entry {tag}: nobody is called “{name}”"
                yield fault(READING, message, hint, line_of(f"{tag}.{name}", file) or _line(tag, file))


def faulty_patterns(project: Path) -> Problem | None:
    """Return the Problem that words of the lists in *project* are no regular expressions; None where all of them are.

    To compile them all takes half a second: it is done where one was found that is none.
    """
    faults: list[Finding] = []
    for path in _FILES:
        file = _text(path, project, faults)
        for word in _strings(read_toml(path, file, faults)):
            try:
                re.compile(word)
            except re.error as error:
                message = f"“{word}” is no regular expression: {error}"
                line = file.count("\n", 0, max(0, file.find(word))) + 1
                faults.append(fault(path, message, "put a backslash before a sign that stands for itself", line))
    return faulty(faults) if faults else None


def _text(path: str, project: Path, faults: list[Finding]) -> str:
    """Return what stands in the file at *path*; nothing where there is no file."""
    return read_text(project, path, faults) if (project / path).exists() else ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(each)


def _read(path: str, make: Callable[[str, Entry], Any], project: Path, faults: list[Finding]) -> dict[str, Any]:
    """Return what *make* makes of each entry of the file at *path*; nothing where there is no file."""
    made: dict[str, Any] = {}
    file = _text(path, project, faults)
    for name, entry in read_toml(path, file, faults).items():
        try:
            made[name] = make(name, entry)
        except ValueError as error:
            hint = "compare it with its neighbours, or with docs/authors/lists.rst"
            faults.append(fault(path, f"the entry {name}: {error}", hint, _line(name, file)))
    return made


def _line(name: str, file: str) -> int:
    """Return the line of *file* in which the entry *name* begins, or the first of its tables."""
    tables = (number for number, line in enumerate(file.splitlines(), 1) if line.startswith(f"[{name}."))
    return line_of(name, file) or next(tables, 0)


def _sensitive(name: str, entry: Entry) -> object:
    if name == RISKS:
        only(table(entry), RISK_LISTS)
        return {kind: frozenset(texts(entry, kind)) for kind in entry}
    return _words(name, entry, WORD_LISTS)


def _prose(name: str, entry: Entry) -> WordList:
    return _words(name, entry, PROSE_LISTS)


def _words(name: str, entry: Entry, known: Collection[str]) -> WordList:
    if name not in known:
        raise ValueError(f"no check looks for a list of this name; the lists are {', '.join(sorted(known))}")
    only(table(entry), ("words", "case"))
    return WordList(words=texts(entry, "words"), minds_case=claim(entry, "case"))


def _unsafe(name: str, entry: Entry) -> Pair:
    only(table(entry), ("says", "within", "words", "also", "needs", "types"))
    return Pair(
        says=text(entry, "says"),
        within=one_of(text(entry, "within"), "within", WITHIN),
        words=texts(entry, "words"),
        also=texts(entry, "also", ()),
        needs=texts(entry, "needs", ()),
        types=_types(entry, "types"),
    )


def _types(entry: Entry, name: str) -> tuple[str, ...]:
    found = texts(entry, name, ())
    for each in found:
        if each not in BLOCK_TYPES:
            raise ValueError(f"{name} holds “{each}”, which is no type of block")
    return found


def _thing(name: str, entry: Entry) -> Entry:
    """Return the words for a thing by language, those that say it and those that may carry it, and its class."""
    made: dict[str, Any] = {}
    for tag, words in table(entry).items():
        if tag == "class":
            made[tag] = text(entry, tag)
            continue
        only(table(words), ("strict", "loose"))
        made[tag] = {"strict": texts(words, "strict"), "loose": texts(words, "loose", ())}
    return made


def _no_word(name: str, entry: Entry) -> Entry:
    readers = one_of(text(table(entry), "readers", "all"), "readers", ("all", "adults"))
    return {tag: readers if tag == "readers" else texts(entry, tag) for tag in entry}


def _limits(name: str, entry: Entry) -> Mapping[str, ReadingLimits]:
    return {band: _limit(band, table(each)) for band, each in table(entry).items()}


def _limit(band: str, entry: Entry) -> ReadingLimits:
    only(entry, ("longest", "mean", "lix"))
    for name in ("longest", "mean", "lix"):
        if isinstance(entry.get(name), bool) or not isinstance(entry.get(name), int | float):
            raise ValueError(f"{name} of {band} is a number, not “{entry.get(name, '')}”")
    return ReadingLimits(**entry)


def _critical(name: str, entry: Entry) -> object:
    if name == "options":
        return {option: texts(table(entry), option) for option in table(entry)}
    only({name: entry}, ("blocks", "parts", "options"))
    return _types({name: entry}, name) if name == "blocks" else texts({name: entry}, name)


_FILES: Mapping[str, Callable[[str, Any], Any]] = MappingProxyType(
    {
        SENSITIVE: _sensitive,
        PROSE: _prose,
        UNSAFE: _unsafe,
        ACTORS: _thing,
        FIXED: _thing,
        UNFIT: _no_word,
        READING: _limits,
        CRITICAL: _critical,
    }
)
"""The files, and what is made of an entry of each."""
