"""Marks between words: those of the language, each with its partner, and at the end of the kind that the source has."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import OUTSIDE, Side, Translation
from builders.checks.translations.prose import Fault, around, in_class, remarks, weighed
from builders.language.concepts import concepts, folded
from builders.language.sentences import sentences
from builders.language.typography import Typography, tables
from builders.model.findings import Severity

_SHARED = set("·…—№ªºـ")
"""Marks that a table lists, and that other languages use, too."""
_LETTER = r"[^\W\d_]"
_NEAR, _FAR = 20, 400
"""Characters beside a mark, and before the end of a sentence, that are looked at: no text makes a check slow."""
_PAIRS = dict(zip("([{（［【《〈", ")]}）］】》〉", strict=True))
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,:，；、]))(?:\d{1,3}|[^\W\d_]|[ivx]{1,4})[)）]")
"""The mark of a list within a sentence: a bracket that nothing opens."""
ENDS = {mark: kind for kind, marks in (("question", "?？؟"), ("call", "!！"), ("colon", ":：")) for mark in marks}
ENDS |= dict.fromkeys(".。…।۔．｡", "statement")
_NAMES = {"question": "a question mark", "call": "an exclamation mark", "colon": "a colon", "statement": "a full stop"}


@lru_cache(maxsize=64)
def _foreign(known: Typography) -> re.Pattern[str]:
    """Return the pattern of marks that belong to other languages alone."""
    others = {mark for table in tables().values() for mark in table.get("own", "")}
    openers = {mark for table in tables().values() for mark in table.get("openers", {}).values()}
    strange = (others | openers | {"\u037e", "､", "｡"}) - set(known.own) - set(known.instead) - _SHARED
    return re.compile(f"[{in_class(''.join(sorted(strange)))}]")


def marks_of_language(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield every mark of *text* that the language writes in another way."""
    if not known.is_known:
        return
    for match in _foreign(known).finditer(text):
        if match[0] not in source:
            message = f"the mark {match[0]} is none of the language"
            yield Fault(start=match.start(), end=match.end(), message=message, instead=_own_form(match[0], known))
    yield from _replaced(text, known)
    yield from _repeated(text, source, known)
    yield from _dashes(text, source, known)
    yield from _apostrophes(text, known)
    yield from _unopened(text, known)


def _own_form(mark: str, known: Typography) -> str | None:
    """Return what the language has in the place of the *mark* of another one, None where it has nothing."""
    plain = {"،": ",", "؛": ";", "؟": "?", "。": ".", "、": ",", "｡": ".", "､": ","}.get(mark)
    plain = plain or unicodedata.normalize("NFKC", mark)
    own = known.instead.get(plain, plain)
    return own if own != mark else None


@lru_cache(maxsize=64)
def _replaceable(known: Typography) -> re.Pattern[str]:
    return re.compile(rf"[{in_class(''.join(known.instead))}]")


def _replaced(text: str, known: Typography) -> Iterator[Fault]:
    """Yield marks of another language beside letters of this one."""
    if not known.instead:
        return
    if not re.search(f"[{known.script}]", text) and (re.search(_LETTER, text) or not known.quotes):
        return
    near = re.compile(rf"[{known.script}{in_class(known.own + ''.join(known.quotes))}{OUTSIDE})]")
    for match in _replaceable(known).finditer(text):
        mark = match[0]
        before = text[max(0, match.start() - _NEAR) : match.start()].rstrip()
        behind = text[match.end() : match.end() + _NEAR].lstrip()
        previous, following = before[-1:], behind[:1]
        if previous.isdigit() and following.isdigit():
            continue
        if mark == "." and (re.match(r"[\w.]", text[match.end() : match.end() + 1], re.ASCII) or previous == "."):
            continue
        is_beside = near.match(previous) or (mark != "." and near.match(following) and not previous.isdigit())
        if is_beside or (not behind and not previous.isdigit()):
            own = known.instead[mark]
            shown = around(text, *match.span())
            yield Fault(
                start=match.start(), end=match.end(), message=f"{mark} instead of {own}: “{shown}”", instead=own
            )


_REPEATED = re.compile(
    r"([,;،؛，。；：、])[ \u00a0]?\1+|(?<!\.)\.\.(?!\.)|[,;،؛，；、][ \u00a0]?[.。](?!\.)|。[.,;،，；、]"
)
_DOTS = re.compile(r"(?<!\.)\.{3,}(?!\.)")
_CALLS = re.compile(r"[?？؟!！][ \u00a0\u202f]?[?？؟!！]+")


def _repeated(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield marks that stand twice, and dots in the place of an ellipsis."""
    for match in () if _REPEATED.search(source) else _REPEATED.finditer(text):
        same = match[0][0] if len(set(match[0].replace("\u00a0", " ").replace(" ", ""))) == 1 else None
        yield Fault(start=match.start(), end=match.end(), message=f"two marks in a row: {match[0]}", instead=same)
    for match in _DOTS.finditer(text):
        if "..." not in source and known.quotes:
            own = "……" if known.glued else "…"
            yield Fault(start=match.start(), end=match.end(), message=f"{match[0]} instead of {own}", instead=own)
    for match in () if re.search(r"[?!]{2}", source) else _CALLS.finditer(text):
        yield Fault(start=match.start(), end=match.end(), message=f"two marks in a row: {match[0]}")


_HYPHEN = re.compile(r"(?<=\s)-{1,3}(?=\s)|^-{1,3}(?=\s)|(?<=[\w.,!?»”])-{2,3}(?=[\w\s]|$)")
_EN_DASH = re.compile(r"(?<=\s)–(?=\s)|^–(?=\s)")


def _dashes(text: str, source: str, known: Typography) -> Iterator[Fault]:
    if known.dash and "-" in text and not _HYPHEN.search(source):
        for match in _HYPHEN.finditer(text):
            message = f"a hyphen instead of a dash: “{around(text, *match.span())}”"
            yield Fault(start=match.start(), end=match.end(), message=message, instead=known.dash)
    # Alone, the shorter dash is the house style of some publishers, the United Nations among them.
    if known.dash == "—" and "–" in text and "—" in text and "–" not in source:
        for match in _EN_DASH.finditer(text):
            yield Fault(start=match.start(), end=match.end(), message="– instead of —", instead="—")
    if known.dash == "——":
        for match in re.finditer(rf"(?<=[{known.script}”])—(?=[{known.script}“])", text):
            yield Fault(start=match.start(), end=match.end(), message="one — instead of two", instead="——")


_APOSTROPHE = re.compile(rf"(?<={_LETTER})['‘`´ʼ′‛＇](?={_LETTER})")


def _apostrophes(text: str, known: Typography) -> Iterator[Fault]:
    if known.apostrophe:
        for match in _APOSTROPHE.finditer(text):
            message = f"{match[0]} instead of {known.apostrophe}: “{around(text, *match.span(), width=6)}”"
            yield Fault(start=match.start(), end=match.end(), message=message, instead=known.apostrophe)


def _unopened(text: str, known: Typography) -> Iterator[Fault]:
    """Yield marks at an end that have none at the beginning, and the other way round."""
    for closing, opening in known.openers.items():
        waiting: list[int] = []
        for match in re.finditer(rf"[{in_class(closing + opening)}]+", text):
            marks = match[0]
            if opening in marks:
                waiting.append(match.start())
            if closing in marks:
                if not waiting and not _is_aside(text, match.start()):
                    yield _opened(text, match.start(), opening, closing)
                waiting.clear()
        for place in waiting:
            message = f"{opening} without {closing}: “{around(text, place, place + 1, width=20)}”"
            yield Fault(start=place, end=place + 1, message=message)


def _is_aside(text: str, place: int) -> bool:
    """Whether a mark stands alone between brackets, as a doubt about what is said."""
    return text[max(0, place - _NEAR) : place].rstrip()[-1:] in ("(", "¿", "¡")


def _opened(text: str, place: int, opening: str, closing: str) -> Fault:
    """Return the fault of a *closing* mark; it is certain where the question begins if it has one part alone."""
    first = max(0, place - _FAR)
    begin = first + max((start for start, _ in sentences(text[first : place + 1], "es")), default=0)
    part = text[begin:place]
    message = f"{closing} without {opening}: “{around(text, max(begin, place - 20), place + 1, width=0)}”"
    if (first and begin == first) or re.search(r"[,;:«»“”()—–¿¡]", part):
        return Fault(start=place, end=place + 1, message=message)
    return Fault(start=begin, end=begin, message=message, instead=opening)


@check("marks-of-language")
def language_marks(translation: Translation) -> Iterator[Remark]:
    """A translation has marks of another language, marks without their partner, or hyphens and dots for others."""
    yield from remarks(translation, marks_of_language)


def bracket_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield every bracket of *text* without its partner."""
    if not re.search(r"[()\[\]{}（）［］【】《》〈〉]", text) or list(_unpaired(source)):
        return
    for place in _unpaired(text):
        message = f"the bracket {text[place]} stands alone: “{around(text, place, place + 1, width=12)}”"
        yield Fault(start=place, end=place + 1, message=message)


def _unpaired(text: str) -> Iterator[int]:
    numbered = {match.end() - 1 for match in _NUMBERED.finditer(text)}
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in _PAIRS:
            opened.append(place)
        elif character in _PAIRS.values():
            if opened and _PAIRS[text[opened[-1]]] == character:
                opened.pop()
            elif place not in numbered:
                if opened:
                    yield opened.pop()
                yield place
    yield from opened


@check("bracket-alone")
def bracket_alone(translation: Translation) -> Iterator[Remark]:
    """A bracket of a translation is never closed, never opened, or closed by one of another kind."""
    yield from remarks(translation, bracket_faults)


_TRAILING = re.compile(rf"[\s»”\"’'“)）』」\]】{OUTSIDE}]+$")


def ends(text: str) -> set[str]:
    """Return the kinds of end that *text* can be said to have; none for words without a mark."""
    bare = _TRAILING.sub("", text)
    kinds = {ENDS[bare[-1]]} if bare[-1:] in ENDS else set()
    inner = _TRAILING.sub("", bare[:-1]) if kinds == {"statement"} and bare[-2:-1] in '»”"’)）“' else ""
    if inner[-1:] in ENDS:
        kinds.add(ENDS[inner[-1]])
    if bare[-1:] in "!！" and bare[-2:-1] in ENDS:
        kinds.add(ENDS[bare[-2]])
    return kinds


_COLON = re.compile(r"[:：]")
_QUOTED_END = re.compile(r"[»”\"’』」][.。]?\s*$")


def _asks_directly(text: str, source: str) -> bool:
    """Whether *text* asks what its *source* tells: “Ask who it was.” is “Ask: who was it?” in some languages."""
    return len(_COLON.findall(text)) > len(_COLON.findall(source))


def _is_other_end(own: set[str], wanted: set[str], text: str, source: str) -> bool:
    """Whether *text*, which ends in one of its *own* kinds, ends with other words than its *source*, of *wanted* kinds.

    The end of speech with which the source ends may stand further in front.
    """
    if own == {"question"}:
        return wanted == {"statement"} and _asks_directly(text, source)
    return own == {"statement"} and bool(_QUOTED_END.search(source)) and not _QUOTED_END.search(text)


def end_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield what is wrong with the end of *text*: that its mark is missing, or of another kind."""
    own, wanted = ends(text), ends(source)
    if own & wanted or own == wanted or not re.search(_LETTER, text) or _is_other_end(own, wanted, text, source):
        return
    if (
        own == {"statement"}
        and not wanted
        and f" {text.rstrip('.')}".endswith(tuple(f" {each}" for each in known.short))
    ):
        return
    said = " or ".join(_NAMES[kind] for kind in sorted(wanted)) or "no mark"
    has = " and ".join(_NAMES[kind] for kind in sorted(own)) or "no mark"
    message = f"it ends with {has}, its source with {said}"
    # Only a mark that is missing is surely a fault; one of another kind may be the way of the language.
    severity = Severity.WARNING if own else None
    yield Fault(start=max(0, len(text) - 1), end=len(text), message=message, severity=severity)


@check("end-mark")
def end_mark(translation: Translation) -> Iterator[Remark]:
    """A translation ends with another kind of mark than its source: a statement, a question, a call, an opening."""
    yield from weighed(remarks(translation, end_faults), translation)


_QUESTION = re.compile(r"[?？؟]+")
_STOPS = re.compile(r"[.!?…。！？؟]+")


@check("question-turned")
def question_turned(translation: Translation) -> Iterator[Remark]:
    """A translation asks more or fewer questions than its source, and no condition is what has become one.

    “If somebody asks for your name, stop” may be “Somebody asks for your name? Stop” for a child.
    """
    for pair in translation.pairs:
        text, source = pair.target.text, pair.source.text
        own, wanted = (len(_QUESTION.findall(each)) for each in (text, source))
        is_divided = own > wanted > 0 and len(_STOPS.findall(text)) - len(_STOPS.findall(source)) >= own - wanted
        if is_divided or (own == wanted + 1 and _asks_directly(text, source)):
            continue
        fewer = pair.source if own > wanted else pair.target
        if own != wanted and abs(own - wanted) > _conditions(fewer):
            yield pair.remark(f"{own} question marks, {wanted} in the source")


def _conditions(of: Side) -> int:
    """Return how many conditions the side *of* a pair names."""
    known = concepts(of.tag).get("condition")
    return sum(each.concept == "if" for each in known.said(folded(of.text).text)) if known else 0
