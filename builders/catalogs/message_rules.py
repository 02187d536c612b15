"""The message gate: what a translation may hold, decided without Sphinx and docutils.

Stock Sphinx drops a translation that parses to anything but a paragraph, and prints
English with exit code 0 (sphinx-doc/sphinx #5321). Here every such message is an
error with its line, and the inline markup is a closed list: what the source has.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePosixPath

from builders.catalogs.block_rules import block_faults, is_balanced
from builders.catalogs.house_rules import HOUSE_RULE, judged_elsewhere
from builders.catalogs.inline import LITERAL, Kind, Piece, is_plain, split
from builders.catalogs.markup_rules import added, brace_faults, mark_faults, signature_faults, visible_faults
from builders.catalogs.number_rules import Fault, number_faults
from builders.catalogs.simple_markup import is_kept, read
from builders.language.rules import LanguageRules
from builders.language.table import rules
from builders.model.adaptations import FOLDER
from builders.model.findings import Beside, Finding, Location, Severity
from builders.model.messages import CHANGES, Catalog, CatalogEntry, message_id

LONGEST_RATIO, LONGEST_ADDITION, LONGEST = 4, 80, 10_000
"""A translation of more than 4 × the source + 80 characters, or of 10,000, is a mistake or an attack."""
TOLD = 50
"""Faults of one message that are told: who mends those sees the others."""
LOOKED_AT = 200
"""Characters of what is too long that are looked at."""


def check_catalog(catalog: Catalog, *, source: str = "en", is_ours: bool = True) -> Iterator[Finding]:
    """Yield everything that keeps *catalog*, translations from the language *source*, from being published.

    In a catalog of another project, what breaks only rules of ours is for a person to look at.
    """
    tag = catalog.header_field("Language").replace("_", "-")
    tables = rules(source), rules(tag)
    for entry in catalog.active:
        if entry.msgstr and not entry.is_fuzzy and (faults := list(islice(_faults(entry, tables), TOLD))):
            told = faults if is_ours else judged_elsewhere(faults, entry.msgid, entry.msgstr, tag)
            for check, message, hint in told:
                yield Finding(
                    check=check,
                    location=Location(catalog.path, entry.line),
                    message=message,
                    hint=hint,
                    severity=Severity.REVIEW if check == HOUSE_RULE else Severity.ERROR,
                    beside=_beside(entry, catalog.path, (source, tag)) if tag else None,
                )


def _beside(entry: CatalogEntry, path: str, tags: tuple[str, str]) -> Beside:
    """Return both texts of *entry*, of the catalog at *path*, as they are written, markup included."""
    return Beside(
        id=message_id(_domain(PurePosixPath(path)), entry.key),
        context=entry.context,
        origin=Location(next(iter(entry.references), "")),
        tags=tags,
        texts=(entry.msgid, entry.msgstr),
    )


def _domain(path: PurePosixPath) -> str:
    """Return the text domain of the catalog at *path*; what an adaptation has written is one of its own."""
    is_own = path.parts[0] == FOLDER and path.stem == CHANGES
    return f"{path.parts[1]}/{CHANGES}" if is_own else path.stem


def _faults(entry: CatalogEntry, tables: tuple[LanguageRules, LanguageRules]) -> Iterator[Fault]:
    source, translation = entry.msgid, entry.msgstr
    if source == translation:
        return
    if len(translation) > min(LONGEST_RATIO * len(source) + LONGEST_ADDITION, LONGEST):
        what = f"the translation is {len(translation)} characters long, its source {len(source)}"
        yield from block_faults(source[:LOOKED_AT], translation[:LOOKED_AT])
        yield "too-long", what, "remove what does not belong here"
        return
    yield from block_faults(source, translation)
    if LITERAL in translation and LITERAL not in source:
        yield "markup-added", added("literal text"), "use the quotation marks of your language"
    simple = read(source)
    if simple and (other := read(translation, simple.markup)) and is_kept(simple, other):
        yield from number_faults(simple.shown, other.shown, source, tables)
    else:
        yield from closer_faults(source, translation, tables)


def closer_faults(source: str, translation: str, tables: tuple[LanguageRules, LanguageRules]) -> Iterator[Fault]:
    """Yield what is wrong with *translation*, of which both have been split."""
    own, other = split(source), split(translation)
    yield from number_faults(_without_addresses(own), _without_addresses(other), source, tables)
    if not is_balanced(translation) and is_balanced(source):
        yield "isolates", "the direction isolates do not match", "close every U+2066 … U+2068 with U+2069"
    told = []
    if not (is_plain(source) and is_plain(translation)):
        told = [*signature_faults(own, other), *brace_faults(source, translation), *mark_faults(own, other)]
    yield from told
    yield from visible_faults(own, other, told)


def _without_addresses(pieces: Sequence[Piece]) -> str:
    """Return what readers see of *pieces* but addresses, whose digits are no numbers."""
    return "".join(piece.text if piece.text and not _is_address(piece) else " " for piece in pieces)


def _is_address(piece: Piece) -> bool:
    return piece.kind is Kind.ADDRESS or (piece.kind is Kind.LINK and piece.text == piece.target)
