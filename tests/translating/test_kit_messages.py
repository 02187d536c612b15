"""What a kit shows beside a message: markup apart, words that have changed, terms, findings."""

from __future__ import annotations

from lxml import html

from builders.catalogs.po.reading import read_catalog
from builders.model import findings
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.model.messages import message_id
from builders.model.terms import ChildUse, Concept, Term, TermStatus
from builders.translating.kit_messages import AgreedTerms, by_message, parts, word_changes
from builders.translating.kit_pages import Beside, index_pages
from tests.conftest import Project

FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French")


def concept(name: str) -> Concept:
    return Concept(
        id=name,
        domain="people",
        tier="core",
        editions=(),
        child_use=ChildUse.ALLOW,
        plain_words="",
        definition=f"What {name} means.",
        child_definition="",
        line=2,
    )


def term(name: str, tag: str, text: str, status: TermStatus = TermStatus.PREFERRED) -> Term:
    return Term(concept=name, tag=tag, text=text, status=status, notes={}, line=3, part_of_speech="n")


def test_what_programs_read_is_kept_apart() -> None:
    assert parts("اقرأ :doc:`teachers` الآن {page}.") == [
        ("اقرأ ", ""),
        (":doc:`teachers`", "code"),
        (" الآن ", ""),
        ("{page}", "code"),
        (".", ""),
    ]


def test_of_a_text_that_has_changed_the_words_show() -> None:
    assert word_changes("Answer within 24 hours.", "Please answer within 48 hours.") == [
        ("Answer", "del"),
        ("Please answer", "ins"),
        (" within ", ""),
        ("24", "del"),
        ("48", "ins"),
        (" hours.", ""),
    ]


def test_a_message_shows_its_terms_with_what_is_forbidden_and_the_longest_alone() -> None:
    terms = [
        *(
            term("child", "en", "child"),
            term("child", "fr", "enfant"),
            term("child", "fr", "gosse", TermStatus.FORBIDDEN),
        ),
        *(term("help", "en", "child helpline"), term("help", "fr", "ligne d’écoute")),
        *(term("risk", "en", "risk"),),
    ]
    agreed = AgreedTerms([concept("child"), concept("help"), concept("risk")], terms, FRENCH)

    found = [
        (each.english, each.preferred, each.forbidden) for each in agreed.of("Call a child helpline at your risk.")
    ]
    assert found == [("child helpline", ("ligne d’écoute",), ())]
    assert [each.forbidden for each in agreed.of("Every child.")] == [("gosse",)]


def shown(made: Project, catalog: str, *found: Finding) -> html.HtmlElement:
    """Return the page of the catalog of Arabic, with the labels of its own."""
    path = made.catalog("ar", "shared", catalog)
    read = {"shared": read_catalog(path, path.name)}
    beside = Beside(links={}, terms=AgreedTerms([], [], FRENCH), findings=by_message(found))
    pages = index_pages(made.settings, made.settings.language("ar"), read, beside)
    return html.fromstring(pages["shared.html"])


CATALOG = """
#, fuzzy
#| msgid "Ask :doc:`teachers` within 24 hours."
msgid "Ask :doc:`teachers` within 48 hours."
msgstr "اسأل :doc:`teachers` خلال 24 ساعة."
"""


def test_the_page_is_in_the_language_of_the_translator_and_english_in_it_is_marked(project) -> None:
    made = project("")
    made.catalog("ar", "labels", 'msgctxt "kit-message"\nmsgid "Message"\nmsgstr "الرسالة"\n')

    page = shown(made, CATALOG)

    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert page.xpath("//th[1]//text()") == ["الرسالة"]
    assert page.xpath("//tbody/tr/td[2]/@lang | //tbody/tr/td[2]/@dir") == ["en", "ltr"]


def test_references_run_from_left_to_right_on_an_arabic_page(project) -> None:
    [cell] = shown(project(""), CATALOG).xpath("//tbody/tr/td[3]/div")

    assert cell.xpath("bdi[@dir='ltr']/code/text()") == [":doc:`teachers`"]


def test_the_words_that_have_changed_stand_below_the_english(project) -> None:
    [changes] = shown(project(""), CATALOG).xpath("//*[@class='changes']")

    assert (changes.xpath("del/text()"), changes.xpath("ins/text()")) == (["24"], ["48"])


def test_a_finding_stands_at_its_message_and_the_row_can_be_filtered_by_it(project) -> None:
    key = ("", "Ask :doc:`teachers` within 48 hours.")
    place = Location("x.po", 3)
    about = findings.Beside(
        id=message_id("shared", key), context="", origin=place, tags=("en", "ar"), texts=(key[1], "اسأل")
    )
    finding = Finding(check="number-lost", location=place, message="48 is lost", beside=about)

    [row] = shown(project(""), CATALOG, finding).xpath("//tbody/tr")

    assert "48 is lost" in row.xpath("string(.//*[@class='finding'])")
    assert (row.get("data-state"), "data-found" in row.attrib) == ("fuzzy", True)
