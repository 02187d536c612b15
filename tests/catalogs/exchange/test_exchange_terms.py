"""Translation memories and terms, for other programs and from them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from builders.catalogs.exchange.omegat import format_glossary, format_project
from builders.catalogs.exchange.tbx import format_tbx
from builders.catalogs.exchange.tmx import known_pairs, parse_tmx, tmx_languages
from builders.catalogs.memory import format_memory, parse_memory
from builders.catalogs.termbase import read_definitions, read_termbase
from builders.catalogs.update.updating import update_catalogs
from builders.model.findings import Location
from builders.model.guideline import Guideline, Licence
from builders.model.languages import Language
from builders.model.messages import Pair
from builders.model.terms import ChildUse, Concept, Term, TermStatus
from builders.problems import Problem
from tests.catalogs.exchange_texts import FRENCH, catalog, entry
from tests.real_text import real_settings

GUIDELINE = Guideline(slug="fixture", licence=Licence(short="CC0"))
CHINESE = Language(tag="zh-Hans", locale="zh_CN", endonym="中文", english_name="Chinese", aliases=("zh", "zh-CN"))
ENGLISH = Language(tag="en", locale="en", endonym="English", english_name="English")
TBX = "{urn:iso:std:iso:30042:ed-2}"


def foreign(*variants: tuple[str, str], prop: str = "") -> bytes:
    texts = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
    return f'<tmx version="1.4"><header/><body><tu>{prop}{texts}</tu></body></tmx>'.encode()


# Memories ---------------------------------------------------------------------------------------------------------


def test_finished_translations_and_the_memory_go_out_each_once() -> None:
    catalogs = catalog(entry("Help", "Aide"), entry("Unsure", "Incertain", is_fuzzy=True), entry("New"))
    memory = (Pair(context="", source="Help", target="Aide"), Pair(context="", source="Old", target="Vieux"))

    assert [pair.target for pair in known_pairs(catalogs, memory)] == ["Aide", "Vieux"]


def test_a_memory_keeps_what_is_fuzzy() -> None:
    pairs = (
        Pair(context="rec-pla-006/title", source="A < B", target="A & B"),
        Pair(context="", source="Help", target="Aide", is_fuzzy=True),
    )

    assert parse_memory(format_memory(pairs, FRENCH), FRENCH, "memory.tmx") == pairs


@pytest.mark.parametrize("tag", ["en", "fr"])
@pytest.mark.parametrize("variant", ['<tuv xml:lang="{}"/>', '<tuv xml:lang="{}"><note/></tuv>', "<tuv/>", ""])
def test_a_pair_of_the_memory_without_one_text_is_refused_with_its_line(tag: str, variant: str) -> None:
    text = format_memory([Pair(context="", source="x", target="x")], FRENCH).decode()
    damaged = text.replace(f'<tuv xml:lang="{tag}"><seg>x</seg></tuv>', variant.format(tag))

    with pytest.raises(Problem, match="the unit has no text") as refused:
        parse_memory(damaged.encode(), FRENCH, "memory.tmx")

    assert (refused.value.code, (*refused.value.where,)) == ("memory-faulty", (Location("memory.tmx", 5),))


def test_a_fuzzy_pair_of_the_memory_comes_back_as_fuzzy_only() -> None:
    memory = (Pair(context="", source="Help", target="Aide", is_fuzzy=True),)

    updated = update_catalogs(catalog(entry("Help")), {}, FRENCH, memory=memory)

    (message,) = updated.catalogs["shared"].entries
    assert (message.msgstr, message.is_fuzzy) == ("Aide", True)


@pytest.mark.parametrize(("english", "french"), [("en", "fr"), ("EN-US", "fr-CA"), ("en_GB", "FR")])
def test_a_foreign_pair_is_an_offer_whatever_its_region(english: str, french: str) -> None:
    data = foreign((english, "Help"), (french, "Aide"), ("de", "Hilfe"))

    assert parse_tmx(data, FRENCH, "x.tmx").pairs == (Pair(context="", source="Help", target="Aide", is_fuzzy=True),)


def test_codes_of_a_foreign_memory_are_text_and_line_breaks_are_spaces() -> None:
    data = foreign(("en", 'See <ph x="1">:see:`x`</ph>'), ("fr", "Voir\n      <ph>:see:`x`</ph>\u202f!"))

    (pair,) = parse_tmx(data, FRENCH, "x.tmx").pairs
    assert (pair.source, pair.target) == ("See :see:`x`", "Voir :see:`x`\u202f!")


def test_a_unit_without_the_language_is_counted() -> None:
    returned = parse_tmx(foreign(("en", "Help"), ("de", "Hilfe")), FRENCH, "x.tmx")

    assert (returned.pairs, returned.left_out) == ((), 1)


def test_the_languages_of_a_memory_are_told() -> None:
    assert tmx_languages(foreign(("en", "Help"), ("zh-CN", "帮助")), "x.tmx") == {"zh-cn"}
    assert parse_tmx(foreign(("en", "Help"), ("zh-CN", "帮助")), CHINESE, "x.tmx").pairs[0].target == "帮助"


def test_what_is_no_memory_is_refused() -> None:
    with pytest.raises(Problem, match="exchange-unreadable"):
        parse_tmx(b"<html/>", FRENCH, "x.tmx")


# Terms ----------------------------------------------------------------------------------------------------


def concept(child_use: ChildUse = ChildUse.ALLOW, plain: str = "") -> Concept:
    return Concept(
        id="child",
        domain="people",
        tier="core",
        editions=(),
        child_use=child_use,
        plain_words=plain,
        definition="A person under eighteen.",
        child_definition="",
        line=2,
    )


def term(tag: str, text: str, status: TermStatus = TermStatus.PREFERRED, **notes: str) -> Term:
    return Term(concept="child", tag=tag, text=text, status=status, notes=notes, line=3, part_of_speech="n")


def term_notes(element) -> dict[str, str]:
    return {note.get("type"): note.text for note in element.iterfind(f"{TBX}termNote")}


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (TermStatus.PREFERRED, "preferredTerm-admn-sts"),
        (TermStatus.ADMITTED, "admittedTerm-admn-sts"),
        (TermStatus.FORBIDDEN, "deprecatedTerm-admn-sts"),
    ],
)
def test_every_status_has_its_word_in_tbx(status: TermStatus, word: str) -> None:
    root = etree.fromstring(
        format_tbx([concept()], [term("fr", "enfant", status, g="m.pl")], [ENGLISH, FRENCH], GUIDELINE)
    )

    assert term_notes(root.find(f".//{TBX}termSec")) == {
        "partOfSpeech": "noun",
        "administrativeStatus": word,
        "grammaticalGender": "masculine",
    }


def test_a_concept_says_what_text_for_children_says_instead() -> None:
    text = format_tbx(
        [concept(ChildUse.REPLACE, "a young person")], [term("en", "child")], [ENGLISH], GUIDELINE
    ).decode()

    assert "<note>In text for children: a young person</note>" in text


def test_only_the_languages_asked_for_go_out() -> None:
    terms = [term("en", "child"), term("fr", "enfant"), term("ru", "ребенок")]

    text = format_tbx([concept()], terms, [ENGLISH, FRENCH], GUIDELINE).decode()

    assert re.findall(r'xml:lang="(\w+)"', text) == ["en", "en", "fr"]


def test_the_whole_termbase_follows_the_dialect() -> None:
    settings = real_settings()
    concepts = read_definitions(Path(settings.locale / "definitions.csv"))
    terms = read_termbase(Path(settings.locale / "termbase.csv"))

    root = etree.fromstring(format_tbx(concepts, terms, settings.languages, settings.guideline))

    assert broken_rules(root) == []
    assert len(root.findall(f".//{TBX}termSec")) == len(terms)


CONTENT = {
    "conceptEntry": r"(descrip|note) ?.*(langSec )+",
    "langSec": r"(descrip |note )*(termSec )+",
    "termSec": r"term (termNote )*(admin |note )*",
}
"""Order of the children, in the core structure of ISO 30042:2019."""
VALUES = {
    "partOfSpeech": {"noun", "verb", "adjective", "adverb", "other"},
    "administrativeStatus": {f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated", "superseded")},
    "grammaticalGender": {"masculine", "feminine", "neuter", "other"},
}
"""What TBX-Basic allows."""
LEVELS = {"subjectField": "conceptEntry", "definition": "langSec", "source": "termSec"}


def broken_rules(root) -> list[str]:
    """Return what TBX-Basic in the style of attributes does not allow of *root*."""
    found = [] if (root.tag, root.get("type"), root.get("style")) == (f"{TBX}tbx", "TBX-Basic", "dca") else ["root"]
    ids = [entry.get("id") for entry in root.iter(f"{TBX}conceptEntry")]
    found += [name for name in ids if ids.count(name) > 1 or not re.fullmatch(r"[A-Za-z_][\w.-]*", name)]
    for element in root.iter():
        name, kind = etree.QName(element).localname, element.get("type", "")
        order = "".join(f"{etree.QName(child).localname} " for child in element)
        if name in CONTENT and not re.fullmatch(CONTENT[name], order):
            found.append(f"{name}: {order}")
        if kind in VALUES and element.text not in VALUES[kind]:
            found.append(f"{kind}: {element.text}")
        if kind in LEVELS and etree.QName(element.getparent()).localname != LEVELS[kind]:
            found.append(f"{kind} in the wrong place")
    return found


# OmegaT -----------------------------------------------------------------------------------------------------------


def test_the_glossary_has_three_columns_and_says_what_is_never_written() -> None:
    terms = [
        term("en", "child"),
        term("en", "kid", TermStatus.FORBIDDEN),
        term("fr", "enfant"),
        term("fr", "mineur", TermStatus.ADMITTED),
        term("fr", "gamin", TermStatus.FORBIDDEN),
    ]

    text = format_glossary([concept()], terms, FRENCH).decode()

    assert text == "child\tenfant\tAlso: mineur. Never: gamin. A person under eighteen.\n"


def test_the_project_keeps_a_message_in_one_piece_and_apart_from_its_like() -> None:
    root = etree.fromstring(format_project(CHINESE))

    assert root.findtext("project/target_lang") == "zh-CN"
    assert root.findtext("project/sentence_seg") == "false"
    assert root.findtext("project/support_default_translations") == "false"
