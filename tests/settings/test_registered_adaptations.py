"""What has been reported to the register is read entry by entry, and every fault is named with its line."""

from __future__ import annotations

import pytest

from builders.model.register import State
from builders.problems import Problem
from builders.settings.register import read_register
from tests.adaptations.overlays import write_both
from tests.conftest import Project

PATH = "adaptations/register.toml"
REGISTER = """\
[[country]]
code = "KE"
state = "published"
reported = 2026-11-01
link = "https://guidelines.example.org/ke"

[[region]]
code = "419"
state = "started"
reported = 2026-11-02

[[country]]
code = "XA"
adaptation = "exampleland"
state = "started"
reported = 2026-11-03
demonstration = true
"""
AGAIN = REGISTER[REGISTER.rindex("[[country]]") :]
FAULTS = {
    "a code of no country": ('"KE"', '"KX"', ":2: error: code is that of a country in ISO 3166-1 alpha-2"),
    "a code of nobody's that is no demonstration": ('"KE"', '"XB"', ":2: error: code is that of a country"),
    "no code": ('code = "KE"\n', "", ":1: error: code is missing"),
    "the same code twice": (
        "[[region]]",
        '[[country]]\ncode = "KE"\nstate = "none"\nreported = 2026-11-01\n[[region]]',
        ":7: error: KE is listed twice, first in line 1",
    ),
    "the same adaptation twice": (
        "[[region]]",
        AGAIN + "[[region]]",
        "exampleland is listed twice",
    ),
    "a number of no region": ('"419"', '"998"', ":8: error: code is the number of a region in UN M49"),
    "an unknown state": ('"published"', '"done"', ":3: error: state is one of none, started, published, not “done”"),
    "no day": ("reported = 2026-11-01\n", "", ":1: error: reported is no day"),
    "a day with quotation marks": ("2026-11-02", '"2026-11-02"', ":10: error: reported is no day"),
    "an address without protection": ("https:", "http:", ":5: error: link is no address"),
    "no address": ('"https://guidelines.example.org/ke"', '"guidelines"', ":5: error: link is no address"),
    "something published nowhere": (
        'link = "https://guidelines.example.org/ke"\n',
        "",
        ":1: error: link is missing: where",
    ),
    "a folder that is not there": ('"exampleland"', '"otherland"', ":14: error: adaptation otherland is not there"),
    "another code than its folder has": (
        '"XA"',
        '"XB"',
        ":13: error: code is “XB” here and “XA” in adaptations/exampleland",
    ),
    "another kind than its folder has": (
        '[[country]]\ncode = "XA"',
        "[[region]]",
        ":12: error: code is “” here and “XA”",
    ),
    "a real country in the folder of a demonstration": ('"XA"', '"FR"', ":13: error: code of a demonstration is one"),
    "a demonstration that does not say so": ("demonstration = true", "", ":13: error: code is that of a country"),
    "a demonstration without a folder": (
        'adaptation = "exampleland"\n',
        "",
        ":12: error: adaptation is missing: only its",
    ),
    "nothing planned, in a folder": (
        '"started"\nreported = 2026-11-03',
        '"none"\nreported = 2026-11-03',
        ":15: error: state is none, but",
    ),
    "a misspelt name": ("link =", "lnk =", ":5: error: “lnk” means nothing here"),
    "an entry of another kind": (
        "[[region]]",
        "[[city]]",
        ":7: error: “city” means nothing here: an entry begins with",
    ),
    "something outside the entries": (
        "[[country]]",
        "released = 2026-11-01\n[[country]]",
        ":1: error: “released” means",
    ),
    "no TOML": ("[[region]]", "[[region", "the file cannot be read"),
}


@pytest.fixture
def made(project) -> Project:
    made: Project = project("Text.")
    write_both(made)
    made.write(PATH, REGISTER)
    return made


def test_the_entries_are_read_in_their_order(made: Project) -> None:
    entries = read_register(made.settings)

    assert entries is not None
    assert [(entry.code, entry.state, entry.place.line) for entry in entries] == [
        ("KE", State.PUBLISHED, 1),
        ("XA", State.STARTED, 12),
        ("419", State.STARTED, 7),
    ]
    assert [entry.layer and entry.layer.id for entry in entries] == [None, "exampleland", None]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_register_is_named_with_its_line(made: Project, name: str) -> None:
    right, wrong, words = FAULTS[name]
    assert right in REGISTER
    made.write(PATH, REGISTER.replace(right, wrong, 1))

    with pytest.raises(Problem) as caught:
        read_register(made.settings)

    assert words in str(caught.value)
    assert f"{PATH}:" in str(caught.value)


def test_all_faults_are_named_at_once(made: Project) -> None:
    made.write(PATH, REGISTER.replace('"KE"', '"KX"').replace('"419"', '"998"'))

    with pytest.raises(Problem, match="2 faults in the settings"):
        read_register(made.settings)


def test_an_adaptation_that_cannot_be_read_is_named_with_its_own_file(made: Project) -> None:
    path = made.folder / "adaptations/exampleland/adaptation.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"exl"', '"pla"'), encoding="utf-8")

    with pytest.raises(Problem) as caught:
        read_register(made.settings)

    assert "adaptations/exampleland/adaptation.toml:4: error: home is three small letters" in str(caught.value)


def test_a_guideline_need_not_have_a_register(made: Project) -> None:
    (made.folder / PATH).unlink()

    assert read_register(made.settings) is None
