"""What keeps no adaptation from readers, and is told all the same: work that nobody will see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builders.adaptations.blocks import BlockState
from builders.adaptations.overlays import Overlay
from builders.model.findings import Finding, Location, Severity
from builders.settings import Settings
from builders.settings.adaptation_files import FILE


def unread_changes(overlay: Overlay, states: Mapping[str, BlockState], settings: Settings) -> Iterator[Finding]:
    """Yield the changes of *overlay* to blocks *states* that no edition of the adaptation with *settings* carries."""
    layer = settings.layers[-1]
    carried = ", ".join(edition.id for edition in settings.editions)
    for change in overlay.changes:
        block = states.get(change.target)
        if block and not any(edition.carries(block.document) for edition in settings.editions):
            yield Finding(
                check="adapt-unread",
                location=change.place,
                message=f"adapt {change.target}: source/{block.document}.rst is in none of its editions ({carried})",
                hint=f"add the edition to editions in {layer.folder}/{FILE}, or take the change out",
                severity=Severity.WARNING,
            )


def unlisted_catalogs(settings: Settings) -> Iterator[Finding]:
    """Yield the folders with catalogs of languages in which the adaptation with *settings* is not published."""
    layer = settings.layers[-1]
    listed = {language.locale for language in settings.languages}
    for path in sorted((settings.project / layer.folder / "locale").glob("*/LC_MESSAGES/*.po")):
        locale = path.parent.parent.name
        if locale not in listed:
            yield Finding(
                check="adapt-language",
                location=Location(path.relative_to(settings.project).as_posix()),
                message=f"nobody reads a catalog of “{locale}”: languages does not name the language",
                hint=f"add it to languages in {layer.folder}/{FILE}, or name the folder as locale/languages.toml does",
                severity=Severity.WARNING,
            )
