"""Windows as far as Linux can show it: line ends, and what it refuses that Linux lets pass."""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

OPEN_FILES = Path("/proc/self/fd")


@contextmanager
def like_windows() -> Iterator[None]:
    """Let this process write text, and be refused to rename, delete and link, as it would be on Windows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "linesep", "\r\n")
        patch.setattr(builtins, "open", _with_line_ends(io.open))
        patch.setattr(io, "open", builtins.open)
        for name in ("rename", "replace"):
            patch.setattr(os, name, _unless_open(getattr(os, name), is_renaming=True))
        for name in ("unlink", "remove"):
            patch.setattr(os, name, _unless_open(getattr(os, name)))
        patch.setattr(shutil, "rmtree", _unless_open(shutil.rmtree))
        patch.setattr(os, "symlink", _refuse)
        patch.setattr(os, "link", _refuse)
        yield


def _with_line_ends(opened: Callable[..., Any]) -> Callable[..., Any]:
    def open_(file: Any, mode: str = "r", buffering: int = -1, *args: Any, **kwargs: Any) -> Any:
        values = dict(zip(("encoding", "errors", "newline"), args, strict=False)) | kwargs
        if "b" not in mode and set(mode) & set("wax+") and values.get("newline") is None:
            values["newline"] = "\r\n"
        return opened(file, mode, buffering, **values)

    return open_


def _unless_open(does: Callable[..., Any], *, is_renaming: bool = False) -> Callable[..., Any]:
    def do(first: Any, second: Any = None, *args: Any, **kwargs: Any) -> Any:
        others = (second,) if is_renaming else ()
        if "dir_fd" not in kwargs and any(map(_is_open, (first, *others))):
            raise PermissionError(errno.EACCES, "another process uses the file", os.fspath(first))
        if is_renaming and Path(second).is_dir():
            raise PermissionError(errno.EACCES, "a folder takes the place of no other", os.fspath(second))
        return does(first, *((second,) if second is not None else ()), *args, **kwargs)

    return do


def _is_open(path: Any) -> bool:
    """Whether this process has *path*, or something below it, open."""
    place, targets = Path.cwd() / path, []
    for descriptor in OPEN_FILES.iterdir():
        with suppress(OSError):
            targets.append(descriptor.readlink())
    return any(target.is_relative_to(place) for target in targets)


def _refuse(*args: Any, **kwargs: Any) -> None:
    raise OSError(errno.EPERM, "a required privilege is not held by the client")
