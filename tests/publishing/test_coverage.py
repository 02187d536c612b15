"""What readers lose of their language is said, with the reason, and not published in silence."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from builders.publishing import losses
from builders.publishing import publish as publishing
from builders.publishing.planning import plan
from builders.publishing.reports import outcome_lines
from tests.conftest import HEADER, Project, make_project
from tests.publishing import scenes
from tests.publishing.scenes import copied, published_once, version_in

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("environment")]

TEXTS = [f"Paragraph {letter} says what children may do." for letter in "ABCDEFGH"]
FRENCH = {text: f"Le paragraphe {text.split()[1]} dit ce que les enfants peuvent faire." for text in TEXTS} | {
    "Page": "Page",
    "Opening": "Ouverture",
    "Listen first.": "Écoutez d’abord.",
    "May": "Peut",
}
"""Translations to which no check objects: an error in one of them would keep the edition out."""
PAGE = "\n\n".join(["Page\n====", *TEXTS, ".. keymessage:: key-gen-001\n\n   Listen first.", ""])
BOOK = ("-l", "fr", "-e", "cubs", "-f", "epub")
CONTEXT = 'msgctxt "key-gen-001/text"\n'
CUBS, SHARED, LABELS = (f"locale/fr/LC_MESSAGES/{name}.po" for name in ("cubs", "shared", "labels"))


def entry(english: str, *, above: str = "") -> str:
    return f'{above}msgid "{english}"\nmsgstr "{FRENCH[english]}"\n\n'


def publish(*options: str) -> Result:
    return scenes.publish(*BOOK, *options)


@pytest.fixture(scope="module")
def finished(environment: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project all of whose page is in French, published once."""
    made = make_project(tmp_path_factory.mktemp("finished"), PAGE, {"key-gen-001": "keymessage"})
    made.catalog("fr", "cubs", entry("Opening"))
    texts = "".join(map(entry, ["Page", *TEXTS])) + entry("Listen first.", above=CONTEXT)
    made.catalog("fr", "shared", texts)
    made.catalog("fr", "labels", entry("May", above='msgctxt "strength/may"\n'))
    return published_once(made, *BOOK)


@pytest.fixture
def made(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of it."""
    found = copied(finished, tmp_path)
    monkeypatch.chdir(found.folder)
    return found


def change(name: str, old: str, new: str) -> Callable[[Project], None]:
    def damage(made: Project) -> None:
        path = made.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return damage


def write(name: str, text: str) -> Callable[[Project], None]:
    return lambda made: (made.folder / name).write_text(text, encoding="utf-8") and None


def cut(made: Project) -> None:
    path = made.folder / SHARED
    path.write_text("\n\n".join(path.read_text(encoding="utf-8").split("\n\n")[:5]) + "\n", encoding="utf-8")


def swap(made: Project) -> None:
    shutil.copyfile(made.folder / CUBS, made.folder / SHARED)


A = TEXTS[0]
DAMAGES = {
    "gone": (lambda made: (made.folder / SHARED).unlink(), "10 messages", "10 without a catalog", "catalog-missing"),
    "emptied": (write(SHARED, HEADER), "10 messages", "10 not in the catalog", "catalog-incomplete"),
    "cut": (cut, "6 messages", "6 not in the catalog", "catalog-incomplete"),
    "swapped": (swap, "10 messages", "10 not in the catalog", "catalog-swapped"),
    "fuzzy": (change(SHARED, f'msgid "{A}"', f'#, fuzzy\nmsgid "{A}"'), "1 message ", "1 fuzzy", ""),
    "emptied entry": (change(SHARED, f'msgstr "{FRENCH[A]}"', 'msgstr ""'), "1 message ", "1 untranslated", ""),
    "obsolete": (
        change(SHARED, entry(A), f'#~ msgid "{A}"\n#~ msgstr "{FRENCH[A]}"\n\n'),
        *("1 message ", "1 not in the catalog", "catalog-incomplete"),
    ),
    "altered text": (
        change(SHARED, f'msgid "{A}"', 'msgid "Paragraph A said what children may do."'),
        *("1 message ", "1 not in the catalog", "message-altered"),
    ),
    "altered context": (
        change(SHARED, CONTEXT, 'msgctxt "key-gen-002/text"\n'),
        *("1 message ", "1 not in the catalog", "message-altered"),
    ),
    "labels": (lambda made: (made.folder / LABELS).unlink(), "1 message ", "1 without a catalog", "catalog-missing"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_readers_would_lose_is_named_and_nothing_is_published(made: Project, name: str) -> None:
    damage, number, reason, code = DAMAGES[name]
    before = version_in(made.folder)
    damage(made)

    done = publish()

    (told,) = re.findall(r"^locale/fr/LC_MESSAGES/\w+\.po: error: (.*) \[coverage-fell\]$", done.output, re.MULTILINE)
    assert told.startswith(number)
    assert f": {reason}; the first is " in told
    assert f"[{code}]" in done.output or not code
    assert "--accept-loss" in done.output
    assert done.exit_code == 1
    assert version_in(made.folder) == before


@pytest.mark.parametrize("name", ["gone", "fuzzy", "labels"])
def test_a_loss_that_is_accepted_is_published_and_none_any_more(made: Project, name: str) -> None:
    DAMAGES[name][0](made)

    accepted, again = publish("--accept-loss"), publish()

    assert (accepted.exit_code, again.exit_code) == (0, 0)
    assert "(accepted)" in accepted.output
    assert "coverage-fell" not in again.output
    assert re.search(r"^fr: \d+ % translated, .*\bin English \(", again.output, re.MULTILINE)


def test_an_altered_entry_is_named_with_its_line(made: Project) -> None:
    DAMAGES["altered text"][0](made)
    lines = (made.folder / SHARED).read_text(encoding="utf-8").splitlines()

    done = publish()

    line = 1 + next(number for number, text in enumerate(lines) if "A said" in text)
    assert f"{SHARED}:{line}: warning: the msgid is not the one of the text, which is “{A}”" in done.output


def test_why_a_catalog_lacks_messages_is_found_out_once(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    DAMAGES["altered text"][0](made)
    asked: list[object] = []
    monkeypatch.setattr(losses, "_names", lambda *given, real=losses._names: asked.append(given) or real(*given))
    settings = made.settings
    chosen = plan(settings, languages=["fr"], editions=["cubs"], formats=["epub"])

    outcome = publishing.publish(settings, chosen=chosen, processes=1, accept_loss=True)
    before, told = len(asked), [list(outcome_lines(outcome, settings)) for _ in range(2)]

    assert told[0] == told[1]
    assert any("message-altered" in line for line in told[0])
    assert (before, len(asked)) == (1, 1)  # what is lost has been named by then


def test_an_edit_of_the_english_is_reported_and_published(made: Project) -> None:
    change("source/shared/page.rst", "B says what", "B tells what")(made)
    behind = publish()
    old = TEXTS[1]
    updated = f'#, fuzzy\n#| msgid "{old}"\nmsgid "{old.replace("says", "tells")}"'
    change(SHARED, f'msgid "{old}"', updated)(made)

    current = publish()

    assert (behind.exit_code, current.exit_code) == (0, 0)
    assert re.search(r"fr: .* 1 of \d+ messages in English \(1 not in the catalog\)", behind.output)
    assert re.search(r"fr: .* 1 of \d+ messages in English \(1 fuzzy\)", current.output)


def test_what_an_edit_has_made_fuzzy_is_told_apart(made: Project) -> None:
    old = TEXTS[1]
    change("source/shared/page.rst", "B says what", "B tells what")(made)
    change(SHARED, f'msgid "{old}"', f'#, fuzzy\nmsgid "{old.replace("says", "tells")}"')(made)

    done = publish()

    assert "1 of the fuzzy ones because the English has changed since 2026.1" in done.output


def test_an_edit_does_not_hide_a_loss(made: Project) -> None:
    change("source/shared/page.rst", "B says what", "B tells what")(made)
    DAMAGES["emptied"][0](made)

    done = publish()

    assert (done.exit_code, "9 messages that readers of 2026.1 see in French" in done.output) == (1, True)


def test_a_new_version_is_compared_with_the_last_one(made: Project) -> None:
    change("source/editions.toml", 'version = "2026.1"', 'version = "2026.2"')(made)
    DAMAGES["gone"][0](made)

    done = publish()

    assert (done.exit_code, "readers of 2026.1 see" in done.output) == (1, True)
    assert not (made.folder / "dist" / "2026.2").exists()


@pytest.mark.parametrize("damage", ["gone", "fuzzy"])
def test_a_manifest_alone_tells_how_much_was_lost(made: Project, damage: str) -> None:
    (made.folder / "dist/2026.1/fr/coverage.json").unlink()
    DAMAGES[damage][0](made)

    done = publish()

    # Fuzzy may be what an edit has made so: the manifest does not say.
    is_refused = damage == "gone"
    assert (done.exit_code, "fr/cubs: 10 fewer messages" in done.output) == (int(is_refused), is_refused)


def test_without_a_last_version_everything_is_published_and_said(made: Project) -> None:
    shutil.rmtree(made.folder / "dist")
    DAMAGES["gone"][0](made)

    done = publish()

    assert done.exit_code == 0
    assert re.search(r"fr: .* \d+ of \d+ messages in English \(.*10 without a catalog\)", done.output)
    assert f"{SHARED}: warning: there is no such file: 10 messages are English [catalog-missing]" in done.output


def test_a_new_translation_is_no_loss(made: Project) -> None:
    change("source/shared/page.rst", "Listen first.", "Listen first.\n\nNew for everybody.")(made)

    assert publish().exit_code == 0


def test_the_file_of_a_language_says_what_its_readers_see(made: Project) -> None:
    found = json.loads(version_in(made.folder)["fr/coverage.json"])
    texts = json.loads(version_in(made.folder)["fr/cubs/texts.json"])["texts"]
    listed = {each["path"] for each in json.loads(version_in(made.folder)["manifest.json"])["data"]}

    messages = {each["id"]: each["is_translated"] for each in texts if each["kind"] == "message"}
    assert {name for name, is_translated in messages.items() if is_translated} <= set(found["translated"])
    assert {name for name, is_translated in messages.items() if not is_translated} <= set(found["english"])
    assert len(found["translated"]) + len(found["english"]) == len(messages) + len(made.settings.labels)
    assert "fr/coverage.json" in listed
