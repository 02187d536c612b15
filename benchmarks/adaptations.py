"""How long 190 adaptations take to be read, held against the locks, compared with the guidelines and resolved.

Every one is made up by a seed, in a copy of this project: 20 to 60 changes of what its locks allow, accepted on the
text as it stands. Then one sentence of the guidelines is edited: only the page that it stands on may come out
otherwise, in every adaptation, and only the changes of its block may be anything but fresh.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builders.adaptations.blocks import STATEMENT, BlockState
from builders.adapting.accepting import accept_changes
from builders.checks.adaptations import adaptation_findings
from builders.editions.adapted_source import AdaptedText, GuidelineText, read_adapted, read_guidelines
from builders.model.adaptations import Do, Status
from builders.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[1]
MANY = 190
PROMISED = 30.0
"""Seconds of CPU, at most, in which all of them are read and resolved."""
TODAY = date(2026, 12, 1)
FEWEST, MOST = 20, 60
_LETTERS = "bcdfghjklmnpqrstvwxz"

WORDS = {
    Do.STATEMENT: "Faire de même dans chaque école, chaque service et chaque commune du pays.",
    Do.EXPLANATION: "Le pays a ses propres chemins.\n\nLes services en ont décidé ensemble.",
    Do.NOTE: "Une autorité du pays en est chargée ; elle rend compte chaque année.",
    Do.WITHDRAW: "Le pays n’a pas de tel service.",
    Do.TERM: "Ce que le pays appelle ainsi depuis toujours.",
}
OPTIONS = """\
   :do: {do}
   :decision: adapt
   :reason: institution
   :basis: Consultation (inventée)
   :by: Ministère d’exemple
   :on: 2026-11-20

"""
TOML = """\
kind = "country"
base = "{version}"
home = "{home}"
code = "XA"
version = "1"
written-in = "fr"
languages = ["fr", "en"]
demonstration = true

[name]
fr = "Pays d’exemple {number}"

[publisher]
fr = "Ministère d’exemple {number}"
"""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What was measured."""

    many: int
    changes: int
    seconds: float
    after_edit: float
    pages: int
    """Pages that came out otherwise after one edit, in all adaptations; the next is what it should be."""
    expected_pages: int
    drifted: int
    """Changes that are anything but fresh after it; the next is what it should be."""
    expected_drifted: int


def allowed(state: BlockState, settings: Settings) -> list[Do]:
    """Return what a country may do with the block *state* by itself, without two who decide."""
    lock = settings.locks.of(state.type)
    own = state.attribute("adaptation") or lock.lock
    takes = [do for do in lock.takes if do is not Do.AFTER]
    if own == "fixed":
        takes = [do for do in takes if do is Do.NOTE]
    if state.attribute("strength") == "must":
        takes = [do for do in takes if do is not Do.WITHDRAW]
    return [do for do in takes if do is not Do.STATEMENT or STATEMENT in state.parts]


def write_many(settings: Settings, guidelines: GuidelineText, many: int, seed: int) -> int:
    """Write *many* adaptations into the project of *settings*; return how many changes they have."""
    states = [state for state in guidelines.blocks.states.values() if allowed(state, settings)]
    chance, total = random.Random(seed), 0
    homes = [f"{one}{two}{three}" for one in _LETTERS for two in _LETTERS for three in _LETTERS[:1]]
    for number in range(many):
        folder = settings.project / "adaptations" / f"country-{number:03}"
        (folder / "changes").mkdir(parents=True)
        toml = TOML.format(version=settings.version, home=homes[number], number=number)
        (folder / "adaptation.toml").write_text(toml, encoding="utf-8")
        (folder / "ids.csv").write_text("id,type,since,status,superseded_by\n", encoding="utf-8")
        chosen = chance.sample(states, chance.randint(FEWEST, MOST))
        text = "".join(change(state.id, chance.choice(allowed(state, settings))) for state in chosen)
        (folder / "changes" / "shared.rst").write_text(text, encoding="utf-8")
        total += len(chosen)
    return total


def change(target: str, do: Do) -> str:
    """Return the change *do* of the block *target*."""
    body = "\n".join(f"   {line}".rstrip() for line in WORDS[do].splitlines())
    return f".. adapt:: {target}\n{OPTIONS.format(do=do.value)}{body}\n\n"


def read_all(project: Path, many: int) -> Iterator[tuple[str, AdaptedText]]:
    """Yield every adaptation of *project* with its name."""
    guidelines = read_guidelines(read_settings(project))
    for number in range(many):
        if number % 20 == 19:
            gc.collect()  # commands do without; they read one adaptation, and end
        name = f"country-{number:03}"
        yield name, read_adapted(guidelines, name, today=TODAY)


def edit(project: Path, target: str, states: dict[str, BlockState]) -> str:
    """Add a word to the statement of *target* in the text of *project*; return the name of its page."""
    page = states[target].document
    path = project / "source" / f"{page}.rst"
    text = path.read_text(encoding="utf-8")
    first = re.compile(rf"(^ *\.\. \w+:: {target}\n(?: +:.*\n(?: {{4,}}.*\n)*)*\n +)", re.MULTILINE)
    edited = first.sub(r"\1Really: ", text, count=1)
    assert edited != text, f"{target} was not found"
    path.write_text(edited, encoding="utf-8")
    return page


def measure(many: int, seed: int) -> Outcome:
    """Return what *many* adaptations cost, in a copy of this project."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("source", "locale"):
            shutil.copytree(ROOT / name, project / name)
        settings = read_settings(project)
        guidelines = read_guidelines(settings)
        changes = write_many(settings, guidelines, many, seed)
        started = time.process_time()
        before = {name: text.doctrees for name, text in read_all(project, many)}
        seconds = time.process_time() - started
        targets: dict[str, int] = {}
        for number, (name, text) in enumerate(read_all(project, many)):
            assert number % 10 or not adaptation_findings(text, today=TODAY), name
            accept_changes(text, (), by="A. Reader", on=TODAY)
            for each in text.layers[-1].drifts:
                targets[each.change.target] = targets.get(each.change.target, 0) + 1
        target = max((each for each in targets if each.startswith("rec-")), key=lambda each: (targets[each], each))
        page = edit(project, target, dict(guidelines.blocks.states))
        started = time.process_time()
        pages = drifted = hidden = 0
        for name, text in read_all(project, many):
            pages += sum(text.doctrees[each] != data for each, data in before[name].items())
            # Where the country has put its own text in the place of the sentence, nobody reads the edit.
            hidden += any((each.target, each.do) == (target, Do.STATEMENT) for each in text.layers[-1].overlay.changes)
            drifted += sum(each.status is not Status.FRESH for each in text.layers[-1].drifts)
        assert page in before["country-000"]
        return Outcome(
            many=many,
            changes=changes,
            seconds=seconds,
            after_edit=time.process_time() - started,
            pages=pages,
            expected_pages=many - hidden,
            drifted=drifted,
            expected_drifted=targets[target],
        )


def main() -> int:
    """Measure, say what was found, and return 1 where a promise is broken."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--many", type=int, default=MANY)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    gc.disable()
    found = measure(chosen.many, chosen.seed)
    cost = f"{found.seconds:.1f} s of CPU, {PROMISED:.0f} promised"
    print(f"{found.many} adaptations with {found.changes:,} changes: {cost}")
    print(
        f"after one edited sentence: {found.after_edit:.1f} s, {found.pages} pages otherwise ({found.expected_pages})"
    )
    print(f"changes that are not fresh: {found.drifted} ({found.expected_drifted})")
    is_right = found.pages == found.expected_pages and found.drifted == found.expected_drifted
    return 0 if is_right and found.seconds <= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main())
