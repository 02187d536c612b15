"""Conflicts in one entry each: what the driver has left between marks, as every editor for catalogs opens it."""

import re
from dataclasses import replace

from builders.catalogs.merge.joining import Joined
from builders.catalogs.merge.merging import BETWEEN, OURS, THEIRS, Merged, merge_catalogs
from builders.catalogs.merge.versions import Versions
from builders.catalogs.po.lines import with_unix_ends
from builders.catalogs.po.reading import parse_catalog
from builders.model.messages import FUZZY, Catalog, CatalogEntry

OTHER = "the other branch has: "
"""Begins the comment with the text that must be weighed against the one in the entry."""

_CONFLICT = re.compile(rf"^{OURS}\n(.*?)^{BETWEEN}\n(.*?)^{THEIRS}(?:\n|\Z)", re.MULTILINE | re.DOTALL)


def without_marks(data: bytes, name: str) -> Merged:
    """Return the catalog in *data*, where every conflict is one fuzzy entry: our text, and theirs in a comment.

    Raises a Problem when the file is no catalog, or holds marks that the merge driver has not written.
    """
    text = with_unix_ends(data).decode(errors="surrogateescape")
    sides = (_CONFLICT.sub(side, text) for side in (r"\1", r"\2"))
    ours, theirs = (parse_catalog(side.encode(errors="surrogateescape"), name, is_mended=True) for side in sides)
    nothing = Catalog(path=name, header="", entries=())
    return merge_catalogs(Versions(base=nothing, ours=ours, theirs=theirs), show=in_one_entry)


def in_one_entry(piece: Joined) -> CatalogEntry:
    """Return the entry of *piece* with the other texts as comments, fuzzy, so that readers see neither until then.

    The header cannot be fuzzy: of it, the lines that differ are noted.
    """
    entry, texts = piece.entry, [rival.msgstr for rival in piece.rivals]
    if not entry.msgid:
        held = entry.msgstr.splitlines()
        texts = [line for text in texts for line in text.splitlines() if line not in held]
    flags = entry.flags | FUZZY if entry.msgid else entry.flags
    return replace(entry, comments=(*entry.comments, *(f"{OTHER}{text}" for text in texts)), flags=flags, written=None)
