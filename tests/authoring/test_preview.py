"""The preview shows the text as it is now, or the last good state of it and what is wrong."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from builders.authoring.preview import lay_sink, rebuild, serve
from builders.cli.menu import main
from builders.model.editions import Unit
from builders.problems import Problem
from tests.conftest import ROOT, Project

FAULT = "Page\n====\n\nOne.\n\n.. keymessage:: key-gen-404\n\n   Two.\n"


@pytest.fixture
def made(plot) -> Project:
    return plot("One.")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def show(made: Project, site: Path) -> bool:
    """Build the page in Portuguese for pupils anew, as the preview does after every save."""
    settings = made.settings
    return rebuild(settings, Unit(language=settings.language("pt"), edition=settings.edition("pupils")), site)


def page(site: Path) -> str:
    return (site / "shared" / "page.html").read_text(encoding="utf-8")


def test_an_edition_is_shown_in_a_language(made: Project, site: Path) -> None:
    made.catalog("pt", "shared", 'msgid "One."\nmsgstr "Un."\n')

    assert show(made, site)
    assert "Un." in page(site)
    assert (site / "index.html").is_file()


def test_a_refused_translation_is_english_with_its_fault_at_its_place(
    made: Project, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made.catalog("pt", "shared", 'msgid "Page"\nmsgstr "La page"\n\nmsgid "One."\nmsgstr "Un **"\n')

    assert show(made, site)

    place = "locale/pt/LC_MESSAGES/shared.po:7"
    [fault] = re.findall(r'<p dir="ltr" lang="en">One\.<span class="refused"[^>]*>([^<]*)</span></p>', page(site))
    assert fault.strip().startswith(f"{place}: “**” of the translation is printed as it stands [markup-open]")
    assert f"{place}: error" in capsys.readouterr().err
    assert "La page" in page(site)


def test_an_edit_is_shown_and_opened_pages_are_told_to_load_it(made: Project, site: Path) -> None:
    show(made, site)
    before = (site / ".stamp").read_text(encoding="utf-8")

    made.write("source/shared/page.rst", "Page\n====\n\nTwo.\n")

    assert show(made, site)
    assert "Two." in page(site)
    assert (site / ".stamp").read_text(encoding="utf-8") != before


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("source/shared/page.rst", FAULT, "source/shared/page.rst:6: error: keymessage key-gen-404"),
        ("locale/pt/LC_MESSAGES/shared.po", 'msgid "a\n', "locale/pt/LC_MESSAGES/shared.po:1"),
        (
            "source/registries/topics.toml",
            "[topic.x]\nlabel = 5\n",
            "source/registries/topics.toml:1: error: the entry x",
        ),
    ],
)
def test_a_fault_is_named_with_file_and_line_and_the_last_good_page_stays(
    made: Project, site: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, place: str
) -> None:
    show(made, site)
    settings, before = made.settings, page(site)
    made.write(name, text)

    unit = Unit(language=settings.language("pt"), edition=settings.edition("pupils"))
    assert not rebuild(settings, unit, site)
    assert place in capsys.readouterr().err
    assert page(site) == before


def test_a_fault_that_a_page_can_be_read_with_is_named_beside_the_page(
    made: Project, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made.write("source/shared/page.rst", "Page\n====\n\nTwo, see :ref:`nowhere`.\n")

    assert show(made, site)
    assert "source/shared/page.rst:4: error: undefined label" in capsys.readouterr().err
    assert "Two, see" in page(site)


def test_a_port_that_is_taken_is_a_problem(made: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(Problem, match=r"--port.*|port-taken"):
        serve(made.settings, made.settings.language("en"), made.settings.editions[0], server.getsockname()[1])


def test_without_a_name_the_default_edition_is_shown(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made.folder / "source/editions.toml"
    text = re.sub("default-edition = .*", 'default-edition = "growers"', path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    shown = []
    monkeypatch.setattr("builders.cli.authors.fix_environment", lambda settings: None)
    monkeypatch.setattr("builders.authoring.preview.serve", lambda *arguments: shown.append(arguments[2].id))
    monkeypatch.chdir(made.folder)

    done = CliRunner().invoke(main, ["preview"])

    assert (done.exit_code, shown) == (0, ["growers"])


def test_a_guideline_without_a_kitchen_sink_is_told_so(
    garden: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(Problem, match="there is no docs/kitchen-sink/kitchen-sink.rst.*no-kitchen-sink"):
        lay_sink(garden.settings, tmp_path_factory.mktemp("sink"))


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def running(made: Project, port: int) -> Iterator[subprocess.Popen[str]]:
    """The command as an author starts it, up to the line that says where the pages are."""
    command = [sys.executable, "-u", "-m", "builders.cli", "preview", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        cwd=made.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Ctrl+C has no effect on what a shell starts in the background, as tests may be; here it is to have one.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        try:
            assert said(process, "shows en/pupils")
            yield process
        finally:
            process.send_signal(signal.SIGINT)


def said(process: subprocess.Popen[str], words: str) -> bool:
    """Whether *process* comes to a line with *words*; it is read up to there, or to its end."""
    assert process.stdout
    return any(words in line for line in process.stdout)


def fetched(port: int, process: subprocess.Popen[str], name: str) -> str:
    """Return the page called *name* as a browser gets it; the server may still be on its way."""
    while process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/{name}") as answer:
                return answer.read().decode()
        except URLError:
            continue
    raise AssertionError("the preview has ended")


@pytest.mark.slow
def test_the_command_serves_pages_follows_an_edit_and_ends_when_it_is_told_to(
    made: Project, port: int, running: subprocess.Popen[str]
) -> None:
    first = fetched(port, running, "shared/page.html")
    made.write("source/shared/page.rst", FAULT)
    is_named = said(running, "source/shared/page.rst:6: ")
    made.write("source/shared/page.rst", "Page\n====\n\nTwo.\n")
    is_mended = said(running, "built in")

    assert re.search(r"One\..*location\.reload", first, re.DOTALL)
    assert is_named
    assert is_mended
    assert "Two." in fetched(port, running, "shared/page.html")
    running.send_signal(signal.SIGINT)
    assert running.wait() == 0
