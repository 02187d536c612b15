"""A project for OmegaT: its settings, and the termbase as the glossary that it shows beside every message."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builders.catalogs.exchange.term_tables import remarks
from builders.catalogs.termbase import words_of
from builders.catalogs.xml_files import escaped, one_line
from builders.model.languages import Language
from builders.model.terms import Concept, Term, TermStatus

FILTERS = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<filters removeTags="false" preserveSpaces="true" ignoreFileContext="false">
  <filter className="org.omegat.filters2.po.PoFilter" enabled="true">
    <files sourceFilenameMask="*.po" sourceEncoding="UTF-8" targetEncoding="UTF-8"
      targetFilenamePattern="${filename}"/>
    <option name="skipHeader" value="true"/>
  </filter>
</filters>
"""
"""The settings of OmegaT for catalogs: their header is no text to translate."""
GLOSSARY = "terms.utf8"
"""The suffix tells every version of OmegaT that the file is UTF-8."""


def format_project(language: Language, source: Language | None = None) -> bytes:
    """Return ``omegat.project`` for translations into *language*, from *source* or from English.

    A message is one segment, however many sentences.
    """
    folders = ("source", "target", "tm", "glossary", "dictionary")
    lines = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
        "<omegat>",
        '  <project version="1.0">',
        *(f"    <{name}_dir>__DEFAULT__</{name}_dir>" for name in folders),
        "    <glossary_file>__DEFAULT__</glossary_file>",
        f"    <source_lang>{escaped(source.locale.replace('_', '-')) if source else 'EN'}</source_lang>",
        f"    <target_lang>{escaped(language.locale.replace('_', '-'))}</target_lang>",
        "    <sentence_seg>false</sentence_seg>",
        "    <support_default_translations>false</support_default_translations>",
        "    <remove_tags>false</remove_tags>",
        "  </project>",
        "</omegat>",
    ]
    return ("\n".join(lines) + "\n").encode()


def format_glossary(concepts: Iterable[Concept], terms: Iterable[Term], language: Language) -> bytes:
    """Return the glossary: English word, the preferred word of *language*, and what else there is to know of them."""
    words = words_of(terms)
    rows = (row for concept in concepts for row in _rows(concept, words, language))
    return "".join("\t".join(one_line(cell.replace("\t", " ")) for cell in row) + "\n" for row in rows).encode()


def _rows(
    concept: Concept, words: Mapping[tuple[str, str], Sequence[Term]], language: Language
) -> Iterator[tuple[str, str, str]]:
    own = words.get((concept.id, language.tag), ())
    preferred = [term.text for term in own if term.status is TermStatus.PREFERRED]
    if not preferred:
        return
    for english in words.get((concept.id, "en"), ()):
        if english.status is not TermStatus.FORBIDDEN:
            yield english.text, preferred[0], " ".join(filter(None, (remarks(own), concept.definition)))
