"""``update --adaptation``: what an adaptation says in other words follows the guidelines, and nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.kept_pairs import with_pairs
from builders.catalogs.po.reading import read_catalog
from builders.cli.menu import main
from builders.model.messages import Catalog, CatalogEntry, Pair
from tests.adaptations.national import country, own_catalog
from tests.conftest import Project

RULES = 'msgctxt "rec-gen-001/text"\nmsgid "Rules that nobody reads protect nobody."\nmsgstr "Des règles lues."\n'
EVENING = 'msgctxt "rec-gen-002/text"\nmsgid "It need not be long."\nmsgstr "Courte, ce soir-là."\n'


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project whose country says two messages of the guidelines in other French words."""
    made = country(tmp_path)
    made.catalog("fr", "shared", f"\n{EVENING.replace('Courte, ce soir-là', 'Elle peut être courte')}")
    own_catalog(made, "fr", "shared", f"\n{EVENING}\n# Une note.\n{RULES}")
    monkeypatch.chdir(made.folder)
    return made


def update(*more: str) -> str:
    said = CliRunner().invoke(main, ["update", "--adaptation", "exampleland", *more], catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return said.output


def entries(made: Project, domain: str = "shared", locale: str = "fr") -> list[CatalogEntry]:
    path = made.folder / f"adaptations/exampleland/locale/{locale}/LC_MESSAGES/{domain}.po"
    return list(read_catalog(path).entries)


def edit(made: Project, old: str, new: str) -> None:
    path = made.folder / "source/shared/page.rst"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_it_keeps_the_messages_that_it_has_and_gets_no_others(made: Project) -> None:
    assert "fr: 2 kept, 0 moved, 0 revived, 0 carried over, 0 to look at, 0 untranslated" in update("-l", "fr")
    assert [each.msgstr for each in entries(made)] == ["Des règles lues.", "Courte, ce soir-là."]


def test_its_layout_header_and_places_are_ours(made: Project) -> None:
    update()
    path = made.folder / "adaptations/exampleland/locale/fr/LC_MESSAGES/shared.po"
    text = path.read_text(encoding="utf-8")

    assert '"Language: fr\\n"' in text
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in text
    assert "#: source/shared/page.rst" in text
    assert "# Une note." in text
    assert "1 file changed" not in update()
    assert path.read_text(encoding="utf-8") == text


def test_a_message_that_has_gone_becomes_obsolete(made: Project) -> None:
    edit(made, "   It need not be long.\n", "")
    update()

    assert [(each.msgid, each.is_obsolete) for each in entries(made)] == [
        ("Rules that nobody reads protect nobody.", False),
        ("It need not be long.", True),
    ]


def test_a_message_that_returns_finds_its_words(made: Project) -> None:
    edit(made, "   It need not be long.\n", "")
    update()
    edit(made, "Invite families to an evening.\n", "Invite families to an evening.\n\n   It need not be long.\n")
    update()

    assert [(each.msgstr, each.is_obsolete) for each in entries(made)] == [
        ("Des règles lues.", False),
        ("Courte, ce soir-là.", False),
    ]


def test_an_edited_message_is_offered_and_the_guidelines_are_read_until_somebody_has_looked(made: Project) -> None:
    edit(made, "Rules that nobody reads protect nobody.", "Rules which nobody reads protect nobody.")
    update()
    (first, *_) = entries(made)

    assert (first.msgid, first.msgstr, first.is_fuzzy) == (
        "Rules which nobody reads protect nobody.",
        "Des règles lues.",
        True,
    )
    assert first.previous == ("rec-gen-001/text", "Rules that nobody reads protect nobody.")


def test_words_without_a_place_go_on_in_every_place_that_they_stood_for(made: Project) -> None:
    own_catalog(made, "fr", "shared", '\nmsgid "It need not be long."\nmsgstr "Courte."\n')
    update()

    used = [each for each in entries(made) if not each.is_obsolete]
    assert [(each.context, each.msgstr) for each in used] == [("rec-gen-002/text", "Courte.")]


def test_a_message_that_moves_to_another_folder_takes_its_words_along(made: Project) -> None:
    edit(made, "\n   It need not be long.\n", "")
    opening = "Opening\n=======\n\n.. toctree::\n\n   /shared/page\n\nIt need not be long.\n"
    made.write("source/cubs/index.rst", opening)
    update()

    assert [(each.msgid, each.msgstr) for each in entries(made, "cubs")] == [
        ("It need not be long.", "Courte, ce soir-là.")
    ]


def test_the_catalogs_of_the_guidelines_stay_as_they_are(made: Project) -> None:
    before = {path: path.read_bytes() for path in (made.folder / "locale").rglob("*") if path.is_file()}
    edit(made, "Rules that nobody reads protect nobody.", "Rules which nobody reads protect nobody.")
    update()

    assert {path: path.read_bytes() for path in (made.folder / "locale").rglob("*") if path.is_file()} == before


def test_what_finds_no_place_stays_obsolete_or_as_a_comment() -> None:
    entry = CatalogEntry(context="rec-gen-001/text", msgid="One.", msgstr="Un.")
    lost = [
        Pair(context="rec-gen-001/text", source="One.", target="L’un."),
        Pair(context="", source="Two.", target="Deux."),
        Pair(context="", source="One.", target="Un."),
    ]
    kept = with_pairs({"shared": Catalog(path="shared.po", header="", entries=(entry,))}, [*lost, *lost])["shared"]

    assert [(each.msgid, each.msgstr, each.is_obsolete) for each in kept.entries] == [
        ("One.", "Un.", False),
        ("Two.", "Deux.", True),
    ]
    assert kept.entries[0].comments == ("former translation: L’un.",)
