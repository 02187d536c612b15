"""Mistakes that people in a ministry make: each is told with its file and what to do next, and nothing falls over."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.cli.menu import main
from tests.adaptations.national import country
from tests.adaptations.overlays import COUNTRY, LEDGER, adapt
from tests.conftest import Project

FOLDER = "adaptations/exampleland"
NOTE = adapt("rec-gen-001", "note", "Un texte.")
Mistake = Callable[[Project], object]


def said(made: Project, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(made.folder)
    return CliRunner().invoke(main, ["adapt", "status", "exampleland"])


def note(old: str, new: str) -> Mistake:
    """Write the note with *new* in place of *old*."""
    assert old in NOTE
    return lambda made: made.write(f"{FOLDER}/changes/shared.rst", NOTE.replace(old, new))


def settings(old: str, new: str) -> Mistake:
    assert old in COUNTRY
    return lambda made: made.write(f"{FOLDER}/adaptation.toml", COUNTRY.replace(old, new))


def file(name: str, text: str | bytes) -> Mistake:
    def write(made: Project) -> None:
        path = made.folder / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write


def renamed(old: str, new: str) -> Mistake:
    return lambda made: (made.folder / "adaptations" / old).rename(made.folder / "adaptations" / new)


CHANGES, TOML = "changes/shared.rst", "adaptation.toml"
MISTAKES: dict[str, tuple[Mistake, str, str]] = {
    "an option stands two spaces in": (note("   :reason", "  :reason"), f"{CHANGES}:1", "three spaces in"),
    "the text is not indented": (note("   Un texte", "Un texte"), f"{CHANGES}:9", "indent what belongs to a change"),
    "nothing is indented": (note("\n   :", "\n:"), f"{CHANGES}:1", "nothing belongs to it"),
    "tabs and spaces are mixed": (note("   :do", "\t\t:do"), f"{CHANGES}:1", "three spaces in"),
    "no-break spaces of a word processor": (note("   :do", "\u00a0  :do"), f"{CHANGES}:1", "nothing belongs to it"),
    "no empty line before the text": (note("\n\n   Un", "\n   Un"), f"{CHANGES}:1", "leave an empty line between"),
    "one colon makes a comment": (note("adapt::", "adapt:"), f"{CHANGES}:1", "is a comment, which nobody reads"),
    "adopt in place of adapt": (note("adapt::", "adopt::"), f"{CHANGES}:1", "a change begins with “.. adapt::"),
    "an identifier with too few digits": (note("-001", "-01"), f"{CHANGES}:1", "did you mean rec-gen-001?"),
    "an identifier in capitals": (note("rec-gen-", "REC-GEN-"), f"{CHANGES}:1", "did you mean rec-gen-001?"),
    "an option of another name": (note(":reason:", ":reasons:"), f"{CHANGES}:1", "did you mean “reason”?"),
    "no space behind an option": (note(":do: note", ":do:note"), f"{CHANGES}:1", "a space behind the second colon"),
    "wide colons": (note(":do:", "：do："), f"{CHANGES}:1", "three spaces in"),
    "what is done in French": (note(": note", ": remarque"), f"{CHANGES}:1", "use one of: statement"),
    "a day as people write it": (note("2026-11-20", "20.11.2026"), f"{CHANGES}:1", "write YYYY-MM-DD"),
    "a day that no year has": (note("2026-11-20", "2026-02-30"), f"{CHANGES}:1", "write YYYY-MM-DD"),
    "a day to come": (note("2026-11-20", "2062-11-20"), f"{CHANGES}:1", "write the day of the decision"),
    "a block of its own without a block": (note(": note", ": after"), f"{CHANGES}:1", "one whole block of your own"),
    "two changes of one part": (file(CHANGES, NOTE + NOTE), f"{CHANGES}:11", "write one of them"),
    "a heading": (file(CHANGES, f"Titre\n=====\n\n{NOTE}"), f"{CHANGES}:2", "take the rest out"),
    "stars that are not closed": (note("Un texte", "Un **texte"), f"{CHANGES}:9", "close the marks"),
    "a value of another name": (note("texte", ":variable:`helpline.nummer`"), f"{CHANGES}:9", "“helpline.number”?"),
    "a number that is dialled": (note("texte", "numéro 116 111"), f"{CHANGES}:1", "write it into [values]"),
    "a file that is no UTF-8": (file(CHANGES, b"\xff\xfe.\x00"), f"{CHANGES}:1", "save the file as UTF-8"),
    "changes for an edition that does not exist": (file("changes/school.rst", NOTE), "school.rst", "changes/cubs"),
    "changes beside their folder": (file("shared.rst", NOTE), "exampleland/shared.rst", f"move it to {CHANGES}"),
    "what Word leaves behind": (file("changes/~$shared.rst", "x"), "~$shared.rst", "delete it"),
    "a catalog in the wrong folder": (file("locale/en/changes.po", ""), "en/changes.po", "catalogs stand in locale/"),
    "a code in small letters": (settings('"XA"', '"xa"'), f"{TOML}:5", "XA to XZ"),
    "bent quotation marks": (settings('"country"', "“country”"), f"{TOML}:1", "write straight quotation marks"),
    "settings that are no UTF-8": (file(TOML, b"kind = \xe9"), f"{TOML}:1", "save the file as UTF-8"),
    "editions below the publisher": (
        settings('fr = "Ministère d’exemple"\n', 'fr = "Ministère d’exemple"\neditions = ["cubs"]\n'),
        f"{TOML}:15",
        "write it above the first line in square brackets",
    ),
    "languages by their names": (settings('["fr"', '["french"'), f"{TOML}:8", "languages is one of en, fr"),
    "a value without quotation marks": (settings('"helpline.number"', "helpline.number"), TOML, "quotation marks"),
    "a value that is not declared": (
        settings("helpline.number", "hotline.number"),
        f"{TOML}:19",
        "use helpline.number",
    ),
    "an address without https": (settings("https://help.", "www."), f"{TOML}:19", "does not begin with https://"),
    "a ledger with semicolons": (file("ids.csv", LEDGER.replace(",", ";")), "ids.csv:1", "separated by commas"),
    "a lock with the marks of a merge": (file("base.lock", "<<<<<<< HEAD\n"), "base.lock:1", "no line of JSON"),
    "settings in capitals": (
        renamed(f"exampleland/{TOML}", "exampleland/Adaptation.toml"),
        FOLDER,
        "rename Adaptation",
    ),
    "a folder in capitals": (renamed("exampleland", "Exampleland"), "adaptations/Exampleland", "rename the folder"),
}


@pytest.mark.parametrize(("mistake", "place", "next_step"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_place_and_the_next_step(
    mistake: Mistake, place: str, next_step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = country(tmp_path, NOTE)
    mistake(made)

    done = said(made, monkeypatch)

    assert done.exit_code in (1, 2), done.output
    assert re.search(rf"{re.escape(place)}\b", done.output), done.output
    assert next_step in done.output
    assert "hint: " in done.output or "next: " in done.output


def test_every_fault_of_a_change_comes_with_a_next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = country(tmp_path, "Texte.\n\n" + NOTE.replace(":by:", ":bye:") + NOTE.replace("-001", "-009"))

    lines = said(made, monkeypatch).output.splitlines()

    faults = [number for number, line in enumerate(lines) if ": error: " in line]
    assert faults
    assert all(lines[number + 1].startswith("    hint: ") for number in faults)


@pytest.mark.parametrize("text", [NOTE.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + NOTE.encode()])
def test_what_windows_writes_is_read_as_it_was_meant(
    text: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = country(tmp_path, NOTE)
    file(CHANGES, text)(made)

    assert "exampleland: sound" in said(made, monkeypatch).output


def test_unreadable_settings_are_told_once_and_not_by_everything_that_they_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = country(tmp_path, NOTE)
    settings('"country"', "“country”")(made)

    assert said(made, monkeypatch).output.startswith("1 fault in the settings")


@pytest.mark.parametrize(
    ("mistake", "warning"),
    [
        (settings('"2026.1"', '"2025.1"'), "it was made for 2025.1"),
        (file("locale/es/LC_MESSAGES/changes.po", ""), "nobody reads a catalog of “es”"),
    ],
)
def test_what_keeps_nobody_from_publishing_is_told_all_the_same(
    mistake: Mistake, warning: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = country(tmp_path, NOTE)
    mistake(made)

    done = said(made, monkeypatch)

    assert done.exit_code == 0
    assert warning in done.output
    assert "hint: " in done.output


def test_a_change_that_no_edition_of_the_country_carries_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = country(tmp_path, NOTE)
    settings("demonstration = true", 'demonstration = true\neditions = ["cubs"]')(made)
    path = made.folder / "source/shared/page.rst"
    text = path.read_text(encoding="utf-8")
    made.write("source/inventors/page.rst", text[: text.index(".. recommendation:: rec-gen-002")])
    made.write("source/shared/page.rst", "Page\n====\n\n" + text[text.index(".. recommendation:: rec-gen-002") :])

    done = said(made, monkeypatch)

    assert "source/inventors/page.rst is in none of its editions (cubs)" in done.output
    assert "add the edition to editions in adaptations/exampleland/adaptation.toml" in done.output
