"""Separate builds of our text by Sphinx's own builders and docxbuilder, and the words that their readers meet."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from lxml import html

from builders.catalogs.folders import LABELS_DOMAIN, read_catalogs
from builders.catalogs.po.writing import format_catalog
from builders.language.sentences import words
from builders.model.addresses import page_name
from builders.model.editions import Edition, Format
from builders.model.languages import Language
from builders.settings import Settings
from builders.writers.html.search.visible import visible_text

ROOT = Path(__file__).resolve().parents[1]
FROM_DATA = "from-data.json"
CONF = """
import sys
sys.path.insert(0, {blocks!r})
extensions = ["blocks", "docxbuilder"]
project = "stock"
root_doc = {edition.root!r}
include_patterns = {documents!r}
locale_dirs = ["../locale"]
gettext_compact = True
docx_documents = [({edition.root!r}, "stock.docx", {{}}, False)]
"""
UNKNOWN = ("Unknown directive", "Unknown interpreted text role", "No role entry", "Unknown target name")
"""What stock Sphinx says of text that it leaves out."""


@dataclass(frozen=True)
class Cost:
    """What commands cost, their children included."""

    cpu: float
    wall: float
    peak: float = 0
    """The most memory that one process had, in MB."""

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


def measure(command: Sequence[str], folder: Path, **environment: str) -> Cost:
    """Run *command* in *folder* and return its cost; end the program when it fails, or leaves text out."""
    started = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as said:
        errors = said.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    left_out = [line for line in errors.splitlines() if any(each in line for each in UNKNOWN)]
    if status or left_out:
        sys.exit("\n".join([" ".join(command), *(left_out or [errors])]))
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024)


@dataclass(frozen=True)
class Stock:
    """A project of stock Sphinx in *folder*, with the text of *settings*."""

    folder: Path
    settings: Settings

    def make(self) -> None:
        """Copy the text, and the catalogs without contexts, compiled as stock Sphinx reads them."""
        own = shutil.ignore_patterns("conf.py", "docutils.conf")
        shutil.copytree(self.settings.source, self.folder / "source", ignore=own)
        for language in self.settings.languages:
            if not language.is_source:
                self._make_catalogs(language)

    def _make_catalogs(self, language: Language) -> None:
        for domain, catalog in read_catalogs(self.settings, language).items():
            if domain == LABELS_DOMAIN:
                continue
            # Stock Sphinx knows no contexts: the same translations are offered to it without.
            plain = {entry.msgid: replace(entry, context="") for entry in catalog.active}
            target = self.folder / "locale" / language.locale / "LC_MESSAGES" / f"{domain}.po"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(format_catalog(replace(catalog, entries=tuple(plain.values()))), encoding="utf-8")
            with target.open("rb") as source, target.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(source))

    def build(self, language: Language, edition: Edition, format_: Format, *options: str) -> Cost:
        """Return what a fresh build of one artifact costs."""
        source, out = self.folder / "source", self.out(language, edition, format_)
        documents = [f"{pattern}.rst" for pattern in edition.documents]
        conf = CONF.format(blocks=str(ROOT / "benchmarks" / "stock"), edition=edition, documents=documents)
        (source / "conf.py").write_text(conf, encoding="utf-8")
        told = [f"language={language.locale}", *options]
        if (lacking := self.folder / edition.id / FROM_DATA).exists():
            told.append(f"from_data={lacking}")
        command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", format_.value]
        command += [word for each in told for word in ("-D", each)]
        command += ["-t", edition.id.replace("-", "_"), "-d", str(out.with_name(f"{format_.value}-doctrees"))]
        return measure([*command, str(source), str(out)], self.folder)

    def out(self, language: Language, edition: Edition, format_: Format) -> Path:
        """Return the folder that an artifact is built into."""
        return self.folder / "out" / language.tag / edition.id / format_.value

    def fill(self, edition: Edition, ours: Path) -> None:
        """Let *edition* have what *ours*, the folder of our English pages, show and its own pages lack.

        That is what our tools print from data: labels, names, overviews, questions of checklists.
        """
        language = self.settings.language("en")
        self.build(language, edition, Format.HTML)
        mine = pages(self.out(language, edition, Format.HTML))
        own = {name: main_text(ours / f"{page_name(name, edition)}.html") for name in mine}
        missing = count(own.values()) - count(mine.values())
        lacking = {}
        for name, text in mine.items():
            lacking[name] = list(_lacking(own[name], text, missing))
            missing -= sum(len(words(passage)) for passage in lacking[name])
        target = self.folder / edition.id / FROM_DATA
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(lacking), encoding="utf-8")


def _lacking(ours: html.HtmlElement, stock: html.HtmlElement, most: int) -> Iterator[str]:
    """Yield passages of *ours* that *stock* does not show, until it has as many words, or *most* more."""
    missing, shown = min(most, count([ours]) - count([stock])), visible_text(stock)
    for element in ours.iter("tr", "p", "li", "dt", "dd", "h2", "h3", "h4", "summary"):
        text = visible_text(element)
        if missing > 0 and text and text not in shown:
            missing -= len(words(text))
            shown += f" {text}"
            yield text


def pages(folder: Path) -> Mapping[str, html.HtmlElement]:
    """Return the main text of every page of stock Sphinx in *folder*, by its document."""
    own = {path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.html"))}
    return {name: main_text(path) for name, path in own.items() if name not in ("search", "genindex")}


def main_text(path: Path) -> html.HtmlElement:
    """Return the part of the page *path*, ours or of stock Sphinx, that is its text."""
    page = html.document_fromstring(path.read_bytes())
    return next(iter(page.xpath("//main | //*[@role='main']")))


def count(texts: Iterable[html.HtmlElement]) -> int:
    """Return how many words readers meet in *texts*."""
    return sum(len(words(visible_text(text))) for text in texts)
