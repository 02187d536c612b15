"""Attributes of blocks as running text: words for codes, links to blocks, names, amounts and days."""

from collections.abc import Iterator
from datetime import date

from lxml.etree import _Element

from builders.editions import attributes as told
from builders.editions.attributes import Attribute
from builders.editions.naming import instrument_name, name_in, written
from builders.markup.references import VariableValue
from builders.markup.typed_block import TypedBlock
from builders.model.identifiers import bookmark, printed
from builders.model.registries import Source
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.inlines import link_outside, link_to
from builders.writers.docx.paragraphs import between, filled, joined, label_runs, labelled, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import badge, runs
from builders.writers.docx.styles import LINK_TEXT, UNSET

BETWEEN = "\u00a0· "
"""Stands between things that hold commas themselves."""


def rows(
    node: TypedBlock, attributes: tuple[Attribute, ...], context: Context, renderer: Renderer
) -> Iterator[list[_Element]]:
    """Yield those of *attributes* that the edition prints of *node*, each as a label and its value."""
    here = context.speaking(context.unit.language.tag)
    for label, content in values(node, attributes, here, renderer):
        yield list(labelled(label, content, here))


def values(
    node: TypedBlock, attributes: tuple[Attribute, ...], context: Context, renderer: Renderer
) -> Iterator[tuple[str, list[_Element]]]:
    """Yield the keys of the labels and the values of those of *attributes* that the edition prints of *node*."""
    for attribute, codes in told.printed_attributes(node, attributes, context.unit.edition):
        if content := list(value(attribute, codes, context, renderer)):
            yield f"field/{attribute.field}", content


def value(attribute: Attribute, codes: list[str], context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Return the value of *attribute*, nothing where it has none for readers of this edition."""
    match attribute.words:
        case told.INSTRUMENTS:
            said = (context.unit, context.settings, context.labels)
            found = [instrument_name(code, *said, is_brief=True) for code in codes]
            return between((runs(name.text, context.speaking(name.tag)) for name in found), BETWEEN, context)
        case told.BLOCKS:
            # Blocks that this edition does not carry are of no use to its readers.
            carried = [code for code in codes if code in renderer.anchors.blocks]
            return joined((block_link(code, context, renderer) for code in carried), context)
        case told.CHARACTERS:
            return names(codes, context, renderer)
        case told.AMOUNT:
            return filled(attribute.name, context, number=runs(codes[0], context.labelling(attribute.name)))
        case told.SOURCES:
            cited = (context.settings.sources[code] for code in codes)
            return between((_source(each, context, renderer) for each in cited), BETWEEN, context)
        case told.DAY:
            return runs(written(date.fromisoformat(codes[0]), context.language), context)
    return words(attribute.words, codes, context)


def _source(source: Source, context: Context, renderer: Renderer) -> Iterator[_Element]:
    here = context.speaking(source.language).formatted(style=LINK_TEXT)
    yield link_outside(source.address, context, renderer, *runs(source.name, here))


def words(prefix: str, codes: list[str], context: Context) -> Iterator[_Element]:
    """Yield the labels of *codes* as a list in running text."""
    return joined((label_runs(f"{prefix}/{code}", context) for code in codes), context)


def name_of(slug: str, context: Context) -> Iterator[_Element]:
    """Yield the name of the character *slug* in the language of the text here, or in English."""
    person = context.settings.characters.get(slug)
    if person is None:
        return runs(slug.title(), context)
    name = name_in(person.names, context.language.tag)
    return runs(name.text, context.speaking(name.tag))


def names(slugs: list[str], context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Yield the names of characters, each a link to who that is."""
    return joined((_linked_name(slug, context, renderer) for slug in slugs), context)


def block_link(identifier: str, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Yield the title of a block as a link, or its printed identifier; a block elsewhere cannot be linked to."""
    blocks = renderer.anchors.blocks
    if identifier not in blocks:
        yield from runs(printed(identifier), context)
        return
    here = context.formatted(style=LINK_TEXT)
    title = blocks[identifier]
    if title is None:
        yield link_to(bookmark(identifier), *runs(printed(identifier), here))
    else:
        here = here.speaking(title.get("lang") or here.unit.language.tag)
        yield link_to(bookmark(identifier), *renderer.children(title, here))


def variable_rows(identifiers: list[str], context: Context) -> Iterator[_Element]:
    """Yield a line for every variable: its value, or a box that nobody overlooks."""
    for identifier in identifiers:
        yield paragraph(context, *_labelled_variable(identifier, context))


def variable_value(node: VariableValue, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a variable in running text, in a table without its label."""
    here = context.speaking(context.unit.language.tag)
    return (_variable if node.get("is_bare") else _labelled_variable)(node["code"], here)


def _labelled_variable(identifier: str, context: Context) -> Iterator[_Element]:
    return labelled(f"variable/{identifier}", _variable(identifier, context), context)


def _variable(identifier: str, context: Context) -> Iterator[_Element]:
    if found := context.settings.value(identifier, context.unit.language):
        yield from runs(found, context)
    else:
        here = context.labelling("variable-unset")
        yield from badge(context.labels["variable-unset"], UNSET, here)


def _linked_name(slug: str, context: Context, renderer: Renderer) -> Iterator[_Element]:
    identifier = f"chr-{slug}"
    if identifier in renderer.anchors.blocks:
        yield link_to(bookmark(identifier), *name_of(slug, context.formatted(style=LINK_TEXT)))
    else:
        yield from name_of(slug, context)


HANDLERS: Handlers = {VariableValue: variable_value}
