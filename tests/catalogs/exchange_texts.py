"""Catalogs of a few messages for the tests of exchange."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from builders.catalogs.exchange.returned import Returned
from builders.catalogs.exchange.taking import ImportRules, Taken, take_in
from builders.catalogs.exchange.xliff import format_xliff
from builders.catalogs.exchange.xliff_reading import parse_xliff
from builders.catalogs.reviews import with_review
from builders.model.languages import Direction, Language
from builders.model.messages import Catalog, CatalogEntry, Key, Pair, ReviewLevel

FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French")
ARABIC = Language(tag="ar", locale="ar", endonym="العربية", english_name="Arabic", direction=Direction.RTL)
DAY = date(2026, 11, 22)
TERMS = ImportRules(on=DAY)
HEADER = "Language: fr\nContent-Type: text/plain; charset=UTF-8\n"

MARKUP = (
    ":see:`rec-pla-006`",
    ":doc:`The story </cubs/story>`",
    ":fact:`age.consent`",
    "`the report <https://example.org/a>`_",
    "[#age]_",
    "**strong**",
    "*should*",
    "``literal``",
    "{page}",
    "https://example.org/b",
    "help@example.org",
    "|name|",
)
WORDS = ("word", "слово", "كلمة", "词语", "l’été", "A")

texts = st.text(alphabet="ab  *`_|:{}[]#<>\\.,(é词ك-/@", max_size=40)
sentences = st.lists(st.sampled_from((*MARKUP, *WORDS, " ", "\\ ", ", ", "(", ")")), max_size=12).map("".join)


def entry(text: str, translation: str = "", context: str = "", *, is_fuzzy: bool = False) -> CatalogEntry:
    flags = frozenset({"fuzzy"} if is_fuzzy else ())
    return CatalogEntry(context=context, msgid=text, msgstr=translation, flags=flags)


def approved(text: str, translation: str, level: ReviewLevel = ReviewLevel.APPROVED) -> CatalogEntry:
    return with_review(entry(text, translation), level, by="Amina Example", on=DAY)


def catalog(*entries: CatalogEntry, domain: str = "shared") -> dict[str, Catalog]:
    path = f"locale/fr/LC_MESSAGES/{domain}.po"
    return {domain: Catalog(path=path, header=HEADER, entries=entries)}


def out(catalogs: dict[str, Catalog], language: Language = FRENCH) -> str:
    """Return *catalogs* as the XLIFF that a translator gets."""
    return format_xliff(catalogs, language).decode()


def back(text: str, *, trusts_initial: bool = False) -> Returned:
    """Return what comes back in the XLIFF *text*."""
    return parse_xliff(text.encode(), "fr.xlf", trusts_initial=trusts_initial)


def taken(text: str, catalogs: dict[str, Catalog], terms: ImportRules = TERMS, memory: tuple[Pair, ...] = ()) -> Taken:
    """Return what becomes of *catalogs* when the XLIFF *text* comes back."""
    return take_in(back(text).units, catalogs, memory, terms)


def translations(done: Taken) -> dict[Key, str]:
    return {each.key: each.msgstr for catalog in done.catalogs.values() for each in catalog.entries}


def only(done: Taken) -> CatalogEntry:
    (catalog,) = done.catalogs.values()
    return catalog.entries[0]
