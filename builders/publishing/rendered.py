"""How many words readers of the English editions meet: counted on the pages themselves, as they are built."""

import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from builders.language.sentences import words
from builders.model.addresses import page_path
from builders.model.editions import Edition, Format, Unit
from builders.publishing.cache import Keys
from builders.publishing.cores import available_cores
from builders.publishing.verdicts import Verdicts
from builders.settings import Settings
from builders.settings.kept_files import keep_whole

PageWords = Mapping[str, int]
"""How many words each document of an edition shows, by its name."""

ReportProgress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedWords:
    """The words that the pages of an English edition show in their main text.

    Everything counts that a reader sees there: headings, paragraphs, tables made from data, labels and attributes of
    blocks, names from registries, footnotes, contents lists. What stands around the main text does not, nor do
    alternative texts, marks of links, and what is there for assistive technology alone.
    """

    own: int
    """On pages that are no annexes."""
    annexes: int

    @classmethod
    def of(cls, pages: PageWords, edition: Edition) -> "RenderedWords":
        """Return the words of *pages*, the documents of *edition*."""
        annexes = sum(number for name, number in pages.items() if edition.is_annex(name))
        return cls(own=sum(pages.values()) - annexes, annexes=annexes)


def rendered_words(
    settings: Settings,
    editions: Iterable[Edition],
    *,
    progress: ReportProgress = lambda what, done, total: None,
) -> dict[str, RenderedWords]:
    """Return the rendered words of each of *editions* by its id; one that cannot be built is left out.

    What nothing has changed in since it was counted last is not built again.
    """
    source, keys = settings.language("en"), Keys(settings, Verdicts({}))
    units = {edition.id: settings.unit(source, edition) for edition in editions}
    key_of = {name: keys.key(unit, Format.HTML) for name, unit in units.items()}
    store = settings.project / ".cache" / "words.json"
    known = _read(store)
    counted = {name: known[key] for name, key in key_of.items() if key in known}
    missing = [unit for name, unit in units.items() if name not in counted]
    if missing:
        counted |= _count(settings, missing, progress)
        _write(store, {**known, **{key_of[name]: pages for name, pages in counted.items()}})
    return {name: RenderedWords.of(counted[name], unit.edition) for name, unit in units.items() if name in counted}


def _count(settings: Settings, units: list[Unit], progress: ReportProgress) -> dict[str, PageWords]:
    # Sphinx is loaded only when there is something to build.
    from builders.publishing.scheduling import build_units

    counted: dict[str, PageWords] = {}
    progress("building the English editions, to count their words", 0, len(units))
    with tempfile.TemporaryDirectory(prefix="words-") as name:
        wanted = dict.fromkeys(units, (Format.HTML,))
        results = build_units(wanted, settings, Path(name), processes=available_cores())
        for number, result in enumerate(results, start=1):
            if Format.HTML in result.paths:
                counted[result.unit.edition.id] = _pages(result.paths[Format.HTML], result.unit.edition, settings)
            progress(f"counted {result.unit.name}", number, len(units))
    return counted


def _pages(folder: Path, edition: Edition, settings: Settings) -> PageWords:
    """Return the words of the pages in *folder*, by the names of the documents that they are made from."""
    from builders.writers.html.search import page_text
    from builders.writers.html.search.visible import visible_text

    sources = sorted(settings.source.rglob("*.rst"))
    documents = [path.relative_to(settings.source).with_suffix("").as_posix() for path in sources]
    paths = {name: folder / page_path(name, edition) for name in documents if edition.carries(name)}
    return {name: len(words(visible_text(page_text(path)))) for name, path in paths.items() if path.is_file()}


_MOST = 40
"""How many countings are kept."""


def _read(store: Path) -> dict[str, PageWords]:
    """Return what has been counted, by the key of what it was counted in; nothing where *store* is not to be read."""
    try:
        known = json.loads(store.read_text(encoding="utf-8"))
        return {str(key): {str(name): int(number) for name, number in pages.items()} for key, pages in known.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _write(store: Path, known: Mapping[str, PageWords]) -> None:
    """Keep the last of what is *known*; a folder that cannot be written costs time and nothing else."""
    kept = dict(list(known.items())[-_MOST:])
    keep_whole(store, json.dumps(kept).encode())
