"""What must never appear in a text about harm to children, as far as a program can see it (SC-01 to SC-16).

No list of words replaces the specialists who read the text before a release. The lists
are data of the guideline. SC-05 is held by the checks of terms, SC-03, SC-11,
SC-14 and SC-15 by the checks of care.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from babel import Locale

from builders.catalogs.addresses import SHOWN
from builders.checks.checking import Remark, check
from builders.checks.source.passages import TITLES, Passage
from builders.checks.source.source_text import SourceText
from builders.checks.source.wordlists import is_denied, remarks_on, said

EXAMPLE_OF_WHAT_NOT_TO_SAY = "avoid"
"""The part of a conversation that shows what is better left unsaid."""


def advice(source: SourceText) -> Iterator[Passage]:
    """Return the passages without the examples of what is better left unsaid."""
    return (passage for passage in source.passages if passage.role != EXAMPLE_OF_WHAT_NOT_TO_SAY)


@check("sc-01-sexual-detail")
def sexual_detail(source: SourceText) -> Iterator[Remark]:
    """A passage uses a word for sexual acts, bodies or injuries."""
    yield from remarks_on(
        source.passages, source.words("sexual-detail"), "the word {} describes more than readers need"
    )


@check("sc-02-service-names")
def service_names(source: SourceText) -> Iterator[Remark]:
    """A passage names an app, a device or a company."""
    yield from remarks_on(source.passages, source.words("service-names"), "{} is the name of a product or a company")


_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")


@check("sc-02-emoji")
def emoji(source: SourceText) -> Iterator[Remark]:
    """A passage holds an emoji or a picture sign."""
    for passage in source.passages:
        for match in _EMOJI.finditer(passage.text):
            yield passage.remark(f"the sign U+{ord(match[0]):04X} is a picture, not a word", offset=match.start())


@lru_cache(maxsize=1)
def _country_names() -> tuple[str, ...]:
    territories = Locale("en").territories.items()
    return tuple(name for code, name in territories if len(code) == 2 and code not in ("UN", "ZZ"))


@check("sc-03-country")
def country(source: SourceText) -> Iterator[Remark]:
    """A passage names a country, and stands in no documented case."""
    passages = (passage for passage in source.passages if not source.is_documented(passage))
    yield from remarks_on(passages, source.words("countries", *_country_names()), "{} is the name of a country")


def _about_images(source: SourceText) -> Iterator[Passage]:
    """Yield the passages that speak of sexual images of children, or stand in a block that does."""
    images, risks = source.words("sexual-images"), source.risks("images")
    blocks = {
        block.id
        for block in source.blocks.values()
        if {*block.codes("risks"), *block.codes("code")} & risks or images.search(block.text)
    }
    for passage in source.passages:
        if blocks.intersection(passage.blocks) or (not passage.blocks and images.search(passage.text)):
            yield passage


DONE_BY_OTHERS = re.compile(
    r"\b(?:threat|ask|press|forc|mad|mak|want|offer|trick|beg)\w*(?:\s+\w+){0,3}\s+(?:to\s+)?$", re.IGNORECASE
)
"""What stands before a verb that says what somebody else wants: “threatens to”, “asks a child to”."""


@check("sc-04-copying-images")
def copying_images(source: SourceText) -> Iterator[Remark]:
    """A passage about sexual images advises to copy, save, forward or photograph them."""
    for passage in _about_images(source):
        for sentence in passage.sentences if passage.role != EXAMPLE_OF_WHAT_NOT_TO_SAY else ():
            if source.words("copying-forbidden").search(sentence.text):
                continue
            for match in source.words("copying").finditer(sentence.text):
                before = sentence.text[: match.start()]
                if not is_denied(sentence.text, match.start()) and not DONE_BY_OTHERS.search(before):
                    yield sentence.remark(f"{said(match)} can be read as advice to copy images of abuse")


@check("sc-06-self-harm-detail")
def self_harm_detail(source: SourceText) -> Iterator[Remark]:
    """A passage describes suicide or self-harm, or speaks of them to children."""
    for passage in source.passages:
        lists = ["self-harm-wording"]
        if source.words("self-harm").search(passage.text):
            lists.append("self-harm-methods")
            if passage.is_for_children:
                lists.append("self-harm")
        for name in lists:
            yield from remarks_on([passage], source.words(name), "{} says more about self-harm than is safe")


_PHONE = re.compile(r"(?<![\w./-])(?!(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d)\+?\(?\d(?:[\s().–-]?\d){6,}(?![\w/])")
_CALL = re.compile(
    r"\b(?:call|dial|ring|phone|text|number)\b(?:\s*:|\s+(?:the|is|to|on|at))*\s*(\d{2,})\b", re.IGNORECASE
)
_OF_NOBODY = r"(?:^|[./@])example(?:\.(?:org|com|net))?$"


def _own_address(published_at: str) -> re.Pattern[str]:
    """Return what finds an address of nobody, or one where the guideline is *published_at*."""
    host = urlsplit(published_at).hostname
    return re.compile(_OF_NOBODY + (rf"|(?:^|[/@]){re.escape(host)}(?:/|$)" if host else ""))


@check("sc-07-invented-contact")
def invented_contact(source: SourceText) -> Iterator[Remark]:
    """A passage holds a telephone number, an address of a website or a mail address, or a variable has a value."""
    own = _own_address(source.settings.guideline.published_at)
    for passage in source.passages:
        for pattern in (_PHONE, _CALL, SHOWN):
            for match in pattern.finditer(passage.text):
                contact = match[match.lastindex or 0].rstrip(".,;)”")
                if not own.search(contact):
                    yield passage.remark(f"“{contact}” reads as a contact", offset=match.start())
    for name in () if source.settings.layers else source.settings.values:
        place = source.place("source/registries/variables.toml", rf'^"{re.escape(name)}"')
        yield Remark(location=place, message=f"the variable {name} has a value in the base edition", passage=name)


@check("sc-08-confronting")
def confronting(source: SourceText) -> Iterator[Remark]:
    """A passage advises to confront, meet, bait, investigate or pay somebody who harms children."""
    message = "{} can be read as advice to deal with an offender"
    yield from remarks_on(advice(source), source.words("confronting"), message, unless_denied=True)


@check("sc-09-threats-and-blame")
def threats_and_blame(source: SourceText) -> Iterator[Remark]:
    """A passage threatens, shames or blames a child."""
    words = source.words("threats-and-blame")
    yield from remarks_on(advice(source), words, "{} threatens or blames", unless_denied=True)


@check("sc-12-risky-fun")
def risky_fun(source: SourceText) -> Iterator[Remark]:
    """A passage names a challenge, or makes gambling or extreme dieting sound like fun."""
    sentences = (passage for passage in source.passages if passage.role not in TITLES)
    for passages, name in ((source.passages, "risky-fun"), (sentences, "named-challenge")):
        yield from remarks_on(passages, source.words(name), "{} makes a risk attractive or easy to find")


@check("sc-13-metaphor")
def metaphor(source: SourceText) -> Iterator[Remark]:
    """A passage uses a metaphor that frightens or does not travel."""
    yield from remarks_on(source.passages, source.words("metaphors"), "{} is an image that readers may not share")


_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{1,5}(?:s)?(?![\w-])")


@check("sc-13-acronym")
def acronym(source: SourceText) -> Iterator[Remark]:
    """A page uses letters for words before it has explained them."""
    explained: dict[str, set[str]] = {}
    for passage in source.passages:
        known = explained.setdefault(passage.document, set())
        known.update(re.findall(r"\(([A-Z][A-Z0-9]{1,5})\)", passage.text))
        for match in _ACRONYM.finditer(passage.text):
            letters = match[0].removesuffix("s")
            if letters not in known and not source.words("everyday-acronyms").fullmatch(letters):
                known.add(letters)
                yield passage.remark(f"“{letters}” is used without having been explained", offset=match.start())
