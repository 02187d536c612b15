"""What marks a message has: its emphasis, the order of its references, and which words lead where."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from builders.catalogs.inline import TEXT_ROLES, Kind, Piece, is_plain, split
from builders.checks.checking import Remark, check
from builders.checks.translations.likeness import likeness
from builders.checks.translations.pairs import Pair, Translation, of_one_source
from builders.checks.translations.stress import STRESSED, is_slanted, moved_stress, set_apart
from builders.language.lexicon import lexicon
from builders.language.sentences import WORD
from builders.model.characters import quoted, shortened

_LEADING = (Kind.ROLE, Kind.LINK, Kind.FOOTNOTE, Kind.REFERENCE)


@check("emphasis-changed")
@of_one_source
def emphasis_changed(translation: Translation) -> Iterator[Remark]:
    """A translation no longer stresses a passage of its source, stresses another, or one where the source does not.

    A passage may be in quotation marks instead; slanted words of another language and titles of works are good
    typography in many.
    """
    known = likeness(translation)
    for pair in _marked(translation):
        own, other = (split(side.message) for side in (pair.source, pair.target))
        wanted, found = ([piece for piece in pieces if piece.kind in STRESSED] for pieces in (own, other))
        is_lost = len(found) < len(wanted) and set_apart(other) < set_apart(own)
        is_added = len(found) > len(wanted) and (_strong(found) > _strong(wanted) or is_slanted(pair))
        if is_lost or is_added:
            source, target = ([piece.text for piece in pieces] for pieces in (wanted, found))
            message = f"the source stresses {_passages(len(wanted))}, the translation {_passages(len(found))}"
            yield pair.remark(message, source=source, target=target)
        elif len(found) == len(wanted) and (moved := moved_stress(pair, known)):
            mine, theirs = moved
            message = f"the source stresses {quoted(shortened(mine))}, the translation {quoted(shortened(theirs))}"
            yield pair.remark(message, source=mine, target=theirs)


def _strong(pieces: Sequence[Piece]) -> int:
    return sum(piece.kind is Kind.STRONG for piece in pieces)


def _passages(number: int) -> str:
    return f"{number} passage{'' if number == 1 else 's'}" if number else "none"


@check("reference-order")
def reference_order(translation: Translation) -> Iterator[Remark]:
    """References, notes or links of a translation follow each other in another order than in the source."""
    for pair in _marked(translation):
        wanted, found = ([_led(piece) for piece in _leading(side.message)] for side in (pair.source, pair.target))
        if wanted != found and Counter(wanted) == Counter(found):
            yield pair.remark(f"the order in the source is {', '.join(wanted)}; here, {', '.join(found)}")


@check("link-text-swapped")
def link_text_swapped(translation: Translation) -> Iterator[Remark]:
    """The words of two links have changed places, so that each leads to what the other speaks of."""
    pairs = list(_marked(translation))
    linked = {pair: (_worded(pair.source.message), _worded(pair.target.message)) for pair in pairs}
    known = _texts(found for _, found in linked.values())
    for pair, (wanted, found) in linked.items():
        for one, other in combinations(sorted(wanted.keys() & found.keys()), 2):
            texts = (wanted[one], wanted[other]), (found[one], found[other])
            if _is_swapped(*texts, (known[one], known[other])) or _says_other(pair, *texts):
                message = f"the words of {one} and {other} have changed places"
                yield pair.remark(message, source=(wanted[one], wanted[other]), target=(found[one], found[other]))


def _is_swapped(wanted: tuple[str, str], found: tuple[str, str], elsewhere: tuple[Counter[str], Counter[str]]) -> bool:
    """Whether two texts stand in each other's place, by the words of the source, or by what leads there elsewhere."""
    if found[0] == found[1]:
        return False
    crossed = _alike(wanted[0], found[1]) + _alike(wanted[1], found[0])
    straight = _alike(wanted[0], found[0]) + _alike(wanted[1], found[1])
    if crossed != straight:
        return crossed > straight and min(_alike(wanted[0], found[1]), _alike(wanted[1], found[0])) >= 0.5
    # One use is that of the message itself.
    is_strange = elsewhere[0][found[0]] <= 1 and elsewhere[1][found[1]] <= 1
    return is_strange and elsewhere[0][found[1]] > 0 and elsewhere[1][found[0]] > 0


def _says_other(pair: Pair, wanted: tuple[str, str], found: tuple[str, str]) -> bool:
    """Whether each of two texts says something of what the other one should say, and nothing of its own."""
    mine, theirs = lexicon(pair.source.tag), lexicon(pair.target.tag)
    if not (mine and theirs):
        return False
    here, there = [mine.concepts(text).keys() for text in wanted], [theirs.concepts(text).keys() for text in found]
    crossed, straight = (here[0] & there[1], here[1] & there[0]), (here[0] & there[0], here[1] & there[1])
    return all(crossed) and not any(straight)


def _alike(one: str, other: str) -> float:
    """Return how many of the words of *one* also stand in *other*: names, numbers, and words both languages have."""
    first, second = (set(WORD.findall(text.casefold())) for text in (one, other))
    return len(first & second) / len(first) if first else 0.0


def _texts(found: Iterator[Mapping[str, str]] | Sequence[Mapping[str, str]]) -> defaultdict[str, Counter[str]]:
    texts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for links in found:
        for target, words in links.items():
            texts[target][words] += 1
    return texts


def _worded(message: str) -> dict[str, str]:
    """Return the words that lead somewhere in *message*, by their target; what has no words of its own is left out."""
    worded: dict[str, str] = {}
    for piece in _leading(message):
        if piece.kind in (Kind.LINK, Kind.ROLE) and piece.text and piece.text != piece.target:
            worded.setdefault(_led(piece), piece.text)
    return worded


def _leading(message: str) -> Iterator[Piece]:
    """Yield the pieces of *message* that lead somewhere."""
    for piece in split(message):
        if piece.kind in _LEADING and not (piece.kind is Kind.ROLE and (not piece.role or piece.role in TEXT_ROLES)):
            yield piece


def _led(piece: Piece) -> str:
    return f":{piece.role}:`{piece.target}`" if piece.kind is Kind.ROLE else piece.target


def _marked(translation: Translation) -> Iterator[Pair]:
    """Yield the pairs in which either text may have markup."""
    for pair in translation.pairs:
        if pair.has_markup and not (is_plain(pair.source.message) and is_plain(pair.target.message)):
            yield pair
