"""Sheets as reviewers send them back: filled in as Word and browsers write it, without these programs."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from docx import Document
from lxml import etree, html

Answer = tuple[str, str]
"""Verdict and comment."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fill_word(path: Path, answers: Mapping[str, Answer], texts: Mapping[str, str] | None = None) -> Path:
    """Write *answers* beside the translations that they name into the Word file *path*, and new *texts* over them."""
    book = Document(str(path))
    for row in book.tables[0].rows[1:]:
        _, _, translation, verdict, comment = row.cells
        own = translation.text
        verdict.text, comment.text = answers.get(own, ("", ""))
        if texts and own in texts:
            translation.text = texts[own]
    book.save(str(path))
    return path


def fill_page(path: Path, answers: Mapping[str, Answer]) -> Path:
    """Write *answers* into the page *path* as its script does."""
    root = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    for row in root.iter("tr"):
        cells = list(row.iterchildren("td"))
        if cells and (found := answers.get(cells[2].text_content())):
            for choice in cells[3].iter("input"):
                if choice.get("value") == found[0]:
                    choice.set("checked", "")
            next(cells[4].iter("textarea")).text = found[1]
    path.write_bytes(html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>"))
    return path


def with_document(path: Path, change: Callable[[bytes], bytes], more: Mapping[str, bytes] | None = None) -> Path:
    """Write the Word file *path* with another main part, and *more* parts."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["word/document.xml"] = change(parts["word/document.xml"])
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in {**parts, **(more or {})}.items():
            book.writestr(name, data)
    path.write_bytes(archive.getvalue())
    return path


def rows_of(document: bytes) -> tuple[etree._Element, list[etree._Element]]:
    """Return the root of the main part of a Word file, and the rows of its table below the heading."""
    root = etree.fromstring(document)
    return root, list(root.iter(f"{W}tr"))[1:]
