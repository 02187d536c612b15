"""Windows and macOS, as far as Linux can show it: the same files come out, whatever the system refuses."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import cli
from builders.cli.menu import main
from builders.model.editions import Format
from builders.publishing import cores
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from tests.conftest import ROOT, Project, make_project
from tests.like_windows import like_windows
from tests.publishing.scenes import only_on_linux

EVERYBODYS_DAY = (
    ("extract",),
    ("update",),
    ("publish", "--language", "en", "--edition", "cubs", "--draft"),
    ("check", "--format", "json", "--output", "found.json"),
    ("export", "--language", "fr", "--format", "xliff", "--output", "fr.xlf"),
    ("import", "--language", "fr", "fr.xlf"),
    ("review", "--language", "fr", "--by", "Amina Example", "--as", "reviewed", "--all-translated"),
    ("new", "language", "{tag}"),
)


def files(folder: Path) -> dict[str, bytes]:
    """Return what stands in *folder*, but for what is only kept to save time."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def everybodys_day(folder: Path) -> dict[str, bytes]:
    for text, tag in (("A first text.", "pt"), ("A second text.", "tr")):
        (folder / "source" / "shared" / "page.rst").write_bytes(f"Page\n====\n\n{text}\n".encode())
        for command in EVERYBODYS_DAY:
            done = CliRunner().invoke(main, [word.format(tag=tag) for word in command])
            assert done.exit_code <= (command[0] == "check"), done.output  # the fixture is no whole guideline
    return files(folder)


@only_on_linux
@pytest.mark.slow
@pytest.mark.usefixtures("environment")
def test_a_day_of_everybodys_work_leaves_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = []
    for name, system in (("ours", nullcontext()), ("windows", like_windows())):
        make_project(tmp_path / name, "", {})
        monkeypatch.chdir(tmp_path / name)
        with system:
            left.append(everybodys_day(tmp_path / name))

    assert left[0].keys() == left[1].keys()
    assert [name for name, data in left[0].items() if left[1][name] != data] == []


@only_on_linux
def test_the_windows_of_these_tests_refuses_to_move_or_delete_what_is_open(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.touch()

    with like_windows(), one.open("rb"):
        for refused in (partial(one.replace, other), one.unlink, partial(shutil.rmtree, tmp_path)):
            with pytest.raises(PermissionError):
                refused()
    one.replace(other)


@only_on_linux
def test_text_ends_its_lines_alike_on_every_system(project) -> None:
    made: Project = project("Text.")
    ours = files(made.build("en", "cubs", *Format).paths[Format.HTML].parent)

    with like_windows():
        theirs = files(made.build("en", "cubs", *Format).paths[Format.HTML].parent)

    written = [name for name in ours if "doctrees" not in name]
    assert [name for name in written if theirs[name] != ours[name]] == []


@pytest.mark.slow
def test_processes_that_start_afresh_make_the_same_files(
    tmp_path: Path, project, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Project = project("Text.")
    chosen, published = plan(made.settings, languages=["en"], editions=["cubs", "inventors"]), []
    for start in ("fork", "spawn"):
        monkeypatch.setattr(cores, "START", start)
        assert publish(made.settings, chosen=chosen, use_cache=False).is_published
        published.append(files(made.settings.dist))

    assert published[0] == published[1]


def test_a_command_that_starts_anew_on_windows_ends_with_the_code_of_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    called = []
    monkeypatch.delenv(cli.SEED, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(subprocess, "call", lambda command, env: called.append(env[cli.SEED]) or 3)

    with pytest.raises(SystemExit) as end:
        cli.run()

    assert (end.value.code, called) == (3, ["0"])


def test_no_text_is_written_with_the_line_ends_of_the_system() -> None:
    assert [f"{path}:{line}" for path in ROOT.glob("builders/**/*.py") for line in of_the_system(path)] == []


def test_what_writes_text_with_the_line_ends_of_the_system_is_found(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text('open(a, "w")\nopen(a, "wb")\na.write_text(b)\na.open("a", newline="\\n")\nopen(a)\n')

    assert list(of_the_system(program)) == [1, 3]


def of_the_system(path: Path):
    """Yield the lines of the program *path* that write text and do not say how its lines end."""
    for call in (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        modes = [str(each.value) for each in call.args if isinstance(each, ast.Constant)]
        opens = name in ("open", "fdopen") and any(mode and set(mode) <= set("wax+t") for mode in modes)
        if (opens or name == "write_text") and "newline" not in {each.arg for each in call.keywords}:
            yield call.lineno
