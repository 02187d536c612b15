"""Sphinx builds an edition as a Word file."""

from __future__ import annotations

from docx_reading import W, part, words

from builders.model.editions import Format


def test_a_page_of_the_edition_is_a_chapter_of_the_file(project):
    result = project("Text for everybody.\n").build("en", "inventors", Format.DOCX)

    document = part(result.paths[Format.DOCX], "word/document.xml")
    headings = [words(p) for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='Heading1']") is not None]
    assert result.findings == ()
    assert headings == ["Opening", "Page"]


def test_a_reference_to_a_block_is_a_link_in_the_file(project):
    page = ".. keymessage:: key-gen-001\n\n   Words.\n\nRead :see:`key-gen-001`.\n"

    result = project(page, key_gen_001="keymessage").build("en", "inventors", Format.DOCX)

    anchors = [
        link.get(f"{W}anchor") for link in part(result.paths[Format.DOCX], "word/document.xml").iter(f"{W}hyperlink")
    ]
    assert "key_gen_001" in anchors
