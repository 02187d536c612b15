"""What a country types and nobody can look up elsewhere: its code, its names, its values and its ledger."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from builders.model.adaptations import EVERY_LANGUAGE, Kind, Layer, Value
from builders.model.findings import Finding
from builders.model.identifiers import LedgerEntry
from builders.model.languages import Language
from builders.model.vocabulary import BLOCK_TYPES
from builders.settings import Settings
from builders.settings.entries import Entry, claim, day, fault, one_of, only, table, text
from builders.settings.regions import is_country

_HOME = re.compile(r"[a-z]{3}")
_OF_DEMONSTRATIONS = re.compile(r"X[A-JL-Z]")
"""Codes that ISO 3166-1 leaves to everybody; XK is one of them and means a country all the same."""
_DIALLED = re.compile(r"[\d\s()+./-]{3,}")
_OF_NOBODY = re.compile(r"(?:.*\.)?example(?:\.(?:org|com|net))?")


@cache
def _territories() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").territories)


def read_code(entry: Entry, name: str, kind: Kind) -> str:
    """Return the code of the country or region in *entry*."""
    code = text(entry, name, "" if kind is Kind.REGION else None)
    if kind is Kind.REGION:
        if code and not (re.fullmatch(r"\d{3}", code) and code in _territories()):
            raise ValueError(f"code is the number of a region in UN M49, as in 419, not “{code}”")
        return code
    is_demonstration = claim(entry, "demonstration")
    if is_demonstration and not _OF_DEMONSTRATIONS.fullmatch(code):
        raise ValueError(f"code of a demonstration is one that belongs to nobody, XA to XZ without XK, not “{code}”")
    if not is_demonstration and not is_country(code):
        raise ValueError(f"code is that of a country in ISO 3166-1 alpha-2, in capitals, not “{code}”")
    return code


def read_address(entry: Entry, name: str, schemes: Iterable[str], *, is_demonstration: bool) -> str:
    """Return the address *name* of *entry*, of a host that belongs to nobody where it is a demonstration's."""
    address = text(entry, name)
    host = urlsplit(address).hostname or ""
    if urlsplit(address).scheme not in schemes or not host or " " in address:
        raise ValueError(f"{name} is no address: “{address}” does not begin with https://")
    if is_demonstration and not _OF_NOBODY.fullmatch(host):
        raise ValueError(f"a demonstration names addresses of example.org only, not {host}")
    return address


def home_of(entry: Entry, name: str, base: Settings) -> str:
    """Return the three letters of its own identifiers, which nothing else of *base* uses."""
    home = text(entry, name)
    taken = [base.shared_home, *(each.home for each in base.editions), *(each.home for each in base.layers)]
    if not _HOME.fullmatch(home) or home in taken:
        raise ValueError(f"home is three small letters that nothing else has in its identifiers, not “{home}”")
    return home


def texts_by_language(entry: Entry, tags: Iterable[str], needed: str) -> Mapping[str, str]:
    """Return the texts of *entry* by language tag; the one in the language *needed* is never missing."""
    known = list(dict.fromkeys(tags))
    for tag in entry:
        one_of(tag, "the language", known)
    return {needed: text(entry, needed), **{tag: text(entry, tag) for tag in entry}}


def strange_entries(ledger: Mapping[str, LedgerEntry], base: Settings, layer: Layer) -> Iterator[Finding]:
    """Yield what is wrong with the *ledger* of the adaptation *layer* of *base*."""
    path = f"{layer.folder}/ids.csv"
    for identifier, entry in ledger.items():
        if identifier in base.ledger:
            hint = "identifiers are never used again; give the block one of your own"
            yield fault(path, f"{identifier} is an identifier of the text that it stands on", hint, entry.line)
        elif identifier.split("-")[1] != layer.home:
            hint = f"identifiers of its own blocks look like rec-{layer.home}-001"
            yield fault(path, f"{identifier} does not say whose it is", hint, entry.line)
        elif entry.type not in BLOCK_TYPES:
            yield fault(path, f"“{entry.type}” is no type of block", f"use {', '.join(BLOCK_TYPES)}", entry.line)


def read_values(
    base: Settings, data: Entry, languages: Iterable[Language], report: Callable[[str, str], None]
) -> dict[str, Value]:
    """Return the values of *base* with those in *data*, each in all *languages*; *report* what is wrong with one."""
    tags = [each.tag for each in languages]
    values = dict(base.values)
    try:
        entries = table(data.get("values", {}))
    except ValueError as error:
        report("values", f"values: {error}")
        return values
    for name, entry in entries.items():
        try:
            whole = f"{name}.{next(iter(table(entry)), '')}"
            if name not in base.variables and whole in base.variables:
                raise ValueError(f'put the whole name into quotation marks: [values."{whole}"]')
            only({name: entry}, base.variables)
            values[name] = _value(table(entry), tags, is_demonstration=data.get("demonstration") is True)
        except ValueError as error:
            report(name, f"the value {name}: {error}")
    for name, value in values.items():
        lacking = [tag for tag in tags if not value.text(tag)]
        if lacking:
            report(name if name in entries else "languages", f"the value {name} has no text in {', '.join(lacking)}")
    return values


def _value(entry: Entry, tags: list[str], *, is_demonstration: bool) -> Value:
    only(entry, (EVERY_LANGUAGE, *tags, "source", "checked", "by", "review-by"))
    texts = {tag: text(entry, tag) for tag in (EVERY_LANGUAGE, *tags) if tag in entry}
    source = read_address(entry, "source", ("https", "http"), is_demonstration=is_demonstration)
    checked, review_by = day(entry, "checked"), day(entry, "review-by")
    if review_by <= checked:
        raise ValueError("review-by is a day behind checked")
    for each in texts.values() if is_demonstration else ():
        if _DIALLED.fullmatch(each) and set(re.sub(r"\D", "", each)) - {"0"}:
            raise ValueError(f"a demonstration has no number that could be dialled but 000, not “{each}”")
    return Value(texts=texts, source=source, checked=checked, by=text(entry, "by"), review_by=review_by)
