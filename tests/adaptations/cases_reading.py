"""Reads case files of overlays: a name, the change or the files of an adaptation, and what is said of them."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.adaptations.overlays import COUNTRY, LEDGER, REGION, adapt
from tests.conftest import Project

CASES = Path(__file__).with_name("cases")
BLOCKS = {
    "cnt": "contentnote",
    "rsk": "risk",
    "rec": "recommendation",
    "prc": "procedure",
    "hlp": "gethelp",
    "act": "activity",
    "tlk": "talk",
    "trm": "term",
    "key": "keymessage",
}
COUNTRY_FOLDER = "adaptations/exampleland"


@dataclass(frozen=True)
class Case:
    """An adaptation in a case file."""

    name: str
    changes: str
    expected: tuple[str, ...]
    files: dict[str, str] = field(default_factory=dict)
    """Files beside those that every country has, or in place of them; a text that begins with -> is a link."""
    replaced: tuple[tuple[str, str], ...] = ()
    """What stands otherwise in adaptation.toml."""

    def write(self, made: Project) -> None:
        """Write the region and the country of the case, in place of those of another."""
        shutil.rmtree(made.folder / "adaptations", ignore_errors=True)
        toml = COUNTRY
        for old, new in self.replaced:
            assert old in toml, old
            toml = toml.replace(old, new)
        files = {"adaptation.toml": toml, "ids.csv": LEDGER}
        files |= {"changes/shared.rst": self.changes} if self.changes else {}
        files |= self.files
        made.write("adaptations/exampleregion/adaptation.toml", REGION)
        made.write("adaptations/exampleregion/ids.csv", LEDGER)
        for name, text in files.items():
            path = made.folder / COUNTRY_FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text.startswith("->"):
                path.symlink_to(text.removeprefix("->").strip())
            else:
                path.write_bytes(text.encode().replace(b"\\udcff", b"\xff"))


def read_cases(name: str) -> list[Case]:
    """Return the cases in the file *name*: ``=== name``, what is written, ``---``, and a line for every finding.

    ``%% target do option=value`` begins a change with the options that every change has; ``@@ file`` the text of
    another file; ``$$ old => new`` is a replacement in adaptation.toml.
    """
    text = (CASES / name).read_text(encoding="utf-8")
    return [_case(part) for part in text.split("\n=== ")[1:]]


def _case(text: str) -> Case:
    head, _, rest = text.partition("\n")
    written, rule, expected = rest.partition("\n---\n") if "\n---\n" in rest else ("", "---", rest[4:])
    assert rule, f"{head}: a case without an expectation"
    changes, files, replaced = "", {}, []
    for kind, words, body in _parts(written):
        if kind == "%%":
            target, do, *options = shlex.split(words)
            changes += adapt(target, do, body, **dict(each.split("=", 1) for each in options))
        elif kind == "@@":
            files[words] = body
        elif kind == "$$":
            old, _, new = words.partition(" => ")
            replaced.append((old.replace("\\n", "\n"), new.replace("\\n", "\n")))
            assert not body.strip(), body
        else:
            changes += body
    lines = tuple(line for line in expected.splitlines() if line.strip())
    return Case(name=head.strip(), changes=changes, expected=lines, files=files, replaced=tuple(replaced))


def _parts(written: str) -> Iterator[tuple[str, str, str]]:
    kind, words, body = "", "", []
    for line in written.splitlines():
        if line[:2] in ("%%", "@@", "$$"):
            if kind or any(body):
                yield kind, words, "\n".join(body) + "\n"
            kind, words, body = line[:2], line[2:].strip(), []
        else:
            body.append(line)
    if kind or any(body):
        yield kind, words, "\n".join(body) + "\n"
