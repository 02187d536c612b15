"""What must never appear in a text about harm to children, as far as a program can see it (SC-01 to SC-16).

No list of words replaces the specialists who read the text before a release. The lists
stand in ``data/sensitive.toml``. SC-05 is held by the checks of terms, SC-03, SC-11,
SC-14 and SC-15 by the checks of care.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from builders.catalogs.addresses import SHOWN
from builders.checks.checking import Remark, check
from builders.checks.source.passages import Passage
from builders.checks.source.source_text import SourceText
from builders.checks.source.wordlists import is_denied, wordlist
from builders.model.findings import Certainty, Severity

IMAGE_RISKS = frozenset({"cross.csam", "contact.csea", "contact.extortion", "conduct.images"})
"""Risks whose blocks may speak of sexual images of children."""

EXAMPLE_OF_WHAT_NOT_TO_SAY = "avoid"
"""The part of a conversation that shows what is better left unsaid."""


def _matches(passage: Passage, name: str) -> Iterator[re.Match[str]]:
    return wordlist(name).finditer(passage.text)


def _said(match: re.Match[str]) -> str:
    return f"“{' '.join(match[0].split())}”"


@check(
    "sc-01-sexual-detail",
    certainty=Certainty.POSSIBLE,
    rationale="""
    Descriptions of sexual acts, bodies, injuries or images hurt readers who have lived through them, and serve
    those who look for them. The text names a harm and goes on to what helps.
    """,
    hint="name the harm in general words (sexual abuse, violence) and leave out what it looks like",
)
def sexual_detail(source: SourceText) -> Iterator[Remark]:
    """A passage uses a word for sexual acts, bodies or injuries."""
    for passage in source.passages:
        for match in _matches(passage, "sexual-detail"):
            yield passage.remark(f"the word {_said(match)} describes more than readers need", offset=match.start())


@check(
    "sc-02-service-names",
    rationale="""
    A named app or company dates the text, reads as an accusation or as advertising, and shows where children are
    found. What is said must hold for every service of the kind.
    """,
    hint="say what kind of service it is: a video app, a game with a chat",
)
def service_names(source: SourceText) -> Iterator[Remark]:
    """A passage names an app, a device or a company."""
    for passage in source.passages:
        for match in _matches(passage, "service-names"):
            yield passage.remark(f"{_said(match)} is the name of a product or a company", offset=match.start())


_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")


@check(
    "sc-02-emoji",
    rationale="""
    Emoji look and mean different things on each device and are read aloud by their names; some are codes among
    people who harm children, and the text must not teach any.
    """,
    hint="write the feeling or the thing in a word",
)
def emoji(source: SourceText) -> Iterator[Remark]:
    """A passage holds an emoji or a picture sign."""
    for passage in source.passages:
        for match in _EMOJI.finditer(passage.text):
            yield passage.remark(f"the sign U+{ord(match[0]):04X} is a picture, not a word", offset=match.start())


@lru_cache(maxsize=1)
def _country_names() -> tuple[str, ...]:
    territories = Locale("en").territories.items()
    return tuple(name for code, name in territories if len(code) == 2 and code not in ("UN", "ZZ"))


@check(
    "sc-03-country",
    certainty=Certainty.POSSIBLE,
    rationale="""
    The base text speaks for every country. A country that is named is praised or blamed in the other ones, and a
    case with a place in it can point to a real child.
    """,
    hint="say what was done, not where; names of instruments come from :instrument:",
)
def country(source: SourceText) -> Iterator[Remark]:
    """A passage names a country."""
    for passage in source.passages:
        for match in wordlist("countries", *_country_names()).finditer(passage.text):
            yield passage.remark(f"{_said(match)} is the name of a country", offset=match.start())


def _about_images(source: SourceText) -> Iterator[Passage]:
    """Yield the passages that speak of sexual images of children, or stand in a block that does."""
    images = wordlist("sexual-images")
    blocks = {
        block.id
        for block in source.blocks.values()
        if {*block.codes("risks"), *block.codes("code")} & IMAGE_RISKS or images.search(block.text)
    }
    for passage in source.passages:
        if blocks.intersection(passage.blocks) or (not passage.blocks and images.search(passage.text)):
            yield passage


_DONE_BY_OTHERS = re.compile(
    r"\b(?:threat|ask|press|forc|mad|mak|want|offer|trick|beg)\w*(?:\s+\w+){0,3}\s+(?:to\s+)?$", re.IGNORECASE
)
"""What stands before a verb that says what somebody else wants: “threatens to”, “asks a child to”."""


@check(
    "sc-04-copying-images",
    certainty=Certainty.POSSIBLE,
    rationale="""
    Copying, saving or forwarding a sexual image of a child, also as evidence and with the best intentions, hurts the
    child again and is a crime in many countries. “Take a screenshot” is good advice against unkind words and
    dangerous advice here.
    """,
    hint="say that images stay where they are, and that a person notes on paper where they were and reports",
)
def copying_images(source: SourceText) -> Iterator[Remark]:
    """A passage about sexual images advises to copy, save, forward or photograph them."""
    for passage in _about_images(source):
        if passage.role == EXAMPLE_OF_WHAT_NOT_TO_SAY:
            continue
        for sentence in passage.sentences:
            if wordlist("copying-forbidden").search(sentence.text):
                continue
            for match in wordlist("copying").finditer(sentence.text):
                before = sentence.text[: match.start()]
                if not is_denied(sentence.text, match.start()) and not _DONE_BY_OTHERS.search(before):
                    yield sentence.remark(f"{_said(match)} can be read as advice to copy images of abuse")


@check(
    "sc-06-self-harm-detail",
    certainty=Certainty.POSSIBLE,
    rationale="""
    Methods, places, notes and numbers about suicide and self-harm are imitated; “commit suicide” speaks of a
    crime. The words themselves have no place in text for children.
    """,
    hint="speak of the person and of help: “died by suicide”, “thinks about hurting themselves”",
)
def self_harm_detail(source: SourceText) -> Iterator[Remark]:
    """A passage describes suicide or self-harm, or speaks of them to children."""
    for passage in source.passages:
        lists = ["self-harm-wording"]
        if wordlist("self-harm").search(passage.text):
            lists.append("self-harm-methods")
            if passage.is_for_children:
                lists.append("self-harm")
        for name in lists:
            for match in _matches(passage, name):
                yield passage.remark(f"{_said(match)} says more about self-harm than is safe", offset=match.start())


_PHONE = re.compile(r"(?<![\w./-])(?!(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d)\+?\(?\d(?:[\s().–-]?\d){6,}(?![\w/])")
_CALL = re.compile(
    r"\b(?:call|dial|ring|phone|text|number)\b(?:\s*:|\s+(?:the|is|to|on|at))*\s*(\d{2,})\b", re.IGNORECASE
)
_OWN_ADDRESS = re.compile(r"(?:^|[./@])example(?:\.(?:org|com|net))?$|guidelines\.example\.org")


@check(
    "sc-07-invented-contact",
    rationale="""
    A number or an address in the text is wrong in nearly every country, and an invented one may belong to somebody.
    A child who calls it reaches nobody, or the wrong person. Contacts are variables, and the base edition sets none.
    """,
    hint="use a variable such as helpline.number, with the role :variable: or in the option :variables:",
)
def invented_contact(source: SourceText) -> Iterator[Remark]:
    """A passage holds a telephone number, an address of a website or a mail address, or a variable has a value."""
    for passage in source.passages:
        for pattern in (_PHONE, _CALL, SHOWN):
            for match in pattern.finditer(passage.text):
                said = match[match.lastindex or 0].rstrip(".,;)”")
                if not _OWN_ADDRESS.search(said):
                    yield passage.remark(f"“{said}” reads as a contact", offset=match.start())
    for name in source.settings.values:
        place = source.place("source/registries/variables.toml", rf'^"{re.escape(name)}"')
        yield Remark(location=place, message=f"the variable {name} has a value in the base edition", passage=name)


@check(
    "sc-08-confronting",
    certainty=Certainty.POSSIBLE,
    rationale="""
    Confronting, meeting, baiting or paying somebody who harms children puts the child and the reader in danger and
    can spoil evidence. Police and hotlines do this work.
    """,
    hint="say whom to tell, and that trained people do the rest",
)
def confronting(source: SourceText) -> Iterator[Remark]:
    """A passage advises to confront, meet, bait, investigate or pay somebody who harms children."""
    for passage in source.passages:
        if passage.role == EXAMPLE_OF_WHAT_NOT_TO_SAY:
            continue
        for match in _matches(passage, "confronting"):
            if not is_denied(passage.text, match.start()):
                yield passage.remark(
                    f"{_said(match)} can be read as advice to deal with an offender", offset=match.start()
                )


@check(
    "sc-09-threats-and-blame",
    certainty=Certainty.POSSIBLE,
    rationale="""
    Children who fear blame, shame or punishment do not tell. Threats (“you will never …”) and words that move the
    fault to the child (“fell for”, “should have known”) do the work of the person who harms.
    """,
    hint="say what the other person did, and what the child can do now",
)
def threats_and_blame(source: SourceText) -> Iterator[Remark]:
    """A passage threatens, shames or blames a child."""
    for passage in source.passages:
        if passage.role == EXAMPLE_OF_WHAT_NOT_TO_SAY:
            continue
        for match in _matches(passage, "threats-and-blame"):
            if not is_denied(passage.text, match.start()):
                yield passage.remark(f"{_said(match)} threatens or blames", offset=match.start())


@check(
    "sc-12-risky-fun",
    certainty=Certainty.POSSIBLE,
    rationale="""
    A dangerous challenge is found and tried by its name. Gambling and dieting that sound like fun stay in the mind
    longer than the warning beside them.
    """,
    hint="say what kind of dare or trick it is, without its name and without its charm",
)
def risky_fun(source: SourceText) -> Iterator[Remark]:
    """A passage names a challenge, or makes gambling or extreme dieting sound like fun."""
    for passage in source.passages:
        for name in ("risky-fun", "named-challenge"):
            if passage.role in ("title", "heading") and name == "named-challenge":
                continue
            for match in _matches(passage, name):
                yield passage.remark(f"{_said(match)} makes a risk attractive or easy to find", offset=match.start())


@check(
    "sc-13-metaphor",
    severity=Severity.WARNING,
    rationale="""
    “Monsters” and “dark sides” frighten without explaining, and an image from one culture becomes a puzzle in
    five other languages.
    """,
    hint="say plainly what is meant",
)
def metaphor(source: SourceText) -> Iterator[Remark]:
    """A passage uses a metaphor that frightens or does not travel."""
    for passage in source.passages:
        for match in _matches(passage, "metaphors"):
            yield passage.remark(f"{_said(match)} is an image that readers may not share", offset=match.start())


_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{1,5}(?:s)?(?![\w-])")


@check(
    "sc-13-acronym",
    severity=Severity.WARNING,
    certainty=Certainty.POSSIBLE,
    rationale="""
    Readers of a chapter cannot know the letters of another one, and translators need the words. A page that uses an
    acronym gives the full words first, with the letters in brackets; in text for children there are none.
    """,
    hint="write “artificial intelligence (AI)” at the first place of the page, or the full words everywhere",
)
def acronym(source: SourceText) -> Iterator[Remark]:
    """A page uses letters for words before it has explained them."""
    explained: dict[str, set[str]] = {}
    for passage in source.passages:
        known = explained.setdefault(passage.document, set())
        known.update(re.findall(r"\(([A-Z][A-Z0-9]{1,5})\)", passage.text))
        for match in _ACRONYM.finditer(passage.text):
            letters = match[0].removesuffix("s")
            if letters not in known and not wordlist("everyday-acronyms").fullmatch(letters):
                known.add(letters)
                yield passage.remark(f"“{letters}” is used without having been explained", offset=match.start())
