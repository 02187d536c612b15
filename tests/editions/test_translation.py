"""Readers see the translation, or marked English; a translation is never dropped in silence."""

from __future__ import annotations

from zipfile import ZipFile

import pytest

from builders.model.editions import Format
from builders.problems import Problem
from tests.conftest import Project


def test_a_translation_stands_in_the_place_of_its_message(project) -> None:
    made = project("Ask **somebody** you trust [#n]_.\n\n.. [#n] Anybody.\n")
    made.catalog(
        "fr",
        "shared",
        'msgid "Ask **somebody** you trust [#n]_."\nmsgstr "Demandez à **quelqu’un** de confiance [#n]_."\n',
    )

    page = made.page("fr", "inventors")

    assert "Demandez à <strong>quelqu’un</strong> de confiance" in page
    assert "Ask <strong>" not in page


def test_untranslated_text_is_marked_as_english(project) -> None:
    made = project("Not translated yet.")

    page = made.page("ar", "inventors")

    assert '<html lang="ar" dir="rtl"' in page
    assert (
        'lang="en"'
        in page.split("Not translated yet.")[0].rsplit("<", 2)[1]
        + page.split("Not translated yet.")[0].rsplit("<", 1)[1]
    )


def test_a_fuzzy_translation_is_not_shown(project) -> None:
    made = project("Hello, reader.")
    made.catalog("fr", "shared", '#, fuzzy\nmsgid "Hello, reader."\nmsgstr "Bonjour."\n')

    page = made.page("fr", "inventors")

    assert "Bonjour." not in page


def test_one_text_may_have_a_translation_for_each_block(project) -> None:
    page = """
        .. keymessage:: key-gen-001

           Listen.

        .. keymessage:: key-gen-002

           Listen.
        """
    made = project(page, key_gen_001="keymessage", key_gen_002="keymessage")
    made.catalog(
        "fr",
        "shared",
        """
        msgctxt "key-gen-001/text"
        msgid "Listen."
        msgstr "Écoutez-les."

        msgid "Listen."
        msgstr "Écoutez."
        """,
    )

    text = made.page("fr", "inventors")

    assert text.index("Écoutez-les.") < text.index("Écoutez.")


def test_a_translation_that_is_no_paragraph_is_refused_before_anything_is_built(project) -> None:
    made = project("Hello, reader.")
    made.catalog("fr", "shared", 'msgid "Hello, reader."\nmsgstr "- Bonjour"\n')

    with pytest.raises(Problem, match="locale/fr/LC_MESSAGES/shared.po:4") as refused:
        made.build("fr", "inventors")

    assert "begins with a bullet" in str(refused.value)


@pytest.mark.parametrize(
    "translation",
    [
        "Demandez à *quelqu’un :doc:`/shared/page`.",
        "Demandez à quelqu’un.",
        "问\\\\ *某人*吧：:doc:`/shared/page`。",
        "Demandez `ici <https://evil.example>`_ :doc:`/shared/page`.",
    ],
)
def test_docutils_finds_by_itself_what_the_gate_would_have_found(project, monkeypatch, translation: str) -> None:
    monkeypatch.setattr("builders.catalogs.gate.check_catalog", lambda catalog, **how: ())
    made = project("Ask *somebody*: :doc:`/shared/page`.")
    made.catalog("fr", "shared", f'msgid "Ask *somebody*: :doc:`/shared/page`."\nmsgstr "{translation}"\n')

    result = made.build("fr", "inventors")

    assert {str(finding.location) for finding in result.findings} == {"locale/fr/LC_MESSAGES/shared.po:4"}


def test_a_compiled_catalog_alone_is_refused(project) -> None:
    made = project("Hello.")
    made.catalog("fr", "shared", "").rename(made.folder / "locale/fr/LC_MESSAGES/shared.mo")

    with pytest.raises(Problem, match="does not belong beside the catalogs"):
        made.build("fr", "inventors")


def test_a_compiled_catalog_beside_its_own_is_not_read(project) -> None:
    made = project("Hello.")
    made.catalog("fr", "shared", 'msgid "Hello."\nmsgstr "Bonjour."\n').with_suffix(".mo").write_bytes(b"\0")

    assert "Bonjour." in made.page("fr", "inventors")


@pytest.mark.parametrize(
    "translation",
    [
        "انظر \u2068:doc:`/shared/page`\u2069.",
        "انظر \u200f:doc:`/shared/page`\u200f.",
        "\u2067:doc:`/shared/page`\u2069",
        "انظر \u200e*هنا*\u200e :doc:`/shared/page`.",
    ],
)
def test_markup_may_stand_directly_at_a_mark_of_direction(project, translation: str) -> None:
    made = project("See :doc:`/shared/page`.")
    made.catalog("ar", "shared", f'msgid "See :doc:`/shared/page`."\nmsgstr "{translation}"\n')

    page = made.page("ar", "inventors")

    assert '<a class="reference internal" href="#">' in page
    assert ":doc:" not in page


def test_anchors_are_the_same_in_every_language(project) -> None:
    made = project("A section\n---------\n\nA note [#n]_.\n\n.. [#n] Here.\n")
    made.catalog(
        "fr",
        "shared",
        'msgid "A section"\nmsgstr "Une partie"\n\nmsgid "A note [#n]_."\nmsgstr "Une note [#n]_."\n',
    )

    english, french = ids(made.page("en", "inventors")), ids(made.page("fr", "inventors"))

    assert english == french


def ids(page: str) -> list[str]:
    import re

    return sorted(re.findall(r'\bid="([^"]+)"', page.split("<main", 1)[1]))


def test_the_name_of_a_treaty_is_official_in_every_language(project) -> None:
    made = project("Play is a right (:instrument:`crc.31`).")
    text = "Play is a right (:instrument:`crc.31`)."
    made.catalog("ru", "shared", f'msgid "{text}"\nmsgstr "Игра — это право (:instrument:`crc.31`)."\n')
    pattern = 'msgctxt "article"\nmsgid "{instrument}, article {article}"\nmsgstr "{instrument}, статья {article}"\n'
    made.catalog("ru", "labels", pattern)

    page = made.page("ru", "inventors")

    assert "Конвенция о правах ребенка, статья 31" in page


def lamp(project, written: str) -> Project:
    """Return a project with a picture, the translation of whose alternative text is *written*."""
    made: Project = project(".. image:: x.svg\n   :alt: A lamp.\n")
    made.write("source/shared/x.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    made.catalog("fr", "shared", f'msgid "A lamp."\nmsgstr "{written}"\n')
    return made


def test_markup_in_the_translation_of_an_alternative_text_is_refused(project) -> None:
    found = [str(finding) for finding in lamp(project, "**Lampe**").build("fr", "inventors").findings]

    assert any("“**Lampe**” is printed as it stands; this text can hold no markup" in each for each in found)


def test_literal_text_in_the_translation_of_an_alternative_text_is_refused_at_the_gate(project) -> None:
    made = lamp(project, "Une ``lampe``")

    with pytest.raises(Problem, match="adds literal text"):
        made.build("fr", "inventors")


def test_a_russian_dash_begins_no_line_in_any_format_or_label(project) -> None:
    made = project("Pause, says Timo.")
    made.catalog("ru", "shared", 'msgid "Pause, says Timo."\nmsgstr "Стой, — говорит Тимо."\n')
    made.catalog("ru", "labels", 'msgctxt "skip"\nmsgid "Skip to the text"\nmsgstr "Дальше — к тексту"\n')

    paths = made.build("ru", "cubs", *Format).paths

    page = (paths[Format.HTML] / "shared/page.html").read_text(encoding="utf-8")
    with ZipFile(paths[Format.EPUB]) as book, ZipFile(paths[Format.DOCX]) as document:
        texts = [page, book.read("shared/page.xhtml").decode(), document.read("word/document.xml").decode()]
    assert ["Стой,\u00a0— говорит" in text.replace("&#160;", "\u00a0") for text in texts] == [True, True, True]
    assert "Дальше\u00a0— к тексту" in page.replace("&#160;", "\u00a0")
