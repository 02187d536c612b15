"""The catalogs of an adaptation go out and come in; those of the guidelines stay as they are, byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from builders.catalogs.po.reading import read_catalog
from builders.catalogs.reviews import standing
from builders.cli.menu import main
from builders.model.messages import CatalogEntry, Standing
from builders.translating.kit import kit_files
from tests.adaptations.national import country, own_catalog, settings_of
from tests.adaptations.overlays import COUNTRY, HOURS
from tests.conftest import Project

OWN = "adaptations/exampleland/locale/{}/LC_MESSAGES/{}.po"
BELOW = """
    msgctxt "rec-gen-001/text"
    msgid "Rules that nobody reads protect nobody."
    msgstr "Les règles que personne ne lit ne protègent personne."

    msgctxt "rec-gen-002/text"
    msgid "It need not be long."
    msgstr "Elle peut être courte."
    """
SAID = 'msgctxt "rec-gen-001/text"\nmsgid "Rules that nobody reads protect nobody."\nmsgstr "Des règles non lues."\n'


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project whose country says one message in other French words, and is translated into English."""
    made = country(tmp_path / "project")
    made.catalog("fr", "shared", BELOW)
    own_catalog(made, "fr", "shared", f"\n{SAID}")
    monkeypatch.chdir(made.folder)
    cop("update", "--adaptation", "exampleland")
    return made


@pytest.fixture(autouse=True)
def below(made: Project):
    """Hold in every test that nothing of the guidelines, and of the region, is written."""

    def files() -> dict[Path, bytes]:
        folders = ("source", "locale", "adaptations/exampleregion")
        paths = (path for name in folders for path in (made.folder / name).rglob("*"))
        return {path: path.read_bytes() for path in paths if path.is_file()}

    before = files()
    yield
    assert files() == before


def cop(*words: str, code: int = 0) -> str:
    said = CliRunner().invoke(main, words, catch_exceptions=False)
    assert said.exit_code == code, said.output
    return said.output


def export(language: str, *more: str, code: int = 0) -> Path:
    path = Path.cwd().parent / "out.xlf"
    path.unlink(missing_ok=True)
    cop("export", "--adaptation", "exampleland", "-l", language, "-o", str(path), *more, code=code)
    return path


def import_(path: Path, *more: str) -> str:
    return cop("import", "--adaptation", "exampleland", str(path), *more)


def translate(path: Path, source: str, target: str) -> None:
    """Let a translator finish the message whose text begins with *source*."""
    tree = etree.parse(path)
    space = "{urn:oasis:names:tc:xliff:document:2.0}"
    (segment,) = [each for each in tree.iter(f"{space}segment") if each.find(f"{space}source").text.startswith(source)]
    segment.set("state", "translated")
    found = segment.find(f"{space}target")
    found = etree.SubElement(segment, f"{space}target") if found is None else found
    found.text = target
    tree.write(path, encoding="utf-8", xml_declaration=True)


def entries(made: Project, locale: str, domain: str) -> dict[str, CatalogEntry]:
    return {each.msgid: each for each in read_catalog(made.folder / OWN.format(locale, domain)).entries}


def test_national_text_goes_out_in_its_own_language_and_comes_back(made: Project) -> None:
    path = export("en")
    translate(path, "Au pays d’exemple", "In Exampleland, they are on the wall.")
    said = import_(path)

    assert etree.parse(path).getroot().get("srcLang") == "fr"
    assert "1 translated" in said
    assert entries(made, "en", "changes")["Au pays d’exemple, elles sont affichées."].msgstr == (
        "In Exampleland, they are on the wall."
    )


def test_only_what_is_said_in_other_words_goes_out(made: Project) -> None:
    text = export("fr").read_text(encoding="utf-8")

    assert "Des règles non lues." in text
    assert "It need not be long." not in text


def test_a_catalog_of_the_guidelines_goes_out_by_name_and_comes_back_as_what_differs(made: Project) -> None:
    path = export("fr", "--domain", "shared")
    translate(path, "It need not be long.", "Une heure suffit.")
    import_(path)

    assert {text: each.msgstr for text, each in entries(made, "fr", "shared").items()} == {
        "Rules that nobody reads protect nobody.": "Des règles non lues.",
        "It need not be long.": "Une heure suffit.",
    }


def test_other_words_make_a_catalog_where_there_was_none(made: Project) -> None:
    (made.folder / OWN.format("fr", "shared")).unlink()
    path = export("fr", "--domain", "shared")
    translate(path, "It need not be long.", "Une heure suffit.")
    import_(path)

    assert list(entries(made, "fr", "shared")) == ["It need not be long."]


def test_what_comes_back_unchanged_changes_nothing(made: Project) -> None:
    before = {path: path.read_bytes() for path in (made.folder / "adaptations").rglob("*.po")}
    import_(export("fr", "--domain", "shared"))
    import_(export("en"))

    assert {path: path.read_bytes() for path in (made.folder / "adaptations").rglob("*.po")} == before


def test_a_file_of_the_guidelines_can_be_said_in_other_words(made: Project) -> None:
    path = Path.cwd().parent / "below.xlf"
    cop("export", "-l", "fr", "-o", str(path))
    translate(path, "It need not be long.", "Une heure suffit.")
    import_(path)

    assert entries(made, "fr", "shared")["It need not be long."].msgstr == "Une heure suffit."


def test_what_the_gate_refuses_comes_in_fuzzy(made: Project) -> None:
    path = export("en")
    translate(path, "Au pays d’exemple", "Call 1234 5678 at once.")
    import_code = CliRunner().invoke(main, ["import", "--adaptation", "exampleland", str(path)]).exit_code

    assert import_code == 1
    assert entries(made, "en", "changes")["Au pays d’exemple, elles sont affichées."].is_fuzzy


def test_what_has_no_place_any_more_stays_in_the_catalog(made: Project) -> None:
    path = export("en")
    translate(path, "Les écoles", "Schools have no room.")
    changes = made.folder / "adaptations/exampleland/changes/shared.rst"
    text = changes.read_text(encoding="utf-8")
    changes.write_text(text.replace("Les écoles n’ont pas de salle.", "Elles n’ont rien."), encoding="utf-8")
    cop("update", "--adaptation", "exampleland")
    said = CliRunner().invoke(main, ["import", "--adaptation", "exampleland", str(path)]).output
    entry = entries(made, "en", "changes")["Les écoles n’ont pas de salle."]

    assert "its translation waits in the catalog, as obsolete or in a comment" in said
    assert (entry.msgstr, entry.is_obsolete) == ("Schools have no room.", True)


@pytest.mark.slow
def test_a_language_that_the_guidelines_lack_goes_out_and_comes_back(made: Project) -> None:
    toml = COUNTRY.replace('["fr", "en"]', '["fr", "en", "sw"]') + HOURS
    swahili = '[[language]]\ntag = "sw"\nlocale = "sw"\nendonym = "Kiswahili"\nenglish-name = "Swahili"\n'
    made.write("adaptations/exampleland/adaptation.toml", toml + swahili)
    cop("update", "--adaptation", "exampleland", "-l", "sw")
    path = export("sw", "--domain", "shared")
    translate(path, "It need not be long.", "Si lazima iwe ndefu.")
    import_(path)
    own = export("sw", "--domain", "changes")
    translate(own, "Les écoles", "Shule hazina ukumbi.")
    import_(own)

    assert entries(made, "sw", "shared")["It need not be long."].msgstr == "Si lazima iwe ndefu."
    assert entries(made, "sw", "changes")["Les écoles n’ont pas de salle."].msgstr == "Shule hazina ukumbi."


def test_two_languages_of_the_source_go_out_one_after_the_other(made: Project) -> None:
    toml = COUNTRY.replace('["fr", "en"]', '["fr", "en", "ar"]') + HOURS
    made.write("adaptations/exampleland/adaptation.toml", toml)
    own_catalog(made, "ar", "shared", f"\n{SAID.replace('Des règles non lues.', 'قواعد')}")
    cop("update", "--adaptation", "exampleland")
    said = cop("export", "--adaptation", "exampleland", "-l", "ar", "-o", "../out.xlf", code=2)

    assert "written in en and fr, and a file has one source language" in said
    assert "--domain exampleland/changes, " in said
    assert export("ar", "--domain", "changes").read_text(encoding="utf-8").count('srcLang="fr"') == 1


def test_a_review_is_written_into_the_catalog_of_the_adaptation(made: Project) -> None:
    words = ("review", "--adaptation", "exampleland", "-l", "fr", "--by", "A. Reader", "--as", "approved")
    said = cop(*words, "--domain", "shared", "--context", "rec-gen-001")

    assert "1 message approved by A. Reader" in said
    assert standing(entries(made, "fr", "shared")["Rules that nobody reads protect nobody."]) is Standing.APPROVED


def test_what_only_the_guidelines_have_translated_is_not_reviewed_for_the_adaptation(made: Project) -> None:
    words = ("review", "--adaptation", "exampleland", "-l", "fr", "--by", "A. Reader", "--as", "approved")

    assert "no message in fr is meant by that" in cop(*words, "--context", "rec-gen-002", code=2)


def test_national_translations_are_reviewed_by_the_name_of_their_file(made: Project) -> None:
    path = export("en")
    translate(path, "Au pays d’exemple", "In Exampleland, they are on the wall.")
    import_(path)
    words = ("review", "--adaptation", "exampleland", "-l", "en", "--by", "A. Reader", "--as", "reviewed")

    assert "1 message reviewed by A. Reader" in cop(*words, "--domain", "changes", "--context", "rec-gen-001/note")


def test_a_memory_and_sheets_belong_to_the_guidelines(made: Project) -> None:
    path = Path.cwd().parent / "out.tmx"
    cop("export", "--adaptation", "exampleland", "-l", "fr", "-f", "tmx", "-o", str(path))
    said = cop("import", "--adaptation", "exampleland", str(path), code=2)

    assert "an adaptation has no translation memory" in said
    assert "leave --adaptation out" in cop("review", "--adaptation", "exampleland", "sheet", "-l", "fr", code=2)


@pytest.mark.slow
def test_the_kit_holds_the_catalogs_of_the_adaptation_and_shows_its_text(made: Project) -> None:
    settings = settings_of(made)
    files = kit_files(settings, settings.language("en"))
    page = next(data.decode() for path, data in files.items() if path.endswith("cubs/html/shared/page.html"))

    assert [path for path in files if path.startswith(("catalogs/", "templates/", "xliff/"))] == [
        "catalogs/changes.po",
        "templates/changes.pot",
        "xliff/changes.xlf",
    ]
    assert "Exampleland, 2026.1-exl.1\n" in files["rules.txt"].decode()
    assert b'srcLang="fr"' in files["xliff/changes.xlf"]
    assert b"<source_lang>fr</source_lang>" in files["omegat/omegat.project"]
    assert "Au pays d’exemple, elles sont affichées." in page
    assert 'id="msg-' in page
    assert "cubs/html/shared/page.html#msg-" in files["preview/changes.html"].decode()


@pytest.mark.slow
def test_a_catalog_of_the_kit_comes_back_in(made: Project, tmp_path: Path) -> None:
    settings = settings_of(made)
    path = tmp_path / "shared.po"
    data = kit_files(settings, settings.language("fr"))["catalogs/shared.po"]
    path.write_bytes(data.replace("Des règles non lues.".encode(), "Des règles jamais lues.".encode()))
    import_(path)

    assert entries(made, "fr", "shared")["Rules that nobody reads protect nobody."].msgstr == "Des règles jamais lues."
