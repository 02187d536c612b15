"""An approval outlives every program that translators save a catalog with, and none of them makes one up."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from sphinx_intl.catalog import dump_po, load_po

from builders.catalogs.files import replace_files
from builders.catalogs.po.reading import parse_catalog, read_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import review_of, standing, with_review
from builders.model.messages import Catalog, CatalogEntry, ReviewLevel, Standing

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
SOURCE = "Answer within 24 hours."
NAMES = (
    "Amina Example",
    "María del Carmen Fernández de la Torre y González, Ministry of Education and Digital Affairs",
    "Jean-Pierre d’Exemple-Durand, Sous-direction Au-delà-des-Frontières, Sainte-Marie-de-l’Exemple",
    "آمنة مثال",
)


def approved(by: str) -> Catalog:
    """Return a catalog of two messages with notes, the first of them approved *by* somebody."""
    text = (
        f'{HEADER}# a note\nmsgctxt "rec-pla-001/text"\nmsgid "{SOURCE}"\nmsgstr "Répondez sous 24 heures."\n\n'
        '# another note\nmsgid "Listen."\nmsgstr ""\n'
    )
    read = parse_catalog(text.encode(), "fr.po")
    first, second = read.entries
    return replace(read, entries=(with_review(first, ReviewLevel.APPROVED, by=by, on=date(2026, 11, 22)), second))


def template(folder: Path, text: str) -> Path:
    path = folder / "a.pot"
    entries = f'msgctxt "rec-pla-001/text"\nmsgid "{text}"\nmsgstr ""\n\nmsgid "Listen."\nmsgstr ""\n'
    path.write_text(HEADER + entries, encoding="utf-8")
    return path


def run(*command: str | Path) -> None:
    subprocess.run(list(map(str, command)), check=True, capture_output=True)


def msgmerge(path: Path, text: str) -> None:
    run("msgmerge", "--quiet", "--previous", "--update", "--backup=none", path, template(path.parent, text))


def pot2po(path: Path, text: str) -> None:
    """Update as Weblate does: translate-toolkit reads and writes its catalogs."""
    run(POT2PO, "--progress=none", "-t", path, template(path.parent, text), new := path.with_name("new.po"))
    new.replace(path)


def msgcat(path: Path, text: str) -> None:
    """Save as Poedit does."""
    run("msgcat", "-o", path, path)


def through_polib(path: Path, text: str) -> None:
    polib.pofile(str(path)).save()


def through_babel(path: Path, text: str) -> None:
    written = io.BytesIO()
    write_po(written, read_po(io.BytesIO(path.read_bytes())), width=76)
    path.write_bytes(written.getvalue())


def through_sphinx_intl(path: Path, text: str) -> None:
    dump_po(str(path), load_po(str(path)))


POT2PO = Path(sys.executable).with_name("pot2po")


UPDATERS = [
    pytest.param(msgmerge, marks=pytest.mark.needs("msgmerge")),
    pytest.param(pot2po, marks=pytest.mark.needs("pot2po")),
]
PROGRAMS = [
    *UPDATERS,
    pytest.param(msgcat, marks=pytest.mark.needs("msgcat")),
    through_polib,
    through_babel,
    through_sphinx_intl,
]
Program = Callable[[Path, str], None]


@pytest.fixture
def save(tmp_path: Path):
    """Save a catalog, let a program do its work on the file, and read it again."""

    def saved(catalog: Catalog, program: Program, text: str = SOURCE) -> CatalogEntry:
        path = tmp_path / "fr.po"
        replace_files([(path, format_catalog(catalog).encode())])
        program(path, text)
        return next(entry for entry in read_catalog(path).active if entry.context)

    return saved


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_an_approval_is_still_there_with_its_name(save, program: Program, name: str) -> None:
    entry = save(approved(name), program)

    found = review_of(entry)
    assert found is not None
    assert (found.by, found.on) == (name, date(2026, 11, 22))
    assert standing(entry) is Standing.APPROVED
    assert "a note" in entry.comments


@pytest.mark.parametrize("program", UPDATERS)
def test_an_approval_is_not_carried_over_to_another_text(save, program: Program) -> None:
    entry = save(approved(NAMES[0]), program, "Answer within 48 hours.")

    assert entry.msgid == "Answer within 48 hours."
    assert standing(entry) in (Standing.FUZZY, Standing.UNTRANSLATED)
    assert standing(replace(entry, flags=frozenset(), msgstr="Répondez sous 48 heures.")) is Standing.TRANSLATED


@pytest.mark.parametrize("program", PROGRAMS)
def test_an_edit_before_saving_takes_the_approval_back(save, program: Program) -> None:
    catalog = approved(NAMES[0])
    first, second = catalog.entries

    edited = save(replace(catalog, entries=(replace(first, msgstr="Répondez vite."), second)), program)
    doubted = save(replace(catalog, entries=(replace(first, flags=frozenset({"fuzzy"})), second)), program)

    assert standing(edited) is Standing.TRANSLATED
    assert standing(doubted) is Standing.FUZZY


@pytest.mark.parametrize("length", range(1, 121, 7))
def test_polib_may_wrap_the_comment_anywhere(save, length: int) -> None:
    name = ("Jean-Pierre d’Exemple-Durand " * 5)[:length].strip().rstrip("-")

    found = review_of(save(approved(name), through_polib))

    assert found is not None
    assert found.by == name


def test_babel_reads_the_same_translations_with_and_without_reviews(tmp_path: Path) -> None:
    catalog = approved(NAMES[0])
    plain = replace(catalog, entries=tuple(replace(entry, comments=()) for entry in catalog.entries))
    for name, each in (("with.po", catalog), ("without.po", plain)):
        replace_files([(tmp_path / name, format_catalog(each).encode())])

    with_it, without = (
        [
            (message.context, message.id, message.string)
            for message in read_po(io.BytesIO((tmp_path / name).read_bytes()))
        ][1:]
        for name in ("with.po", "without.po")
    )

    assert with_it == without
