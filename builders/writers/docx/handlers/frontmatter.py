"""What stands before and around the text: title page, table of contents, header and footer."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml.etree import _Element

from builders.editions.face import BASE, CHILDREN, DEMONSTRATION, DISCLAIMER, face_of
from builders.editions.naming import ENGLISH, Name, language_called
from builders.model.guideline import LICENCE_TEXT
from builders.model.progress import Coverage
from builders.writers.docx import styles
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.inlines import link_outside
from builders.writers.docx.oxml import element, field, qualified, text_element, value
from builders.writers.docx.paragraphs import between, filled, label_paragraph, label_runs, labelled, paragraph
from builders.writers.docx.rendering import Renderer
from builders.writers.docx.runs import runs

CONTENTS_DEPTH = 2
"""How many levels of headings the table of contents shows."""

_P, _PROPERTIES, _STYLE, _VAL, _RUN, _TEXT, _HYPHEN, _RUN_PROPERTIES, _BIDI = (
    qualified(name)
    for name in ("w:p", "w:pPr", "w:pStyle", "w:val", "w:r", "w:t", "w:noBreakHyphen", "w:rPr", "w:bidi")
)
_BOOKMARK, _NAME = qualified("w:bookmarkStart"), qualified("w:name")


def title_page(context: Context, coverage: Coverage, renderer: Renderer) -> Iterator[_Element]:
    """Yield what a reader must know about the file before the text begins, also where other editions are found."""
    edition = f"edition/{context.unit.edition.id}"
    yield label_paragraph(f"{edition}/title", context.styled(styles.TITLE))
    yield label_paragraph(f"{edition}/description", context.styled(styles.SUBTITLE))
    face = face_of(context.unit, context.settings)
    if face:
        yield _name(face.name, context.styled(styles.SUBTITLE).formatted(bold=True))
    if face and face.is_demonstration:
        yield label_paragraph(DEMONSTRATION, context.styled(styles.NOTICE))
    if context.unit.is_draft:
        yield label_paragraph("draft", context.styled(styles.NOTICE))
    imprint = context.styled(styles.IMPRINT)
    if face:
        yield _name(face.publisher, imprint)
    # A line whose label is English for want of a translation runs from the left as a whole.
    here = imprint.labelling("language")
    yield paragraph(here, *labelled("language", runs(context.unit.language.endonym, imprint), here))
    here = imprint.labelling("version")
    # The version of an adaptation has letters, too: in Arabic they would change places with the digits.
    spoken = here.speaking(ENGLISH) if face else here
    yield paragraph(here, *labelled("version", runs(context.settings.version, spoken), here))
    if coverage.percent < 100:
        here = imprint.labelling("coverage")
        yield paragraph(here, *labelled("coverage", runs(f"{coverage.percent}\u00a0%", here), here))
    if home := context.settings.address:
        here = imprint.labelling("home")
        link = link_outside(home, here, renderer, *runs(home, here.speaking("en").formatted(style=styles.LINK_TEXT)))
        yield paragraph(here, *labelled("home", [link], here))
    if face:
        here = imprint.labelling(BASE)
        yield paragraph(here, *labelled(BASE, runs(face.base, here), here))
    yield label_paragraph(LICENCE_TEXT, imprint)
    for key in context.settings.guideline.disclaimers:
        yield label_paragraph(key, context.styled(styles.NOTICE))
    if face and face.is_for_children:
        yield label_paragraph(CHILDREN, context.styled(styles.NOTICE))
    if face and face.disclaimer:
        yield _name(face.disclaimer, context.styled(styles.NOTICE))
    elif face:
        yield label_paragraph(DISCLAIMER, context.styled(styles.NOTICE))
    if context.unit.language.review_state:
        yield label_paragraph("unreviewed", context.styled(styles.NOTICE))


def _name(name: Name, context: Context) -> _Element:
    """Return a paragraph that says *name*, in the language of that."""
    here = context.speaking(name.tag)
    return paragraph(here, *runs(name.text, here))


def contents(body: Iterable[_Element], context: Context) -> Iterator[_Element]:
    """Yield the table of contents of *body* as a field with its entries filled in.

    It shows no page numbers: only Word itself could say them, and a wrong one is
    worse than none. Every entry is a link.
    """
    entries = list(_entries(body, context))
    if not entries:
        return
    # The titles of parts are no headings of Word’s own: it finds them by the level of their outline.
    instruction = f'TOC \\o "1-{CONTENTS_DEPTH}" \\n \\h \\z \\u'
    start, end = list(field(instruction))[:3], list(field(instruction))[3:]
    entries[0][1:1] = start
    entries[-1].extend(end)
    gallery = [value("w:docPartGallery", "Table of Contents"), element("w:docPartUnique")]
    kind = element("w:sdtPr", {}, element("w:docPartObj", {}, *gallery))
    heading = label_paragraph("contents", context.styled(styles.CONTENTS_HEADING))
    yield element("w:sdt", {}, kind, element("w:sdtContent", {}, heading, *entries))


def header(context: Context) -> _Element:
    """Return the line above every page: the title of the edition, and that it is a demonstration where it is one."""
    here, key = context.styled(styles.HEADER), f"edition/{context.unit.edition.id}/title"
    face = face_of(context.unit, context.settings)
    if not face:
        return label_paragraph(key, here)
    said = [label_runs(key, here), runs(face.name.text, here.speaking(face.name.tag))]
    if face.is_demonstration:
        said.append(label_runs(DEMONSTRATION, here))
    return paragraph(here.labelling(key), *between(said, " · ", here.labelling(key)))


def footer(context: Context) -> _Element:
    """Return the line below every page: its number, and how many there are."""
    here = context.styled(styles.FOOTER).labelling("page-of")
    numbers = {name: _number(code) for name, code in (("page", "PAGE"), ("pages", "NUMPAGES"))}
    return paragraph(here, *filled("page-of", here, **numbers))


def _number(code: str) -> Iterator[_Element]:
    return field(code, element("w:r", {}, text_element("w:t", "1")))


def _entries(body: Iterable[_Element], context: Context) -> Iterator[_Element]:
    levels = {styles.HEADINGS[level].id: styles.CONTENTS[level] for level in range(CONTENTS_DEPTH)}
    levels[styles.PART_TITLE.id] = styles.CONTENTS_PART
    for heading in (p for block in body for p in block.iter(_P)):
        properties = heading.find(_PROPERTIES)
        style = properties.find(_STYLE) if properties is not None else None
        if properties is None or style is None or style.get(_VAL) not in levels:
            continue
        if (name := heading.find(f".//{_BOOKMARK}")) is None:
            continue
        language = language_called(ENGLISH, context.settings) if _is_foreign(properties) else context.language
        here = context.within(language=language).styled(levels[str(style.get(_VAL))])
        yield paragraph(here, element("w:hyperlink", {"w:anchor": name.get(_NAME), "w:history": 1}, *_words(heading)))


def _is_foreign(properties: _Element) -> bool:
    """Whether a heading runs from the left in an edition that runs from the right."""
    mark = properties.find(_BIDI)
    return mark is not None and mark.get(_VAL) == "0"


def _words(heading: _Element) -> Iterator[_Element]:
    """Yield the words of *heading* as they stand there; marks of footnotes stay behind."""
    for run in heading.iter(_RUN):
        if run.find(_TEXT) is None or run.getparent() is None:
            continue
        kept = [part for part in run if part.tag in (_TEXT, _HYPHEN, _RUN_PROPERTIES)]
        yield element("w:r", {}, *deepcopy(kept))
