"""One run of publishing: what it works with from the first unit to the last, and what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builders.model.addresses import artifact_path
from builders.model.artifacts import Artifact
from builders.model.editions import Format, Unit
from builders.model.findings import Finding
from builders.model.languages import Language
from builders.publishing.cache import Cache, with_link_targets
from builders.publishing.first_tier import Incomplete
from builders.publishing.losses import Shown
from builders.publishing.planning import link_targets
from builders.publishing.verdicts import Verdicts
from builders.settings import Settings

Wanted = tuple[Unit, Format]
ReportProgress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run has published, and what kept the rest out."""

    folder: Path
    artifacts: tuple[Artifact, ...] = ()
    built: int = 0
    from_cache: int = 0
    outdated: tuple[str, ...] = ()
    """Artifacts of an earlier run that are no longer true: taken out, or what keeps a narrowed run from publishing."""
    findings: tuple[Finding, ...] = ()
    shown: Shown = field(default_factory=Shown)
    """What readers of each language see in it, and what they lose."""
    left_out: tuple[Incomplete, ...] = ()
    """What was not published because its first tier is not complete."""
    warnings: Mapping[str, int | None] = field(default_factory=dict)
    """How many warnings the checks have for each language, by tag; None where nobody has counted them."""
    is_published: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What stays the same from the first unit of a run to the last."""

    settings: Settings
    cache: Cache
    content: Mapping[Wanted, str]
    """The key of the content of everything that a whole version holds, in publishing order."""
    processes: int
    progress: ReportProgress
    verdicts: Verdicts
    may_drop: bool
    """Whether it takes out what an earlier run has published and this one does not renew."""
    may_lose: bool
    """Whether it publishes although readers lose translations."""
    may_draft: bool
    """Whether what the gate refuses is English in a draft; otherwise it stops the run."""
    register: tuple[Language, ...] = ()
    """The languages of the pages that say who adapts the guidelines; none where nothing does."""
    annex: Mapping[str, bytes] = field(default_factory=dict)
    """Data files with all differences from the guidelines, by their names in the version; none of these themselves."""

    @property
    def folder(self) -> Path:
        return self.settings.dist

    def path(self, item: Wanted) -> str:
        return artifact_path(*item, self.settings.version)

    def keys(self, held: Sequence[Wanted]) -> dict[Wanted, str]:
        """Return the key of every artifact of a version that holds *held*: pages lead to the others."""
        return {
            (unit, format_): with_link_targets(self.content[unit, format_], link_targets(unit, held))
            if format_.has_pages
            else self.content[unit, format_]
            for unit, format_ in held
        }

    def find(self, key_of: Mapping[Wanted, str]) -> dict[Wanted, Artifact]:
        """Return what the cache has of the artifacts in *key_of*."""
        found = {item: self.cache.find(key, *item, self.path(item)) for item, key in key_of.items()}
        return {item: artifact for item, artifact in found.items() if artifact}
