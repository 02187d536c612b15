"""Where every typed block of the whole source stands, also those that a unit does not read."""

import re
from collections.abc import Iterator

from builders.catalogs.termbase import DEFINITIONS, read_definitions
from builders.model.editions import Edition, Unit
from builders.model.vocabulary import BLOCK_TYPES
from builders.settings import Settings
from builders.settings.adaptation_files import change_files

BLOCK = re.compile(r"^\s*\.\. (" + "|".join(BLOCK_TYPES) + r"):: +([a-z0-9-]+)\s*$", re.MULTILINE)
"""The first line of a typed block: its type and its identifier."""
_CHANGE = re.compile(r"^\.\. adapt:: +", re.MULTILINE)
_GLOSSARY = re.compile(r"^\s*\.\. terms::\s*$", re.MULTILINE)


def locate_blocks(settings: Settings) -> dict[str, str]:
    """Return the document name of every typed block, by its identifier; those of an adaptation too, if it is one."""
    places: dict[str, str] = {}
    for path in sorted(settings.source.rglob("*.rst")):
        document = path.relative_to(settings.source).with_suffix("").as_posix()
        text = path.read_text(encoding="utf-8", errors="replace")
        places |= {match[2]: document for match in BLOCK.finditer(text)}
        if _GLOSSARY.search(text):
            places |= {concept.block_id: document for concept in read_definitions(settings.locale / DEFINITIONS)}
    for layer in settings.layers:
        for name in change_files(settings.project, layer.id):
            text = (settings.project / name).read_text(encoding="utf-8", errors="replace")
            places |= {own: places[target] for own, target in _own_blocks(text) if target in places}
    return places


def _own_blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the identifier of every block that the changes in *text* add, and of the one that it stands behind."""
    for part in _CHANGE.split(text)[1:]:
        target, _, rest = part.partition("\n")
        yield from ((match[2], target.strip()) for match in BLOCK.finditer(rest))


def carrying_edition(identifier: str, document: str, unit: Unit, settings: Settings) -> Edition | None:
    """Return the edition, other than the unit's own, where readers find the block *identifier*.

    The edition that issued it comes first; a shared block is found in the first one that carries its document.
    """
    home = settings.home_edition(identifier)
    candidates = ([home] if home else []) + list(settings.editions)
    return next((edition for edition in candidates if edition != unit.edition and edition.carries(document)), None)
