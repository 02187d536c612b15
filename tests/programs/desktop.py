"""A screen that nobody looks at, with a window manager, on which programs for translators are driven by their keys."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 120
"""Seconds that a window, or a file that is saved, may take."""
SETTLING = 2
"""Seconds in which a window has drawn itself, or has taken in what was typed."""
KEPT = ("PATH", "TMPDIR")


@dataclass
class Desktop:
    """A running screen, and what runs on it."""

    environment: Mapping[str, str]
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *command: str) -> None:
        """Start *command*; it ends with the screen."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
        self.started.append(subprocess.Popen(command, env=self.environment, start_new_session=True, **quiet))

    def do(self, *words: str) -> str:
        """Let xdotool do what *words* say, and return what it prints."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False, timeout=60
        )
        return done.stdout.strip()

    def window(self, name: str) -> str:
        """Return the window whose title holds *name*, as soon as it is in front, in one size for all."""

        def front() -> str:
            # "search --name" does not see every title; the window manager gives a new window the keys.
            found = self.do("getactivewindow")
            return found if found and name in self.do("getwindowname", found) else ""

        window = str(until(front, f"no window is called {name}"))
        self.do("windowmove", window, "0", "0", "windowsize", "--sync", window, "1200", "860")
        time.sleep(SETTLING)
        return window

    def type_into(self, window: str, place: tuple[int, int], text: str, catalog: Path) -> None:
        """Click at *place* in *window*, type *text* behind what stands there, and save until *catalog* holds it."""
        self.do("mousemove", "--window", window, str(place[0]), str(place[1]), "click", "1")
        time.sleep(SETTLING)
        self.do("key", "ctrl+End")
        self.do("type", "--delay", "60", text)
        time.sleep(SETTLING)

        def saved() -> bool:
            self.do("key", "--clearmodifiers", "ctrl+s")
            time.sleep(SETTLING)
            return text.encode() in catalog.read_bytes()

        until(saved, f"{text} was not saved")


def until(asked: Callable[[], object], what: str) -> object:
    """Return what *asked* returns as soon as that is something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := asked():
            return found
        time.sleep(0.5)
    raise AssertionError(f"{what}, within {PATIENCE} s")


@contextlib.contextmanager
def desktop(home: Path) -> Iterator[Desktop]:
    """Run a screen whose programs keep their settings in *home*; everything on it ends with it."""
    (home / ".config").mkdir(parents=True, exist_ok=True)
    reading, writing = os.pipe()
    screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(screen, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "XDG_RUNTIME_DIR": str(home)}
    own = {"DISPLAY": f":{number}", "LANG": "C.UTF-8", "NO_AT_BRIDGE": "1", "QT_QPA_PLATFORM": "xcb"}
    made = Desktop({**kept, **places, **own})
    try:
        made.start("openbox")
        yield made
    finally:
        for process in reversed(made.started):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, 15)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            process.wait()
        server.terminate()
        server.wait()
