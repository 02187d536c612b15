"""A sheet goes out to people who read the language; what they have written comes to its message, or not in."""

from __future__ import annotations

import copy
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree
from openxml_audit import OpenXmlValidator

from builders.catalogs.po.reading import read_catalog
from builders.catalogs.reviews import reviewers, standing
from builders.cli.menu import main
from builders.model.messages import CatalogEntry, Standing
from builders.translating.sheets import returned
from tests.conftest import Project
from tests.translating.sheets.filled import W, fill_page, fill_word, rows_of, with_document

PAGE = "One *word*.\n\nSee :doc:`/shared/page`.\n\nThree.\n\nFour."
CATALOG = """
msgid "Page"
msgstr "La page"

# by the translator
msgid "One *word*."
msgstr "Un *mot*."

msgid "See :doc:`/shared/page`."
msgstr "Voir :doc:`/shared/page`."

msgid "Three."
msgstr "Trois."

msgid "Four."
msgstr ""
"""
ANSWERS = {
    "La page": ("right", ""),
    "Un *mot*.": ("Right.", "good"),
    "Voir :doc:`/shared/page`.": ("change", "say Voyez"),
    "Trois.": ("wrong", "it is four"),
}


@pytest.fixture
def made(project, monkeypatch: pytest.MonkeyPatch) -> Project:
    done = project(PAGE)
    done.catalog("fr", "shared", CATALOG)
    path = done.folder / "locale/fr/LC_MESSAGES/shared.po"
    text = path.read_text(encoding="utf-8").replace("msgid ", "#: source/shared/page.rst\nmsgid ")
    path.write_text(text.replace('#: source/shared/page.rst\nmsgid ""', 'msgid ""', 1), encoding="utf-8")
    monkeypatch.chdir(done.folder)
    return done


def cop(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


def sent(made: Project, suffix: str = "docx") -> Path:
    """Write the sheets of the page, and return one of them."""
    done = cop("review", "sheet", "-l", "fr", "--chapter", "shared/page", "-o", "out")
    assert done.exit_code == 0, done.output
    return made.folder / f"out/fr-shared-page.{suffix}"


def take(path: Path, *options: str) -> Result:
    return cop("review", "take", path, "--by", "Amina Example", *options)


def entries(made: Project) -> dict[str, CatalogEntry]:
    path = made.folder / "locale/fr/LC_MESSAGES/shared.po"
    return {each.msgid: each for each in read_catalog(path, path.name).active}


def standings(made: Project) -> list[Standing]:
    return [standing(each) for each in entries(made).values()]


def test_a_sheet_has_a_row_for_every_finished_translation(made: Project) -> None:
    done = cop("review", "sheet", "-l", "fr", "--chapter", "source/shared/page.rst", "-o", "out")

    assert done.output == "out/fr-shared-page.docx: 4 rows\nout/fr-shared-page.html: 4 rows\n"


def test_the_same_sheet_is_the_same_bytes(made: Project) -> None:
    first = {suffix: sent(made, suffix).read_bytes() for suffix in ("docx", "html")}

    assert {suffix: sent(made, suffix).read_bytes() for suffix in ("docx", "html")} == first


def test_the_word_file_is_valid(made: Project) -> None:
    found = [each.description for each in OpenXmlValidator().validate(str(sent(made))).errors]

    assert [each for each in found if not each.endswith("/theme' is missing.")] == []  # Word asks for none


@pytest.mark.parametrize(("suffix", "fill"), [("docx", fill_word), ("html", fill_page)])
def test_what_a_reviewer_has_written_comes_to_its_message(made: Project, suffix: str, fill) -> None:
    answers = {text: (verdict.strip(".").lower(), comment) for text, (verdict, comment) in ANSWERS.items()}

    done = take(fill(sent(made, suffix), answers if suffix == "html" else ANSWERS))

    found = entries(made)
    assert done.output == "fr: 2 reviewed, 1 “change”, 1 “wrong”, 3 with a note; 1 file changed\n"
    assert standings(made) == [
        Standing.REVIEWED,
        Standing.REVIEWED,
        Standing.TRANSLATED,
        Standing.TRANSLATED,
        Standing.UNTRANSLATED,
    ]
    assert reviewers(found["Page"]) == ("Amina Example",)
    assert found["One *word*."].comments[:2] == ("Amina Example, good", "by the translator")
    assert found["See :doc:`/shared/page`."].comments == ("Amina Example, change: say Voyez",)
    assert found["Three."].comments == ("Amina Example, wrong: it is four",)


def test_no_translation_changes_and_another_wording_is_a_comment(made: Project) -> None:
    path = fill_word(sent(made), {"Trois.": ("change", "")}, {"Trois.": "Ils sont trois."})

    take(path)

    three = entries(made)["Three."]
    assert (three.msgstr, three.comments) == (
        "Trois.",
        ("Amina Example, change", "Amina Example proposes: Ils sont trois."),
    )


def test_who_releases_says_so(made: Project) -> None:
    take(fill_word(sent(made), ANSWERS), "--as", "approved")

    assert standings(made)[0] is Standing.APPROVED


def test_the_same_sheet_twice_changes_nothing_the_second_time(made: Project) -> None:
    path = fill_word(sent(made), ANSWERS)
    take(path)

    assert take(path).output.endswith("; 0 files changed\n")


def test_on_a_dry_run_nothing_is_written(made: Project) -> None:
    path = fill_word(sent(made), ANSWERS)

    assert take(path, "--dry-run").output.endswith("; 1 file would change\n")
    assert Standing.REVIEWED not in standings(made)


def test_who_thinks_otherwise_now_takes_the_review_back(made: Project) -> None:
    take(fill_word(sent(made), {"Trois.": ("right", "")}))

    take(fill_word(sent(made), {"Trois.": ("wrong", "")}))

    assert standing(entries(made)["Three."]) is Standing.TRANSLATED


def test_a_translation_that_has_changed_since_is_not_approved_unread(made: Project) -> None:
    path = fill_word(sent(made), {"Trois.": ("right", ""), "La page": ("right", "")})
    catalog = made.folder / "locale/fr/LC_MESSAGES/shared.po"
    catalog.write_text(catalog.read_text("utf-8").replace("Trois.", "Trois !"), encoding="utf-8")

    done = take(path)

    assert done.exit_code == 1
    assert "out/fr-shared-page.docx:4: warning: the text has changed since the sheet went out" in done.output
    assert standing(entries(made)["Three."]) is Standing.TRANSLATED
    assert standing(entries(made)["Page"]) is Standing.REVIEWED


def test_right_beside_another_wording_means_neither(made: Project) -> None:
    done = take(fill_word(sent(made), {"Trois.": ("right", "")}, {"Trois.": "Quatre."}))

    assert "[sheet-edited]" in done.output
    assert standing(entries(made)["Three."]) is Standing.TRANSLATED


def test_a_verdict_that_is_none_is_named_and_its_comment_kept(made: Project) -> None:
    done = take(fill_word(sent(made), {"Trois.": ("perhaps", "ask me")}))

    assert "the verdict is “perhaps”, and none of right, change, wrong [sheet-verdict]" in done.output
    assert entries(made)["Three."].comments == ("Amina Example, ask me",)


def test_rows_that_are_deleted_or_empty_count_as_not_read(made: Project) -> None:
    def shorter(document: bytes) -> bytes:
        root, rows = rows_of(document)
        rows[0].getparent().remove(rows[0])
        return etree.tostring(root)

    assert take(with_document(sent(made), shorter)).output == "fr: 3 not read; 0 files changed\n"


def test_changes_that_word_tracks_count_as_accepted(made: Project) -> None:
    def tracked(document: bytes) -> bytes:
        root, rows = rows_of(document)
        cells = list(rows[0].iter(f"{W}tc"))
        for tag, words in (("del", "wrong"), ("ins", "right")):
            change = etree.SubElement(cells[3].find(f"{W}p"), f"{W}{tag}")
            run = etree.SubElement(change, f"{W}r")
            etree.SubElement(run, f"{W}delText" if tag == "del" else f"{W}t").text = words
        return etree.tostring(root)

    take(with_document(sent(made), tracked))

    assert standings(made)[0] is Standing.REVIEWED


def test_what_a_reviewer_writes_in_the_margin_is_a_comment(made: Project) -> None:
    words = "<w:p><w:r><w:t>too short</w:t></w:r></w:p>"
    notes = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7">{words}</w:comment></w:comments>'

    def noted(document: bytes) -> bytes:
        root, rows = rows_of(document)
        run = etree.SubElement(next(rows[0].iter(f"{W}p")), f"{W}r")
        etree.SubElement(run, f"{W}commentReference").set(f"{W}id", "7")
        return etree.tostring(root)

    take(with_document(sent(made), noted, {"word/comments.xml": notes.encode()}))

    assert entries(made)["Page"].comments == ("Amina Example, too short",)


# What is refused -----------------------------------------------------------------------------------------------------


def refused(made: Project, path: Path) -> str:
    before = (made.folder / "locale/fr/LC_MESSAGES/shared.po").read_bytes()
    done = take(path)
    assert done.exit_code == 2
    assert (made.folder / "locale/fr/LC_MESSAGES/shared.po").read_bytes() == before
    return done.output


def edited(row: int, cell: int, old: str, new: str):
    """Return what changes *old* to *new* in a cell of the Word file."""

    def change(document: bytes) -> bytes:
        root, rows = rows_of(document)
        text = next(list(rows[row].iter(f"{W}tc"))[cell].iter(f"{W}t"))
        assert old in text.text
        text.text = text.text.replace(old, new)
        return etree.tostring(root)

    return change


def test_an_id_that_has_been_edited_is_refused(made: Project) -> None:
    path = with_document(fill_word(sent(made), ANSWERS), edited(1, 0, "msg-", "msg-0"))

    assert "the id of row 2, “msg-0" in refused(made, path)


def test_a_row_of_another_language_is_refused(made: Project) -> None:
    made.catalog("es", "shared", 'msgid "Page"\nmsgstr "La página"\n')
    cop("review", "sheet", "-l", "es", "--domain", "shared", "-o", "out")
    other = made.folder / "out/es-shared.docx"

    path = with_document(other, lambda document: document.replace(b"cop-sheet/1 es", b"cop-sheet/1 fr"))

    assert "is none of this sheet [sheet-unreadable]" in refused(made, path)


def test_rows_with_the_same_id_are_refused(made: Project) -> None:
    def doubled(document: bytes) -> bytes:
        root, rows = rows_of(document)
        rows[0].addnext(copy.deepcopy(rows[0]))
        return etree.tostring(root)

    assert "rows 1 and 2 have the same id" in refused(made, with_document(sent(made), doubled))


@pytest.mark.parametrize("tag", ["xx", "en"])
def test_a_sheet_of_no_language_here_is_refused(made: Project, tag: str) -> None:
    path = with_document(sent(made), lambda data: data.replace(b"cop-sheet/1 fr", f"cop-sheet/1 {tag}".encode()))

    assert f"the sheet says that its language is “{tag}” [sheet-language]" in refused(made, path)


def test_a_row_without_all_its_cells_is_refused(made: Project) -> None:
    def poorer(document: bytes) -> bytes:
        root, rows = rows_of(document)
        rows[0].remove(list(rows[0].iter(f"{W}tc"))[4])
        return etree.tostring(root)

    assert "row 1 has 4 cells, not 5" in refused(made, with_document(sent(made), poorer))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is neither a page nor a Word file"),
        (b"PK\x03\x04 no archive", "it cannot be unpacked"),
        (b"<p>hello</p>", "it holds no table of a sheet"),
        (b"\x00\x01\x02" * 50, "it"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(made: Project, data: bytes, words: str) -> None:
    path = made.folder / "x.docx"
    path.write_bytes(data)

    assert words in refused(made, path)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda data: b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + data.partition(b"?>")[2],
            "document type",
        ),
        (lambda data: data[:-9], "a part of it is no XML"),
        (lambda data: b"<a/>", "it holds no table"),
    ],
)
def test_a_word_file_that_is_damaged_or_pulls_in_others_is_refused(made: Project, change, words: str) -> None:
    assert words in refused(made, with_document(sent(made), change))


def test_a_part_that_grows_when_it_is_unpacked_is_refused(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returned, "LARGEST", 200_000)
    path = with_document(sent(made), lambda data: data + b" " * 300_000)
    assert path.stat().st_size < 100_000

    assert "word/document.xml has more than 0 MB when it is unpacked" in refused(made, path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_with_a_part_twice_is_refused(made: Project) -> None:
    path = sent(made)
    with zipfile.ZipFile(path, "a") as book:
        book.writestr("word/document.xml", "<a/>")

    assert "it holds word/document.xml twice" in refused(made, path)


def test_a_chapter_without_a_translation_has_no_sheet(made: Project) -> None:
    made.catalog("fr", "shared", '#: source/shared/page.rst\nmsgid "Page"\nmsgstr ""\n')

    done = cop("review", "sheet", "-l", "fr", "--chapter", "shared/page")

    assert "of the 1 messages in fr that are meant by that, none is translated" in done.output


@pytest.mark.parametrize("options", [("-l", "fr"), ("--chapter", "shared/page")])
def test_a_sheet_says_what_and_in_which_language(made: Project, options: tuple[str, ...]) -> None:
    assert cop("review", "sheet", *options).exit_code == 2


def test_a_name_that_cannot_stand_in_a_review_is_refused(made: Project) -> None:
    done = cop("review", "take", fill_word(sent(made), ANSWERS), "--by", " ")

    assert (done.exit_code, "[reviewer-unnamed]" in done.output) == (2, True)
