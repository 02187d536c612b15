"""A reader who does what a page says: runs its commands in a copy of the project, and compares what is printed."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path
from textwrap import dedent

from tests.conftest import ROOT

BLOCK = re.compile(r"^\.\. code-block:: (\w+)\n\n((?:(?:   .*)?\n)+)", re.MULTILINE)
PATIENCE = 120
"""Seconds after which a preview that has not said what it should is taken not to say it."""
ENVIRONMENT = {**environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}


def copy_project(folder: Path) -> Path:
    """Make *folder* a clone of the project with the command that is tested in ``.venv/bin``; return it."""
    for name in ("source", "locale", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / ".gitignore", folder / ".gitignore")
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/cop").symlink_to(Path(sys.executable).with_name("cop"))
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "text: as it stands")):
        subprocess.run([*git, *command], cwd=folder, check=True)
    return folder


def pattern(shown: str) -> re.Pattern[str]:
    """Return what matches *shown* with other numbers; a line with nothing but … stands for any lines."""
    lines = (
        r"(?:.*\n)*" if line.strip() == "…" else re.sub(r"\d[\d,.]*(?<=\d)", r"[\\d,.]+", re.escape(line)) + r"\s*\n"
        for line in shown.splitlines()
    )
    return re.compile("".join(lines))


@dataclass(frozen=True)
class Command:
    """A command of a page, and what the page says that it prints."""

    words: str
    shown: str


class Reader:
    """Works through the code blocks of a page, in their order."""

    def __init__(self, page: str, folder: Path) -> None:
        self.folder = copy_project(folder)
        text = (ROOT / "docs" / f"{page}.rst").read_text(encoding="utf-8")
        self.blocks = iter([(kind, dedent(block).strip() + "\n") for kind, block in BLOCK.findall(text)])

    def block(self, kind: str) -> str:
        """Return the next block of the page, which is of *kind*."""
        found, text = next(self.blocks)
        assert found == kind, text
        return text

    def commands(self) -> list[Command]:
        """Return the commands of the next block."""
        parts = re.split(r"^\$ (.+)\n", self.block("console"), flags=re.MULTILINE)[1:]
        return [Command(words, shown) for words, shown in zip(parts[::2], parts[1::2], strict=True)]

    def run(self, code: int = 0, *, more: str = "") -> None:
        """Run the commands of the next block; the page must show what they print, if it shows anything."""
        for command in self.commands():
            done = self.call(f"{command.words} {more}")
            if command.shown:
                # A bar of progress leaves an empty line where no terminal shows it.
                assert pattern(command.shown).fullmatch(done.stdout.lstrip("\n")), done.stdout
            assert done.returncode == code, done.stdout

    def call(self, command: str) -> subprocess.CompletedProcess[str]:
        """Return what *command* does."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        return subprocess.run(command, shell=True, cwd=self.folder, env=ENVIRONMENT, check=False, **pipes)

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace the first *old* by *new* in the file called *name*."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    @contextmanager
    def preview(self) -> Iterator[Preview]:
        """Run the command of the next block until the end of the work on it."""
        (command,) = self.commands()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        printed = self.folder.parent / "preview.txt"
        with printed.open("w") as out:
            words = [*shlex.split(command.words), "--port", str(port)]
            process = subprocess.Popen(
                words, cwd=self.folder, env=ENVIRONMENT, stdout=out, stderr=subprocess.STDOUT, preexec_fn=_hear_ctrl_c
            )
        shown = Preview(printed, process)
        try:
            shown.says(command.shown)
            yield shown
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _hear_ctrl_c() -> None:
    """Let a program notice Ctrl+C also where the tests run in the background of a shell, which hides it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass
class Preview:
    """What a preview that runs has printed."""

    path: Path
    process: subprocess.Popen[bytes]
    read: int = 0

    def says(self, shown: str) -> None:
        """Wait until it has printed *shown* since it was last asked; one save may make it build more than once."""
        start = time.monotonic()
        wanted = re.compile(r"(?:built in .*\n)*" + pattern(shown).pattern)
        while True:
            said = self.path.read_text(encoding="utf-8")[self.read :]
            if found := wanted.match(said):
                self.read += found.end()
                return
            assert self.process.poll() is None, said
            assert time.monotonic() < start + PATIENCE, said
            time.sleep(0.1)
