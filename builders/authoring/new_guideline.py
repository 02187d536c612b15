"""Starts a guideline of somebody else: a project of its own, which takes these tools from where they are now."""

import json
import re
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builders.catalogs.files import replace_files
from builders.problems import Problem
from builders.settings.tools import tools_for

TEMPLATES = Path(__file__).with_name("guideline")
"""The files of a project at its beginning, each with this ending:"""
SUFFIX = ".jinja"
PROGRAM = ".ci/run"
"""The file of a project that is a program."""


def start_guideline(folder: Path, today: date) -> int:
    """Write a project into *folder*, and return how many files; whoever calls it brings the catalogs up to date.

    The guideline is called what the folder is called. Raises a Problem when something stands there already; then
    nothing is written.
    """
    folder = folder.resolve()
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Problem(
            code="folder-not-empty",
            what=f"{folder} is there already, and is no empty folder",
            why="nothing that stands there may be overwritten",
            next_step="name a folder that is not there yet",
        )
    name = " ".join(re.findall(r"[^\W_]+", folder.name)) or "Guideline"
    values = {
        "name": name[0].upper() + name[1:],
        "slug": _slug(name),
        "today": today,
        "tools": json.dumps(tools_for(folder), ensure_ascii=False),
    }
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False
    )
    texts = {each: environment.get_template(each).render(values) for each in environment.list_templates()}
    replace_files([(folder / each.removesuffix(SUFFIX), text.encode()) for each, text in texts.items()])
    (folder / PROGRAM).chmod(0o755)
    return len(texts)


def _slug(name: str) -> str:
    """Return what files are called: the words of *name* that begin with a letter, as far as every system has it."""
    return "-".join(re.findall(r"\b[a-z][a-z0-9]*", name.lower(), re.ASCII)) or "guideline"
