"""Histories of a source and its translation: what authors do, what translators do, and what must be true after each.

A history is a list of numbers that hypothesis draws; everything else follows from them, so that it shrinks well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from builders.catalogs.memory import format_memory, parse_memory
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import with_review
from builders.catalogs.update.ordering import safe_order
from builders.catalogs.update.updating import template, update_catalogs
from builders.model.findings import Location
from builders.model.guideline import Guideline, Licence
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, MessageState, Pair, ReviewLevel, SourceMessage

GUIDELINE = Guideline(slug="fixture", licence=Licence(short="CC0"))
FRENCH = Language(
    tag="fr", locale="fr", endonym="Français", english_name="French", review_state="machine-assisted, unreviewed"
)
DAY = date(2026, 11, 23)

SENTENCES = (
    "Companies {modal} answer a report within {number} hours.",
    "Companies {modal} answer a question of a child within {number} hours.",
    "**Parents** {modal} talk with their children {number} times a week; see |helpline|.",
    'A child who is worried {modal} tell \\a helper "at once", or call {number} people.',
    "Listen.",
    "Yes",
    "States {modal} publish the report — in all languages — every {number} years.",
)
MODALS = ("must", "should", "may", "must not")
DOMAINS = ("shared", "policy", "cubs", "policies")


@dataclass(frozen=True)
class Block:
    """A message of the source: the msgctxt of its block, and its text."""

    context: str
    text: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.context, self.text)


def sentence(number: int) -> str:
    pattern = SENTENCES[number % len(SENTENCES)]
    return pattern.format(modal=MODALS[number // 7 % len(MODALS)], number=(24, 48, 3)[number // 28 % 3])


def context(number: int) -> str:
    return ("", f"rec-pla-{number // 3 % 9:03}/text", f"rec-pla-{number // 3 % 9:03}/title")[number % 3]


@dataclass
class World:
    """The source, the files of one language, and what people have ever written into them."""

    source: dict[str, list[Block]] = field(default_factory=dict)
    bin: list[Block] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    memory: tuple[Pair, ...] = ()
    count: int = 0
    translations: set[str] = field(default_factory=set)
    comments: set[str] = field(default_factory=set)
    vouched: set[tuple[str, str]] = field(default_factory=set)
    """English texts and translations that somebody has left as finished."""
    typed: set[tuple[str, str]] = field(default_factory=set)
    """English texts, and the translations that somebody has typed below them."""
    replaced: set[str] = field(default_factory=set)
    """Translations that somebody has taken away from a message, or typed over; another message may have them still."""

    def next(self) -> int:
        self.count += 1
        return self.count

    @property
    def templates(self) -> dict[str, Catalog]:
        return {
            domain: template(domain, [_message(domain, block) for block in dict.fromkeys(blocks)], GUIDELINE)
            for domain, blocks in self.source.items()
            if blocks
        }

    def catalogs(self) -> dict[str, Catalog]:
        return read(self.files)


def _message(domain: str, block: Block) -> SourceMessage:
    comments = (f"Audience: {domain}.",) if block.context else ()
    return SourceMessage(
        context=block.context, text=block.text, location=Location(f"source/{domain}/page.rst", 1), comments=comments
    )


def read(files: Mapping[str, bytes]) -> dict[str, Catalog]:
    return {domain: parse_catalog(data, f"{domain}.po", is_mended=True) for domain, data in sorted(files.items())}


# What authors do: each takes the world and two numbers.


def _pick(world: World, number: int) -> tuple[list[Block], int] | None:
    places = [(blocks, index) for blocks in world.source.values() for index in range(len(blocks))]
    return places[number % len(places)] if places else None


def add(world: World, one: int, two: int) -> None:
    domain = DOMAINS[one % len(DOMAINS)]
    world.source.setdefault(domain, []).append(Block(context(two), sentence(two // 5)))


def move(world: World, one: int, two: int) -> None:
    if found := _pick(world, one):
        blocks, index = found
        target = world.source.setdefault(DOMAINS[two % len(DOMAINS)], [])
        block = blocks.pop(index)
        target.insert(two // 4 % (len(target) + 1), block)


def rename(world: World, one: int, two: int) -> None:
    _change(world, one, lambda block: replace(block, context=context(two)))


def reword(world: World, one: int, two: int) -> None:
    def change(block: Block) -> Block:
        words = block.text.split(" ")
        words[two % len(words)] = ("must", "should", "72", "people", "not", "quickly")[two // 7 % 6]
        return replace(block, text=" ".join(words))

    _change(world, one, change)


def dress(world: World, one: int, two: int) -> None:
    def change(block: Block) -> Block:
        text = block.text
        dressed = (f"{text.rstrip('.')}!", f"**{text}**", text.upper(), text.replace(" ", ", ", 1), f"“{text}”")
        return replace(block, text=dressed[two % len(dressed)])

    _change(world, one, change)


def respace(world: World, one: int, two: int) -> None:
    _change(world, one, lambda block: replace(block, text=block.text.replace(" ", "  " if two % 2 else "\u00a0", 1)))


def split(world: World, one: int, two: int) -> None:
    if found := _pick(world, one):
        blocks, index = found
        words = blocks[index].text.split(" ")
        middle = len(words) // 2 or 1
        halves = [" ".join(words[:middle]), " ".join(words[middle:])]
        blocks[index : index + 1] = [replace(blocks[index], text=half) for half in halves if half]


def merge(world: World, one: int, two: int) -> None:
    if (found := _pick(world, one)) and found[1] + 1 < len(found[0]):
        blocks, index = found
        blocks[index : index + 2] = [replace(blocks[index], text=f"{blocks[index].text} {blocks[index + 1].text}")]


def delete(world: World, one: int, two: int) -> None:
    if found := _pick(world, one):
        world.bin.append(found[0].pop(found[1]))


def restore(world: World, one: int, two: int) -> None:
    if world.bin:
        world.source.setdefault(DOMAINS[two % len(DOMAINS)], []).append(world.bin.pop(one % len(world.bin)))


def duplicate(world: World, one: int, two: int) -> None:
    if found := _pick(world, one):
        block = found[0][found[1]]
        copy = block if two % 2 else replace(block, context=context(two // 2))
        world.source.setdefault(DOMAINS[two // 3 % len(DOMAINS)], []).append(copy)


def swap_contexts(world: World, one: int, two: int) -> None:
    first, second = _pick(world, one), _pick(world, two)
    if first and second:
        a, b = first[0][first[1]], second[0][second[1]]
        first[0][first[1]] = replace(a, context=b.context)
        second[0][second[1]] = replace(second[0][second[1]], context=a.context)


def rename_folder(world: World, one: int, two: int) -> None:
    old, new = DOMAINS[one % len(DOMAINS)], DOMAINS[two % len(DOMAINS)]
    if old != new and old in world.source:
        world.source.setdefault(new, []).extend(world.source.pop(old))


def _change(world: World, number: int, change: Callable[[Block], Block]) -> None:
    if found := _pick(world, number):
        found[0][found[1]] = change(found[0][found[1]])


EDITS: tuple[Callable[[World, int, int], None], ...] = (
    add,
    add,
    move,
    rename,
    reword,
    dress,
    respace,
    split,
    merge,
    delete,
    restore,
    duplicate,
    swap_contexts,
    rename_folder,
)


# What translators and their tools do.


def _rewrite(
    world: World, number: int, change: Callable[[CatalogEntry], CatalogEntry], fits: Callable[[CatalogEntry], bool]
) -> None:
    """Let somebody change one of the entries in use that fit; what it takes away for good need not be kept."""
    catalogs = world.catalogs()
    places = [(domain, entry) for domain, each in catalogs.items() for entry in each.active if fits(entry)]
    if not places:
        return
    domain, old = places[number % len(places)]
    new = change(old)
    entries = tuple(new if entry is old else entry for entry in catalogs[domain].entries)
    world.files[domain] = format_catalog(replace(catalogs[domain], entries=entries)).encode()
    world.translations -= {old.msgstr} - strings(world.catalogs(), world.memory)
    world.translations |= {new.msgstr} - {""}
    world.replaced |= {old.msgstr} - {new.msgstr}
    if new.msgstr and new.msgstr != old.msgstr:
        world.typed.add((new.msgid, new.msgstr))


def translate(world: World, one: int, two: int) -> None:
    _rewrite(world, one, lambda entry: replace(entry, msgstr=_words(world, two)), lambda entry: not entry.msgstr)


def improve(world: World, one: int, two: int) -> None:
    _rewrite(world, one, lambda entry: replace(entry, msgstr=_words(world, two)), lambda entry: bool(entry.msgstr))


def _words(world: World, number: int) -> str:
    ends = ("", " “oui”", ' "oui"', " \\a b\\", "\u00a0!", "\nseconde ligne", "\tfin", " \u3000 x")
    return f"traduction {world.next()}{ends[number % len(ends)]}"


def finish(world: World, one: int, two: int) -> None:
    def change(entry: CatalogEntry) -> CatalogEntry:
        previous = None if two % 2 else entry.previous
        world.vouched.add((entry.msgid, entry.msgstr))
        return replace(entry, flags=entry.flags - {"fuzzy"}, previous=previous)

    _rewrite(world, one, change, lambda entry: entry.is_fuzzy and bool(entry.msgstr))


def doubt(world: World, one: int, two: int) -> None:
    def change(entry: CatalogEntry) -> CatalogEntry:
        return replace(entry, flags=entry.flags | {"fuzzy"})

    _rewrite(world, one, change, lambda entry: bool(entry.msgstr))


def comment(world: World, one: int, two: int) -> None:
    text = f"{('note', 'changed: the word, note')[two % 2]}-{world.next()}"
    world.comments.add(text)
    _rewrite(world, one, lambda entry: replace(entry, comments=(text, *entry.comments)), lambda entry: True)
    world.comments &= said(world.catalogs())


def review(world: World, one: int, two: int) -> None:
    level = (ReviewLevel.REVIEWED, ReviewLevel.APPROVED)[two % 2]
    _rewrite(
        world,
        one,
        lambda entry: with_review(entry, level, by="Amina Example", on=DAY),
        lambda entry: entry.state is MessageState.TRANSLATED,
    )


def lay_out_anew(world: World, one: int, two: int) -> None:
    """Let another program save one of the catalogs, in its own way."""
    if world.files:
        domain = sorted(world.files)[one % len(world.files)]
        world.files[domain] = LAYOUTS[two % len(LAYOUTS)](world.files[domain].decode()).encode()


def _wrapped(text: str) -> str:
    """Break every text at its spaces, as gettext does at 79 characters, here at every one."""
    line = re.compile(r'^((?:#~ |#~?\| )?)((?:msgctxt|msgid|msgstr) )"(.+)"$', re.MULTILINE)

    def broken(match: re.Match[str]) -> str:
        pieces = re.findall(r"[^ ]* ?", match[3])
        return "\n".join([f'{match[1]}{match[2]}""', *(f'{match[1]}"{piece}"' for piece in pieces if piece)])

    return line.sub(broken, text)


def _with_flag(text: str) -> str:
    return re.sub(r'\n\n(msgctxt|msgid) "(?=.)', r'\n\n#, no-wrap\n\1 "', text, count=1)


LAYOUTS: tuple[Callable[[str], str], ...] = (
    _wrapped,
    lambda text: text.replace("\n\n", "\n\n\n"),
    lambda text: text.replace("\n\n", "\n"),
    lambda text: text.rstrip("\n"),
    lambda text: text + "\n\n",
    lambda text: re.sub(r"^#: (\S+)$", r"#:  \1 ", text, flags=re.MULTILINE),
    lambda text: re.sub(r"^(# changed: (?:cosmetic|editorial|substantive)) ", "\\1\n# ", text, flags=re.MULTILINE),
    _with_flag,
)

ACTS: tuple[Callable[[World, int, int], None], ...] = (
    translate,
    translate,
    translate,
    improve,
    finish,
    finish,
    doubt,
    comment,
    review,
    lay_out_anew,
)


# An update, and every state in which it can be stopped.


@dataclass(frozen=True)
class Step:
    """The files before and after an update."""

    before: dict[str, bytes]
    memory_before: tuple[Pair, ...]
    after: dict[str, bytes]
    memory: tuple[Pair, ...]
    writes: tuple[tuple[str, bytes | None], ...]
    """What is written, in its order, after the memory."""


def update(templates: Mapping[str, Catalog], files: Mapping[str, bytes], memory: tuple[Pair, ...]) -> Step:
    """Return what an update makes of *files*, through the bytes of catalogs and memory."""
    old = read(files)
    done = update_catalogs(templates, old, FRENCH, memory=memory)
    writes: list[tuple[str, bytes | None]] = [
        (domain, format_catalog(catalog).encode()) for domain, catalog in safe_order(old, done.catalogs)
    ]
    writes += [(domain, None) for domain in old if domain not in done.catalogs]
    kept = parse_memory(format_memory(done.memory, FRENCH), FRENCH, "memory.tmx")
    return Step(dict(files), memory, stopped(files, writes), kept, tuple(writes))


def stopped(files: Mapping[str, bytes], writes: list[tuple[str, bytes | None]]) -> dict[str, bytes]:
    """Return *files* after the first *writes*."""
    result: dict[str, bytes | None] = {**files, **dict(writes)}
    return {domain: data for domain, data in result.items() if data is not None}


def strings(catalogs: Mapping[str, Catalog], memory: tuple[Pair, ...]) -> set[str]:
    """Return every translation there is."""
    found = {entry.msgstr for catalog in catalogs.values() for entry in catalog.entries}
    return found | {pair.target for pair in memory}


def said(catalogs: Mapping[str, Catalog]) -> set[str]:
    """Return every translator comment there is."""
    return {line for catalog in catalogs.values() for entry in catalog.entries for line in entry.comments}


def everything(catalogs: Mapping[str, Catalog]) -> Iterator[tuple[str, CatalogEntry]]:
    for domain, catalog in catalogs.items():
        for entry in catalog.entries:
            yield domain, entry
