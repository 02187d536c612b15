"""The documentation of these guidelines names files that exist, and is built without a warning."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.test_docs import DOCS, ROOT, TEXTS


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_tools_that_a_page_names_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"`((?:builders|tests|docs|requirements|source/registries|source/checks)/[\w./-]*[\w/])`", text)
    named += re.findall(r"`((?:source|locale)/\w+\.(?:toml|csv))`", text)

    missing = [name for name in named if not (ROOT / name).exists()]

    assert missing == []


@pytest.mark.slow
def test_the_documentation_is_built_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-d", tmp_path / "doctrees"]

    done = subprocess.run([*command, DOCS, tmp_path / "html"], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.returncode == 0
