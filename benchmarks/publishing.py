"""What publishing costs against 72 separate stock builds of the same text.

Stock: Sphinx's own ``html`` and ``epub`` builders and the docxbuilder package, one
fresh build for every edition, language and format, with compiled catalogs.
Ours: ``cop publish --no-cache``. CPU seconds (user and system, children included)
are read from the kernel; the answer is their ratio.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from builders.catalogs.po.writing import format_catalog
from builders.catalogs.translations import LABELS_DOMAIN, read_catalogs
from builders.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ("html", "epub", "docx")
STOCK_CONF = """
import sys
sys.path.insert(0, {blocks!r})
extensions = ["blocks", "docxbuilder"]
project = "stock"
root_doc = {root!r}
include_patterns = {documents!r}
locale_dirs = ["../locale"]
gettext_compact = True
docx_documents = [({root!r}, "stock.docx", {{}}, True)]
"""


@dataclass(frozen=True)
class Cost:
    """What a command cost."""

    cpu: float
    wall: float

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.cpu + other.cpu, self.wall + other.wall)


def measure(command: Sequence[str], **environment: str) -> Cost:
    """Run *command* and return its cost, children included; stop when it fails."""
    started = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}\n{errors}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - started)


def make_stock_project(folder: Path, settings: Settings) -> None:
    """Copy the text, and the catalogs without contexts, compiled as stock Sphinx reads them."""
    shutil.copytree(settings.source, folder / "source", ignore=shutil.ignore_patterns("conf.py", "docutils.conf"))
    for language in settings.languages:
        if language.is_source:
            continue
        for domain, catalog in read_catalogs(settings, language).items():
            if domain == LABELS_DOMAIN:
                continue
            # Stock Sphinx knows no contexts: the same translations are offered to it without.
            plain = {entry.msgid: replace(entry, context="") for entry in catalog.active}
            target = folder / "locale" / language.locale / "LC_MESSAGES" / f"{domain}.po"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(format_catalog(replace(catalog, entries=tuple(plain.values()))), encoding="utf-8")
            with target.open("rb") as source, target.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(source))


def run_stock(folder: Path, settings: Settings) -> Cost:
    """Return what 72 separate stock builds cost."""
    total = Cost(0, 0)
    conf = folder / "source" / "conf.py"
    for language in settings.languages:
        for edition in settings.editions:
            conf.write_text(
                STOCK_CONF.format(
                    blocks=str(ROOT / "benchmarks" / "stock"),
                    root=edition.root,
                    documents=[f"{pattern}.rst" for pattern in edition.documents],
                ),
                encoding="utf-8",
            )
            for format_ in FORMATS:
                out = folder / "out" / language.tag / edition.id / format_
                command = [
                    sys.executable,
                    "-m",
                    "sphinx",
                    "-q",
                    "-E",
                    "-b",
                    format_,
                    "-D",
                    f"language={language.locale}",
                ]
                command += [
                    "-t",
                    edition.id.replace("-", "_"),
                    "-d",
                    str(out / "doctrees"),
                    str(conf.parent),
                    str(out / "out"),
                ]
                total += measure(command)
                print(
                    f"\rstock: {language.tag} {edition.id} {format_}, {total.cpu:.0f} s CPU so far   ",
                    end="",
                    flush=True,
                )
    print()
    return total


def main() -> None:
    """Print the costs and their ratio; end with 1 when publishing costs more than a quarter of stock."""
    settings = read_settings(ROOT)
    publish = [sys.executable, "-m", "builders.cli", "publish"]
    first = measure([*publish, "--no-cache"])
    again = measure(publish)
    with tempfile.TemporaryDirectory() as folder:
        make_stock_project(Path(folder), settings)
        stock = run_stock(Path(folder), settings)
    print(f"72 stock builds        {stock.cpu:7.1f} s CPU  {stock.wall:7.1f} s wall")
    print(f"publish, everything    {first.cpu:7.1f} s CPU  {first.wall:7.1f} s wall")
    print(f"publish, no change     {again.cpu:7.1f} s CPU  {again.wall:7.1f} s wall")
    print(f"stock / publish CPU    {stock.cpu / first.cpu:7.1f}  (at least 4 is promised)")
    print(f"everything / no change {first.wall / again.wall:7.1f}  (at least 20 is promised)")
    sys.exit(stock.cpu < 4 * first.cpu or first.wall < 20 * again.wall)


if __name__ == "__main__":
    main()
