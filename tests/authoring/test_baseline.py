"""A baseline keeps what was known from being told, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.authoring.baseline import read_baseline, sift, write_baseline
from builders.cli.menu import main
from builders.model.findings import Beside, Finding, Location
from builders.problems import Problem

BESIDE = Beside(
    id="msg-000000000001",
    context="",
    origin=Location("page.rst", 4),
    tags=("en", "fr"),
    texts=("16", "61"),
    marked=((), ()),
)
FOUND = Finding(check="number-changed", location=Location("fr.po", 7), message="61 for 16", beside=BESIDE)


@pytest.fixture
def baseline(tmp_path: Path) -> Path:
    return tmp_path / "known.txt"


def test_what_is_known_is_not_told_again_whatever_its_line(baseline: Path) -> None:
    write_baseline(baseline, [FOUND])

    sifted = sift([replace(FOUND, location=Location("fr.po", 900))], read_baseline(baseline))

    assert (sifted.new, sifted.known, sifted.gone) == ((), 1, 0)


@pytest.mark.parametrize(
    "changed",
    [
        replace(FOUND, beside=replace(BESIDE, texts=("16", "62"))),
        replace(FOUND, beside=replace(BESIDE, texts=("17", "61"))),
        replace(FOUND, beside=replace(BESIDE, tags=("en", "es"))),
        replace(FOUND, beside=replace(BESIDE, id="msg-000000000002")),
        replace(FOUND, check="number-added"),
    ],
)
def test_a_changed_text_or_another_message_is_told(baseline: Path, changed: Finding) -> None:
    write_baseline(baseline, [FOUND])

    sifted = sift([changed], read_baseline(baseline))

    assert (sifted.new, sifted.known, sifted.gone) == ((changed,), 0, 1)


def test_what_nobody_can_waive_is_not_accepted_either(baseline: Path) -> None:
    assert write_baseline(baseline, [replace(FOUND, check="safety-unread", beside=None)]) == 0


def test_a_path_with_spaces_is_read_again(baseline: Path) -> None:
    found = Finding(check="catalog-syntax", location=Location("my files/fr.po", 3), message="no line")
    write_baseline(baseline, [found])

    assert sift([found], read_baseline(baseline)).known == 1


def test_a_file_that_does_not_exist_knows_nothing(baseline: Path) -> None:
    assert sift([FOUND], read_baseline(baseline)).new == (FOUND,)


def test_a_line_that_is_no_finding_is_a_problem_with_its_number(baseline: Path) -> None:
    baseline.write_text("# head\nnothing\n", encoding="utf-8")

    with pytest.raises(Problem) as caught:
        read_baseline(baseline)

    assert caught.value.where[0].line == 2


def test_the_command_accepts_tells_only_what_is_new_and_says_what_has_gone(
    tmp_path: Path, baseline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n#, c-format\nmsgid "%d of %s"\n'
    catalog = tmp_path / "fr" / "app.po"
    catalog.parent.mkdir()
    command = ["check", "--catalogs", str(tmp_path), "--baseline", str(baseline)]

    catalog.write_text(f'{head}msgstr "%d"\n', encoding="utf-8")
    before, accepted, after = (CliRunner().invoke(main, [*command, *more]) for more in ([], ["--accept"], []))
    catalog.write_text(f'{head}msgstr "%s"\n', encoding="utf-8")
    changed = CliRunner().invoke(main, command)

    assert (before.exit_code, accepted.exit_code, after.exit_code, changed.exit_code) == (1, 0, 0, 1)
    assert "1 finding accepted" in accepted.output
    assert after.output.endswith("1 finding known from the baseline.\n")
    assert "0 findings known from the baseline; 1 of it are gone" in changed.output


def test_nothing_is_accepted_without_a_file() -> None:
    assert CliRunner().invoke(main, ["check", "--accept"]).exit_code == 2
