"""Python's search for cyclic garbage, left out where there is none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_search_for_cycles() -> Iterator[None]:
    """Do not look for cyclic garbage meanwhile.

    Catalogs are trees of frozen records. Going through all of them for cycles, again and again while they grow, takes
    a third of the time of an update.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
