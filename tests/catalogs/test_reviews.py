"""A review speaks for one text and one translation; whatever changes either takes it back."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from sphinx_intl.catalog import dump_po, load_po

from builders.catalogs.reading import parse_catalog, read_catalog
from builders.catalogs.reviews import review_of, standing, with_review
from builders.catalogs.updating import template, update_catalogs
from builders.catalogs.writing import format_catalog, write_catalog
from builders.model.findings import Location
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, SourceMessage
from builders.model.reviews import ReviewLevel, Standing

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French")
DAY = date(2026, 11, 22)
AMINA = "Amina Example"
LONG_NAME = "María del Carmen Fernández de la Torre y González, Ministry of Education and Digital Affairs"
needs_msgmerge = pytest.mark.skipif(shutil.which("msgmerge") is None, reason="gettext is not installed")


def approved(by: str = AMINA) -> Catalog:
    """Return a catalog of two messages, the first of them approved *by* somebody."""
    text = f'{HEADER}msgid "Answer within 24 hours."\nmsgstr "Répondez sous 24 heures."\n\nmsgid "Listen."\nmsgstr ""\n'
    first, second = parse_catalog(text.encode(), "fr.po").entries
    read = parse_catalog(text.encode(), "fr.po")
    return replace(read, entries=(with_review(first, ReviewLevel.APPROVED, by=by, on=DAY), second))


def first_standing(catalog: Catalog) -> Standing:
    return standing(catalog.active[0])


def test_a_review_says_who_and_when() -> None:
    (entry, _) = approved().entries

    found = review_of(entry)

    assert found is not None
    assert (found.level, found.by, found.on) == (ReviewLevel.APPROVED, AMINA, DAY)


@pytest.mark.parametrize("change", [{"msgid": "Answer."}, {"msgstr": "Répondez."}, {"context": "rec-pol-001/text"}])
def test_another_text_takes_the_approval_back(change: dict[str, str]) -> None:
    (entry, _) = approved().entries

    assert standing(entry) is Standing.APPROVED
    assert standing(replace(entry, **change)) is Standing.TRANSLATED


def test_fuzzy_goes_before_any_review() -> None:
    (entry, _) = approved().entries

    assert standing(replace(entry, flags=frozenset({"fuzzy"}))) is Standing.FUZZY


@pytest.mark.parametrize("msgstr", ["", "fuzzy"])
def test_what_is_not_finished_cannot_be_approved(msgstr: str) -> None:
    entry = CatalogEntry(context="", msgid="One.", msgstr=msgstr, flags=frozenset([msgstr] if msgstr else []))

    with pytest.raises(ValueError, match="only a translation"):
        with_review(entry, ReviewLevel.APPROVED, by=AMINA, on=DAY)


def test_a_second_review_takes_the_place_of_the_first_and_leaves_other_comments() -> None:
    (entry, _) = approved().entries
    noted = replace(entry, comments=("review: is this the right tone?", *entry.comments, "yes"))

    again = with_review(noted, ReviewLevel.REVIEWED, by="Bo Example", on=DAY)

    assert again.comments[:2] == ("review: is this the right tone?", "yes")
    assert len(again.comments) == 3
    assert standing(again) is Standing.REVIEWED


def updated(catalog: Catalog, *texts: str) -> Catalog:
    """Return *catalog* after an update with a source of *texts*."""
    messages = [SourceMessage(context="", text=text, location=Location("labels")) for text in texts]
    return update_catalogs({"a": template("a", messages)}, {"a": catalog}, FRENCH).catalogs["a"]


def test_an_update_keeps_the_approval_of_what_has_not_changed() -> None:
    assert first_standing(updated(approved(), "Answer within 24 hours.", "Listen.")) is Standing.APPROVED


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Answer within 48 hours.", Standing.FUZZY), ("Answer, within 24 hours.", Standing.TRANSLATED)],
)
def test_an_update_takes_the_approval_back_where_the_source_has_changed(text: str, expected: Standing) -> None:
    assert first_standing(updated(approved(), text, "Listen.")) is expected


def test_the_approval_returns_with_the_text_that_was_approved() -> None:
    changed = updated(approved(), "Answer within 48 hours.", "Listen.")

    assert first_standing(updated(changed, "Answer within 24 hours.", "Listen.")) is Standing.APPROVED


def merged(folder: Path, catalog: Catalog, source: str) -> Catalog:
    """Return *catalog* after msgmerge with a source of one message."""
    write_catalog(catalog, folder / "fr.po")
    (folder / "a.pot").write_text(f'{HEADER}msgid "{source}"\nmsgstr ""\n', encoding="utf-8")
    command = ["msgmerge", "--quiet", "--previous", "--output-file=new.po", "fr.po", "a.pot"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return read_catalog(folder / "new.po")


@needs_msgmerge
@pytest.mark.parametrize("name", [AMINA, LONG_NAME])
def test_msgmerge_keeps_an_approval(tmp_path: Path, name: str) -> None:
    (entry,) = merged(tmp_path, approved(name), "Answer within 24 hours.").active

    found = review_of(entry)

    assert found is not None
    assert found.by == name


@needs_msgmerge
def test_msgmerge_does_not_carry_an_approval_over_to_another_text(tmp_path: Path) -> None:
    (entry,) = merged(tmp_path, approved(), "Answer within 48 hours.").active

    assert standing(entry) is Standing.FUZZY
    assert standing(replace(entry, flags=frozenset())) is Standing.TRANSLATED


def through_polib(folder: Path, catalog: Catalog, msgstr: str) -> Catalog:
    """Return *catalog* after polib has given its first message the translation *msgstr*."""
    polib = pytest.importorskip("polib")
    write_catalog(catalog, folder / "fr.po")
    read = polib.pofile(str(folder / "fr.po"))
    read[0].msgstr = msgstr
    read.save()
    return read_catalog(folder / "fr.po")


@pytest.mark.parametrize("name", [AMINA, LONG_NAME])
def test_polib_keeps_an_approval_although_it_wraps_the_comment(tmp_path: Path, name: str) -> None:
    catalog = through_polib(tmp_path, approved(name), "Répondez sous 24 heures.")

    found = review_of(catalog.entries[0])

    assert found is not None
    assert found.by == name


def test_an_edit_with_polib_takes_the_approval_back(tmp_path: Path) -> None:
    assert first_standing(through_polib(tmp_path, approved(), "Répondez vite.")) is Standing.TRANSLATED


@pytest.mark.parametrize("name", [AMINA, LONG_NAME])
def test_sphinx_intl_keeps_an_approval(tmp_path: Path, name: str) -> None:
    write_catalog(approved(name), tmp_path / "fr.po")

    dump_po(str(tmp_path / "fr.po"), load_po(str(tmp_path / "fr.po")))

    assert first_standing(read_catalog(tmp_path / "fr.po")) is Standing.APPROVED


def test_babel_reads_the_same_translations_with_and_without_reviews() -> None:
    with_it, without = (
        {message.id: message.string for message in read_po(format_catalog(catalog).encode().splitlines(keepends=True))}
        for catalog in (approved(), replace(approved(), entries=tuple(map(without_comments, approved().entries))))
    )

    assert with_it == without


def without_comments(entry: CatalogEntry) -> CatalogEntry:
    return replace(entry, comments=())
