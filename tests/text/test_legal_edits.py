"""No edit of the text that is legal turns a test of the tools red: few tests read the text, and these few are known."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

TESTS = ROOT / "tests"
OWN = (TESTS / "text", TESTS / "real_text.py", TESTS / "hand-hygiene")
READERS = {
    "catalogs/mutants.py": "good catalogs to damage; only their form counts",
    "catalogs/exchange/test_exchange_terms.py": "the whole termbase goes out by the rules of TBX",
    "catalogs/test_inline.py": "every message that there is is split as docutils reads it",
    "checks/translations/test_pairs.py": "what readers see of every message is what docutils shows",
    "catalogs/test_other_programs.py": "other programs save, count and update the catalogs",
    "catalogs/po/test_plain.py": "two readers read the same in every catalog",
    "translating/test_exchange.py": "every language goes out as XLIFF and comes back with the same bytes",
    "translating/test_windows_line_ends.py": "the tables of terms are read with either line end",
    "translating/test_kit.py": "every message that there is has its anchor",
}
"""Tests of the tools that read the real text where there is one, each with what it looks for: no edit changes it."""
TEXT = ("source", "locale")


def modules() -> list[Path]:
    return [path for path in sorted(TESTS.rglob("*.py")) if not any(path.is_relative_to(own) for own in OWN)]


def is_the_project(node: ast.AST) -> bool:
    """Whether *node* stands for the folder of the project: ``ROOT``, or so many parents of the module."""
    is_root = isinstance(node, ast.Name) and node.id == "ROOT"
    return is_root or (isinstance(node, ast.Attribute) and node.attr == "parents")


def touches_the_text(code: str) -> bool:
    """Whether *code* makes a path into source/ or locale/ of the project, or reads its settings."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, (ast.BinOp, ast.Call)) and any(map(is_the_project, ast.walk(node))):
            texts = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
            words = [each for each in texts if isinstance(each, str)]
            if any(word.split("/")[0] in TEXT for word in words):
                return True
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "read_settings":
                return True
    return False


def imports_the_text(code: str) -> bool:
    imports = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom))
    return any(node.module == "tests.real_text" for node in imports)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(TESTS).as_posix())
def test_a_test_of_the_tools_does_not_reach_for_the_text(path: Path) -> None:
    assert not touches_the_text(path.read_text(encoding="utf-8"))


def test_the_few_that_read_the_text_are_known() -> None:
    found = {path.relative_to(TESTS).as_posix() for path in modules() if imports_the_text(path.read_text("utf-8"))}

    assert found == set(READERS)


@pytest.mark.parametrize(
    "code",
    [
        'ROOT / "source" / "ids.csv"',
        'open(ROOT / f"locale/{domain}.pot")',
        'ROOT.glob("locale/*/LC_MESSAGES/*.po")',
        "read_settings(ROOT)",
        "read_settings(Path(__file__).resolve().parents[2])",
        'Path(__file__).parents[2] / "locale"',
        'shutil.copytree(ROOT.joinpath("source", "shared"), folder)',
    ],
)
def test_what_reaches_for_the_text_is_seen(code: str) -> None:
    assert touches_the_text(code)


@pytest.mark.parametrize("code", ['made.folder / "source"', 'ROOT / "docs"'])
def test_what_does_not_is_let_through(code: str) -> None:
    assert not touches_the_text(code)
