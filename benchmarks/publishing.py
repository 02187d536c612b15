"""What publishing costs against separate stock builds of the same words, one for each artifact.

Stock: Sphinx's own ``html`` and ``epub`` builders and the docxbuilder package, one
fresh build for every edition, language and format, with compiled catalogs.
Ours: ``cop publish`` in a copy of the project. CPU seconds (user and system, children included)
are read from the kernel; the answer is their ratio.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.commands import copy_project, edit
from benchmarks.phases import phases
from benchmarks.stock_builds import ROOT, Cost, Stock, count, main_text, measure, pages
from builders.catalogs.folders import catalog_folder
from builders.model.editions import Format
from builders.model.languages import Language
from builders.publishing.kept_findings import FOLDER as FINDINGS
from builders.settings import Settings

DOCS = ROOT / "docs" / "contributors"
TABLE, PROFILE = DOCS / "publishing-measured.csv", DOCS / "publishing-profile.csv"
SAME_WORDS = 0.05
"""How far the number of words on the pages of stock may be from ours."""

Row = tuple[str, ...]


# Ours -------------------------------------------------------------------------------------------------------------


def publish(settings: Settings, *options: str) -> Cost:
    """Return what ``cop publish`` costs in the project of *settings*."""
    return measure([sys.executable, "-m", "builders.cli", "publish", *options], settings.project)


def forget_built(settings: Settings) -> None:
    """Leave of what the cache keeps what the checks of translations have said, and no more: stock has none of them."""
    for path in (settings.project / ".cache").iterdir():
        if path.is_file():
            path.unlink()
        elif path.name != Path(FINDINGS).name:
            shutil.rmtree(path)


def change_message(settings: Settings, language: Language, number: int) -> None:
    """Change one message of the default edition in *language*, for time *number*: a space that does not break lines."""
    if language.is_source:
        edit(settings, number)
        return
    path = catalog_folder(settings, language) / f"{settings.default_edition.folder}.po"
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r'(?m)^(msgstr "\w[^"\\ :]*) ', "\\1\u00a0", text, count=1)
    assert changed != text, f"{path} has no message with a space"
    path.write_text(changed, encoding="utf-8")


# The comparison ---------------------------------------------------------------------------------------------------


def run_stock(stock: Stock, languages: Sequence[Language]) -> Cost:
    """Return what the separate builds of everything in *languages* cost."""
    total = Cost(0, 0)
    for language in languages:
        for edition in stock.settings.editions:
            for format_ in edition.formats:
                total += stock.build(language, edition, format_)
            print(f"stock: {language.tag} {edition.id}, {total.cpu:.0f} s CPU so far", file=sys.stderr, flush=True)
    return total


def words_of(stock: Stock, languages: Sequence[Language]) -> tuple[int, int]:
    """Return how many words the HTML pages in *languages* show: those of stock, and ours."""
    folder = stock.settings.project / "dist" / stock.settings.version
    theirs = ours = 0
    for language in languages:
        for edition in stock.settings.editions:
            theirs += count(pages(stock.out(language, edition, Format.HTML)).values())
            own = (folder / language.tag / edition.id / "html").rglob("*.html")
            ours += count(main_text(path) for path in own if path.stem != "search")
    return theirs, ours


def middle(runs: Sequence[Cost]) -> Cost:
    """Return the cost in the middle of *runs*."""
    return Cost(*(median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "peak")))


def compare(settings: Settings, languages: Sequence[Language], runs: int) -> tuple[dict[str, Cost], tuple[int, int]]:
    """Return the costs of *runs* runs by name, and the words of stock and of ours."""
    named = [word for language in languages for word in ("-l", language.tag)]
    named = named if len(languages) < len(settings.languages) else []
    stock = Stock(settings.project / "stock", settings)
    found: dict[str, list[Cost]] = {}

    def note(name: str, run: Callable[[], Cost]) -> None:
        found.setdefault(name, []).append(run())
        print(f"{name}: {found[name][-1].cpu:.1f} s CPU", file=sys.stderr, flush=True)

    note(CHECKED, lambda: publish(settings, *named))
    stock.make()
    english = settings.project / "dist" / settings.version / "en"
    if not english.exists():
        publish(settings, "-l", "en", "-f", "html")
    for edition in settings.editions:
        stock.fill(edition, english / edition.id / "html")
    for number in range(runs):
        note(STOCK, lambda: run_stock(stock, languages))
        forget_built(settings)
        note(ALL, lambda: publish(settings, *named))
        note(NOTHING, lambda: publish(settings, *named))
        change_message(settings, languages[-1], number)
        note(ONE, lambda: publish(settings, *named))
    return {name: middle(costs) for name, costs in found.items()}, words_of(stock, languages)


STOCK, ALL, ONE, NOTHING = "stock builds", "everything", "one message changed", "nothing changed"
CHECKED = "everything, translations checked for the first time"


# The answer -------------------------------------------------------------------------------------------------------


def broken_promises(
    costs: dict[str, Cost], words: tuple[int, int], times: float, *, is_whole: bool = True
) -> Iterator[str]:
    """Yield what is promised and the *costs* and *words* do not show; stock costs *times* times as much at least.

    The other promises are those of the *whole*: of one language, what is done once has too large a share.
    """
    everything, nothing = costs[ALL], costs[NOTHING]
    if (ratio := costs[STOCK].cpu / everything.cpu) < times:
        yield f"stock builds take {ratio:.1f} times as much CPU, not {times:g} times"
    if abs(words[0] / words[1] - 1) > SAME_WORDS:
        yield f"stock shows {words[0]:,} words and ours {words[1]:,}: they are not the same text"
    if not is_whole:
        return
    if (share := costs[ONE].cpu / everything.cpu) > 0.05:
        yield f"one changed message costs {share:.0%} of everything, not at most 5 %"
    if nothing.cpu > 0.5:
        yield f"publishing takes {nothing.cpu:.2f} s of CPU where nothing has changed, not at most 0.5 s"
    if (peak := max(cost.peak for name, cost in costs.items() if name != STOCK)) > 200:
        yield f"a process has {peak:.0f} MB, not at most 200 MB"
    if everything.wall > 0.6 * everything.cpu:
        yield f"the clock goes {everything.wall / everything.cpu:.2f} s for a second of CPU, not at most 0.6 s"


def rows(costs: dict[str, Cost], words: tuple[int, int]) -> Iterator[Row]:
    """Yield the head of the table, and its rows."""
    yield ("Run", "CPU seconds", "Seconds", "Memory, MB", "Of everything", "Words on pages")
    counted = dict(zip((STOCK, ALL), words, strict=True))
    for name, cost in costs.items():
        numbers = (f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.peak:.0f}", f"{cost.cpu / costs[ALL].cpu:.1%}")
        yield (name, *numbers, f"{counted[name]:,}" if name in counted else "")


def machine() -> str:
    """Return what was measured on, and when."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    what = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load}"
    return f"{what}; {date.today()}, {commit or 'no commit'}"


def show(table: Sequence[Row]) -> None:
    """Print *table*."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *rest in table:
        print(
            first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)), sep="  "
        )


def write(path: Path, table: Sequence[Row], note: str) -> None:
    """Write *table* to *path* for the documentation, with *note* as its last row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([*table, (note, *("" for _ in table[0][1:]))])


def main() -> None:
    """Print the costs; end with 1 when a promise does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--language", action="append", help="take only this language; may be repeated")
    parser.add_argument("--runs", type=int, default=1, help="how often everything is measured; the middle counts")
    parser.add_argument("--times", type=float, default=6, help="how many times our CPU stock must take at least")
    parser.add_argument("--profile", action="store_true", help="print only where our CPU goes")
    parser.add_argument("--write", action="store_true", help=f"write the table into {DOCS.relative_to(ROOT)}, too")
    chosen = parser.parse_args()
    note, started = machine(), time.monotonic()
    print(note)
    with tempfile.TemporaryDirectory() as folder:
        settings = copy_project(Path(folder).resolve())
        languages = [each for each in settings.languages if each.tag in (chosen.language or [each.tag])]
        if chosen.profile:
            table, broken, target = list(phases(settings, languages)), [], PROFILE
        else:
            costs, words = compare(settings, languages, chosen.runs)
            table, target = list(rows(costs, words)), TABLE
            is_whole = len(languages) == len(settings.languages)
            broken = list(broken_promises(costs, words, chosen.times, is_whole=is_whole))
            print(f"stock / everything: {costs[STOCK].cpu / costs[ALL].cpu:.2f}")
    show(table)
    print(f"measured in {time.monotonic() - started:.0f} s", *broken, sep="\n")
    if chosen.write:
        write(target, table, note)
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
