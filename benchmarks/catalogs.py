"""What an update of catalogs costs and keeps: ours against sphinx-intl and msgmerge, on the same texts in one run.

Each program has the catalogs as it would be used: sphinx-intl and msgmerge one for every
document, ours one for every folder; msgmerge is tried with that, too. First every message is
translated. Then some of the text is taken out, and the catalogs are brought up to date; then the
rest happens (benchmarks/histories.py), and that update is measured.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po

from benchmarks.histories import FOLDERS, History, Text, Version, make_history

ROOT = Path(__file__).resolve().parents[1]
LOCALE = Path("locale/fr/LC_MESSAGES")
HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@dataclass(frozen=True)
class Layout:
    """Which catalog a document belongs to."""

    name: str
    catalog: Callable[[str], str]


BY_DOCUMENT = Layout("one for each document", lambda document: document)
BY_FOLDER = Layout("one for each folder", lambda document: document.partition("/")[0])


@dataclass(frozen=True)
class Score:
    """What became of the messages of the last version."""

    kept: int
    fuzzy: int
    lost: int
    seconds: float
    cpu: float
    idle: float
    """Seconds of another update, when nothing has changed."""


def write_templates(version: Version, layout: Layout, folder: Path) -> None:
    """Write the templates of *version* into *folder*; those of former versions go."""
    shutil.rmtree(folder / "pot", ignore_errors=True)
    for name, texts in _catalogs(version, layout).items():
        body = "".join(f'\n#: source/{place}.rst\nmsgid "{text.now}"\nmsgstr ""\n' for text, place in texts)
        _write(folder / "pot" / f"{name}.pot", HEAD + body)


def write_translations(version: Version, layout: Layout, folder: Path) -> None:
    """Write the catalogs of *version* into *folder*, every message translated."""
    for name, texts in _catalogs(version, layout).items():
        entries = (
            f'\n#: source/{place}.rst\nmsgid "{text.now}"\nmsgstr "{text.translation}"\n' for text, place in texts
        )
        _write(folder / LOCALE / f"{name}.po", HEAD + "".join(entries))


def _catalogs(version: Version, layout: Layout) -> dict[str, list[tuple[Text, str]]]:
    catalogs: dict[str, list[tuple[Text, str]]] = {}
    for document, texts in version.items():
        catalogs.setdefault(layout.catalog(document), []).extend((text, document) for text in texts)
    return catalogs


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# The programs -----------------------------------------------------------------------------------------------------

Update = Callable[[Path], None]
"""Brings the catalogs in a folder up to date with its templates."""


def ours(folder: Path) -> None:
    """Run our update in a process of its own; reading the source, which all programs need, is left out."""
    _run([sys.executable, "-m", "benchmarks.catalogs", "--update", str(folder)])


def sphinx_intl(folder: Path) -> None:
    """Run ``sphinx-intl update`` on all cores, as it does by itself."""
    program = str(Path(sys.executable).with_name("sphinx-intl"))
    _run([program, "update", "-p", str(folder / "pot"), "-d", str(folder / "locale"), "-l", "fr"])


def msgmerge(folder: Path) -> None:
    """Run msgmerge on every catalog, on all cores."""
    _merge_all(folder, [])


def msgmerge_with_compendium(folder: Path) -> None:
    """Run msgmerge on every catalog with all translations of the language as compendium."""
    compendium = folder / "compendium.po"
    paths = sorted(str(path) for path in (folder / LOCALE).rglob("*.po"))
    _run(["msgcat", "--use-first", "--no-wrap", "-o", str(compendium), *paths])
    _merge_all(folder, ["-C", str(compendium)])


def _merge_all(folder: Path, options: list[str]) -> None:
    def merge(template: Path) -> None:
        catalog = folder / LOCALE / template.relative_to(folder / "pot").with_suffix(".po")
        if not catalog.exists():
            _write(catalog, HEAD)
        _run(["msgmerge", "-q", "--previous", "-U", "--backup=none", *options, str(catalog), str(template)])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(merge, sorted((folder / "pot").rglob("*.pot"))))


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)[:300]}\n{done.stderr}")


PROGRAMS: Mapping[str, tuple[Layout, Update]] = {
    "nox -s update": (BY_FOLDER, ours),
    "sphinx-intl update": (BY_DOCUMENT, sphinx_intl),
    "msgmerge": (BY_DOCUMENT, msgmerge),
    "msgmerge -C": (BY_DOCUMENT, msgmerge_with_compendium),
    "msgmerge, our layout": (BY_FOLDER, msgmerge),
    "msgmerge -C, our layout": (BY_FOLDER, msgmerge_with_compendium),
}


def update_here(folder: Path) -> None:
    """Bring the catalogs in *folder* up to date with ``pot/``, as ``nox -s update`` does after reading the source."""
    from builders.catalogs.reading import read_catalog
    from builders.publishing.translating import update_language
    from builders.settings import read_settings

    settings = read_settings(folder)
    templates = {path.stem: read_catalog(path) for path in sorted((folder / "pot").glob("*.pot"))}
    update_language(settings, templates, settings.language("fr"))


def prepare(folder: Path) -> None:
    """Put into *folder* what our program wants to know of a project."""
    shutil.copytree(ROOT / "source" / "registries", folder / "source" / "registries")
    for name in FOLDERS:
        _write(folder / "source" / name / "index.rst", "Page\n====\n")
    for name in ("source/editions.toml", "source/ids.csv", "locale/languages.toml", "locale/termbase.csv"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)


# The measurement --------------------------------------------------------------------------------------------------


def measure(history: History, layout: Layout, update: Update) -> Score:
    """Return what *update* makes of *history*."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        write_translations(history.first, layout, folder)
        write_templates(history.thinned, layout, folder)
        update(folder)
        write_templates(history.last, layout, folder)
        seconds, cpu = _cost(update, folder)
        counts = count(history.last, layout, folder)
        idle, _ = _cost(update, folder)
        return Score(**counts, seconds=seconds, cpu=cpu, idle=idle)


def _cost(update: Update, folder: Path) -> tuple[float, float]:
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    update(folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - started, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def count(version: Version, layout: Layout, folder: Path) -> dict[str, int]:
    """Return how many messages of *version* are kept, fuzzy and lost, as Babel reads the catalogs."""
    counts = {"kept": 0, "fuzzy": 0, "lost": 0}
    for name, texts in _catalogs(version, layout).items():
        with (folder / LOCALE / f"{name}.po").open("rb") as file:
            catalog = read_po(file)
        for text, _ in texts:
            counts[_state(catalog.get(text.now), text)] += 1
    return counts


def _state(message: object, text: Text) -> str:
    """Return what has become of *text*; only its own translation counts."""
    if getattr(message, "string", "") != text.translation:
        return "lost"
    return "fuzzy" if getattr(message, "fuzzy", False) else "kept"


# The table --------------------------------------------------------------------------------------------------------


def rows(scores: Mapping[str, Score]) -> Iterator[tuple[str, ...]]:
    """Yield the head of the table, and a row for every program."""
    yield ("Program", "Catalogs", "Kept", "Fuzzy", "Lost", "Seconds", "CPU seconds", "Nothing changed")
    for name, score in scores.items():
        cost = (f"{each:.1f}" for each in (score.seconds, score.cpu, score.idle))
        yield (name, PROGRAMS[name][0].name, f"{score.kept:,}", f"{score.fuzzy:,}", f"{score.lost:,}", *cost)


def main() -> None:
    """Print the table; end with 1 when our update is not what the documentation promises."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--only", choices=PROGRAMS, action="append", help="compare only this program; may be repeated")
    parser.add_argument("--update", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.update:
        update_here(chosen.update)
        return
    history = make_history(documents=chosen.documents, messages=chosen.messages, templates=ROOT / "locale")
    scores: dict[str, Score] = {}
    for name in chosen.only or PROGRAMS:
        print(f"{name} …", flush=True)
        scores[name] = measure(history, *PROGRAMS[name])
    for row in rows(scores):
        print("".join(cell.ljust(26) if number < 2 else cell.rjust(16) for number, cell in enumerate(row)))


if __name__ == "__main__":
    main()
