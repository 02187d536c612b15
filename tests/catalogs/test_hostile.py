"""Hostile and broken catalogs, and odd ones that are right: each is refused with its line, a reason and a remedy."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from builders.catalogs.message_rules import check_catalog
from builders.catalogs.po.reading import read_catalog
from builders.problems import Problem

CASES = Path(__file__).parent / "cases"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n\n'
LINE = 6
"""Where the message of a case begins."""


def decoded(text: str) -> str:
    """Return *text* with the characters that it names, and repeated where it says so (``a×3``)."""
    text = re.sub(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8}))", lambda each: chr(int(each[1] or each[2], 16)), text)
    text = text.replace("\\n", "\n")
    part, sign, times = text.rpartition("×")
    return part * int(times) if sign else text


def cases() -> list[tuple[str, str, str, str, str]]:
    """Return kind, language, code, English and translation of every line of the table."""
    found, kind = [], ""
    for line in (CASES / "hostile.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            language, code, source, translation = line.split(" || ")
            found.append((kind, language, code, decoded(source), decoded(translation)))
    return found


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def refused(path: Path, language: str, source: str, translation: str) -> list[tuple[str, str, int, str, str]]:
    """Return code, file, line, reason and remedy of whatever refuses *translation*."""
    locale = language.replace("-Hans", "_CN")
    text = f"{HEADER.format(locale)}msgid {quoted(source)}\nmsgstr {quoted(translation)}\n"
    path.write_text(text, encoding="utf-8")
    try:
        catalog = read_catalog(path)
    except Problem as problem:
        return [(problem.code, problem.where[0].path, problem.where[0].line, problem.what, problem.next_step)]
    findings = check_catalog(catalog)
    return [(each.check, each.location.path, each.location.line, each.message, each.hint) for each in findings]


@pytest.mark.parametrize(("kind", "language", "code", "source", "translation"), cases())
def test_a_hostile_translation_is_refused_and_a_right_one_is_not(
    kind: str, language: str, code: str, source: str, translation: str, tmp_path: Path
) -> None:
    found = refused(tmp_path / "cubs.po", language, source, translation)

    if code == "-":
        assert found == []
        return
    assert code in {each[0] for each in found}
    for _, path, line, reason, remedy in found:
        assert path.endswith("cubs.po")
        assert line in (LINE, LINE + 1)
        assert reason
        assert remedy


def test_the_table_is_as_long_as_is_promised() -> None:
    kinds = Counter("controls" if code == "-" else kind for kind, _, code, _, _ in cases())
    formats = len(list(CASES.glob("refused-*.po")))

    assert sum(count for kind, count in kinds.items() if kind != "controls") + formats >= 200
    assert kinds["controls"] >= 30
