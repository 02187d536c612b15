"""Form of address: children and adults are each spoken to in one way, in the whole of a language."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import Pair, Side, Translation
from builders.checks.translations.quoted import quotations, without_quotations
from builders.language.address import (
    Address,
    address,
    commands,
    is_to_adults,
    is_to_others,
    is_to_several,
    speaks,
    speaks_alone,
)
from builders.language.sentences import sentences
from builders.model.characters import quoted

CHILDREN_PART = "children"
"""The part of a term that explains it to children."""
ONE, OTHER = "one", "other"
"""The form that speaks to one who is close, and that which also speaks to several at once."""
SPOKEN = ("line",)
"""Blocks whose text somebody says to somebody else."""


@check("address-form")
def address_form(translation: Translation) -> Iterator[Remark]:
    """A message speaks to its readers in the form of address of others."""
    for pair, found, known in _addressing(translation):
        expected = _expected(pair, known)
        wrong = [word for form, said in found.items() for word in said if expected and form != expected]
        if wrong and len(found) == 1:
            readers = "children" if _is_for_children(pair) else "adults"
            yield pair.remark(f"{quoted(wrong[0])} is not how {readers} are addressed", target=wrong)
    yield from _said_to_children(translation)


def _said_to_children(translation: Translation) -> Iterator[Remark]:
    """Yield a remark where somebody in a text for children speaks politely to a child."""
    known = address(translation.language.tag)
    if not known or known.children != ONE:
        return
    for pair in filter(_is_for_children, translation.pairs):
        for source, target in _quotations(pair):
            if speaks(source, pair.source.tag) and not is_to_others(source, pair.source.text, pair.source.tag):
                alone = [target] if speaks_alone(source, pair.source.tag) else []
                if found := known.found(target, (), alone).get(OTHER):
                    yield pair.remark(f"{quoted(found[0])} is not how children are addressed", target=found)
                    break


def _quotations(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield what is said in the source with what is said in the translation, together where they are not as many."""
    source, target = quotations(pair.source.text), quotations(pair.target.text)
    if len(source) == len(target):
        yield from zip(source, target, strict=True)
    elif source and target:
        yield " ".join(source), " ".join(target)


@check("address-mixed")
def address_mixed(translation: Translation) -> Iterator[Remark]:
    """A message addresses its reader in two ways."""
    for pair, found, known in _addressing(translation):
        if len(found) > 1:
            expected = _expected(pair, known)
            said = [found[form][0] for form in found]
            wrong = [word for form, words in found.items() for word in words if form != expected]
            yield pair.remark(f"{quoted(said[0])} and {quoted(said[1])} address the reader in two ways", target=wrong)


def _addressing(translation: Translation) -> Iterator[tuple[Pair, dict[str, list[str]], Address]]:
    """Yield the pairs that speak to their reader, with the words that show how."""
    known = address(translation.language.tag)
    for pair in translation.pairs if known else ():
        if known and pair.block_type not in SPOKEN:
            found = _found(pair.source, pair.target, pair.is_sentence)
            if found and not (OTHER in found and _is_to_children_together(pair)):
                yield pair, found, known


@lru_cache(maxsize=65536)
def _found(source: Side, target: Side, is_sentence: bool) -> dict[str, list[str]]:
    """Return the words of *target* that show how it speaks to its reader, by the form that they show."""
    known = address(target.tag)
    told, alone = _sentences(source, target) if is_sentence else ([], [])
    return known.found(without_quotations(target.text), told, alone) if known else {}


def _is_to_children_together(pair: Pair) -> bool:
    """Whether a child may be spoken to with others, so that the form for several is right."""
    return _is_for_children(pair) and is_to_several(pair.source.text, pair.source.tag)


def _sentences(source: Side, target: Side) -> tuple[list[str], list[str]]:
    """Return the sentences of *target* whose sources tell somebody to do something, and speak to nobody else."""
    said, spoken = _own_sentences(target), _own_sentences(source)
    if len(said) != len(spoken):
        # The first sentences belong together even then, and so do the last.
        said, spoken = ([*each[:1], *each[1:][-1:]] for each in (said, spoken))
        said, spoken = said[: len(spoken)], spoken[: len(said)]
    told = [said[number] for number in commands(spoken, source.tag) if said]
    return told, [each for one, each in zip(spoken, said, strict=False) if speaks_alone(one, source.tag)]


def _own_sentences(side: Side) -> Sequence[str]:
    """Return the sentences of *side* without what stands between quotation marks."""
    text = without_quotations(side.text)
    return side.sentences if text == side.text else [each for _, each in sentences(text, side.tag)]


def _expected(pair: Pair, known: Address) -> str:
    """Return the form for the readers of *pair*; none where children and adults read it."""
    if _is_for_children(pair):
        return known.children
    if known.children == known.adults or not any(band.are_children for band in pair.bands):
        return known.adults if pair.bands or known.children == known.adults else ""
    return known.adults if is_to_adults(pair.source.text, pair.source.tag) else ""


def _is_for_children(pair: Pair) -> bool:
    """Whether only children read *pair*."""
    if is_to_adults(pair.source.text, pair.source.tag):
        return False
    return pair.part == CHILDREN_PART or (bool(pair.bands) and all(band.are_children for band in pair.bands))
