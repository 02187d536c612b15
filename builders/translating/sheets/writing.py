"""Writes the sheets of a chapter: the same rows for a word processor and for a browser."""

from collections.abc import Iterator
from pathlib import Path

from builders.catalogs.files import replace_files
from builders.catalogs.folders import read_catalogs
from builders.model.languages import Language
from builders.settings import Settings
from builders.translating.exporting import translated_language
from builders.translating.reviewing import Selection
from builders.translating.sheets.pages import format_page
from builders.translating.sheets.rows import make_sheet
from builders.translating.sheets.word import format_word


def write_sheet(
    settings: Settings, language: Language, selection: Selection, folder: Path | None
) -> Iterator[tuple[Path, int]]:
    """Write what *selection* means of *language* into *folder*; yield every file, and how many rows it has."""
    language = translated_language(settings, language)
    said = [*(page.removeprefix("source/").removesuffix(".rst") for page in selection.pages), *selection.contexts]
    what = ", ".join(said) or selection.domain
    title = f"{settings.guideline.name('en')}, {settings.version}: {language.english_name}, {what}"
    sheet = make_sheet(read_catalogs(settings, language), language, selection, title)
    place = folder or settings.project / "build" / "sheets"
    place.mkdir(parents=True, exist_ok=True)
    name = "-".join((language.tag, *what.replace("/", "-").replace(",", "").split()))[:80].rstrip("-")
    for suffix, data in ((".docx", format_word(sheet)), (".html", format_page(sheet))):
        path = place.resolve() / f"{name}{suffix}"
        replace_files([(path, data)])
        yield path, len(sheet.rows)
