"""Advice that means well and does harm, as far as a program can see it (SC-17 to SC-19, SC-21).

The lists stand beside those of the other rules about sensitive content.
"""

import re
from collections.abc import Iterable, Iterator

from builders.checks.checking import Remark, check
from builders.checks.source.passages import TITLES, Passage
from builders.checks.source.sensitive import DONE_BY_OTHERS, advice
from builders.checks.source.source_text import SourceText
from builders.checks.source.wordlists import is_denied, remarks_on, said
from builders.language.english import ENGLISH

DEMANDS = frozenset({"recommendation", "checkitem"})
"""Types of blocks that ask for something, and do not say that it is so."""


def _meant(source: SourceText) -> Iterator[Passage]:
    """Yield what the text stands for: neither what is better left unsaid nor a wrong option of a quiz."""
    for passage in advice(source):
        right = source.blocks[passage.blocks[0]].codes("correct") if passage.types[:1] == ("quiz",) else ()
        if not right or passage.role not in ("a", "b", "c", "d") or passage.role in right:
            yield passage


_ASKED = re.compile(r"\b(?:how|if|unless|until|when|where|whether)\s+$", re.IGNORECASE)
"""What stands before words that are asked about: “a yes counts if it is free”."""
_DEMANDED = re.compile(rf"\b(?:{'|'.join((*ENGLISH.duties, *ENGLISH.advice))})\b[^.;:!?]*$", re.IGNORECASE)
"""What stands before words that somebody is asked to make true: “a child should reach it free of charge”."""


def _found(source: SourceText, passages: Iterable[Passage], name: str) -> Iterator[tuple[Passage, re.Match[str], str]]:
    """Yield where *passages* say what is on the list called *name* and do not deny it, and what stands before."""
    for passage in passages:
        for match in source.words(name).finditer(passage.text):
            if not is_denied(passage.text, match.start()):
                yield passage, match, passage.text[: match.start()]


def _around(passage: Passage, source: SourceText) -> str:
    """Return the words of the outermost block around *passage*, or its own where it stands in none."""
    return source.blocks[passage.blocks[-1]].text if passage.blocks else passage.text


@check("sc-17-promise")
def promise(source: SourceText) -> Iterator[Remark]:
    """A passage promises what nobody can keep."""
    claims = (passage for passage in _meant(source) if not DEMANDS.intersection(passage.types))
    free = (each for each in _found(source, claims, "promised-free") if not _DEMANDED.search(each[-1]))
    for passage, match, before in (*_found(source, _meant(source), "promises"), *free):
        if not _ASKED.search(before):
            yield passage.remark(f"{said(match)} is a promise that nobody can keep", offset=match.start())


@check("sc-18-interview")
def interview(source: SourceText) -> Iterator[Remark]:
    """A passage advises people without training to question a child about what happened."""
    for passage in _meant(source):
        if source.words("about-telling").search(_around(passage, source)):
            for sentence in passage.sentences:
                for match in source.words("questioning").finditer(sentence.text):
                    trained = source.words("trained-questioning").search(sentence.text)
                    if not trained and not is_denied(sentence.text, match.start()):
                        yield sentence.remark(f"{said(match)} can be read as advice to question a child")


@check("sc-19-extortion-steps")
def extortion_steps(source: SourceText) -> Iterator[Remark]:
    """A passage waits with blocking, or deletes what police need, where somebody threatens a child."""
    waits = "{} gives the person who threatens more time"
    yield from remarks_on(_meant(source), source.words("waiting-to-block"), waits, unless_denied=True)
    for passage, match, before in _found(source, _meant(source), "deleting-evidence"):
        if source.words("extortion").search(_around(passage, source)) and not DONE_BY_OTHERS.search(before):
            yield passage.remark(f"{said(match)} takes away what police need", offset=match.start())


@check("sc-21-secrecy")
def secrecy(source: SourceText) -> Iterator[Remark]:
    """A passage for children makes a name a secret, or telling a fault."""
    for passage in _meant(source):
        if passage.is_for_children and passage.role not in TITLES:
            spoken = ((passage.text, "secret-names"), (passage.without_quotations(), "telling-nobody"))
            for text, name in spoken[: 1 if passage.types[:1] == ("line",) else 2]:
                for match in source.words(name).finditer(text):
                    if not is_denied(text, match.start()):
                        yield passage.remark(f"{said(match)} makes a secret of what may be told", offset=match.start())
