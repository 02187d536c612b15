"""The termbase as TBX-Basic (ISO 30042:2019, data categories as attributes), for the term windows of other programs.

Weblate, translate-toolkit and many others read the elder form only (TBX 2, ISO 30042:2008): the same under other names.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from builders.catalogs.termbase import words_of
from builders.catalogs.xml_files import attributes, escaped
from builders.model.guideline import Guideline
from builders.model.languages import Language
from builders.model.terms import ChildUse, Concept, Term, TermStatus

STATUSES: Mapping[TermStatus, str] = MappingProxyType(
    dict(zip(TermStatus, (f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated")), strict=True))
)

_PARTS_OF_SPEECH = MappingProxyType({"n": "noun", "np": "noun", "pn": "noun", "v": "verb"})
_GENDERS = MappingProxyType({"m": "masculine", "f": "feminine", "n": "neuter", "e": "other"})
_NOTES = {
    **{"note": "{}", "use": "Use: {}", "except": "Allowed in: {}", "pl": "Plural: {}", "f": "Feminine: {}"},
    **{"collective": "Collective: {}", "imperative": "Imperative: {}", "impf": "Imperfective: {}"},
}
"""What of a row people read, and how it is said; the rest is for programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What the parts of a file are called."""

    root: str
    head: str
    entry: str
    language: str
    term: str
    declared: Mapping[str, str]
    """The attributes of the root."""


VERSION_3 = Dialect(
    root="tbx",
    head="tbxHeader",
    entry="conceptEntry",
    language="langSec",
    term="termSec",
    declared={"type": "TBX-Basic", "style": "dca", "xml_lang": "en", "xmlns": "urn:iso:std:iso:30042:ed-2"},
)
VERSION_2 = Dialect(
    root="martif",
    head="martifHeader",
    entry="termEntry",
    language="langSet",
    term="tig",
    declared={"type": "TBX-Basic", "xml_lang": "en"},
)


def format_tbx(
    concepts: Iterable[Concept],
    terms: Iterable[Term],
    languages: Sequence[Language],
    guideline: Guideline,
    *,
    dialect: Dialect = VERSION_3,
) -> bytes:
    """Return *concepts* with their words in *languages* as TBX-Basic; a concept without any word is left out."""
    words = words_of(terms)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<{dialect.root}{attributes(**dialect.declared)}>",
        f"  <{dialect.head}>",
        "    <fileDesc>",
        f"      <titleStmt><title>Terms: {escaped(guideline.name('en'))}</title></titleStmt>",
        "      <sourceDesc><p>locale/termbase.csv and locale/definitions.csv. "
        f"{escaped(guideline.licence.short)}.</p></sourceDesc>",
        "    </fileDesc>",
        f"  </{dialect.head}>",
        "  <text>",
        "    <body>",
    ]
    for concept in concepts:
        own = {language.tag: words.get((concept.id, language.tag), ()) for language in languages}
        if any(own.values()):
            lines += _concept(concept, own, dialect)
    return ("\n".join([*lines, "    </body>", "  </text>", f"</{dialect.root}>"]) + "\n").encode()


def _concept(concept: Concept, words: Mapping[str, Sequence[Term]], dialect: Dialect) -> Iterator[str]:
    yield f"      <{dialect.entry}{attributes(id=concept.block_id)}>"
    yield f'        <descrip type="subjectField">{escaped(concept.domain)}</descrip>'
    if concept.child_use is ChildUse.NEVER:
        yield "        <note>Never in text for children.</note>"
    elif concept.child_use is ChildUse.REPLACE:
        yield f"        <note>In text for children: {escaped(concept.plain_words)}</note>"
    for tag, terms in words.items():
        if terms:
            yield f"        <{dialect.language}{attributes(xml_lang=tag)}>"
            if tag == "en":
                yield f'          <descrip type="definition">{escaped(concept.definition)}</descrip>'
                if concept.child_definition:
                    yield f"          <note>For children: {escaped(concept.child_definition)}</note>"
            # Programs that know one word for a concept take the first.
            ordered = sorted(terms, key=lambda term: tuple(TermStatus).index(term.status))
            yield from (line for term in ordered for line in _term(term, dialect))
            yield f"        </{dialect.language}>"
    yield f"      </{dialect.entry}>"


def _term(term: Term, dialect: Dialect) -> Iterator[str]:
    yield f"          <{dialect.term}>"
    yield f"            <term>{escaped(term.text)}</term>"
    for kind, value in (
        ("partOfSpeech", _PARTS_OF_SPEECH.get(term.part_of_speech, "")),
        ("administrativeStatus", STATUSES[term.status]),
        ("grammaticalGender", _GENDERS.get(term.notes.get("g", "")[:1], "")),
    ):
        if value:
            yield f'            <termNote type="{kind}">{value}</termNote>'
    if source := term.notes.get("src"):
        yield f'            <admin type="source">{escaped(source)}</admin>'
    for name, form in _NOTES.items():
        if value := term.notes.get(name, ""):
            yield f"            <note>{escaped(form.format(value))}</note>"
    yield f"          </{dialect.term}>"
