"""Whether the catalogs hold the messages of the text, all of them and no others."""

from collections.abc import Iterator

from builders.catalogs.folders import LABELS_DOMAIN, domain_of
from builders.checks.checking import Remark, check
from builders.checks.source.source_text import SourceText
from builders.model.findings import Location
from builders.model.messages import Catalog, Key, shown


@check("catalog-behind")
def catalog_behind(source: SourceText) -> Iterator[Remark]:
    """A catalog lacks messages of the text, or a language that has others has no such catalog."""
    wanted = _wanted(source)
    for language in source.settings.languages:
        catalogs = source.catalogs.get(language.tag, {})
        for domain, keys in wanted.items() if catalogs else ():
            path = Location(f"locale/{language.locale}/LC_MESSAGES/{domain}.po")
            if domain not in catalogs:
                yield Remark(location=path, message="the catalog is missing")
                continue
            held = {entry.key for entry in catalogs[domain].active}
            missing = [key for key in keys if key not in held and ("", key[1]) not in held]
            if missing:
                others = " and others" if len(missing) > 1 else ""
                yield Remark(location=path, message=f"it lacks {shown(*missing[0])}{others}")


@check("message-unknown")
def message_unknown(source: SourceText) -> Iterator[Remark]:
    """An entry of a catalog has a text or a context that the text does not have."""
    for domain, keys in _wanted(source).items():
        known = {*keys, *(("", text) for _, text in keys)}
        for catalogs in source.catalogs.values():
            if catalog := catalogs.get(domain):
                yield from _unknown(catalog, known)


def _unknown(catalog: Catalog, known: set[Key]) -> Iterator[Remark]:
    for entry in catalog.active:
        if entry.key not in known:
            place = Location(catalog.path, entry.line)
            yield Remark(location=place, message=f"the text has no message {shown(*entry.key)}", passage=entry.msgid)


def _wanted(source: SourceText) -> dict[str, list[Key]]:
    """Return every message of the text by its text domain, in reading order, each once."""
    found: dict[str, dict[Key, None]] = {LABELS_DOMAIN: dict.fromkeys(source.settings.labels.items())}
    for page, keys in source.messages.items():
        found.setdefault(domain_of(page), {}).update(dict.fromkeys(keys))
    return {domain: list(keys) for domain, keys in found.items()}
