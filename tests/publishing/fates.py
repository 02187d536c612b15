"""What befalls a command at a moment of its writing, or from its beginning: what a trial calls its fate."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import signal
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SAVED = "Sauvé entre-temps."
"""What a translator saves while a command runs."""
POEDIT = "poedit.tmp"
"""Where their editor writes it first."""

REPLACE = os.replace  # a trial puts a call of its own in its place, to count the moments


def kill_all(kind: str, path: Path) -> None:
    os.killpg(0, signal.SIGKILL)


def kill_parent(kind: str, path: Path) -> None:
    os.kill(os.getpgrp(), signal.SIGKILL)


def kill_one(kind: str, path: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fill_up(kind: str, path: Path) -> None:
    """On a full disk, files can still be renamed and deleted."""
    if kind in ("create", "write", "sync", "folder"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def break_once(kind: str, path: Path) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def lock_up(kind: str, path: Path) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))


def stand_by(kind: str, path: Path) -> None:
    """Nothing happens to a process that has no rights beyond those of its files, which it is from the beginning."""


def save_meanwhile(kind: str, path: Path) -> None:
    """Let a translator save a catalog as Poedit does: beside it, then in its place."""
    catalog = Path.cwd() / "locale/fr/LC_MESSAGES/shared.po"
    if kind == "replace" and path == catalog:
        return  # between the last look at the file and its end lies one call of the system; no program can look later
    text = catalog.read_text(encoding="utf-8")
    head, found, rest = text.partition('msgid "Not in French yet."\nmsgstr "')
    beside = catalog.with_name(POEDIT)
    beside.write_text(head + found + SAVED + rest, encoding="utf-8")
    REPLACE(beside, catalog)


FATES: dict[str, tuple[Callable[[str, Path], None], bool]] = {
    "kill": (kill_all, False),
    "orphan": (kill_parent, False),
    "worker": (kill_one, False),
    "full": (fill_up, True),
    "broken": (break_once, False),
    "read-only": (lock_up, True),
    "powerless": (stand_by, False),
    "save": (save_meanwhile, False),
}
"""What a fate does, and whether it goes on doing it after its moment."""


# What is so from the beginning -------------------------------------------------------------------------------------


def drop_rights() -> None:
    """Give up what root may do to files beyond their permissions (capset, for the whole process)."""
    header, nothing = struct.pack("Ii", 0x20080522, 0), bytes(24)
    if ctypes.CDLL(None, use_errno=True).capset(header, nothing):
        raise OSError(ctypes.get_errno(), "capset")


@contextmanager
def small_disk(locale: Path, room: int) -> Iterator[None]:
    """Let *locale* lie on a disk of its own with *room* for so many KiB; afterwards, it is a folder again."""
    aside = locale.with_name("aside")
    shutil.copytree(locale, aside)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}k", "none", locale], check=True)
    try:
        shutil.copytree(aside, locale, dirs_exist_ok=True)
        yield
        shutil.rmtree(aside)
        shutil.copytree(locale, aside)
    finally:
        subprocess.run(["umount", locale], check=True)
    shutil.rmtree(locale)
    aside.rename(locale)
