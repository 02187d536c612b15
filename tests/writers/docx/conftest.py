"""Editions made by hand: small texts, with the real markup and the real writer."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from docutils import nodes
from docx_reading import ARABIC_LABELS, LEDGER
from lxml.etree import _Element
from sphinx.application import Sphinx
from sphinx.testing.restructuredtext import parse
from sphinx.util.docutils import docutils_namespace

from builders.editions.naming import NAMES, Voice
from builders.editions.queries import grouped
from builders.editions.unit_context import UnitContext
from builders.editions.views import EditionView
from builders.markup import DIRECTIVES, ROLES
from builders.markup.blocks.checklist import CheckItem, Checklist
from builders.markup.references import BlockReference
from builders.model.adaptations import EVERY_LANGUAGE, Value
from builders.model.editions import Edition, Unit
from builders.model.identifiers import LedgerEntry, printed
from builders.model.instruments import Entity, Instrument
from builders.model.labels import Labels
from builders.model.languages import Direction, Fonts, Language
from builders.model.progress import Coverage
from builders.model.registries import Person
from builders.settings import Settings
from builders.settings.cited import read_source
from builders.writers.docx.anchors import Anchors
from builders.writers.docx.context import Context
from builders.writers.docx.handlers import HANDLERS, RUNS, inlines
from builders.writers.docx.layout import separated
from builders.writers.docx.package import Package
from builders.writers.docx.rendering import Renderer
from builders.writers.docx.template import Look
from tests.conftest import SETTINGS as FIXTURE
from tests.conftest import SOURCES

ENGLISH = Language(tag="en", locale="en", endonym="English", english_name="English", region_tag="en-GB")
ARABIC = Language(
    tag="ar",
    locale="ar",
    endonym="العربية",
    english_name="Arabic",
    script="Arab",
    direction=Direction.RTL,
    region_tag="ar-SA",
    fonts=Fonts(complex_script="Noto Naskh Arabic"),
    has_italics=False,
    review_state="not reviewed",
)
CHINESE = Language(
    tag="zh-Hans",
    locale="zh_CN",
    endonym="中文",
    english_name="Chinese",
    script="Hans",
    region_tag="zh-CN",
    has_italics=False,
    review_state="not reviewed",
)
RUSSIAN = Language(
    tag="ru",
    locale="ru",
    endonym="Русский",
    english_name="Russian",
    script="Cyrl",
    region_tag="ru-RU",
    review_state="not reviewed",
)
LANGUAGES = {language.tag: language for language in (ENGLISH, ARABIC, CHINESE, RUSSIAN)}
EDITIONS = {
    name: Edition(
        id=name,
        home=name[:3],
        title=f"Guidelines: {name}",
        short_title=name,
        reference=f"the Guidelines for {name}",
        description="What this edition is about.",
        root="index",
        documents=("*",),
        large_print=FIXTURE.edition(name).large_print,
        leaves_out=FIXTURE.edition(name).leaves_out,
    )
    for name in ("plan-makers", "inventors", "people-and-neighbours", "cubs")
}
TRANSLATED = {"ar": ARABIC_LABELS}
NAMES_OF_PEOPLE = {
    "timo": {"en": "Timo", "ar": "تيمو"},
    "yana": {"en": "Yana", "ar": "يانا"},
    "sai": {"en": "Sai", "ar": "ساي"},
}


def person(slug: str, **names: str) -> Person:
    return Person(slug=slug, names=names, genders={}, age="", description="", disability="", voice="")


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A project of its own, with one picture in it."""
    project = tmp_path_factory.mktemp("project")
    (project / "source").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300"/></svg>'
    (project / "source" / "lamp.svg").write_text(drawing, encoding="utf-8")
    return Settings(
        project=project,
        version="2026.1",
        released=date(2026, 11, 20),
        guideline=FIXTURE.guideline,
        editions=tuple(EDITIONS.values()),
        languages=tuple(LANGUAGES.values()),
        ledger={
            name: LedgerEntry(id=name, type=kind, since="2026.1", status="active") for name, kind in LEDGER.items()
        },
        instruments={
            "crc": Instrument(code="crc", unit="article", names={"en": "Convention", "ar": "اتفاقية حقوق الطفل"})
        },
        entities={"itu": Entity(code="itu", names={"en": "Telecommunication Union", "ar": "الاتحاد الدولي للاتصالات"})},
        facts={},
        sources={
            code: read_source(code, entry)
            for code, entry in tomllib.loads(SOURCES.read_text(encoding="utf-8"))["source"].items()
        },
        characters={slug: person(slug, **names) for slug, names in NAMES_OF_PEOPLE.items()},
        classes={"met": "Contact"},
        risks={"met.flattery": "Grooming", "met.assault": "Sexual exploitation and abuse"},
        services={"ugc": "Content made by users", "game": "Games"},
        stakeholders={"legislature": "Parliament", "dpa": "Data protection authority", "school": "Schools"},
        topics={"baseline.law": "Laws", "baseline.data": "Data and research"},
        variables={
            "helpline.number": "Child helpline",
            "law.csam": "Law on images",
            "curriculum.link": "Curriculum",
        },
        values={"curriculum.link": Value(texts={EVERY_LANGUAGE: "Unit 3"})},
    )


@pytest.fixture(scope="module")
def app(settings: Settings) -> Iterator[Sphinx]:
    """Sphinx with our markup and nothing else."""
    source = settings.source
    (source / "index.rst").write_text("Index\n=====\n", encoding="utf-8")
    out = settings.project / "out"
    with docutils_namespace():
        sphinx = Sphinx(source, None, out, out / "doctrees", "dummy", status=None, warning=None, freshenv=True)
        for name, directive in DIRECTIVES.items():
            sphinx.add_directive(name, directive, override=True)
        for name, role in ROLES.items():
            sphinx.add_role(name, role(), override=True)
        sphinx.add_config_value("cop", None, "")
        sphinx.config.cop = UnitContext(settings=settings)  # type: ignore[attr-defined]
        yield sphinx


@pytest.fixture(scope="session")
def context(settings: Settings) -> Callable[..., Context]:
    """Make the context of a text in a language and an edition."""

    def make(tag: str, edition: str = "plan-makers") -> Context:
        unit = Unit(language=LANGUAGES[tag], edition=EDITIONS[edition])
        labels = Labels(settings.labels, TRANSLATED.get(tag, {}))
        return Context(unit=unit, settings=settings, labels=labels, language=unit.language, document="index")

    return make


@pytest.fixture(scope="module")
def read(app: Sphinx, context: Callable[..., Context]) -> Callable[..., nodes.document]:
    """Parse a text as an edition would have it; what has the class ``english`` lacks its translation."""

    def parsed(text: str, tag: str = "en") -> nodes.document:
        app.env.__dict__.pop("cop_state", None)
        document = _as_sphinx_reads_it(parse(app, text))
        here = context(tag)
        voice = Voice(unit=here.unit, settings=here.settings, labels=here.labels)
        for node in [node for node in document.findall(nodes.Element) if type(node) in NAMES]:
            node.replace_self(nodes.inline("", NAMES[type(node)][0](node["code"], voice).text))
        for node in list(document.findall(BlockReference)):
            words = node.children or [nodes.Text(printed(node["target"]))]
            node.replace_self(nodes.reference("", "", *words, internal=True, refuri=f"%index#{node['target']}"))
        for node in document.findall(lambda node: isinstance(node, nodes.Element) and "english" in node["classes"]):
            node["lang"], node["dir"] = "en", "ltr"
        _fill_checklists(document, here.settings)
        return document

    return parsed


def _fill_checklists(document: nodes.document, settings: Settings) -> None:
    """Put the questions into the checklists that find them; the first that does carries their anchors."""
    items = list(document.findall(CheckItem))
    anchored: set[str] = set()
    for item in items:
        item.parent.remove(item)
    for checklist in document.findall(Checklist):
        checklist += grouped(items, checklist.attributes, settings.topics)
        for item in checklist.findall(CheckItem):
            if item["block_id"] not in anchored:
                anchored.add(item["block_id"])
                item["ids"] = [item["block_id"]]


def _as_sphinx_reads_it(document: nodes.document) -> nodes.document:
    """Put a single section back in its place: Sphinx does not make its title that of the document."""
    if document.children and isinstance(document.children[0], nodes.title):
        section = nodes.section("", *document.children, ids=document["ids"], names=document["names"])
        document.children = []
        document["ids"] = []
        document += section
    return document


@pytest.fixture(scope="module")
def view(read: Callable[..., nodes.document], context: Callable[..., Context]) -> Callable[..., EditionView]:
    """Make the view of an edition from one text."""

    def make(text: str, tag: str = "en", edition: str = "plan-makers") -> EditionView:
        here = context(tag, edition)
        return EditionView(
            unit=here.unit,
            settings=here.settings,
            labels=here.labels,
            coverage=Coverage(translated=9, total=10),
            document=read(text, tag),
        )

    return make


@pytest.fixture(scope="module")
def render(read: Callable[..., nodes.document], context: Callable[..., Context]) -> Callable[..., list[_Element]]:
    """Render a text as the blocks of a Word file."""

    def make(text: str, tag: str = "en", edition: str = "plan-makers") -> list[_Element]:
        document, here = read(text, tag), context(tag, edition)
        renderer = Renderer(
            handlers=HANDLERS,
            runs=RUNS,
            package=Package(Look(language=here.language, size=11)),
            anchors=Anchors.of(document, "index"),
        )
        return list(separated(renderer.children(document, here), here))

    return make


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Return what the writer has reported so far."""
    messages: list[str] = []
    monkeypatch.setattr(inlines.logger, "warning", lambda message, *places, **_: messages.append(message % places))
    return lambda: messages


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Where a test writes its Word file."""
    return tmp_path / "edition.docx"
