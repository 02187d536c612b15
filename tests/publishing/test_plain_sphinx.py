"""Plain ``sphinx-build``, as authors and other tools call it: again after a change, and side by side."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import Project


def build(made: Project, *options: str, code: int = 0) -> str:
    """Build the pages of the children's edition and return what was said, if it ended with the exit code *code*."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", "language=en", "-D", "edition=cubs"]
    folders = [str(made.folder / "source"), str(made.folder / "out")]
    done = subprocess.run([*command, *options, *folders], capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    return done.stderr


def page(made: Project) -> str:
    return (made.folder / "out" / "shared" / "page.html").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("source/registries/facts.toml", "value = 641", "value = 888"),
        ("locale/termbase.csv", "app", "program"),
    ],
)
def test_a_second_run_prints_what_the_data_say_now(project, path: str, old: str, new: str) -> None:
    made: Project = project("Of :fact:`gc25-children`.\n\n.. terms::\n", trm_app="term")
    made.write(
        "locale/definitions.csv",
        "term_id,domain,tier,editions,child_edition,definition_en,child_definition_en\na,t,core,cubs,allow,It is.,\n",
    )
    made.write("locale/termbase.csv", "term_id,lang,term,pos,status,note\na,en,app,n,preferred,\n")
    build(made)

    text = (made.folder / path).read_text(encoding="utf-8")
    made.write(path, text.replace(old, new))
    build(made)

    assert new.removeprefix("value = ") in page(made)


@pytest.mark.slow
def test_an_identifier_used_twice_is_found_by_parallel_reading_too(project) -> None:
    made: Project = project("Text.", key_gen_001="keymessage")
    for number in range(8):
        text = f"Page {number}\n======\n\nText.\n"
        text += ".. keymessage:: key-gen-001\n\n   Care.\n" if number in (0, 7) else ""
        made.write(f"source/shared/page{number}.rst", text.replace("Text.\n..", "Text.\n\n.."))

    said = build(made, "-j", "2", code=2)

    assert "key-gen-001 is used twice" in said or "key-gen-001: the identifier is used twice" in said


@pytest.mark.slow
@pytest.mark.parametrize("format_", ["html", "epub", "docx"])
def test_what_no_format_shows_is_refused_in_every_format_and_in_every_run(project, format_: str) -> None:
    made: Project = project(".. only:: html\n\n   Words.\n")

    for _ in range(2):
        said = build(made, "-b", format_, code=2)
        assert "page.rst:4: ERROR: the directive “only”" in said
        assert "use the block audience" in said
        assert "Traceback" not in said

    assert not [path for path in (made.folder / "out").rglob("*") if path.suffix in (".html", ".epub", ".docx")]
