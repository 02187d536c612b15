"""The checks of the text read what an adaptation has written, and say where it stands."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.cli.menu import main
from tests.adaptations.national import CHANGES, country

WAIVER = """\
[[waiver]]
check = "sentence-too-long"
at = "rec-gen-001"
reason = "The sentence belongs together."
"""


def test_a_finding_on_national_text_names_the_line_of_the_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = country(tmp_path, CHANGES)
    lines = (made.folder / "adaptations/exampleland/changes/shared.rst").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if "rec-exl-001" in text)
    monkeypatch.chdir(made.folder)

    done = CliRunner().invoke(main, ["check", "--adaptation", "exampleland"])

    wanted = f"adaptations/exampleland/changes/shared.rst:{line}: error: rec-exl-001 does not say what is done first"
    assert wanted in done.output
    assert "differences.rst" not in done.output


def test_what_only_other_editions_use_is_not_unused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = country(tmp_path, CHANGES)
    path = made.folder / "adaptations/exampleland/adaptation.toml"
    settings = path.read_text(encoding="utf-8")
    path.write_text(settings.replace("[name]", 'editions = ["cubs"]\n\n[name]', 1), encoding="utf-8")
    made.write("source/waivers.toml", WAIVER)
    monkeypatch.chdir(made.folder)

    of_country = CliRunner().invoke(main, ["check", "--adaptation", "exampleland"]).output
    of_guidelines = CliRunner().invoke(main, ["check"]).output

    assert "waiver-unused" in of_guidelines
    assert "waiver-unused" not in of_country
