"""Strength: the words of a recommendation say what its ``:strength:`` says."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from builders.checks.checking import Remark, check
from builders.checks.source.passages import Passage
from builders.checks.source.source_text import SourceText
from builders.checks.source.wordlists import said
from builders.language.english import ENGLISH
from builders.markup.blocks.recommendation import FIRST_STEP
from builders.model.vocabulary import Strength

_DUTY = rf"(?<!not )(?<!never )(?<!n’t )\b(?:{'|'.join(ENGLISH.duties)})\b"
_ADVICE = rf"\b(?:{'|'.join(ENGLISH.advice)})\b"
_CHOICE = r"\bmay (?:also )?(?:want|wish|choose|decide|like) to\b|\bcould consider\b"
_NO_DUTY = re.compile(r"\b(?:nobody|no one|none|no \w+|without \w+) (?:has|have|having) to\b", re.IGNORECASE)

_QUESTION = re.compile(r"\b(?:how|what|who|whom|whether)\b[^.,;:]*$", re.IGNORECASE)
"""An indirect question before the word: “set out in law who must report” is no duty of the reader."""

UNFIT: Mapping[str, tuple[re.Pattern[str], bool]] = MappingProxyType(
    {
        Strength.MUST.value: (re.compile(f"{_ADVICE}|{_CHOICE}", re.IGNORECASE), True),
        Strength.SHOULD.value: (re.compile(_DUTY, re.IGNORECASE), False),
        Strength.MAY.value: (re.compile(f"{_DUTY}|{_ADVICE}", re.IGNORECASE), False),
    }
)
"""Words that do not fit a strength, and whether only the first sentence is looked at."""


@check("strength-word")
def strength_word(source: SourceText) -> Iterator[Remark]:
    """A recommendation uses a word of another strength than its own."""
    for passage, is_first in _texts(source):
        block = source.blocks[passage.blocks[0]]
        strength = str(block.node.get("strength", ""))
        unfit, only_first = UNFIT.get(strength, (None, False))
        if unfit is None or (only_first and not is_first):
            continue
        text = _NO_DUTY.sub(lambda match: " " * len(match[0]), passage.without_quotations())
        for match in unfit.finditer(text):
            if not _QUESTION.search(text, 0, match.start()):
                yield passage.remark(f"{block.id} is a “{strength}” and says {said(match)}", offset=match.start())


def _texts(source: SourceText) -> Iterator[tuple[Passage, bool]]:
    """Yield the passages of recommendations, and whether each is the recommendation itself."""
    seen: set[str] = set()
    for passage in source.passages:
        if passage.types[:1] == ("recommendation",) and passage.role in ("text", FIRST_STEP):
            yield passage, passage.blocks[0] not in seen
            seen.add(passage.blocks[0])


NO_VERB = (
    "the a an this that these those each every all any some no both many most more few several such another other "
    "it they we you he she one there here everyone everybody nobody someone people its their our your"
)
"""Words that a recommendation does not begin with, because they open a statement; so do those who act."""

_STATEMENTS = frozenset(NO_VERB.split())
_CONDITION = re.compile(
    r"(?:If|When|Where|Before|After|Until|While|As|In|On|At|From|For|Against|With|Together|Once)\b[^,]*,\s*"
)
_MODAL_SECOND = re.compile(
    r"\W*\w+(?:\s+(?!who|what|which|how|when|where|whether|that)\w+)?"
    r"\s+(?:must|should|may|can|shall|will|is|are|has|have)\b"
)


@check("imperative-opening")
def imperative_opening(source: SourceText) -> Iterator[Remark]:
    """A recommendation does not begin by telling somebody to do something."""
    for passage, is_first in _texts(source):
        if not is_first:
            continue
        opening = _CONDITION.sub("", " ".join(passage.text.split()), count=1)
        first = next(iter(re.findall(r"[^\W\d_]+", opening)), "").lower()
        if first in _STATEMENTS or source.words("openings").fullmatch(first) or _MODAL_SECOND.match(opening):
            yield passage.remark(f"{passage.blocks[0]} begins with “{' '.join(opening.split()[:3])} …”")
