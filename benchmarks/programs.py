"""The programs that keep catalogs, and the folder that each of them works in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.histories import FOLDERS, Text, Version

ROOT = Path(__file__).resolve().parents[1]
LOCALE = Path("locale/fr/LC_MESSAGES")
SPHINX_INTL = (str(Path(sys.executable).with_name("sphinx-intl")), "update")
HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@dataclass(frozen=True)
class Layout:
    """Which catalog a document belongs to."""

    name: str
    catalog: Callable[[str], str]


BY_DOCUMENT = Layout("one for each document", lambda document: document)
BY_FOLDER = Layout("one for each folder", lambda document: document.partition("/")[0])


def write_templates(version: Version, layout: Layout, folder: Path) -> None:
    """Write the templates of *version* into *folder*; those of former versions go."""
    shutil.rmtree(folder / "pot", ignore_errors=True)
    for name, texts in by_catalog(version, layout).items():
        body = "".join(f'\n#: source/{place}.rst\nmsgid "{text.now}"\nmsgstr ""\n' for text, place in texts)
        _write(folder / "pot" / f"{name}.pot", HEAD + body)


def write_translations(version: Version, layout: Layout, folder: Path) -> None:
    """Write the catalogs of *version* into *folder*, every message translated."""
    for name, texts in by_catalog(version, layout).items():
        entries = (
            f'\n#: source/{place}.rst\nmsgid "{text.now}"\nmsgstr "{text.translation}"\n' for text, place in texts
        )
        _write(folder / LOCALE / f"{name}.po", HEAD + "".join(entries))


def by_catalog(version: Version, layout: Layout) -> dict[str, list[tuple[Text, str]]]:
    """Return the messages of *version* by catalog, each with its document."""
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
    """Run our update in a process of its own."""
    _run([sys.executable, "-m", "benchmarks.programs", str(folder)])


def sphinx_intl(folder: Path) -> None:
    """Run ``sphinx-intl update`` on all cores, as it does by itself."""
    _run([*SPHINX_INTL, "-p", str(folder / "pot"), "-d", str(folder / "locale"), "-l", "fr"])


def sphinx_intl_on_one_core(folder: Path) -> None:
    """Run ``sphinx-intl update`` in one process, as ours is for one language."""
    _run([*SPHINX_INTL, "-j", "1", "-p", str(folder / "pot"), "-d", str(folder / "locale"), "-l", "fr"])


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
    if shutil.which(command[0]) is None:
        sys.exit(f"{command[0]} is not installed; GNU gettext has msgmerge and msgcat")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)[:300]}\n{done.stderr}")


OURS = "cop update"

PROGRAMS: Mapping[str, tuple[Layout, Update]] = {
    OURS: (BY_FOLDER, ours),
    "msgmerge, our layout": (BY_FOLDER, msgmerge),
    "msgmerge -C, our layout": (BY_FOLDER, msgmerge_with_compendium),
    "msgmerge": (BY_DOCUMENT, msgmerge),
    "sphinx-intl": (BY_DOCUMENT, sphinx_intl),
    "sphinx-intl -j 1": (BY_DOCUMENT, sphinx_intl_on_one_core),
    "sphinx-intl, our layout": (BY_FOLDER, sphinx_intl),
    "msgmerge -C": (BY_DOCUMENT, msgmerge_with_compendium),
}
"""The quick ones first."""


def update_here(folder: Path) -> None:
    """Bring the catalogs in *folder* up to date with ``pot/``, as ``cop update`` does after reading the source."""
    from builders.catalogs.po.reading import read_catalog
    from builders.settings import read_settings
    from builders.translating.update_command import update_language

    settings = read_settings(folder)
    templates = {path.stem: read_catalog(path) for path in sorted((folder / "pot").glob("*.pot"))}
    update_language(settings, templates, settings.language("fr"))


def prepare(folder: Path) -> None:
    """Put into *folder* what our program wants to know of a project."""
    shutil.copytree(ROOT / "tests" / "guideline", folder, dirs_exist_ok=True)
    for name in FOLDERS:
        _write(folder / "source" / name / "index.rst", "Page\n====\n")


if __name__ == "__main__":
    update_here(Path(sys.argv[1]))
