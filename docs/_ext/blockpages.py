"""The overview of all typed blocks, and a page for each: what the code says, and an example that a test parses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from values import value
from writing import heading, needed, sentence, table

from builders.authoring.new_block import DATA, INSIDE
from builders.editions import attributes
from builders.editions.inventory import locate_blocks
from builders.markup import BLOCKS
from builders.markup.blocks import episode, keymessage, storypage
from builders.markup.blocks.term import CHILDREN, Term
from builders.markup.typed_block import TypedBlockDirective
from builders.model.editions import Edition
from builders.settings import Settings
from builders.settings.labels import writers_labels

LABELS = writers_labels()
LIMITS = {
    "keymessage": f"At most {keymessage.LONGEST} words of English text.",
    "storypage": f"At most {storypage.LONGEST} words of story text, in English.",
    "line": f"At most {episode.LONGEST_LINE} words, in English.",
}
"""How long the text of a block may be."""

QUERY = "not printed: it says which questions the list finds"
SILENT = "not printed: for checks, tables and data"
IN_TABLES: Mapping[str, str] = {
    "recommendation.support": "who-does-what",
    "recommendation.consult": "who-does-what",
    "recommendation.risks": "risks",
    "recommendation.plans": "by-plan",
}
"""Options that a table prints, where an edition leaves the row out or has none, and the overview that makes it."""

SHOWN: Mapping[str, str] = {
    "title": "the heading",
    "image": "the picture",
    "alt": "what is read out in place of the picture",
    "audience": "not printed: it decides which editions carry the block",
    "recommendation.strength": "a badge beside the number",
    "risk.code": "a badge: the class of the first code",
    "keymessage.ages": "not printed: it says for which ages the whole page is written",
    "procedure.urgency": "a badge",
    "procedure.adaptation": SILENT,
    "procedure.variables": "a row each, below the steps: the value, or a visible box where none is set",
    "gethelp.variables": "a row each: the value, or a visible box where none is set",
    "storypage.page": "the heading: “Page 1”",
    "storypage.characters": "a row “With” in the Word file",
    "stakeholder.codes": SILENT,
    "checkitem.topics": "the subheading in a list that is grouped",
    "checkitem.strength": "a badge",
    "checkitem.ages": SILENT,
    "checkitem.services": "not printed: it says which lists find the question",
    "checklist.topics": QUERY,
    "checklist.services": QUERY,
    "checklist.home": QUERY,
    "checklist.grouped": "subheadings by topic",
    "case.kind": "a line: “Documented case”, or that it is made up",
    "talk.ages": "a badge",
    "talk.risks": SILENT,
    "activity.risks": SILENT,
    "teachernote.for": "the heading, with a link to the block",
    "card.suit": "a word, a shape and a texture, never a colour alone",
    "card.kind": "a word",
    "quiz.ages": SILENT,
    "quiz.correct": "the first words of the reply: “A good choice” or “Think again”",
    "quiz.risks": SILENT,
    "episode.risks": SILENT,
    "line.who": "the name before the words",
}
"""How readers meet an option that is no row below its block; by block and option, or by option alone."""


def overview() -> Iterator[str]:
    """Yield the table of all typed blocks, and the contents list of their pages."""
    yield from table(("block", "what it is", "identifier"), *map(_summary, BLOCKS), widths="20 62 18")
    yield from (".. toctree::", "   :hidden:", "", *(f"   blocks/{name}" for name in BLOCKS), "")


def _summary(name: str) -> tuple[str, str, str]:
    directive = BLOCKS[name]
    return (f":doc:`{name} <blocks/{name}>`", sentence(directive), f"``{directive.prefix}-…``")


def page(name: str, usage: list[str], settings: Settings) -> Iterator[str]:
    """Yield the page of the block called *name*; *usage* says when to use it."""
    directive = BLOCKS[name]
    yield from (sentence(directive), "")
    if name in LIMITS:
        yield from (LIMITS[name], "")
    yield from heading("When to use it")
    yield from (*usage, "")
    yield from heading("Example")
    yield from (f".. literalinclude:: /authors/examples/{name}.rst", "   :language: rst", "")
    yield from _beginning(name, directive, settings)
    yield from heading("Options")
    yield from table(*_options(name, directive, settings), widths="16 9 42 33")
    if directive.parts:
        yield from heading("Parts")
        yield from ("They are written as a field list at the end of the body.", "")
        yield from table(*_parts(name, directive, settings), widths="20 15 35 30")
    yield from heading("Its label")
    yield from (f"Where its kind is named, readers see “{LABELS[name]}”.", "")


def _beginning(name: str, directive: type[TypedBlockDirective], settings: Settings) -> Iterator[str]:
    if name in DATA:
        yield from (f"A {name} of the glossary is not written like this: {DATA[name]}.", "")
        return
    command = f".venv/bin/cop new {name} --in {usual_place(name, settings)}"
    inner = f", with a :ref:`block-{INSIDE[name]}` inside" if name in INSIDE else ""
    yield from (f"To begin one{inner}:", "", ".. code-block:: console", "", f"   $ {command}", "")
    yield from (f"Its identifier begins with ``{directive.prefix}-`` and stands in ``source/ids.csv``.", "")


def usual_place(name: str, settings: Settings) -> str:
    """Return the document that holds the most blocks of the type called *name*."""
    ledger = settings.ledger
    found = Counter(page for block, page in locate_blocks(settings).items() if ledger[block].type == name)
    return next((page for page, _ in found.most_common()), settings.default_edition.root)


def _options(name: str, directive: type[TypedBlockDirective], settings: Settings) -> Iterator[tuple[str, ...]]:
    yield ("option", "needed", "value", "readers see")
    for option, field in directive.fields.items():
        holds = _home(settings) if option == "home" else value(field)
        yield (f"``:{option}:``", needed(field.required), holds, _shown(name, option, settings))
    yield ("``:audience:``", "no", "Ids of editions; without it, all that carry the page.", SHOWN["audience"])


def _home(settings: Settings) -> str:
    homes = ", ".join(f"``{edition.home}``" for edition in settings.editions)
    return f"One of {homes}: the middle of the identifiers that an edition has issued."


def _shown(name: str, option: str, settings: Settings) -> str:
    row = next((row for row in printed_rows(name) if row.name == option), None)
    found = [SHOWN[f"{name}.{option}"]] if f"{name}.{option}" in SHOWN else []
    found += [_row(name, row, settings)] if row else []
    if overview := IN_TABLES.get(f"{name}.{option}"):
        found.append(f"the table of ``.. overview:: {overview}`` on a page that has it")
    return "; ".join(found) or SHOWN[option]


def _row(name: str, row: attributes.Attribute, settings: Settings) -> str:
    but = ", but none for " + " and ".join(f"``{code}``" for code in row.silent) if row.silent else ""
    return f"a row “{LABELS[f'field/{row.field}']}” in {_printed_in(name, row.name, settings)}{but}"


def printed_rows(name: str) -> tuple[attributes.Attribute, ...]:
    """Return the rows that editions print for the block called *name*."""
    found: tuple[attributes.Attribute, ...] = getattr(attributes, f"{name.upper()}_ATTRIBUTES", ())
    return found


def _parts(name: str, directive: type[TypedBlockDirective], settings: Settings) -> Iterator[tuple[str, ...]]:
    yield ("part", "needed", "readers see", "in")
    for part, is_required in directive.parts.items():
        printed = _printed_in(name, part, settings)
        if (name, part) == (Term.block_type, CHILDREN):
            printed = _editions([edition for edition in settings.editions if edition.is_for_children], settings)
        yield (f"``:{part}:``", needed(is_required), f"“{LABELS[f'part/{part}']}”", printed)


def _printed_in(name: str, attribute: str, settings: Settings) -> str:
    return _editions([edition for edition in settings.editions if edition.prints(name, attribute)], settings)


def _editions(editions: Sequence[Edition], settings: Settings) -> str:
    titles = [edition.short_title for edition in editions]
    return f"the edition “{'”, “'.join(titles)}”" if len(titles) < len(settings.editions) else "every edition"
