"""Case files: pages that break one rule in one place and keep it in another; one project is made of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from tests.conftest import Project, make_project
from tests.pictures import png

CASES = Path(__file__).parent / "cases"

RISKS = (
    *("seen.rumour", "seen.alone", "seen.despair", "met.flattery", "met.assault", "met.blackmail"),
    *("done.portraits", "paid.dice", "every.prints"),
)
CLASSES = ("seen", "met", "done", "paid", "every")
RISK = '[risk."{0}"]\nlabel = "{0}"\n'
CLASS = '[class.{0}]\nlabel = "{0}"\n'

DEFINITIONS = "term_id,domain,tier,editions,child_edition,definition_en,child_definition_en\n"
TERMBASE = "term_id,lang,term,pos,status,note\n"

BLOCK = re.compile(r"^ *\.\. ([a-z]+):: ((?!terms)[a-z]{3}-[a-z0-9-]+)$", re.MULTILINE)
EXPECTATION = re.compile(r"^\.\. expect: ([^:]+): (.*)$", re.MULTILINE)
OTHER_FILE = re.compile(r"^\.\. file: (\S+)\n\n((?: +.*\n|\n)+)", re.MULTILINE)
DOCUMENT = re.compile(r"^\.\. document: (\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A page that breaks one rule in one place and keeps it in another, and what is to be found in it.

    ``.. expect: LINE: MESSAGE`` names a line of the page; ``.. expect: PATH: MESSAGE`` another file of the project.
    ``.. file: PATH`` and an indented text add to that file, which is a real picture where it
    ends in ``.png``. ``.. document: NAME`` says where the page stands.
    """

    path: Path
    text: str

    @property
    def check(self) -> str:
        return self.path.stem

    @property
    def document(self) -> str:
        match = DOCUMENT.search(self.text)
        return match[1] if match else f"shared/case-{self.check}"

    @property
    def expected(self) -> list[str]:
        return sorted(f"{place}: {message}" for place, message in EXPECTATION.findall(self.text))

    @property
    def other_files(self) -> Iterator[tuple[str, str]]:
        return ((name, dedent(text).strip("\n") + "\n") for name, text in OTHER_FILE.findall(self.text))


def read_case(path: Path) -> Case:
    return Case(path=path, text=path.read_text(encoding="utf-8"))


def all_cases() -> list[Case]:
    return [read_case(path) for path in sorted(CASES.glob("*.rst"))]


def write_cases(folder: Path) -> Project:
    """Make one project of all cases."""
    cases = all_cases()
    ids = {identifier: kind for case in cases for kind, identifier in BLOCK.findall(case.text)}
    project = make_project(folder, "Page\n====\n\nText.\n", ids)
    project.write(
        "source/registries/risks.toml",
        "\n".join([*map(CLASS.format, CLASSES), *map(RISK.format, RISKS)]),
    )
    project.bring_sources()
    project.write("locale/definitions.csv", DEFINITIONS)
    project.write("locale/termbase.csv", TERMBASE)
    for case in cases:
        # An expectation may quote what is not allowed: the page keeps its lines, but not these words.
        project.write(f"source/{case.document}.rst", EXPECTATION.sub("..", case.text))
        for name, text in case.other_files:
            path = folder / name
            if path.suffix == ".png":
                path.write_bytes(png())
                continue
            project.write(name, (path.read_text(encoding="utf-8") if path.exists() else "") + text)
    return project
