"""What work on a translation leaves behind and readers would see: markup, notes, alternatives, doubled words."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from builders.catalogs.inline import Kind, residue, split, split_words
from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import OUTSIDE, Pair, Translation
from builders.checks.translations.prose import Fault, around, remarks, weighed
from builders.language.matching import fold
from builders.language.table import rules
from builders.language.typography import Typography, all_notes

_SHOWN = re.compile(
    r"""(?ix)
    &(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});                 # an entity
    | </?[a-z][a-z0-9]*(?:\s[^<>]*)?/?> | </?\d+/?> | <!--               # a tag, a numbered tag of a program, a comment
    | !?\[[^\[\]\n]+\]\([^()\s]*\)                                       # a link or picture of Markdown
    | \[\[ | \]\] | \{\{ | \}\} | \[/?(?:b|i|u|url|img|quote)(?:=[^\]]*)?\]
    | ^\#{1,6}\s | ^>\s | ^[-+]\s(?=\w) | ~~ | (?<!=)==(?=[^\s=])[^=\n]+(?<=[^\s=])==(?!=)
    | (?<![A-Za-z0-9_])__?(?=\w)[^_\n]*(?<=\w)__?(?![A-Za-z0-9_]) | (?<!:)//(?=\s|$)
    | `+ | \*+ | \\[ntr"'\\] | \\u[0-9a-f]{4}
    | \$\d+\$? | [⟦⟧] | \|
    | \{%|%\} | [＊﹡]+ | ^\.\.[\ ]?[\w-]+::
    | \$?\{[^{}\s]{0,40}\} | %\(\w+\)[sdif] | %\d?\$?[sd](?![A-Za-z]) | %[0-9a-f]{2}(?=%|\w*/)
    | (?<![\w:]):[a-z][a-z-]{1,20}:(?!\w+:) | <rec-|\[\w*\]_ | (?<=\w)>`?__?(?!\w)
    | \#[a-z]+\#(?!\w) | <<<<<<< | ======= | >>>>>>> | (?<!\w)(?:msgstr|msgid)\b
    """
)
"""What programs read, and people should not see."""


def shown_marks(pair: Pair) -> Counter[str]:
    """Return what readers of the translation would see of markup and places that the source does not show."""
    has_markup = pair.has_markup or bool(pair.target.filled)
    own, wanted = (_tokens(side.written, has_markup=has_markup) for side in (pair.target, pair.source))
    return own - wanted if own else own


@lru_cache(maxsize=65536)
def _tokens(message: str, *, has_markup: bool) -> Counter[str]:
    if not re.search(r"[&<>\[\]{}#~_/|`*＊﹡\\%:=$⟦⟧]|^[-+]|msg", message):
        return Counter()
    pieces = split(message) if has_markup else split_words(message)
    text = "".join(
        piece.text if piece.kind in (Kind.TEXT, Kind.BROKEN, Kind.STRONG, Kind.EMPHASIS) else OUTSIDE
        for piece in pieces
    )
    found = Counter(match[0] for match in _SHOWN.finditer(text))
    found.update(residue(text) if not found else ())
    found.update(piece.source for piece in pieces if piece.kind is Kind.PLACEHOLDER)
    found.update(piece.source for piece in pieces if piece.kind is Kind.ROLE and not piece.role)
    return found


@check("markup-shown")
def markup_shown(translation: Translation) -> Iterator[Remark]:
    """Readers of a translation would see marks of markup, tags, entities or places that the source does not show."""
    for pair in translation.pairs:
        for mark in shown_marks(pair):
            yield pair.remark(f"readers would see {mark.strip()}", target=mark)


_TASKS = re.compile(
    r"(?<![A-Za-z\u00c0-\u024f\d_])(?:TODO|FIXME|TBD|TBC|XXX+|HACK|WIP|NdT|N\.d\.T\.|MT|TM|QA)(?![A-Za-z\u00c0-\u024f\d_/’'+-])|[?？]{3,}|[(\[](?:sic|\?|…|\.\.\.)[)\]]|[(（][?？!！]+[)）]"
    r"|^\W?(?:FR|ES|AR|ZH|RU|EN|CN)\s?[:：>]|<<+|>>+|%%%+"
    r"|\[(?:[A-Z]{2}|[a-z]{2}|EN|xx)\](?!_)|@@+|###+|\^\^|锟斤拷|烫烫"
)


_SQUARED = re.compile(r"(?<!\[)\[[^\[\]()]+\](?![\](_])|【[^【】]+】")
"""What stands between square brackets, which a text for readers has no use for."""


_MAY_BE_TASK = re.compile(r"[A-Z]{2}|[?？@#^<>%]{2}|[\[(（][?？!！sa-z.…]|d\.T|[锟烫N]")
"""What such a task has, and most texts have not."""


_LABEL = re.compile(r"^[^:.!?]{1,40}:")
"""What a text begins with whose translation begins with a word and a colon, too."""


_COLON = re.compile("[:：]")
_SPOKEN = re.compile(
    r"(?i)language model|artificial|(?<!\w)(?:AI|sure|of course|certainly|hope|cannot|let me|tell me|ask me)(?!\w)"
)
"""Texts about machines that talk, or that talk to somebody: their translations say what such a machine says."""


def note_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield every note in *text* that its *source* does not have; one that speaks of translations may do so, too."""
    small = text.lower()
    found = [match for held, pattern in all_notes().items() if held in small for match in pattern.finditer(text)]
    if found and re.search(r"(?i)translat|review", source):
        found = []
    if _LABEL.search(source) and len(_COLON.findall(text)) <= len(_COLON.findall(source)):
        found = [match for match in found if match[0][-1] not in ":："]
    if _SPOKEN.search(source):
        found = [match for match in found if match[0][-1] in ":：)）]】"]
    squared = () if re.search(r"[\[【]", source) else _SQUARED.finditer(text)
    tasks = _TASKS.finditer(text) if _MAY_BE_TASK.search(text) else ()
    for match in (*tasks, *found, *squared):
        if match[0].strip() and match[0] not in source:
            yield Fault(start=match.start(), end=match.end(), message=f"a note: “{match[0].strip()}”")


@check("note-left")
def note_left(translation: Translation) -> Iterator[Remark]:
    """A translation holds a note of its translator, a task, or what a program says about its own work."""
    yield from remarks(translation, note_faults)


_SLASH = re.compile(r"(?<=[^\W\d_])[ \u00a0]?[/／|][ \u00a0]?(?=[^\W\d_])|(?<=[^\W\d_])/-?(?=[^\W\d_]{1,3}(?!\w))")


LONG_MONTH = 16
"""Characters in which the name of a month stands."""


def slash_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield alternatives in *text* that its *source* does not offer."""
    if not re.search("[/／|]", text):
        return
    found = [match for match in _SLASH.finditer(text) if not _is_path(text, match.start())]
    if len(found) > len(_SLASH.findall(source)):
        for match in found:
            shown = around(text, *match.span(), width=14)
            yield Fault(start=match.start(), end=match.end(), message=f"an alternative: “{shown}”")


def _is_path(text: str, place: int) -> bool:
    """Whether the slash at *place* stands in the path of a file or folder."""
    before, behind = re.split(r"\s", text[max(0, place - 80) : place])[-1], re.split(r"\s", text[place : place + 80])[0]
    token = f"{before}{behind}"
    return token.isascii() and (token.count("/") > 1 or token[0] in "./~")


@check("slash-alternative")
def slash_alternative(translation: Translation) -> Iterator[Remark]:
    """A translation offers two words beside a slash where its source has one."""
    months = tuple(name for name in rules(translation.language.tag).numbers.months if "/" in name)

    def outside_months(text: str, source: str, known: Typography) -> Iterator[Fault]:
        """Yield what is no month with both of the names that it has in one language."""
        for fault in slash_faults(text, source, known):
            near = fold(text[max(0, fault.start - LONG_MONTH) : fault.end + LONG_MONTH]).text
            if not any(name in near for name in months):
                yield fault

    yield from remarks(translation, outside_months)


_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")


def bracket_notes(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield what stands between brackets in *text* though its *source* has fewer of them."""
    found = [
        match
        for match in _BRACKETS.finditer(text)
        if OUTSIDE not in match[1] and len(match[1]) > (1 if known.glued else 3)
    ]
    wanted = [match for match in _BRACKETS.finditer(source) if OUTSIDE not in match[1]]
    own = [match for match in found if match[1].lower() not in source.lower()]
    if len(own) > len(wanted) and not any(note_faults(text, source, known)):
        match = own[-1]
        yield Fault(start=match.start(), end=match.end(), message=f"brackets that the source has not: {match[0]}")


@check("bracket-added")
def bracket_added(translation: Translation) -> Iterator[Remark]:
    """A translation says something between brackets, and its source has fewer of them."""
    yield from remarks(translation, bracket_notes)


_ONE_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_DOUBLED = re.compile(
    rf"(?<![\w’'-])(?P<words>{_ONE_WORD}(?:[ \u00a0]{_ONE_WORD}){{0,4}}?)(?:[ \u00a0]+(?P=words))+(?![\w’']|-\w)",
    re.IGNORECASE,
)
_TWICE = re.compile(r"(?i)(?<!\w)(\w+)[,;،-]?[ \u00a0](?=\1(?!\w|-\w))")
_AGAIN = re.compile(r"(?i)\b(\w{2,})(?: and | to | by | after )\1\b")
_MARKS_OF_VOWELS = re.compile("[\u064b-\u0652\u0670]")
"""Vowel signs of Arabic, which one of two equal words may lack."""


@lru_cache(maxsize=64)
def _glued(known: Typography) -> re.Pattern[str]:
    return re.compile("|".join(known.glued))


def doubled_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield words and short phrases that stand twice in a row in *text* and not in its *source*."""
    if "\u064b" in known.script:
        text = _MARKS_OF_VOWELS.sub("", text)
    if known.glued:
        found = list(_glued(known).finditer(text))
        found = [match for match in found if not match[0].isascii()]
    else:
        found = [match for match in _DOUBLED.finditer(text) if not _may_stand(match, known)]
    if not found or _DOUBLED.search(source):
        return
    own, wanted = len(_TWICE.findall(text)) + (len(found) if known.glued else 0), len(_TWICE.findall(source))
    again = _AGAIN.search(source)
    for match in found:
        word = match[0] if known.glued else match["words"]
        # “again and again and”, “bit by bit by”
        is_chain = re.search(r" \w{1,2}$" if again else r" \w$", word) is not None
        if not is_chain and (own > wanted or " " in word):
            yield Fault(start=match.start(), end=match.end(), message=f"twice in a row: “{match[0]}”")


def _may_stand(match: re.Match[str], known: Typography) -> bool:
    """Whether the words may stand twice: some may in the language, and so may a letter beside its capital."""
    words = match["words"]
    return words.lower() in known.twice or (len(words) == 1 and match[0][-1] != words)


@check("doubled-word")
def doubled_word(translation: Translation) -> Iterator[Remark]:
    """A word or a short phrase stands twice in a row."""
    yield from remarks(translation, doubled_faults)


_NO_START = rf"[\d{OUTSIDE}…@#]"
_FIRST = re.compile(r"[^\W\d_]")
_SIGN = re.compile(r"(?:n[°º]|núm\.)\W{0,2}\d")
"""*Number*, which is a sign as № is."""
_INNER = re.compile(r"(?<=[^\W\d_A-Z]{3}[.])[ \u00a0\u202f]+[«“„—\s(]*(?P<letter>[^\W\d_])")


def capital_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield a small letter at the start of *text* or of one of its sentences, where its *source* has a capital one."""
    if not known.letters:
        return
    first, wanted = _FIRST.search(text), _FIRST.search(source)
    if first and wanted and wanted[0].isupper() and _begins(first, wanted, known):
        place = first.start()
        message = f"a small letter at the start: “{around(text, place, place + 1, width=12)}”"
        yield Fault(start=place, end=place + 1, message=message, instead=first[0].upper())
    for match in _INNER.finditer(text):
        before = re.split(r"[\s(\u00a0]", text[max(0, match.start() - 40) : match.start()].rstrip("."))[-1]
        word = re.split(r"[\s,;:]", text[match.start("letter") : match.start("letter") + 40])[0]
        if match["letter"].islower() and before not in known.short and not _is_name(word.rstrip("."), source, known):
            place = match.start("letter")
            message = f"a small letter behind a full stop: “{around(text, place, place + 1, width=12)}”"
            yield Fault(start=place, end=place + 1, message=message, instead=match["letter"].upper())


def _begins(first: re.Match[str], wanted: re.Match[str], known: Typography) -> bool:
    """Whether a small letter begins a text itself, with nothing from elsewhere and no number before it."""
    before = first.string[: first.start()] + wanted.string[: wanted.start()]
    word = re.split(r"[\s.,;:]", first.string[first.start() : first.start() + 40])[0]
    if _SIGN.match(first.string, first.start()):
        return False
    return first[0].islower() and not _is_name(word, wanted.string, known) and not re.search(_NO_START, before)


def _is_name(word: str, source: str, known: Typography) -> bool:
    """Whether *word* begins with a small letter everywhere: it has a capital one further on, or is a name in code."""
    return not word.islower() or (
        not known.quotes and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source) is not None
    )


@check("capital-missing")
def capital_missing(translation: Translation) -> Iterator[Remark]:
    """A translation, or a sentence in it, begins with a small letter where its source has a capital one."""
    yield from weighed(remarks(translation, capital_faults), translation)
