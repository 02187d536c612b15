"""What only our own catalogs refuse: rules of this project that other projects do not have.

In our catalogs, an address is the same in every language, names are those of the source, and so are roles. Elsewhere a
translator may lead to the page of an encyclopedia in the language of its readers, or call a section by its translated
name: somebody may look at it, and nothing is refused.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from builders.catalogs.addresses import addresses
from builders.catalogs.inline import Kind, Piece, shown, signature, split
from builders.catalogs.markup_rules import added, lost
from builders.catalogs.number_rules import Fault
from builders.language.disguises import plain_address

HOUSE_RULE = "house-rule"
"""The code of what is done otherwise here: it refuses nothing."""
_NAMED = frozenset({"term"})
"""Roles that refer to words of the text itself, which are translated along with it."""
_LINKED = (Kind.LINK, Kind.ADDRESS)
_SIGNS = "~!."
"""What stands before the name of a thing and says how much of it is shown."""
_ADDED = added("the address ")
_EXAMPLE = re.compile(r"(?:^|[./@])example\.")
_LOOK = "see whether it leads where the source does"


def judged_elsewhere(faults: Sequence[Fault], source: str, translation: str, tag: str) -> Iterator[Fault]:
    """Yield *faults* of a translation into *tag* of another project, those that break only rules of ours as such."""
    own, other = ([piece for piece in split(text) if _refers(piece)] for text in (source, translation))
    pairs = list(_pairs(_without(own, other), _without(other, own), tag))
    excused = Counter(said for old, new in pairs for said in (lost(_name(old)), added(_name(new))))
    seen = tuple(f"{_ADDED}{address}" for _, new in pairs for address in (new.target, *new.text.split()))
    known = _harmless(own, other, source, translation)
    for fault in faults:
        said = fault[1]
        if excused[said]:
            excused[said] -= 1
        elif said in known or _is_layout(fault, translation):
            yield "house-rule", said, _LOOK
        elif not (seen and said.startswith(seen)):
            yield fault
    for old, new in pairs:
        yield "house-rule", f"{_name(new)} stands for {_name(old)}", _LOOK


def _harmless(own: Sequence[Piece], other: Sequence[Piece], source: str, translation: str) -> set[str]:
    """Return what may be said and is no fault elsewhere.

    A reference stands there once more or once less, or as plain text; a word is set as code; an address is written with
    another word for its sign, or is an example.
    """
    names, others = set(map(_name, own)), set(map(_name, other))
    text, origin = (shown(split(each)) for each in (translation, source))
    plain = {_name(piece) for piece in own if piece.role and re.search(rf"\b{re.escape(_bare(piece))}\b", text)}
    told = {added("literal text"), *map(lost, (names & others) | plain), *map(added, names & others)}
    there = set(addresses(origin))
    is_example = any(_EXAMPLE.search(each) and each not in text for each in there)
    forms = {plain_address(each) for each in there}
    return told | {f"{_ADDED}{each}" for each in addresses(text) if is_example or plain_address(each) in forms}


def _is_layout(fault: Fault, translation: str) -> bool:
    """Whether *fault* is a space at the end or a line end in a paragraph, which nobody sees."""
    if fault[0] == "two-lines":
        return all(line == line.lstrip() and re.search(r"\w", line) for line in translation.split("\n"))
    return fault[0] == "edge-space" and translation == translation.lstrip()


def _without(pieces: Sequence[Piece], others: Sequence[Piece]) -> list[Piece]:
    """Return those of *pieces* that *others* lack."""
    known = Counter(map(_name, others))
    left = []
    for piece in pieces:
        if known[name := _name(piece)]:
            known[name] -= 1
        else:
            left.append(piece)
    return left


def _refers(piece: Piece) -> bool:
    return piece.kind in (*_LINKED, Kind.REFERENCE) or (piece.kind is Kind.ROLE and bool(piece.role))


def _name(piece: Piece) -> str:
    return next(signature([piece]))


def _pairs(lost: Sequence[Piece], added: Sequence[Piece], tag: str) -> Iterator[tuple[Piece, Piece]]:
    """Yield each of *lost* with the first of *added* that means the same to readers of *tag*."""
    left = list(added)
    for old in lost:
        if new := next((each for each in left if _means(each, old, tag)), None):
            left.remove(new)
            yield old, new


def _means(new: Piece, old: Piece, tag: str) -> bool:
    """Whether *new* is *old* in another way of writing, or in the language of the readers."""
    if new.kind is not old.kind:
        return False
    if new.kind in _LINKED:
        new_address, old_address = plain_address(new.target), plain_address(old.target)
        return new_address == old_address or _is_for(tag, new.target, old.target)
    if new.kind is Kind.REFERENCE or (new.role == old.role and new.role in _NAMED):
        return True
    names = [_bare(piece) for piece in (new, old)]
    return names[0] == names[1] or names[0].endswith(f".{names[1]}") or names[1].endswith(f".{names[0]}")


def _bare(piece: Piece) -> str:
    return piece.target.lstrip(_SIGNS).removesuffix("()")


def _is_for(tag: str, address: str, origin: str) -> bool:
    """Whether *address* is on the site of *origin*, and names the language *tag* where that does not."""
    language = tag.partition("-")[0].lower()
    site, places = _parts(address)
    former, others = _parts(origin)
    return bool(language) and site == former and language in places and language not in others


def _parts(address: str) -> tuple[str, set[str]]:
    """Return the name of the site of *address*, and the languages that its parts may stand for."""
    host, *folders = re.sub(r"^[a-z]+://", "", address.lower()).split("/")
    labels = host.split(".")
    return ".".join(labels[-2:]), {part.partition("-")[0].partition("_")[0] for part in (*labels[:-2], *folders)}
