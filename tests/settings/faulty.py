"""A settings file that somebody has spoiled, and what is said of it."""

from __future__ import annotations

import pytest

from builders.problems import Problem
from tests.conftest import Project


def said_of_fault(made: Project, path: str, right: str, wrong: str) -> str:
    """Write *wrong* for *right* into the file at *path*, and return what the reader of the settings says."""
    text = (made.folder / path).read_text(encoding="utf-8")
    made.write(path, text.replace(right, wrong, 1))
    with pytest.raises(Problem) as caught:
        _ = made.settings
    return str(caught.value)
