"""Reads an entry of the registry of sources: what the text rests on."""

import re
from urllib.parse import SplitResult, parse_qsl, urlsplit

from builders.model.registries import Source
from builders.model.vocabulary import SourceKind
from builders.settings.entries import TAG, Entry, day, one_of, only, text

NAMES = ("author", "title", "year", "kind", "identifier", "address", "language", "seen", "supports")
TRACKING = re.compile(
    r"utm_\w+|_ga|_gl|_hs\w+|[a-z]*clid|igshid?|mc_[ce]id|mkt_tok|oly_\w+_id|vero_\w+|pk_\w+|mtm_\w+|ref_src|s_cid|spm|trk",
    re.IGNORECASE,
)
"""Parameters of an address that follow whoever opens it, and are no part of it."""
SPOKEN = re.compile(r"[a-z]{2,3}(?![A-Za-z])")
"""How the tag of a language begins: “english” is none."""
FIRST_YEAR = 1800


def read_source(code: str, entry: Entry) -> Source:
    """Return the source that *entry* describes; raise ValueError with words for its author."""
    only(entry, NAMES)
    seen = day(entry, "seen")
    return Source(
        id=code,
        author=text(entry, "author"),
        title=text(entry, "title"),
        year=_year(entry, seen.year),
        kind=_kind(entry),
        identifier=text(entry, "identifier") if "identifier" in entry else "",
        address=_address(entry),
        language=_language(entry),
        seen=seen,
        supports=text(entry, "supports"),
    )


def _year(entry: Entry, seen: int) -> int:
    year = entry.get("year")
    if not isinstance(year, int) or isinstance(year, bool):
        raise ValueError("year is no year: write four digits without quotation marks")
    if not FIRST_YEAR <= year <= seen:
        raise ValueError(f"year is {year}: nothing of a year after {seen} was there to be seen then, or before 1800")
    return year


def _kind(entry: Entry) -> SourceKind:
    return SourceKind(one_of(text(entry, "kind"), "kind", (each.value for each in SourceKind)))


def _language(entry: Entry) -> str:
    tag = text(entry, "language")
    if not TAG.fullmatch(tag) or not SPOKEN.match(tag):
        raise ValueError(f"language is no language tag: “{tag}”; write en, fr, pt-BR, zh-Hans")
    return tag


def _address(entry: Entry) -> str:
    address = text(entry, "address")
    parts = _parts(address)
    if parts is None:
        raise ValueError(f"address is no https address: “{address}”")
    for name, _ in parse_qsl(parts.query, keep_blank_values=True):
        if TRACKING.fullmatch(name):
            raise ValueError(f"address holds “{name}”, which follows readers: take it out, and see that it still opens")
    if ":~:" in parts.fragment:
        raise ValueError("address ends with a passage to be highlighted (#:~:): take that out")
    return address


def _parts(address: str) -> SplitResult | None:
    """Return the parts of *address*; nothing where it leads to no public page."""
    try:
        parts = urlsplit(address)
        is_public = parts.scheme == "https" and "." in (parts.hostname or "") and "@" not in parts.netloc
    except ValueError:
        return None
    return parts if is_public and not re.search(r"[\s<>\"]", address) else None
