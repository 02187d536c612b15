"""A source that the text cites is a footnote; all footnotes of a page count in reading order, in every language."""

from __future__ import annotations

import pytest
from lxml import etree, html

from builders.editions.source_reading import parse_source
from builders.model.editions import Format
from builders.problems import Problem
from tests.conftest import Project
from tests.writers.docx.docx_reading import W, part
from tests.writers.epub.conftest import Book

PAGE = """
    Talks help. :source:`school-talks` :source:`calls-2024`
    More of them help more [#own]_, and they are asked for. :source:`persian-report`

    .. audience:: inventors

       Industry knows. :source:`school-talks-again`

    .. recommendation:: rec-pla-001
       :strength: must
       :who: school
       :ages: all
       :disability: none
       :adaptation: fixed

       Let schools talk. :source:`crc-gc25`

       They help. :source:`school-talks`

       :first-step: Ask the children. :source:`calls-2024`

    * An item. :source:`calls-2024`

    .. list-table::

       * - A cell. :source:`school-talks`
         - :source:`crc-gc25`

    .. [#own] A note of our own.
    """
FIRST = (
    "Talks help. :source:`school-talks` :source:`calls-2024` "
    "More of them help more [#own]_, and they are asked for. :source:`persian-report`"
)
ARABIC = "أولاً. :source:`persian-report` ثانياً [#own]_. ثالثاً. :source:`calls-2024` :source:`school-talks`"
CHINESE = (
    "一\\\\ :source:`school-talks`。二\\\\ :source:`calls-2024`。三\\\\ [#own]_，四\\\\ :source:`persian-report`。"
)


OPENING = "Opening\n=======\n\n.. toctree::\n\n   /shared/page\n"


@pytest.fixture
def made(project) -> Project:
    found: Project = project(PAGE, rec_pla_001="recommendation")
    found.bring_sources()
    for locale, text in (("ar", ARABIC), ("zh_CN", CHINESE)):
        found.catalog(locale, "shared", f'msgid "{FIRST}"\nmsgstr "{text}"\n')
    return found


def page_of(made: Project, tag: str = "en", edition: str = "plan-makers") -> html.HtmlElement:
    return html.document_fromstring(made.page(tag, edition))


def marks(page: html.HtmlElement) -> list[tuple[str, str]]:
    """Return the number and the note of every mark, in reading order."""
    return [(each.text_content(), each.get("href")) for each in page.cssselect("[role=doc-noteref]")]


def notes(page: html.HtmlElement) -> dict[str, str]:
    """Return what every note says by its number, in the order of the page."""
    found = page.cssselect("[role=doc-footnote]")
    return {each.cssselect(".label")[0].text_content(): each.cssselect("p")[0].text_content() for each in found}


def test_the_notes_of_a_page_count_in_reading_order_with_those_of_its_author(made) -> None:
    page = page_of(made)

    talks, calls, own = ("[1]", "#note_school-talks"), ("[2]", "#note_calls-2024"), ("[3]", "#own")
    convention = ("[5]", "#note_crc-gc25")
    assert marks(page) == [
        *(talks, calls, own, ("[4]", "#note_persian-report"), convention, talks, calls, calls, talks, convention),
    ]
    assert list(notes(page)) == ["[1]", "[2]", "[3]", "[4]", "[5]"]


def test_a_note_says_who_wrote_what_when_and_leads_there(made) -> None:
    page = page_of(made)

    assert notes(page)["[1]"] == (
        "Example Institute & Partners. Talks at school. 2019. doi:10.0000/talks. https://example.org/talks?part=1&page=2"
    )
    link = page.get_element_by_id("note_school-talks").cssselect("a.address")[0]
    assert link.get("href") == link.text_content() == "https://example.org/talks?part=1&page=2"


def test_an_identifier_that_the_address_ends_with_is_said_once(made) -> None:
    path = made.folder / "source/registries/sources.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("https://example.org/talks?part=1&page=2", "https://doi.org/10.0000/talks"), "utf-8")

    assert notes(page_of(made))["[1]"] == (
        "Example Institute & Partners. Talks at school. 2019. https://doi.org/10.0000/talks"
    )
    assert "CRC/C/GC/25. https" not in notes(page_of(made))["[5]"]


@pytest.mark.parametrize("title", ["它安全吗？", "“Is it safe?”", "هل هو آمن؟", "Safe!"])
def test_a_title_that_ends_with_a_mark_gets_no_full_stop(made, title: str) -> None:
    path = made.folder / "source/registries/sources.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"Talks at school"', f'"{title}"'), "utf-8")

    assert f"Partners. {title} 2019." in notes(page_of(made))["[1]"]


def test_a_source_stands_in_its_own_language(made) -> None:
    page = page_of(made)

    said = {name: page.get_element_by_id(f"note_{name}").cssselect(".cited")[0] for name in ("calls-2024", "crc-gc25")}
    assert (said["calls-2024"].get("lang"), said["calls-2024"].get("dir")) == ("fr", "ltr")
    assert said["calls-2024"].text_content() == "Réseau des lignes d’écoute. Qui appelle, et pourquoi ? 2024."
    assert said["crc-gc25"].get("lang") is None
    persian = page.get_element_by_id("note_persian-report").cssselect(".cited")[0]
    assert (persian.get("lang"), persian.get("dir")) == ("fa", "rtl")


def test_a_source_that_is_cited_again_has_one_note_with_every_way_back(made) -> None:
    page = page_of(made)

    back = page.get_element_by_id("note_school-talks").cssselect("[role=doc-backlink]")
    assert len(back) == 3
    assert all(page.get_element_by_id(each.get("href")[1:]).get("href") == "#note_school-talks" for each in back)
    ids = [each.get("id") for each in page.cssselect("[id]")]
    assert len(ids) == len(set(ids))


def test_a_note_that_only_another_note_mentions_comes_last(project) -> None:
    made = project("One. [#a]_ Two. :source:`crc-gc25`\n\n.. [#b] The last.\n.. [#a] More in [#b]_.\n")
    made.bring_sources()

    assert list(notes(page_of(made)).values())[::2] == ["More in[3].", "The last."]


def test_a_mark_stands_at_its_word_without_the_space_of_the_markup(made) -> None:
    text = page_of(made).cssselect("#page > p")[0].text_content()

    assert " ".join(text.split()).startswith("Talks help.[1][2] More of them help more[3], and they are asked for.[4]")


def test_numbers_follow_the_order_of_a_translation(made) -> None:
    page = page_of(made, "ar")

    assert marks(page)[:4] == [
        ("[1]", "#note_persian-report"),
        ("[2]", "#own"),
        ("[3]", "#note_calls-2024"),
        ("[4]", "#note_school-talks"),
    ]
    assert list(notes(page)) == ["[1]", "[2]", "[3]", "[4]", "[5]"]
    said = page.get_element_by_id("note_school-talks").cssselect(".cited")[0]
    assert (said.get("lang"), said.get("dir")) == ("en", "ltr")


def test_a_mark_needs_no_space_in_a_script_without_spaces(made) -> None:
    text = page_of(made, "zh-Hans").cssselect("#page > p")[0].text_content()

    assert text.startswith("一[1]。二[2]。三[3]，四[4]。")


def test_a_page_cites_only_what_its_edition_says(made) -> None:
    assert "#note_school-talks-again" not in {note for _, note in marks(page_of(made))}
    assert ("[5]", "#note_school-talks-again") in marks(page_of(made, edition="inventors"))


def test_a_source_is_no_passage_without_translation(made) -> None:
    made.write("source/shared/page.rst", "Page\n====\n\nTalks help. :source:`school-talks`\n")
    texts = {"Page": "Page", "Talks help. :source:`school-talks`": "Parlez. :source:`school-talks`"}
    said = (f'msgid "{english}"\nmsgstr "{french}"\n' for english, french in texts.items())
    made.catalog("fr", "shared", "\n".join(said))

    assert page_of(made, "en").cssselect("#note_school-talks")
    page = page_of(made, "fr")
    assert page.cssselect("#note_school-talks .cited[lang=en]")
    assert not page.cssselect(".page-note-fallback")


def test_a_question_brings_its_source_to_the_page_that_prints_it(project) -> None:
    made = project(
        """
        Before. :source:`school-talks`

        .. checklist:: lst-gen-001
           :title: A list
           :topics: baseline

        After. :source:`crc-gc25`
        """,
        chk_gen_001="checkitem",
        chk_gen_002="checkitem",
        lst_gen_001="checklist",
    )
    made.bring_sources()
    items = """
        Questions
        =========

        .. checkitem:: chk-gen-001
           :topics: baseline.law
           :who: school
           :strength: must
           :ages: all

           Is it so? :source:`calls-2024`

           :evidence: A letter.

        .. overview:: sources
        """
    made.write("source/shared/questions.rst", items)
    made.write("source/plan-makers/index.rst", f"{OPENING}   /shared/questions\n")

    assert [note for _, note in marks(page_of(made))] == ["#note_school-talks", "#note_calls-2024", "#note_crc-gc25"]
    other = html.document_fromstring(made.page("en", "plan-makers", "shared/questions"))
    assert marks(other) == []
    assert [each.get("id") for each in other.cssselect(".bibliography > li")] == [
        *("source_crc-gc25", "source_school-talks", "source_calls-2024"),
    ]


def test_the_outline_and_the_data_name_what_is_cited_and_do_not_print_it(made) -> None:
    result = made.build("en", "plan-makers")

    (entry,) = (each for each in result.outline.entries if each.text.startswith("Talks help"))
    assert entry.text == "Talks help. More of them help more, and they are asked for."
    assert entry.references == (":source:`calls-2024`", ":source:`persian-report`", ":source:`school-talks`", "[#own]_")
    (record,) = result.recommendations
    assert (record["text"], record["explanation"]) == ("Let schools talk.", ["They help."])


def test_the_search_finds_a_source_by_its_words_and_not_by_its_address(made) -> None:
    folder = made.build("en", "plan-makers").paths[Format.HTML]

    index = (folder / "searchindex.js").read_text(encoding="utf-8")
    assert '"écout"' in index
    assert "annee" not in index
    assert '"Let schools talk."' in index


def test_a_word_file_has_a_footnote_of_its_own_for_every_page_that_cites(made) -> None:
    made.write(
        "source/shared/second.rst",
        "Second\n======\n\nAgain. :source:`school-talks` And again. :source:`school-talks`\n",
    )
    made.write(
        "source/plan-makers/index.rst", "Opening\n=======\n\n.. toctree::\n\n   /shared/page\n   /shared/second\n"
    )

    document, footnotes = word_parts(made)
    said = ["".join(note.itertext()).strip() for note in footnotes]
    first = "Example Institute & Partners. Talks at school. 2019. doi:10.0000/talks. https://example.org/talks?part=1&page=2"
    assert [text for text in said if text.startswith("Example Institute")] == [first, first]
    assert len([text for text in said if text.startswith("Committee")]) == 1
    numbers = [int(mark.get(f"{W}id")) for mark in document.iter(f"{W}footnoteReference")]
    assert numbers == sorted(numbers) == list(range(1, len(numbers) + 1))
    repeated = [field.text for field in document.iter(f"{W}instrText") if "NOTEREF" in (field.text or "")]
    assert repeated.count(" NOTEREF _Footnote_1 \\f \\h ") == 2
    assert repeated[-1] == f" NOTEREF _Footnote_{numbers[-1]} \\f \\h "


def test_numbers_of_neighbouring_footnotes_stay_apart_in_a_word_file(made) -> None:
    document, _ = word_parts(made)

    paragraph = next(each for each in document.iter(f"{W}p") if "Talks help." in "".join(each.itertext()))
    runs = ["".join(run.itertext()) for run in paragraph.iter(f"{W}r")]
    assert runs[:4] == ["Talks help.", "", ", ", ""]


def word_parts(made: Project) -> tuple[etree._Element, etree._Element]:
    """Return the text and the footnotes of the Word file for plan-makers."""
    path = made.build("en", "plan-makers", Format.DOCX).paths[Format.DOCX]
    return part(path, "word/document.xml"), part(path, "word/footnotes.xml")


def test_a_book_shows_a_source_in_place(made) -> None:
    path = made.build("en", "plan-makers", Format.EPUB).paths[Format.EPUB]
    page = Book(path).tree("shared/page.xhtml")

    types = {"e": "http://www.idpf.org/2007/ops"}
    wanted = {each.get("href")[1:] for each in page.xpath("//*[@e:type='noteref']", namespaces=types)}
    assert wanted == {each.get("id") for each in page.xpath("//*[@e:type='footnote']", namespaces=types)}
    assert "note_persian-report" in wanted


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Talks help. :source:`school-talk`", 4, ":source: “school-talk” is unknown; did you mean “school-talks”?"),
        (
            "Talks :source:`school-talks`\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n\nText.",
            4,
            "a title or a footnote cannot hold",
        ),
        ("Talks. [#a]_\n\n.. [#a] See this. :source:`school-talks`", 6, "a title or a footnote cannot hold"),
    ],
)
def test_a_citation_that_cannot_be_printed_is_refused_with_its_line(project, text: str, line: int, said: str) -> None:
    made = project(text)
    made.bring_sources()

    with pytest.raises(Problem) as caught:
        parse_source(made.settings)

    assert f"source/shared/page.rst:{line}: error: {said}" in str(caught.value)


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        ("Parlez.", "the translation has lost the :source: reference to school-talks"),
        ("Parlez. :source:`crc-gc25`", "the translation adds the :source: reference to crc-gc25"),
        ("Parlez. :source:`school-talks` :source:`school-talks`", "the translation adds the :source: reference"),
    ],
)
def test_a_translation_neither_loses_nor_adds_a_source(project, translation: str, said: str) -> None:
    made = project("Talks help. :source:`school-talks`")
    made.bring_sources()
    made.catalog("fr", "shared", f'msgid "Talks help. :source:`school-talks`"\nmsgstr "{translation}"\n')

    try:
        told = [str(each) for each in made.build("fr", "plan-makers", Format.HTML).findings]
    except Problem as problem:
        told = [str(problem)]

    assert any(said in each for each in told)
