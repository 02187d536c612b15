"""What stands in source/ and locale/: complete in six languages, and true to its own rules."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from lxml import etree

from builders.catalogs.gate import check_catalog
from builders.catalogs.shelf import catalog_folder, open_labels, open_shelf, read_catalogs
from builders.editions.inventory import locate_blocks
from builders.editions.parsing import RawDoctrees, read_raw
from builders.markup.messages import translatable_texts
from builders.model.messages import MessageState
from builders.publishing.reading import parse_source
from builders.publishing.translating import make_templates, outdated_templates
from builders.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = read_settings(ROOT)
TRANSLATED = [language for language in SETTINGS.languages if not language.is_source]
PAGES = sorted(SETTINGS.source.glob("*/*.rst"))
DRAWINGS = sorted(SETTINGS.source.rglob("*.svg"))
languages = pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)


@pytest.fixture(scope="module")
def doctrees() -> RawDoctrees:
    return parse_source(SETTINGS)


def test_the_guidelines_stand_in_six_languages_and_four_editions() -> None:
    assert [language.tag for language in SETTINGS.languages] == ["en", "fr", "es", "ar", "zh-Hans", "ru"]
    assert [edition.id for edition in SETTINGS.editions] == [
        "policy-makers",
        "industry",
        "parents-and-educators",
        "children",
    ]


@languages
def test_every_label_is_translated(language) -> None:
    labels = open_labels(SETTINGS, language)

    assert [key for key in labels if labels.is_fallback(key)] == []


@languages
def test_a_label_keeps_its_places(language) -> None:
    labels = open_labels(SETTINGS, language)

    for key, english in SETTINGS.labels.items():
        assert set(re.findall(r"\{\w+\}", labels[key])) == set(re.findall(r"\{\w+\}", english)), key


@languages
def test_the_story_is_translated_completely(language, doctrees: RawDoctrees) -> None:
    shelf = open_shelf(SETTINGS, language)

    texts = list(translatable_texts(read_raw(doctrees["children/story"])))
    assert [text.text for text in texts if shelf.find("children", text.context, text.text) is None] == []
    assert len(texts) > 100


@languages
def test_every_catalog_passes_the_gate_and_says_its_state(language) -> None:
    for catalog in read_catalogs(SETTINGS, language).values():
        assert list(check_catalog(catalog)) == []
        assert catalog.header_field("X-Review-State") == language.review_state == "machine-assisted, unreviewed"
        assert catalog.header_field("Plural-Forms") == get_plural(language.locale).plural_forms
        assert any(entry.state is MessageState.TRANSLATED for entry in catalog.active)


@languages
def test_babel_reads_the_same_messages(language) -> None:
    for domain, mine in read_catalogs(SETTINGS, language).items():
        with (catalog_folder(SETTINGS, language) / f"{domain}.po").open("rb") as file:
            theirs = read_po(file, abort_invalid=True)
        assert {entry.key: entry.msgstr for entry in mine.active} == {
            (message.context or "", message.id): message.string for message in theirs if message.id
        }


def test_sphinx_intl_counts_the_same_files() -> None:
    command = [str(Path(sys.executable).with_name("sphinx-intl")), "stat", "-d", "locale", "-l", "fr"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    for domain, catalog in read_catalogs(SETTINGS, SETTINGS.language("fr")).items():
        states = Counter(entry.state for entry in catalog.active)
        translated, fuzzy = states[MessageState.TRANSLATED], states[MessageState.FUZZY]
        untranslated = states[MessageState.UNTRANSLATED]
        # sphinx-intl counts a fuzzy message as translated, too.
        line = f"{domain}.po: {translated + fuzzy} translated, {fuzzy} fuzzy, {untranslated} untranslated."
        assert line in done.stdout


def test_the_templates_are_up_to_date() -> None:
    assert outdated_templates(SETTINGS, make_templates(SETTINGS)) == []


def test_the_ledger_and_the_source_have_the_same_blocks() -> None:
    active = {identifier for identifier, entry in SETTINGS.ledger.items() if entry.is_active}

    assert set(locate_blocks(SETTINGS)) == active


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_no_telephone_number_stands_in_the_text(page: Path) -> None:
    text = re.sub(r":widths: .*", "", page.read_text(encoding="utf-8"))

    assert re.findall(r"\+?\d[\d ()-]{4,}\d", text) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_the_english_text_has_no_letter_of_another_script(page: Path) -> None:
    assert re.findall(r"[\u0370-\u06ff\u3400-\u9fff]", page.read_text(encoding="utf-8")) == []


def test_a_sentence_of_the_story_has_at_most_ten_words() -> None:
    text = (SETTINGS.source / "children" / "story.rst").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.startswith("   ") and not line.strip().startswith(":")]

    sentences = [sentence for line in lines for sentence in re.split(r"(?<=[.!?”])\s+", line) if sentence]

    assert len(sentences) > 150
    assert [sentence for sentence in sentences if len(sentence.split()) > 10] == []


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.stem)
def test_a_drawing_is_shapes_only(drawing: Path) -> None:
    root = etree.parse(drawing).getroot()

    allowed = {
        "svg",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "use",
        "stop",
        "linearGradient",
        "radialGradient",
        "clipPath",
    }
    assert {etree.QName(element).localname for element in root.iter(etree.Element)} <= allowed
    assert [
        value
        for element in root.iter(etree.Element)
        for name, value in element.attrib.items()
        if name.endswith("href") and not value.startswith("#")
    ] == []
