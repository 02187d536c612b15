"""The glossary comes from the termbase: named, chosen and sorted for its readers."""

from __future__ import annotations

import re

import pytest

from builders.problems import Problem
from builders.translating.update_command import make_templates
from tests.conftest import Project

DEFINITIONS = """\
term_id,domain,tier,editions,child_edition,definition_en,child_definition_en
zebra,people,core,plan-makers inventors,allow,A striped animal.,
app,technology,core,plan-makers inventors cubs,allow,A program for one task.,Something you tap on.
law,concepts,core,plan-makers,never,A rule of the state.,
"""
TERMBASE = """\
term_id,lang,term,pos,status,note
zebra,en,zebra,n,preferred,conf=H
app,en,app,n,preferred,conf=H
law,en,law,n,preferred,conf=H
zebra,fr,âne rayé,n,preferred,conf=H
app,fr,appli,n,preferred,conf=H
app,fr,truc,n,forbidden,conf=H
"""


@pytest.fixture
def words(project) -> Project:
    """Make a project whose page uses three words and explains them."""
    page = "Zebras have a law.\n\n.. terms::\n\nSee :see:`trm-app`.\n"
    made: Project = project(page, trm_zebra="term", trm_app="term", trm_law="term")
    made.write("locale/definitions.csv", DEFINITIONS)
    made.write("locale/termbase.csv", TERMBASE)
    return made


def terms(page: str) -> list[str]:
    return re.findall(r"<dfn[^>]*>([^<]+)</dfn>", page)


def test_an_edition_explains_its_own_words_in_the_order_of_the_alphabet(words: Project) -> None:
    assert terms(words.page("en", "plan-makers")) == ["app", "law", "zebra"]
    assert terms(words.page("en", "inventors")) == ["app", "zebra"]


MORE = """\
pony,people,core,plan-makers,allow,A small mare.,
mare,people,core,plan-makers,allow,An animal with a mane.,
mane,people,core,plan-makers inventors,allow,Long hair of the neck.,
ai,people,core,plan-makers inventors cubs,allow,A machine that answers.,A machine that talks.
goat,people,core,plan-makers,allow,An animal that climbs.,
bell,people,core,cubs,allow,A thing that rings.,
"""
MORE_WORDS = """\
pony,en,pony,n,preferred,
mare,en,mare,n,preferred,
mane,en,mane,n,preferred,
ai,en,artificial intelligence,n,preferred,
ai,en,AI,n,admitted,
goat,en,goat,n,preferred,
goat,en,billy,n,forbidden,match=word
bell,en,bell,n,preferred,
"""


def printed(words: Project, text: str, edition: str) -> list[str]:
    """Return the words that the glossary of *edition* explains when its page says *text*."""
    use(words, text)
    return terms(words.page("en", edition))


def use(words: Project, text: str) -> None:
    """Let the page say *text*, and the data know more words."""
    words.write("locale/definitions.csv", DEFINITIONS + MORE)
    words.write("locale/termbase.csv", TERMBASE + MORE_WORDS)
    ids = "".join(f"trm-{name},term,2026.1,active,\n" for name in ("pony", "mare", "mane", "ai", "goat", "bell"))
    known = (words.folder / "source" / "ids.csv").read_text(encoding="utf-8")
    words.write("source/ids.csv", known + ids)
    words.write("source/shared/page.rst", f"Page\n====\n\n{text}\n\n.. terms::\n")


@pytest.mark.parametrize(
    ("text", "edition", "expected"),
    [
        ("Nothing.", "plan-makers", []),
        ("Goats.", "plan-makers", ["goat"]),
        ("The goat’s way.", "plan-makers", ["goat"]),
        ("A goatee, and a billy.", "plan-makers", []),
        ("See :see:`there <trm-goat>`.", "plan-makers", ["goat"]),
        ("Goats.", "inventors", []),
        ("AI helps.", "inventors", ["artificial intelligence"]),
        ("AI-made pictures.", "inventors", ["artificial intelligence"]),
        ("An “ai” is a sloth.", "inventors", []),
        (".. audience:: inventors\n\n   AI helps.", "cubs", []),
        (".. audience:: inventors\n\n   AI helps.", "inventors", ["artificial intelligence"]),
        (".. figure:: x.svg\n   :alt: A goat.\n", "plan-makers", ["goat"]),
        ("Ponies.", "plan-makers", ["mane", "mare", "pony"]),
        ("Mares.", "plan-makers", ["mane", "mare"]),
    ],
)
def test_a_glossary_prints_what_the_english_text_uses_and_what_explains_that(
    words: Project, text: str, edition: str, expected: list[str]
) -> None:
    words.write("source/shared/x.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')

    assert printed(words, text, edition) == expected


def test_every_language_explains_the_words_that_the_english_text_uses(words: Project) -> None:
    words.catalog("fr", "shared", 'msgid "Zebras have a law."\nmsgstr "Rien."\n')

    assert terms(words.page("fr", "plan-makers")) == ["âne rayé", "appli", "law"]


def test_a_sentence_that_goes_takes_its_word_out_of_the_glossary(words: Project) -> None:
    assert terms(words.page("en", "inventors")) == ["app", "zebra"]

    page = (words.folder / "source/shared/page.rst").read_text(encoding="utf-8")
    words.write("source/shared/page.rst", page.replace("Zebras have a law.", "Nothing."))

    assert terms(words.page("en", "inventors")) == ["app"]


@pytest.mark.parametrize(("language", "word"), [("en", "zebra"), ("fr", "âne rayé"), ("es", "zebra")])
def test_a_reference_to_a_word_that_is_not_printed_says_the_word_and_leads_nowhere(
    words: Project, language: str, word: str
) -> None:
    page = "See :see:`trm-zebra`, and :see:`those <trm-zebra>`.\n\n.. terms::\n"
    words.write("source/shared/page.rst", f"Page\n====\n\n{page}")

    made = words.page(language, "cubs")
    found = re.sub("<[^>]+>", "", made)

    assert "trm-zebra" not in made
    assert f"See {word}, and those." in found


def test_children_read_the_definition_that_was_written_for_them(words: Project) -> None:
    page = words.page("en", "cubs")

    assert terms(page) == ["app"]
    assert "Something you tap on." in page
    assert "A program for one task." not in page


def test_a_word_is_the_preferred_one_of_the_language_and_sorted_in_it(words: Project) -> None:
    page = words.page("fr", "plan-makers")

    assert terms(page) == ["âne rayé", "appli", "law"]
    assert re.search(r'<dfn[^>]*lang="en"[^>]*>law</dfn>', page)


def test_a_reference_to_a_word_prints_it_in_the_language(words: Project) -> None:
    assert re.search(r'href="#trm-app"[^>]*>appli</a>', words.page("fr", "plan-makers"))


def test_translators_get_the_definitions_and_not_the_words(words: Project) -> None:
    template = make_templates(words.settings)["shared"]

    found = {(entry.context, entry.msgid) for entry in template.entries if (entry.context or "").startswith("trm-")}
    assert ("trm-app/text", "A program for one task.") in found
    assert ("trm-app/children", "Something you tap on.") in found
    assert not any(context.endswith("/title") for context, _ in found)


ONLY_CUBS = ".. audience:: cubs\n\n   AI helps."


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("Nothing.", set()),
        ("Goats.", {"trm-goat/text"}),
        ("AI helps.", {"trm-ai/text", "trm-ai/children"}),
        (".. audience:: inventors\n\n   AI helps.", {"trm-ai/text"}),
        (ONLY_CUBS, {"trm-ai/children"}),
        (".. audience:: inventors\n\n   Goats and AI.", {"trm-ai/text"}),
        (f"{ONLY_CUBS}\n\n.. audience:: inventors\n\n   Manes.", {"trm-ai/children", "trm-mane/text"}),
        (".. audience:: cubs\n\n   Bells ring.", {"trm-bell/text"}),
    ],
)
def test_translators_get_the_definitions_that_some_edition_prints(
    words: Project, text: str, messages: set[str]
) -> None:
    use(words, text)

    template = make_templates(words.settings)["shared"]

    assert {entry.context for entry in template.entries if (entry.context or "").startswith("trm-")} == messages


@pytest.mark.parametrize("text", ["AI helps.", ONLY_CUBS, "Ponies and goats.", "Nothing."])
def test_every_definition_that_an_edition_prints_is_a_message_and_no_other(words: Project, text: str) -> None:
    use(words, text)
    pages = [words.page("en", edition.id) for edition in words.settings.editions]
    definitions = {
        definition
        for line in (DEFINITIONS + MORE).splitlines()[1:]
        for definition in line.split(",")[-2:]
        if definition and any(definition in page for page in pages)
    }

    template = make_templates(words.settings)["shared"]

    found = {entry.msgid for entry in template.entries if (entry.context or "").startswith("trm-")}
    assert found == definitions
    assert all(f">{definition}<" in "".join(pages) for definition in found)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("App,x,core,inventors,allow,Text.,", "“App” is no name of a concept"),
        ("new,x,core,inventors,allow,,", "new has no definition"),
        ("app,x,core,inventors,allow,Again.,", "“app” stands in line 3 too"),
        ("new,x,core,inventors,sometimes,Text.,", "child_edition is one of allow, replace, never, not “sometimes”"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(words: Project, row: str, message: str) -> None:
    words.write("locale/definitions.csv", DEFINITIONS + row + "\n")

    with pytest.raises(Problem) as raised:
        words.raw()

    assert raised.value.code == "termbase-faulty"
    assert message in str(raised.value)
    assert "locale/definitions.csv:5" in str(raised.value)


@pytest.mark.parametrize(
    ("path", "row", "message"),
    [
        ("definitions.csv", "new,x,core,kids,allow,Text.,", "definitions.csv:5: error: new: “kids” is no edition"),
        ("definitions.csv", "new,x,core,,allow,Text.,", "new: no edition explains it"),
        ("definitions.csv", "new,x,core,inventors,allow,Text.,", "new: no English word is preferred"),
        ("definitions.csv", "new,x,core,inventors,allow,A *new* thing.,", r"5: error: new: “\*new\*” is printed"),
        ("definitions.csv", "new,x,core,inventors,allow,A.,See :see:`trm-app`.", "new: “:see:`” is printed"),
        ("termbase.csv", "app,xx,app,n,preferred,", "termbase.csv:8: error: app: “xx” is no language"),
        ("termbase.csv", "app,en,program,n,preferred,", "app: “app” and “program” are both preferred"),
    ],
)
def test_a_row_that_fits_nothing_is_refused_where_the_words_are_printed(
    words: Project, path: str, row: str, message: str
) -> None:
    before = (words.folder / "locale" / path).read_text(encoding="utf-8")
    words.write(f"locale/{path}", before + row + "\n")

    with pytest.raises(Problem, match=message):
        words.raw()


def test_a_glossary_is_printed_once(words: Project) -> None:
    words.write("source/shared/page.rst", "Page\n====\n\n.. terms::\n\nAnd again:\n\n.. terms::\n")

    with pytest.raises(Problem, match=r"page.rst:8: error: the terms are printed twice: trm-zebra stands at .*rst:4"):
        words.raw()
