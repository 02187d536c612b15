"""Finished files, and what the manifest says of them."""

from dataclasses import dataclass
from typing import Any

from builders.model.editions import Format, Unit
from builders.model.progress import Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One edition in one language and one format, finished."""

    unit: Unit
    format: Format
    path: str
    """Path below the version's folder; a folder for HTML."""
    files: int
    size: int
    """Bytes, all files together."""
    sha256: str
    """Of the file; for a folder, of the sorted lines ``<sha256>  <path>`` of its files."""
    coverage: Coverage

    def as_json(self) -> dict[str, Any]:
        """Return the record of the manifest."""
        return {
            **({"adaptation": self.unit.adaptation} if self.unit.adaptation else {}),
            "language": self.unit.language.tag,
            "edition": self.unit.edition.id,
            "format": self.format.value,
            "path": self.path,
            "files": self.files,
            "bytes": self.size,
            "sha256": self.sha256,
            "coverage": {
                "translated": self.coverage.translated,
                "total": self.coverage.total,
                "percent": self.coverage.percent,
            },
            "state": self.unit.language.review_state or "source",
            "draft": self.unit.is_draft,
        }
