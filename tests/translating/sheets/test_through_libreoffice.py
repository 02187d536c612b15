"""A sheet goes through LibreOffice, which writes the whole file anew, in six languages and four scripts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.po.reading import read_catalog
from builders.catalogs.reviews import reviewers
from builders.cli.menu import main
from tests.conftest import Project

pytestmark = [pytest.mark.slow, pytest.mark.needs("soffice")]

PERSIAN = """
[[language]]
tag = "fa"
locale = "fa"
region-tag = "fa-IR"
endonym = "فارسی"
english-name = "Persian"
script = "Arab"
direction = "rtl"
has-italics = false
[language.fonts]
complex-script = "Noto Naskh Arabic"
"""
TEXTS = {
    "fr": ("fr", "Que faire\u00a0? Lisez «\u00a0:doc:`/shared/page`\u00a0».", "l’été"),
    "es": ("es", "¿Qué hacer? Lea «:doc:`/shared/page`».", "niño"),
    "ar": ("ar", "ماذا نفعل؟ اقرأ «:doc:`/shared/page`».", "طفل \u200fA\u200f"),
    "zh-Hans": ("zh_CN", "怎么办？请看\\\\ :doc:`/shared/page`\\\\ 。", "儿童"),
    "ru": ("ru", "Что делать? Читайте «:doc:`/shared/page`».", "ребёнок — это я"),
    "fa": ("fa", "چه باید کرد؟ «:doc:`/shared/page`» را بخوانید.", "می\u200cخوانم"),
}
COMMENTS = ("good", "جيد", "好", "хорошо, «да»")


def python_with_uno() -> str:
    """Return the Python that LibreOffice can be told things from."""
    found = [shutil.which(name) for name in ("/usr/bin/python3", "python3")]
    for python in filter(None, found):
        if subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return python
    if os.environ.get("COP_REQUIRE_PROGRAMS") == "1":
        pytest.fail("python3-uno is missing")
    pytest.skip("skipped, python3-uno is missing: apt-get install python3-uno")


@pytest.mark.parametrize("tag", TEXTS)
def test_what_is_written_in_libreoffice_comes_to_its_message(
    project, tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Project = project("What to do? Read “:doc:`/shared/page`”.\n\nA child")
    languages = made.folder / "locale" / "languages.toml"
    languages.write_text(languages.read_text(encoding="utf-8") + PERSIAN, encoding="utf-8")
    locale, first, second = TEXTS[tag]
    path = made.catalog(
        locale,
        "shared",
        f'msgid "What to do? Read “:doc:`/shared/page`”."\nmsgstr "{first}"\n\nmsgid "A child"\nmsgstr "{second}"\n',
    )
    monkeypatch.chdir(made.folder)
    runner = CliRunner()
    assert runner.invoke(main, ["review", "sheet", "-l", tag, "-d", "shared", "-o", "out"]).exit_code == 0
    answers = {first.replace("\\\\", "\\"): ["right", ""], second: ["change", " ".join(COMMENTS)]}
    (made.folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    script = Path(__file__).with_name("in_libreoffice.py")
    home = tmp_path / f"office-{tag}"

    sheet = f"out/{tag}-shared.docx"
    subprocess.run([python_with_uno(), script, sheet, "answers.json", home], check=True, env=plain(), timeout=240)
    done = runner.invoke(main, ["review", "take", sheet, "--by", "Amina Example"])

    assert done.output == f"{tag}: 1 reviewed, 1 “change”, 1 with a note; 1 file changed\n"
    read, noted = read_catalog(path, path.name).active
    assert reviewers(read) == ("Amina Example",)
    assert noted.comments == (f"Amina Example, change: {' '.join(COMMENTS)}",)


def plain() -> dict[str, str]:
    """Return the environment without what this Python looks for its modules by."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
