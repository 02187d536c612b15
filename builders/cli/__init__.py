"""The ``cop`` command."""

import atexit
import gc
import os
import sys

SEED = "PYTHONHASHSEED"


def run() -> None:
    """Run the command as a program of its own."""
    _start_alike()
    from builders.cli.menu import main

    # Doctrees and catalogs are large and live as long as the command: looking for garbage takes a tenth of its time,
    # and so does looking for it once more when Python ends.
    gc.disable()
    atexit.register(gc.freeze)
    main(prog_name="cop")


def _start_alike() -> None:
    """Start this program anew, once, so that sets have one order anywhere; that is cheap before anything is loaded."""
    if os.environ.get(SEED) == "0":
        return
    again, environment = [sys.executable, *sys.orig_argv[1:]], {**os.environ, SEED: "0"}
    if sys.platform == "win32":  # there, whoever called would go on as soon as this program has become another
        import subprocess

        sys.exit(subprocess.call(again, env=environment))
    os.execve(sys.executable, again, environment)
