"""The documentation keeps pace with the code: codes, sessions, links, and a build without warnings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.cli.menu import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [path for kind in ("rst", "md", "yml") for path in sorted(DOCS.rglob(f"*.{kind}"))]
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES]

CODE = re.compile(r"[a-z]+(-[a-z]+)*")
SECTION = re.compile(r"^([a-z-]+)\n~+$", re.MULTILINE)
FIRST_FINDINGS = "\nFindings in the text\n"
RAISERS = ("_refuse", "refusal")
"""Functions that make a Problem from their last argument."""
MAKERS = ("unknown",)
"""Functions that make a Problem from their first argument."""
REPORTERS = ("_fault",)
"""Functions that report a finding with the code that is their last argument."""
KEYWORDS = ("check", "subtype")
"""Keywords that name the code of a finding; ``code`` does where no Problem is made."""
VERBS = ("Bring", "Check", "Compare", "Lock", "Merge", "Publish", "Show", "Take", "Test", "Validate", "Write")
"""What a session may begin with: it does something."""
SESSION = re.compile(r"(?:noxfile\.py|\bnox) -s ([a-z-]+)")
COMMAND = re.compile(r"\.venv/bin/cop ([a-z][a-z-]*)")


def constants(node: ast.expr | None) -> Iterator[str]:
    """Yield the code that *node* is, if it is one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
        yield node.value


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def codes_of(call: ast.Call) -> Iterator[tuple[bool, str]]:
    """Yield every code in *call*, and whether it is the code of a Problem."""
    name = called(call)
    for keyword in call.keywords:
        if keyword.arg == "code" or keyword.arg in KEYWORDS:
            yield from ((name == "Problem", code) for code in constants(keyword.value))
    if call.args and name in MAKERS:
        yield from ((True, code) for code in constants(call.args[0]))
    if call.args and name in (*RAISERS, *REPORTERS):
        yield from ((name in RAISERS, code) for code in constants(call.args[-1]))


def codes() -> Iterator[tuple[bool, str]]:
    """Yield every code of the programs, and whether it is the code of a Problem."""
    for path in sorted((ROOT / "builders").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from codes_of(node)
            elif isinstance(node, ast.FunctionDef):
                defaults = zip(node.args.args[::-1], node.args.defaults[::-1], strict=False)
                keyword_defaults = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
                for argument, default in (*defaults, *keyword_defaults):
                    if argument.arg == "code":
                        yield from ((node.name in RAISERS, code) for code in constants(default))
            elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) and path.name.endswith("_rules.py"):
                yield from ((False, code) for code in constants(node.value.elts[0]))


def sessions() -> dict[str, str]:
    """Return what every session of nox says that it does, by name."""
    body = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8")).body
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    written = [each for each in functions if any("session" in ast.unparse(mark) for mark in each.decorator_list)]
    return {**wrapped_commands(), **{function.name: ast.get_docstring(function) or "" for function in written}}


def wrapped_commands() -> dict[str, str]:
    """Return the sessions that only call a command of ``cop``."""
    for node in ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "COMMANDS":
            return ast.literal_eval(node.value)
    raise AssertionError("noxfile.py has no table COMMANDS")


def test_every_problem_has_a_section_and_every_section_a_problem() -> None:
    problems = (DOCS / "problems.rst").read_text(encoding="utf-8").partition(FIRST_FINDINGS)[0]

    assert set(SECTION.findall(problems)) == {code for is_problem, code in codes() if is_problem}


def test_every_finding_has_a_section_and_every_section_a_finding() -> None:
    findings = (DOCS / "problems.rst").read_text(encoding="utf-8").partition(FIRST_FINDINGS)[2]

    assert set(SECTION.findall(findings)) == {code for is_problem, code in codes() if not is_problem}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_session_and_command_that_a_page_names_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert set(SESSION.findall(text)) <= sessions().keys()
    assert set(COMMAND.findall(text)) <= {command.name for command in COMMANDS}


@pytest.mark.parametrize(("name", "does"), sessions().items())
def test_every_session_says_what_it_does_and_for_whom(name: str, does: str) -> None:
    assert re.fullmatch(r"[A-Z][a-z]+ [^\n]+ \([a-z][a-z ,]+\)\.", does)
    assert does.split()[0] in VERBS


def test_every_command_is_a_session_of_the_same_name_that_says_the_same() -> None:
    says = {command.name: (command.help or "").partition("\n")[0] for command in COMMANDS}

    assert {name: sessions()[name] for name in says} == says


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_file_that_a_page_links_to_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"", text)
    local = [target.partition("#")[0] for pair in targets for target in pair if target and "://" not in target]

    missing = [target for target in local if target and not (ROOT / target).exists()]

    assert missing == []
