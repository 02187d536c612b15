"""A picture that some format could not show is refused where the source is read."""

from __future__ import annotations

import pytest

from builders.editions.source_reading import parse_source
from builders.model.editions import Format
from builders.problems import Problem
from tests.conftest import Project
from tests.pictures import JPEG, SVG, png

USABLE = {"lamp.svg": SVG, "lamp.png": png(), "lamp.jpg": JPEG, "LAMP.JPEG": JPEG}
UNUSABLE = {
    "empty.png": b"",
    "cut.png": png()[:-20],
    "changed.png": png().replace(b"IDAT", b"IDAU"),
    "flat.png": png(0),
    "renamed.png": JPEG,
    "empty.jpg": b"",
    "cut.jpg": JPEG[:-10],
    "sizeless.jpg": b"\xff\xd8\xff" + b"\0" * 20 + b"\xff\xd9",
    "empty.svg": b"",
    "cut.svg": SVG[:-4],
    "page.svg": b"<html/>",
    "plain.svg": SVG.replace(b' xmlns="http://www.w3.org/2000/svg"', b""),
    "sixteen.svg": SVG.decode().encode("utf-16"),
    "boxless.svg": SVG.replace(b"0 0 40 30", b"0 0 wide high"),
    "flat.svg": SVG.replace(b"0 0 40 30", b"0 0 0 30"),
    "script.svg": SVG.replace(b"<rect", b"<script>1</script><rect"),
    "click.svg": SVG.replace(b"<rect", b'<rect onclick="1"'),
    "page-in.svg": SVG.replace(b"<rect", b"<foreignObject/><rect"),
    "lamp.gif": b"GIF89a",
    "lamp.webp": b"RIFF",
    "lamp": png(),
}


def showing(project, name: str, data: bytes) -> Project:
    made: Project = project(f"Before.\n\n.. image:: {name}\n   :alt: A lamp.\n")
    (made.folder / "source" / "shared" / name).write_bytes(data)
    return made


def refused(made: Project) -> list[str]:
    with pytest.raises(Problem) as caught:
        parse_source(made.settings)
    return [str(finding) for finding in caught.value.findings]


@pytest.mark.parametrize("name", USABLE)
def test_a_whole_picture_is_in_every_format(project, name: str) -> None:
    result = showing(project, name, USABLE[name]).build("en", "inventors", *Format)

    assert result.findings == ()


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_damaged_or_foreign_picture_is_refused_with_its_line(project, name: str) -> None:
    (finding,) = refused(showing(project, name, UNUSABLE[name]))

    assert f"source/shared/page.rst:6: error: the picture “{name}”" in finding
    assert "[picture-unusable]" in finding


@pytest.mark.parametrize(
    ("uri", "advice"),
    [
        ("https://example.org/a.png", "is on another host; save it"),
        ("//example.org/a.png", "is on another host; save it"),
        ("data:image/png;base64,AAAA", "is on another host; save it"),
        ("../../outside.svg", "lies outside the folder of the source; copy it"),
        ("/../outside.svg", "lies outside the folder of the source; copy it"),
        ("nowhere.svg", "is missing; add the file"),
        ("lamp.*", "is missing; add the file"),
    ],
)
def test_a_picture_that_is_no_file_of_the_source_is_refused(project, uri: str, advice: str) -> None:
    made: Project = project(f".. image:: {uri}\n   :alt: A lamp.\n")
    (made.folder / "outside.svg").write_bytes(SVG)

    (finding,) = refused(made)

    assert finding.startswith(f"source/shared/page.rst:4: error: the picture “{uri}” {advice}")


@pytest.mark.parametrize("width", ["10em", "0%", "wide", "-3px"])
def test_a_width_that_word_does_not_know_is_refused(project, width: str) -> None:
    made: Project = project(f".. figure:: lamp.svg\n   :alt: A lamp.\n   :width: {width}\n\n   Caption.\n")
    (made.folder / "source" / "shared" / "lamp.svg").write_bytes(SVG)

    (finding,) = refused(made)

    assert finding.startswith("source/shared/page.rst:4: error: ")
    assert ":width:" in finding
