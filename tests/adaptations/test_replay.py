"""A real round of edits below an adaptation of 40 changes: what it says of each is what two eyes said before it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from builders.adapting.accepting import accept_changes, lock_path
from builders.adapting.diffs import diff_lines
from builders.adapting.statuses import status_lines
from builders.checks.adaptations import adaptation_findings
from builders.editions.adapted_source import AdaptedText, read_adapted, read_guidelines
from builders.model.adaptations import Status
from builders.model.vocabulary import BLOCK_TYPES
from tests.adaptations.overlays import COUNTRY, adapt, write_adaptation
from tests.conftest import Project, make_project

REPLAY = Path(__file__).with_name("replay")
ACCEPTED, TODAY = date(2026, 11, 23), date(2026, 12, 1)
EXPECTED = dict(
    line.rsplit(" ", 1)
    for line in (REPLAY / "expected.txt").read_text(encoding="utf-8").splitlines()
    if re.fullmatch(r"\S+/\S+ \w+", line)
)
ADOPTED = ".. adapt:: {}\n   :decision: adopt\n   :by: Ministère d’exemple\n   :on: 2026-11-20\n\n"
OWN = {
    "rec": "   :strength: should\n   :who: gov\n   :ages: all\n   :disability: rel\n   :adaptation: adaptable\n",
    "key": "",
}


def change(key: str) -> str:
    target, do, *block = key.split("/")
    if do == "adopt":
        return ADOPTED.format(target)
    if block:
        kind = {"rec": "recommendation", "key": "keymessage"}[block[0][:3]]
        return adapt(target, do, f".. {kind}:: {block[0]}\n{OWN[block[0][:3]]}\n   Un texte de plus.\n")
    return adapt(target, do)


def blocks_in(text: str) -> dict[str, str]:
    """Return the type of every block that stands in *text*, or that it refers to, by identifier."""
    known = re.findall(rf"\.\. ({'|'.join(BLOCK_TYPES)}):: (\S+)", text)
    types = {identifier[:3]: kind for kind, identifier in known}
    referred = re.findall(r":see:`(?:[^`<]*<)?([a-z]{3}-[a-z0-9-]+)", text)
    return {identifier: types[identifier[:3]] for identifier in (*(each for _, each in known), *referred)}


def bring(made: Project, state: str) -> None:
    for path in (REPLAY / state).iterdir():
        made.write(f"source/plan-makers/{path.name}", path.read_text(encoding="utf-8"))


def text_of(made: Project) -> AdaptedText:
    return read_adapted(read_guidelines(made.settings), "exampleland", today=TODAY)


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    pages = [path.read_text(encoding="utf-8") for path in sorted(REPLAY.glob("*/*.rst"))]
    made = make_project(tmp_path_factory.mktemp("replay"), "", blocks_in("\n".join(pages)))
    made.bring_risks("\n".join(pages))
    bring(made, "before")
    own = {key.split("/")[2]: key.split("/")[2][:3] for key in EXPECTED if key.count("/") == 2}
    names = {"rec": "recommendation", "key": "keymessage"}
    country = COUNTRY.replace('parent = "exampleregion"\n', "")
    changes = "".join(map(change, EXPECTED))
    write_adaptation(made, "exampleland", country, changes, **{each: names[kind] for each, kind in own.items()})
    accept_changes(text_of(made), (), by="A. Reader", on=ACCEPTED)
    bring(made, "after")
    return made


@pytest.fixture
def text(replayed: Project) -> AdaptedText:
    return text_of(replayed)


def test_every_change_stands_as_two_eyes_have_said(text: AdaptedText) -> None:
    assert len(EXPECTED) == 40
    assert {each.change.key: each.status.value for each in text.layers[-1].drifts} == EXPECTED


def test_a_round_of_edits_keeps_nothing_from_being_published(text: AdaptedText) -> None:
    assert adaptation_findings(text, today=TODAY) == ()


def test_what_is_stale_is_refused_when_the_days_of_grace_are_over(text: AdaptedText) -> None:
    refused = adaptation_findings(text, today=date(2027, 6, 1))

    assert [each.check for each in refused] == ["adapt-stale"] * list(EXPECTED.values()).count("stale")
    assert all(each.location.line and each.location.path.endswith("changes/shared.rst") for each in refused)


def test_the_diff_shows_three_texts(text: AdaptedText) -> None:
    lines = list(diff_lines(text, ["rsk-conduct-challenges"]))

    assert lines[0].startswith("rsk-conduct-challenges/note is stale: statement changed (adaptations/exampleland/")
    assert "The wish to belong is strong at that age, and" in lines[1]
    assert "The wish to belong is strong, and" in lines[2]
    assert "strong[- at that age-], and" in lines[3]
    assert lines[-1] == "  national: Texte national."


def test_the_status_begins_with_what_has_to_be_done_first(text: AdaptedText) -> None:
    head, first, *rest = status_lines(text, ())

    number = Counter(EXPECTED.values())
    stands = f"{number['fresh']} fresh, {number['look']} look, {number['stale']} stale"
    assert head == f"exampleland 2026.1-exl.1 on 2026.1: 40 changes, {stands}"
    assert first.strip().startswith("stale     cas-pol-003/note: statement changed (adaptations/exampleland/changes/")
    assert rest[-1] == "exampleland: sound"


def test_what_is_accepted_is_fresh_and_accepting_it_again_changes_no_byte(replayed: Project) -> None:
    before = lock_path(text_of(replayed)).read_bytes()
    try:
        done = accept_changes(text_of(replayed), (), by="B. Reader", on=TODAY)
        once = lock_path(text_of(replayed)).read_bytes()
        again = accept_changes(text_of(replayed), (), by="C. Reader", on=date(2027, 1, 1))

        assert {each.status for each in text_of(replayed).layers[-1].drifts} == {Status.FRESH}
        assert set(done) >= {key for key, status in EXPECTED.items() if status != "fresh"}
        assert (again, lock_path(text_of(replayed)).read_bytes()) == ([], once)
        assert once != before
    finally:
        lock_path(text_of(replayed)).write_bytes(before)
