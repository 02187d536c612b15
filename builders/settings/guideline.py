"""Reads what the guideline is called, whose it is, and what may be done with it (``source/guideline.toml``)."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from builders.model.findings import Finding
from builders.model.guideline import Guideline, Licence
from builders.settings.entries import CODE, Entry, Value, by_language, fault, line_of, only, table, text
from builders.settings.labels import writers_labels

GUIDELINE = "source/guideline.toml"
NAMES = ("name", "slug", "publisher", "published-at", "licence", "disclaimers", "tools")


def read_guideline(data: Entry, file: str, tags: Iterable[str], faults: list[Finding]) -> Guideline:
    """Return the guideline that *data*, the content of *file*, describes; add what is wrong with it to *faults*.

    Its name and that of its publisher may be given in the languages *tags*.
    """

    def part(name: str, read: Callable[[Entry, str], Value], otherwise: Value) -> Value:
        try:
            return read(data, name)
        except ValueError as error:
            said = str(error) if str(error).startswith(name) else f"{name}: {error}"
            faults.append(fault(GUIDELINE, said, f"write {name} as docs/authors/guideline says", line_of(name, file)))
            return otherwise

    for name in data:
        part(name, lambda _, name: only({name: ""}, NAMES), None)
    part("tools", lambda entry, name: text(entry, name, ""), "")  # pip reads it, when the project is set up
    return Guideline(
        names=part("name", lambda entry, name: by_language(table(entry.get(name, "")), tags), {}),
        slug=part("slug", _slug, ""),
        publishers=part("publisher", lambda entry, name: _publishers(entry, name, tags), {}),
        published_at=part("published-at", _address, ""),
        licence=part("licence", _licence, Licence()),
        disclaimers=part("disclaimers", _disclaimers, {}),
    )


def _publishers(entry: Entry, name: str, tags: Iterable[str]) -> dict[str, str]:
    own = entry.get(name)
    return by_language(own, tags) if isinstance(own, dict) else {"en": text(entry, name)}


def _slug(entry: Entry, name: str) -> str:
    slug = text(entry, name)
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug):
        raise ValueError(f"slug is small letters and digits, joined by hyphens, not “{slug}”: files are called by it")
    return slug


def _address(entry: Entry, name: str) -> str:
    address = text(entry, name).rstrip("/")
    if urlsplit(address).scheme not in ("https", "http"):
        raise ValueError(f"published-at is no address: “{address}” does not begin with https://")
    return address


def _licence(entry: Entry, name: str) -> Licence:
    own = table(entry.get(name, ""))
    only(own, ("id", "short", "text"))
    return Licence(id=text(own, "id"), short=text(own, "short"), text=text(own, "text"))


def _disclaimers(entry: Entry, name: str) -> dict[str, str]:
    own = table(entry.get(name, {}))
    for key in own:
        if not CODE.fullmatch(key):
            raise ValueError(f"“{key}” is no key: write small letters and digits, joined by hyphens")
        if key in writers_labels():
            raise ValueError(f"the key “{key}” means another label already: choose another one")
    return {key: text(own, key) for key in own}
