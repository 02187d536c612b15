"""The splitter of messages: docutils is the judge of what is markup, what it refers to, and what readers see."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, roles
from docutils.parsers.rst.languages import en
from docutils.parsers.rst.states import Inliner
from docutils.utils import new_document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders.catalogs.block_rules import block_faults
from builders.catalogs.inline import TEXT_ROLES, Kind, shown, signature, split
from builders.catalogs.message_rules import check_catalog, closer_faults
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.simple_markup import is_kept, read
from builders.language.table import PLAIN, rules
from builders.model.messages import Catalog, CatalogEntry
from tests.conftest import ROOT
from tests.real_text import LOCALE

IS_SLOW = settings.get_current_profile_name() == "slow"
LENGTH = 20_000 if IS_SLOW else 5_000

MARKUP = (
    "**strong**", "*emphasis*", "``a ** b``", "``\\``", ":see:`rec-pla-006`", ":doc:`The story </cubs/story>`",
    ":Sup:`x`", "`x^2`:math:", "`NGO (a union)`:abbr:", ":file:`python{X.Y}`", "`alone`", ":a:`b`:c:", ":a:`b`_",
    "`the report <https://example.org/a>`_", "`<https://example.org/b>`__", "`phrase`_", "`anonymous`__", "name_",
    "a-b_", "`to a name <other_>`_", "[#age]_", "[1]_", "[*]_", "[#]_", "[cit2020]_", "|name|", "|name|_", "_`here`",
    "https://example.org/b.", "help@example.org", "mailto:a@b.org", "note:this", "tel:123", "{page}", "http://a.b/(c)?d=e#f",
)  # fmt: skip
_MARKS = "* ** `` ` _ __ | :a: `_ `__ `:a: ]_ [ _` < > >`_ \\ \\* :: @ :// &"
MARKS = (*_MARKS.split(), " <", "\\ ")
_WORDS = "word l’été слово كلمة یہ 词语 参见 คำ a A1 12 , . ( ) “ ” « » 。 、 「 」 ؟ - / : ' \" é \u0301 ½ _a"
WORDS = (*_WORDS.split(), " ", " ", " ", "\n", "  ", "\u00a0", ", ", ". ", "\u200c")
messages = st.lists(
    st.one_of(st.sampled_from(MARKUP), st.sampled_from(MARKS), st.sampled_from(WORDS), st.sampled_from(WORDS)),
    max_size=12,
).map("".join)
signs = st.text(alphabet="ab *`_|:<>[]#\\-.@{}/(\"'词", max_size=24)

Seen = tuple[str, str, str]
"""Kind, target and text of a piece."""


def stand_in(role: str, *_: object) -> tuple[object, list[nodes.system_message]]:
    def read(
        name: str, raw: str, text: str, line: int, inliner: object, *_: object
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        return [nodes.generated(raw, text, role=role.lower())], []

    return read, []


@cache
def docutils_inliner() -> Inliner:
    inliner = Inliner()
    inliner.settings = get_default_settings(Parser)
    inliner.settings.report_level, inliner.settings.halt_level = 5, 5
    inliner.init_customizations(inliner.settings)
    return inliner


def judged(message: str) -> list[Seen]:
    """Return what docutils reads in *message*; text between markup is one piece."""
    own, roles.role = roles.role, stand_in
    try:
        inliner = docutils_inliner()
        document = new_document("message", inliner.settings)
        memo = SimpleNamespace(document=document, reporter=document.reporter, language=en, inliner=inliner)
        children, _ = inliner.parse(message, 1, memo, nodes.paragraph())
    finally:
        roles.role = own
    return list(joined(seen for child in children for seen in described(child)))


def described(node: nodes.Node) -> Iterator[Seen]:
    text = nodes.unescape(node.astext())
    match node:
        case nodes.Text():
            yield "text", "", text
        case nodes.generated():
            yield interpreted(node)
        case nodes.reference() if isinstance(node.children[0], nodes.substitution_reference):
            yield "substitution", text, ""
        case nodes.reference() if node.rawsource.startswith("`") and "refuri" in node:
            yield "link", node["refuri"].removeprefix("mailto:"), text
        case nodes.reference() if "refuri" in node:
            yield "address", text, text
        case nodes.reference() if node.rawsource.endswith("`_") and re.search(r"<[^<>]*_>`_$", node.rawsource):
            yield "link", "", text
        case nodes.reference() if node.rawsource.endswith("`__") and "refname" in node:
            yield "link", "", text
        case nodes.reference():
            yield "reference", text, text
        case nodes.footnote_reference() | nodes.citation_reference():
            yield "footnote", re.fullmatch(r"\[(.*)\]_", node.rawsource)[1], ""
        case nodes.substitution_reference():
            yield "substitution", text, ""
        case nodes.problematic():
            yield "broken", "", node.rawsource
        case nodes.target() if "refuri" in node or "refname" in node:
            return
        case _:
            yield node.tagname, "", text


def interpreted(node: nodes.generated) -> Seen:
    """Return a role as Sphinx reads it: ``words <target>``, but for roles that dress words."""
    role, raw = node["role"], node.astext()
    explicit = re.fullmatch(r"(.+?)\s*(?<!\x00)<([^<]*?)>", raw, re.DOTALL)
    if role and role not in TEXT_ROLES and explicit:
        return f"role {role}", nodes.unescape(explicit[2]), nodes.unescape(explicit[1])
    text = nodes.unescape(raw)
    return f"role {role}", "" if role in TEXT_ROLES else text, "" if role and role not in TEXT_ROLES else text


def found(message: str) -> list[Seen]:
    """Return what the splitter reads in *message*, in the same words."""
    return list(joined(seen for piece in split(message) for seen in [(named(piece), target_of(piece), piece.text)]))


def named(piece) -> str:
    if piece.kind is Kind.PLACEHOLDER:
        return "text"
    return f"role {piece.role}" if piece.kind is Kind.ROLE else piece.kind.value


def target_of(piece) -> str:
    if piece.kind is Kind.LINK and piece.target.endswith("_"):
        return ""
    return piece.target if piece.kind not in (Kind.BROKEN, Kind.PLACEHOLDER) else ""


def joined(pieces: Iterator[Seen]) -> Iterator[Seen]:
    text = ""
    for kind, target, shown_text in pieces:
        if kind == "text":
            text += shown_text
            continue
        if text:
            yield "text", "", text
        text = ""
        yield kind, target, shown_text
    if text:
        yield "text", "", text


@cache
def real() -> tuple[str, ...]:
    """Return every message of the templates and every translation there is, whatever its state."""
    paths = [*LOCALE.glob("*.pot"), *LOCALE.glob("*/LC_MESSAGES/*.po")]
    entries = [entry for path in sorted(paths) for entry in read_catalog(path).entries]
    return tuple(dict.fromkeys(text for entry in entries for text in (entry.msgid, entry.msgstr) if text))


@given(messages | signs)
@example("**open_")
@example("*a*:see:`x`")
@example("“*”, (``) and '|'")
@example("a:b_-c_ -d_e_ __f_")
@example("参见\\ :see:`x`。")
@example("help@example.orga-b_@**strong**")
@example("a@b.org-c@d.org :tel:1-e@f.org")
@example("tel:/{b@c and tel:/tel:/{b@c")
@example("`to a name <other_>`_**strong**_>`_")
@settings(max_examples=500 if IS_SLOW else 150)
def test_docutils_reads_what_the_splitter_reads(message: str) -> None:
    assert found(message) == judged(message)


@pytest.mark.slow
def test_docutils_reads_every_real_message_as_the_splitter_does() -> None:
    assert [message for message in real() if found(message) != judged(message)] == []


def referred(piece) -> tuple[str, str] | None:
    """Return what the reading in one step says of *piece*, None where it says nothing."""
    if piece.kind is Kind.LINK:
        return "link", piece.target
    if piece.kind is Kind.FOOTNOTE:
        return "note", piece.target
    return (piece.role, "" if piece.role in TEXT_ROLES else piece.target) if piece.role else None


BETWEEN = (" ", " ", ", ", ". ", ": ", "。", "，", "::", "\n")
BESIDE = ("word", "l'", "слово", "词语", "é", "12", "(", ")", "“", "”", "'", '"', "-", "/")
simple = st.lists(
    st.one_of(st.sampled_from(MARKUP), st.sampled_from(BESIDE), st.sampled_from(BETWEEN)), max_size=9
).map("".join)


@given(simple | messages | signs)
@example("'``'``'``'")
@example("(*a*) **b**-c l':see:`x`")
@example("A :see:`x <y>`:")
@example("“``”``")
@settings(max_examples=1500 if IS_SLOW else 300)
def test_what_is_read_in_one_step_is_what_the_splitter_reads(message: str) -> None:
    reading = read(message)

    if reading is not None:
        pieces = split(message)
        assert list(reading.references) == [each for each in map(referred, pieces) if each]
        # An address in the text is one for the splitter alone; the gate looks closer at each.
        kinds = {Kind.TEXT, Kind.LITERAL, Kind.STRONG, Kind.EMPHASIS, Kind.ROLE, Kind.LINK, Kind.FOOTNOTE}
        assert {each.kind for each in pieces} <= kinds or not is_kept(reading, reading)
        assert reading.shown == shown(pieces)


@given(simple | messages, simple | messages)
@example("Pages of words", "evil.example/x")
def test_what_is_kept_at_first_sight_is_kept_at_the_second(source: str, translation: str) -> None:
    first = read(source)
    second = first and read(translation, first.markup)

    if first and second and is_kept(first, second):
        markup = Counter(signature(source)), Counter(signature(translation))
        assert markup[0] == markup[1]
        faults = [fault for fault in closer_faults(source, translation, (PLAIN, PLAIN)) if "number" not in fault[0]]
        assert faults == []


@given(messages | signs)
def test_the_pieces_are_the_message(message: str) -> None:
    pieces = split(message)

    assert "".join(piece.source for piece in pieces) == message
    assert all(message.startswith(piece.source, piece.start) for piece in pieces)


@given(messages)
def test_the_words_of_a_piece_stand_where_it_says(message: str) -> None:
    for piece in split(message):
        start, end = piece.words
        if start != end and piece.kind is not Kind.LITERAL and "\\" not in piece.source:
            assert piece.source[start:end] == piece.text


def refused(source: str, translation: str) -> list[str]:
    entry = CatalogEntry(context="", msgid=source, msgstr=translation)
    return [finding.message for finding in check_catalog(Catalog(path="fr.po", header="", entries=(entry,)))]


def looked_at(message: str) -> list[object]:
    """Return what every rule says of *message* beside itself; the gate does not ask where the two are equal."""
    languages = (rules(tag) for tag in ("fr", "es", "ar", "zh", "ru", "pt"))
    found = [fault for table in languages for fault in closer_faults(message, message, (rules("en"), table))]
    return [*found, *block_faults(message, message)]


@given(messages | signs)
@example("1.500 and 2,500 and 1,5 or 08 99 at 5 p.m. on May 5, 2024")
@example("``a ** b``")
@example(":file:`python{X.Y}` and {page}")
@example("``{a}`` | ``|`` {b}")
@example("&amp; <b>bold</b> 0899 70 00 00 www.example.org")
def test_a_source_is_a_translation_of_itself(message: str) -> None:
    assert refused(message, message) == []
    assert looked_at(message) == []


@pytest.mark.slow
def test_every_real_message_is_a_translation_of_itself() -> None:
    assert {message: looked_at(message) for message in real() if looked_at(message)} == {}


@given(st.lists(st.sampled_from(MARKUP), max_size=4), st.sampled_from(("mot ", "слово ", "كلمة ", "词语 ")))
def test_words_around_it_change_nothing_of_what_must_be_kept(markup: list[str], word: str) -> None:
    text = " ".join(markup)

    assert Counter(signature(f"{word}{text} {word}")) == Counter(signature(f" {text} "))


HEAVY = (
    "a-",
    ":a.a.a",
    "*a ",
    "`a <b ",
    "a_b.",
    "|a ",
    "a@",
    "a.",
    "{",
    "_`a ",
    "`a`:",
    "\\",
    "<",
    " ",
    "&",
    "a:",
    "[#",
)


@pytest.mark.slow
@pytest.mark.parametrize("piece", HEAVY)
@pytest.mark.parametrize("end", ["@", *(pytest.param(end, marks=pytest.mark.slow) for end in ("_", "吧"))])
def test_a_text_of_any_length_is_split_and_checked(piece: str, end: str) -> None:
    text = piece * (LENGTH // len(piece)) + end

    assert "".join(each.source for each in split(text)) == text
    assert len(shown(split(text))) <= len(text)
    assert "the translation is" in "".join(refused("Short.", text))
    assert refused(text, text) == []


OWN_HOUSES = {
    "builders/catalogs/inline.py": "the grammar",
    "builders/catalogs/simple_markup.py": "what can be only one thing, compared with the grammar above",
    "builders/catalogs/addresses.py": "where an address ends",
    "builders/catalogs/exchange/inline.py": "where an address ends, before a code",
    "builders/translating/markdown.py": "Markdown is another language",
    "builders/markup/messages.py": "texts of attributes hold no markup, and docutils does not look at them",
    "builders/checks/translations/marks.py": "accents that stand alone",
    "builders/checks/translations/quotations.py": "quotation marks made of accents",
    "builders/checks/translations/residue.py": "markup of other languages, which readers would see",
}


def patterns(path: Path) -> Iterator[str]:
    """Yield what the module *path* writes into the first argument of functions of re."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
            parts = (part for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant))
            yield "".join(str(part.value) for part in parts)


def test_no_second_grammar_of_inline_markup_has_grown() -> None:
    modules = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "builders").rglob("*.py")}

    found = {name for name, path in modules.items() if any(re.search(r"`|\\\*\\\*", each) for each in patterns(path))}

    assert found - OWN_HOUSES.keys() == set()
    assert "builders/catalogs/inline.py" in found
