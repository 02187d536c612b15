"""No word of a page is lost: translators get it, and every format shows it, in English and in translation."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree, html
from openxml_audit import OpenXmlValidator

from builders.markup.messages import translatable_texts
from builders.model.editions import Format
from builders.publishing.building import UnitResult
from tests.conftest import Project, make_project
from tests.markup.passages import pages
from tests.pictures import SVG

EXAMPLES = 150 if settings.get_current_profile_name() == "slow" else 2
WORD = re.compile(r"[wkct]\d+")


def words(text: str, kinds: str) -> set[str]:
    return {word for word in WORD.findall(text) if word[0] in kinds}


def shown(result: UnitResult) -> dict[Format, str]:
    """Return what readers of every format see or hear of the page."""
    page = html.parse(str(result.paths[Format.HTML] / "shared" / "page.html"))
    with ZipFile(result.paths[Format.EPUB]) as book:
        (chapter,) = (name for name in book.namelist() if name.endswith("page.xhtml"))
        chapter_tree = etree.fromstring(book.read(chapter))
    with ZipFile(result.paths[Format.DOCX]) as word:
        parts = [etree.fromstring(word.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    return {
        Format.HTML: "\n".join([*page.xpath("//main//text() | //main//@alt | //main//abbr/@title")]),
        Format.EPUB: "\n".join(chapter_tree.xpath("//text() | //@alt")),
        Format.DOCX: "\n".join(text for part in parts for text in part.xpath("//text() | //@descr")),
    }


def translated(project: Project) -> None:
    """Write a catalog in which every word w1 is t1."""
    texts = {text.text for text in translatable_texts(project.raw())}
    pairs = ((json.dumps(text), json.dumps(re.sub(r"\bw(?=\d)", "t", text))) for text in sorted(texts))
    project.catalog("ar", "shared", "\n".join(f"msgid {source}\nmsgstr {target}\n" for source, target in pairs))


# A failing page names its words; making it smaller would take minutes.
@pytest.mark.slow
@settings(
    max_examples=EXAMPLES, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=HealthCheck
)
@given(text=pages())
def test_every_word_is_a_message_and_in_every_format_and_language(text: str) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        project = make_project(folder, text, {})
        (folder / "source" / "shared" / "lamp.svg").write_bytes(SVG)
        translated(project)

        english, arabic = (project.build(tag, "inventors", *Format) for tag in ("en", "ar"))

        messages = "\n".join(each.text for each in translatable_texts(project.raw()))
        assert words(text, "wk") <= words(messages, "wk")
        assert (english.findings, arabic.findings) == ((), ())
        for format_, seen in shown(english).items():
            assert words(seen, "wkc") == words(text, "wkc"), format_
        for format_, seen in shown(arabic).items():
            assert words(seen, "wtkc") == {word.replace("w", "t") for word in words(text, "wkc")}, format_
        for result in (english, arabic):
            assert OpenXmlValidator().validate(str(result.paths[Format.DOCX])).errors == []
    finally:
        shutil.rmtree(folder)
