"""A catalog of another project: what it holds, its language, and the template that it was made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builders.catalogs.inline import Kind, split
from builders.checks.checking import Remark
from builders.checks.foreign.messages import is_marked_up, origin_of
from builders.checks.translations.pairs import Translation
from builders.model.findings import Beside, Location
from builders.model.messages import Catalog, CatalogEntry, Key, MessageState, message_id

_SHARE = 100
"""One text in so many with markup of reStructuredText makes a catalog one of such texts, where it names no files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignCatalog:
    """One catalog of any project."""

    catalog: Catalog
    translation: Translation
    """What readers see of it, as the checks of translations read it."""
    said: str = ""
    """The language that its header names; empty where it names none."""
    placed: str = ""
    """The language that its path names; empty where it names none."""
    marked: frozenset[Key] = frozenset()
    """What is reStructuredText, by context and text: no program fills its places, whatever a flag says."""
    template: Catalog | None = None
    has_templates: bool = False
    """Whether there are templates to look for its own in."""

    @property
    def shown(self) -> Iterator[CatalogEntry]:
        """The entries whose translation readers see."""
        return shown_entries(self.catalog)

    def remark_on(self, entry: CatalogEntry, target: str, message: str) -> Remark:
        """Return a remark on *entry*, whose translation is *target*, with both texts as the catalog has them."""
        source = entry.plural if entry.plural and target != entry.msgstr else entry.msgid
        beside = Beside(
            id=message_id(Path(self.catalog.path).stem, entry.key),
            context=entry.context,
            origin=origin_of(entry),
            tags=("en", self.translation.language.tag),
            texts=(source, target),
        )
        return Remark(location=Location(self.catalog.path, entry.line), message=message, beside=beside)

    def remark(self, line: int, message: str) -> Remark:
        """Return a remark on *line*."""
        return Remark(location=Location(self.catalog.path, line), message=message)


def shown_entries(catalog: Catalog) -> Iterator[CatalogEntry]:
    """Yield the entries of *catalog* whose translation readers see; of plural forms, one that is there is enough."""
    for entry in catalog.active:
        if entry.state is MessageState.TRANSLATED or (any(entry.forms) and not entry.is_fuzzy):
            yield entry


def marked_up(catalog: Catalog) -> frozenset[Key]:
    """Return the keys of what is reStructuredText in *catalog*: it comes from such a file, or the others look so."""
    entries = [entry for entry in catalog.active if entry.msgid]
    placed = [entry for entry in entries if entry.references]
    if placed:
        return frozenset(entry.key for entry in placed if is_marked_up(entry))
    alike = sum(_looks_marked(entry.msgid) for entry in entries)
    return frozenset(entry.key for entry in entries) if alike * _SHARE > len(entries) else frozenset()


def _looks_marked(text: str) -> bool:
    return any(piece.kind is Kind.LITERAL or (piece.kind is Kind.ROLE and piece.role) for piece in split(text))
