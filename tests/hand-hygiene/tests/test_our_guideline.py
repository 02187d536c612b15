"""The text keeps to its rules, and every edition is published in every language."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def cop(*words: str, folder: Path = ROOT) -> str:
    """Return what the command prints; it must find nothing."""
    command = [sys.executable, "-m", "builders.cli", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("words", ["check", "check --profile translation", "extract --check"])
def test_the_text_and_its_translations_keep_to_the_rules(words: str) -> None:
    cop(*words.split())


def test_every_edition_is_published_in_every_language(tmp_path: Path) -> None:
    for name in ("source", "locale"):
        shutil.copytree(ROOT / name, tmp_path / name)
    editions = tomllib.loads((ROOT / "source/editions.toml").read_text(encoding="utf-8"))["edition"]
    languages = tomllib.loads((ROOT / "locale/languages.toml").read_text(encoding="utf-8"))["language"]
    wanted = {f"{language['tag']}/{edition['id']}" for language in languages for edition in editions}

    cop("publish", folder=tmp_path)

    (manifest,) = (tmp_path / "dist").glob("*/manifest.json")
    artifacts = json.loads(manifest.read_text(encoding="utf-8"))["artifacts"]
    assert {"/".join(artifact["path"].split("/")[:2]) for artifact in artifacts} == wanted
