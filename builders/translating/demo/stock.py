"""The same messages and the same wrong translations in a small project of stock Sphinx and sphinx-intl."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from builders.checks.translations.pairs import visible_text
from builders.translating.demo.script import AFTER
from builders.translating.demo.stage import Stage, translate

_CONF = 'project = "stock"\nroot_doc = "{root}"\nlocale_dirs = ["locale"]\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class StockBuild:
    """What stock Sphinx has made of one language."""

    tag: str
    code: int
    """Its exit code."""
    shown: tuple[str, ...]
    """What is wrong in the translations that stand on its page."""


def is_installed() -> bool:
    """Whether sphinx-intl can be asked."""
    return find_spec("sphinx_intl") is not None


def names() -> str:
    """Return the programs that are compared with, and their versions."""
    return f"Sphinx {version('sphinx')} and sphinx-intl {version('sphinx-intl')}"


def build_stock(stage: Stage, folder: Path) -> tuple[StockBuild, ...]:
    """Return what stock Sphinx makes in *folder* of the wrong translations of *stage*, language by language."""
    page = folder / f"{stage.document}.rst"
    page.parent.mkdir(parents=True)
    title, *texts = (each.texts[AFTER] for each in stage.script.messages.values())
    page.write_bytes("\n\n".join([f"{title}\n{'=' * len(title)}", *texts, ""]).encode())
    (folder / "conf.py").write_bytes(_CONF.format(root=stage.document).encode())
    locales = [word for language in stage.languages for word in ("-l", language.locale)]
    _run(folder, "sphinx", "-q", "-b", "gettext", ".", "out/gettext")
    _run(folder, "sphinx_intl", "update", "-p", "out/gettext", "-d", "locale", *locales)
    return tuple(_build(stage, folder, number) for number in range(len(stage.languages)))


def _build(stage: Stage, folder: Path, number: int) -> StockBuild:
    language = stage.languages[number]
    translate(folder / f"locale/{language.locale}/LC_MESSAGES/{stage.domain}.po", stage.script.wrong(language.tag))
    out = f"out/{language.locale}"
    code = _run(folder, "sphinx", "-q", "-b", "html", "-D", f"language={language.locale}", ".", out)
    page = folder / out / f"{stage.document}.html"
    seen = _seen(page.read_text(encoding="utf-8")) if page.exists() else ""
    faults = stage.script.faults
    shown = tuple(each.what for each in faults if visible_text(each.texts[language.tag]) in seen)
    return StockBuild(tag=language.tag, code=code, shown=shown)


def _seen(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def _run(folder: Path, module: str, *arguments: str) -> int:
    command = [sys.executable, "-P", "-m", module, *arguments]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True).returncode
