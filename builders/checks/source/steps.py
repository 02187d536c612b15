"""Procedures: danger comes first, and what a country completes is named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import Block, SourceText
from builders.checks.source.wordlists import said, whole_words
from builders.language.english import ENGLISH
from builders.markup.audience import Audience
from builders.markup.faults import line_of, with_ancestors
from builders.markup.references import BlockReference, VariableValue
from builders.markup.typed_block import BlockTitle
from builders.model.findings import Location

_LISTS = (nodes.enumerated_list, nodes.bullet_list)
_REFERENCE = re.compile(r"⟦([\w-]+)⟧")
"""How a reference to a block is written in the text of a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The title or a paragraph of a procedure."""

    block: Block
    line: int
    text: str
    """What readers see, on one line: with the labels of variables, and the identifiers of blocks it refers to."""
    step: int
    """Number of the step it stands in; 0 above and below the steps."""
    comes_first: bool
    """Whether it is done before the rest of its step: no list stands above it, and it is the head of any it is in."""
    is_title: bool
    editions: tuple[str, ...]

    def remark(self, message: str) -> Remark:
        """Return a remark on these words."""
        place = Location(self.block.location.path, self.line)
        passage = " ".join(_REFERENCE.sub(" ", self.text).split())
        return Remark(location=place, message=message, blocks=(self.block.id,), passage=passage)


def _words(source: SourceText, block: Block) -> Iterator[Words]:
    """Yield the title and every paragraph of *block*, in reading order."""
    steps = list(_steps(block.node))
    for node in block.node.findall(nodes.TextElement):
        if not isinstance(node, (BlockTitle, nodes.paragraph)):
            continue
        above = list(with_ancestors(node))
        step = next((each for each in steps if each in above), None)
        yield Words(
            block=block,
            line=line_of(node),
            text=" ".join(_text(node, source.settings.variables).split()),
            step=steps.index(step) + 1 if step is not None else 0,
            comes_first=step is not None and not any(map(_is_behind, above[: above.index(step)])),
            is_title=isinstance(node, BlockTitle),
            editions=source.editions_of(block.document, node),
        )


def _steps(node: nodes.Element) -> Iterator[nodes.Node]:
    """Yield the steps of a procedure, of all editions; several lists count on."""
    for child in node.children:
        if isinstance(child, nodes.enumerated_list):
            yield from child.children
        elif isinstance(child, Audience):
            yield from _steps(child)


def _is_behind(node: nodes.Node) -> bool:
    """Whether *node* stands below a list, or is not the first item of its own."""
    before = node.parent.children[: node.parent.children.index(node)]
    return bool(before) if isinstance(node, nodes.list_item) else any(isinstance(each, _LISTS) for each in before)


def _text(node: nodes.Node, labels: Mapping[str, str]) -> str:
    if isinstance(node, nodes.Text):
        return str(node)
    if isinstance(node, VariableValue):
        return f" {labels[node['code']]} "
    target = f" ⟦{node['target']}⟧ " if isinstance(node, BlockReference) else ""
    return "".join(_text(child, labels) for child in node.children) + target


_CLAUSE = re.compile(r"[.;:!?]\s")
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|where|wherever|whether|unless|until|as long as|in case)\b", re.IGNORECASE
)
_DENIED = re.compile(
    rf"\b(?:{'|'.join(ENGLISH.negations)}|out of)(?:\s+(?!if\b|when\b|where\b|and\b|but\b|or\b)\w+){{0,3}}\s*$",
    re.IGNORECASE,
)
"""What stands before a word that is denied: “not”, “nobody is”, “no child is”."""


@dataclass(frozen=True, slots=True)
class _Danger:
    """Words that speak of danger to somebody, unless they follow what is a thing: “your account is”, “data may be”."""

    words: re.Pattern[str]
    things: re.Pattern[str]

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where *text* speaks of it."""
        for match in self.words.finditer(text):
            if not self.things.search(_CLAUSE.split(text[: match.start()])[-1]):
                yield match


def _danger(source: SourceText) -> _Danger:
    things = "|".join(word.replace(" ", r"\s+") for word in source.lists.words_of("things").words) or "(?!)"
    between = r"(?:\s+(?:is|are|was|were|may|might|could|can|will|be|now|still|also))*"
    return _Danger(source.words("danger"), re.compile(rf"\b(?:{things}){between}\s*$", re.IGNORECASE))


def _is_case(text: str, place: int) -> bool:
    """Whether what stands at *place* of *text* is one of two cases: “if …”, “when …”."""
    return _CONDITION.search(_CLAUSE.split(text[:place])[-1]) is not None


def _first_mention(text: str, danger: _Danger) -> re.Match[str] | None:
    """Return the first place at which *text* speaks of danger; that there is none is only said of a case."""
    for match in danger.found(text):
        if not _DENIED.search(text[: match.start()]) or _is_case(text, match.start()):
            return match
    return None


def _speaks_of_danger(text: str, danger: _Danger) -> bool:
    return any(not _DENIED.search(text[: match.start()]) for match in danger.found(text))


def _at_first(words: Iterable[Words], edition: str) -> list[Words]:
    """Return those of *words* that readers of *edition* follow before anything else."""
    carried = [each for each in words if each.step and edition in each.editions]
    first = min((each.step for each in carried), default=0)
    return [each for each in carried if each.step == first and each.comes_first]


def _goes_on_to(words: Iterable[Words]) -> Iterator[str]:
    """Yield the blocks that *words* lead to in every case."""
    for each in words:
        for match in _REFERENCE.finditer(each.text):
            if not _is_case(each.text, match.start()):
                yield match[1]


@check("harm-order")
def harm_order(source: SourceText) -> Iterator[Remark]:
    """A procedure speaks of immediate danger, and its first step does not ask about it."""
    procedures = {block.id: tuple(_words(source, block)) for block in source.of_type("procedure")}
    danger = _danger(source)
    for edition in source.settings.editions:
        first = {name: _at_first(words, edition.id) for name, words in procedures.items()}
        ask = {name for name, words in first.items() if any(_speaks_of_danger(each.text, danger) for each in words)}
        for name, words in procedures.items():
            if name not in ask and not ask.intersection(_goes_on_to(first[name])):
                yield from _too_late([each for each in words if edition.id in each.editions], danger)


def _too_late(words: Iterable[Words], danger: _Danger) -> Iterator[Remark]:
    for each in words:
        if match := _first_mention(each.text, danger):
            where = f"step {each.step}" if each.step else "the title" if each.is_title else "the text beside the steps"
            yield each.remark(f"{said(match)} stands in {where}, and the first step does not ask about danger")
            return


@check("procedure-without-variable")
def procedure_without_variable(source: SourceText) -> Iterator[Remark]:
    """A procedure names a service or a duty of the country, and no variable for it."""
    patterns = {name: whole_words(words) for name, words in source.settings.words.items()}
    for block in source.of_type("procedure"):
        printed = {node["code"] for node in block.node.findall(VariableValue)}
        missing: dict[tuple[str, ...], Remark] = {}
        for words in _words(source, block):
            for match, names in [] if words.is_title else _named(words.text, patterns):
                if not {*names} & {*block.codes("variables"), *printed}:
                    message = f"{block.id} names {said(match)}, and :variables: does not hold {' or '.join(names)}"
                    missing.setdefault(names, words.remark(message))
        yield from missing.values()


def _named(text: str, patterns: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """Yield what *text* names, and the variables that hold it by *patterns*."""
    found = [(name, match) for name, pattern in patterns.items() for match in pattern.finditer(text)]
    for _, match in found:
        yield match, tuple(name for name, other in found if other.start() < match.end() and match.start() < other.end())
