"""What only our own catalogs refuse: rules of this project that other projects do not have.

In our catalogs, an address is the same in every language, names are those of the source, and so are roles. Elsewhere a
translator may lead to the page of an encyclopedia in the language of its readers, or call a section by its translated
name: somebody may look at it, and nothing is refused.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from builders.catalogs.inline import Kind, Piece, signature, split
from builders.catalogs.markup_rules import added, lost
from builders.language.disguises import plain_address

Fault = tuple[str, str, str]
HOUSE_RULE = "house-rule"
"""The code of what is done otherwise here: it refuses nothing."""
_NAMED = frozenset({"term"})
"""Roles that refer to words of the text itself, which are translated along with it."""
_LINKED = (Kind.LINK, Kind.ADDRESS)
_SIGNS = "~!."
"""What stands before the name of a thing and says how much of it is shown."""
_LOOK = "see whether it leads where the source does"


def judged_elsewhere(faults: Sequence[Fault], source: str, translation: str, tag: str) -> Iterator[Fault]:
    """Yield *faults* of a translation into *tag* of another project, those that break only rules of ours as such."""
    own, other = ([piece for piece in split(text) if _refers(piece)] for text in (source, translation))
    pairs = list(_pairs(_without(own, other), _without(other, own), tag))
    excused = Counter(said for old, new in pairs for said in (lost(_name(old)), added(_name(new))))
    again = {said for piece in own for said in (lost(_name(piece)), added(_name(piece)))}
    again &= {said for piece in other for said in (lost(_name(piece)), added(_name(piece)))}
    seen = tuple(added(f"the address {address}") for _, new in pairs for address in (new.target, *new.text.split()))
    for fault in faults:
        said = fault[1]
        if excused[said]:
            excused[said] -= 1
        elif fault[0] == "edge-space" and translation == translation.lstrip():
            yield "house-rule", "the translation ends with a space", "nobody sees it; delete it some day"
        elif said == added("literal text"):
            yield "house-rule", f"{said} where the source has none", "see whether it is code"
        elif said in again:
            yield "house-rule", f"{said}, which stands there another time", _LOOK
        elif not (seen and said.startswith(seen)):
            yield fault
    for old, new in pairs:
        yield "house-rule", f"{_name(new)} stands for {_name(old)}", _LOOK


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
    names = [piece.target.lstrip(_SIGNS).removesuffix("()") for piece in (new, old)]
    return names[0] == names[1] or names[0].endswith(f".{names[1]}") or names[1].endswith(f".{names[0]}")


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
