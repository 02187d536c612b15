"""The first adaptation, made by its page alone: what it lets people write is sound, and commands say what it shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from builders.cli.menu import main
from tests.conftest import ROOT

PAGE = (ROOT / "docs/adapters/first-adaptation.rst").read_text(encoding="utf-8")


def shown(kind: str, beginning: str) -> str:
    """Return the block of the page whose language is *kind*, and which has a line that starts with *beginning*."""
    blocks = re.findall(rf"^\.\. code-block:: {kind}\n\n((?:   .*\n|\n)+)", PAGE, re.MULTILINE)
    (found,) = [
        dedent(each).strip() for each in blocks if re.search(rf"^\s*{re.escape(beginning)}", each, re.MULTILINE)
    ]
    return found


def answer(beginning: str) -> list[str]:
    """Return what the page shows that the command with this *beginning* prints."""
    return shown("console", f"$ .venv/bin/cop {beginning}").splitlines()[1:]


def cop(*words: str) -> list[str]:
    said = CliRunner().invoke(main, words, catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return said.output.splitlines()


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone")
    for name in ("source", "locale"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def with_lines(toml: str, wanted: str) -> str:
    """Return *toml* with every line of *wanted* in the place of the one that it has; new ones stand in their table."""
    table = ""
    for line in wanted.splitlines():
        name = line.partition(" = ")[0]
        head, found, body = toml.partition(f"[{table}]\n") if table else ("", "", toml)
        if line.startswith("["):
            table = line.strip("[]")
        elif re.search(rf"^{name} = .*$", own := body.partition("\n[")[0], re.MULTILINE):
            toml = head + found + re.sub(rf"^{name} = .*$", line, own, count=1, flags=re.MULTILINE) + body[len(own) :]
        elif line:
            assert table, f"the file has no line {name}"
            toml = f"{head}{found}{line}\n{body}"
    return toml


@pytest.mark.slow
def test_the_page_leads_to_a_sound_adaptation(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clone)

    assert cop("new", "adaptation", "xb") == answer("new adaptation")

    folder = clone / "adaptations/xb"
    toml = folder / "adaptation.toml"
    toml.write_text(with_lines(toml.read_text(encoding="utf-8"), shown("toml", "written-in")), encoding="utf-8")
    (folder / "changes/policy-makers.rst").write_text(shown("rst", ".. adapt::") + "\n", encoding="utf-8")

    assert cop("adapt", "status", "xb") == answer("adapt status")
    assert cop("adapt", "accept", "xb", "--by", "Ministry of the example") == answer("adapt accept")
    assert cop("update", "--adaptation", "xb") == answer("update")
    assert cop("adapt", "status", "xb") == ["xb 2026.1-xb.1 on 2026.1: 2 changes, 2 fresh", "xb: sound"]
