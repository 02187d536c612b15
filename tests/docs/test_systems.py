"""What three systems have published is compared by its checksums."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

COMPARE = ROOT / "docs" / "contributors" / "same_files.py"
BOOK, PAGES = {"path": "ar/cubs.epub", "sha256": "1"}, {"path": "ar/cubs/html", "sha256": "2"}


@pytest.mark.parametrize(
    ("others", "code", "said"),
    [
        ([BOOK, PAGES], 0, "the same artifacts in 2 manifests"),
        ([BOOK, {**PAGES, "sha256": "3"}], 1, PAGES["path"]),
        ([PAGES], 1, BOOK["path"]),
    ],
)
def test_an_artifact_that_differs_or_is_missing_is_named(tmp_path: Path, others, code: int, said: str) -> None:
    for name, artifacts in (("ours", [BOOK, PAGES]), ("others", others)):
        (tmp_path / name).write_text(json.dumps({"artifacts": artifacts}))

    done = subprocess.run(
        [sys.executable, COMPARE, tmp_path / "ours", tmp_path / "others"], capture_output=True, text=True
    )

    assert (done.returncode, done.stdout.strip()) == (code, said)


def test_one_manifest_is_no_comparison(tmp_path: Path) -> None:
    (tmp_path / "ours").write_text(json.dumps({"artifacts": [BOOK]}))

    assert subprocess.run([sys.executable, COMPARE, tmp_path / "ours"], capture_output=True).returncode == 1
