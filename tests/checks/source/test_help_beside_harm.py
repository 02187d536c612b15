"""Pictures: a list of drawings that cannot be read vouches for none, and a leak is found in its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from builders.authoring.check_command import run_checks
from builders.model.findings import Location
from tests.conftest import Project
from tests.pictures import png

PICTURE = ".. image:: images/face.png\n   :alt: A drawn face.\n"


@pytest.mark.parametrize(
    ("entries", "is_drawing"),
    [
        ('[illustration."shared/images/face.png"]\nkind = "drawing"\n', True),
        ('[illustration."shared/images/face.png"]\nkind = "photograph"\n', False),
        ('[illustration."shared/images/face.png"]\n', False),
        ('illustration = "shared/images/face.png"\n', False),
        ("illustration = 1\n", False),
        ("[illustration", False),
    ],
)
def test_only_a_readable_list_says_that_a_picture_is_a_drawing(
    project: Callable[..., Project], entries: str, is_drawing: bool
) -> None:
    made = project(PICTURE)
    made.write("source/shared/images/face.png", "").write_bytes(png())
    made.write("source/registries/illustrations.toml", entries)

    found = run_checks(made.settings, "authoring", today=date(2026, 11, 22))

    assert ("sc-15-drawing" not in {finding.check for finding in found}) is is_drawing


def test_a_leak_of_a_drawing_is_found_in_its_line(project: Callable[..., Project]) -> None:
    made = project(PICTURE.replace(".png", ".svg"))
    drawing = made.write(
        "source/shared/images/face.svg",
        '<svg xmlns="http://www.w3.org/2000/svg">\n\n<use href="//example.com/a"/></svg>',
    )

    found = run_checks(made.settings, "authoring", today=date(2026, 11, 22))

    place = Location(drawing.relative_to(made.folder).as_posix(), 3)
    assert [finding.location for finding in found if finding.check == "sc-11-outside-picture"] == [place]
