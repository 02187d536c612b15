"""Work for all cores of the machine: the same for several languages, side by side."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

START = "fork" if sys.platform == "linux" else "spawn"
"""How processes begin: a forked one shares what this one has loaded; where fork is not safe, each starts afresh."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def available_cores() -> int:
    """Return how many processes can run at once on this machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def side_by_side(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Yield what *function* makes of *items*, in order; raise BrokenProcessPool when the system ends a process."""
    if len(items) < 2 or START != "fork":
        yield from map(function, items)
        return
    with ProcessPoolExecutor(
        available_cores(), mp_context=get_context(START), initializer=_end_with, initargs=(os.getpid(),)
    ) as executor:
        yield from executor.map(function, items)


def _end_with(parent: int) -> None:
    """Let this process end soon after *parent*: a worker of a killed run would wait for ever, and hold the lock."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
