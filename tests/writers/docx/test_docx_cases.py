"""Each case file pairs a piece of source with the Word structure it must become."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx_reading import outline
from lxml.etree import _Element

CASES = Path(__file__).parent / "cases"
CASE = re.compile(
    r"^=== (?P<tag>[^:]+): (?P<title>[^\n]*)\n(?P<source>.*?)^---\n(?P<expected>.*?)(?=^=== |\Z)", re.S | re.M
)


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.txt")):
        for case in CASE.finditer(path.read_text(encoding="utf-8")):
            yield pytest.param(case["tag"], case["source"], case["expected"], id=f"{path.stem}: {case['title']}")


@pytest.mark.parametrize(("tag", "source", "expected"), list(cases()))
def test_source_becomes(render: Callable[..., list[_Element]], tag: str, source: str, expected: str) -> None:
    found = "\n".join(line for block in render(source, tag) for line in outline(block))

    assert expected.strip(), "a case says what it expects"
    assert found == expected.strip()
