"""Reference pages made from the code, so that they cannot drift from it."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from builders.markup import BLOCKS, DIRECTIVES, ROLES
from builders.markup.blocks import TypedBlockDirective
from builders.markup.fields import (
    Choice,
    Codes,
    Day,
    Field,
    Identifiers,
    Instruments,
    Number,
    Registered,
    Slugs,
    Text,
    Variables,
)
from builders.model import vocabulary
from builders.model.labels import LABELS
from builders.problems import ExitCode
from builders.settings import read_settings

PROJECT = Path(__file__).resolve().parents[2]
LISTS = {"ages": "ages", "services": "services", "stakeholders": "who", "risks": "risks", "topics": "topic"}
"""The longer lists of codes, by name, and the prefix of their labels."""

EXIT_CODES = {
    ExitCode.DONE: "All went well.",
    ExitCode.FINDINGS: "The command did its work and found something: an edition kept out, a template out of date.",
    ExitCode.PROBLEM: "You must change something first; the message says what and where. Nothing was replaced.",
    ExitCode.BUG: "A fault of the program, not of your text. Please report it, with the file that the message names.",
}
"""What each exit code tells a person."""


def table(*rows: tuple[str, ...], widths: str = "auto") -> Iterator[str]:
    """Yield a table; the first of *rows* is its head."""
    yield from (".. list-table::", "   :header-rows: 1", f"   :widths: {widths}", "")
    for row in rows:
        yield from (f"   {'* -' if number == 0 else '  -'} {cell}" for number, cell in enumerate(row))
    yield ""


def heading(text: str, line: str) -> Iterator[str]:
    """Yield *text* as a heading that is underlined with *line*."""
    yield from (text, line * len(text), "")


def blocks() -> Iterator[str]:
    """Yield a section for every typed block."""
    for name, directive in BLOCKS.items():
        yield f".. _block-{name}:"
        yield ""
        yield from heading(name, "-")
        yield from (sentence(directive), sentence(directive.node_class), "")
        if longest := getattr(sys.modules[directive.__module__], "LONGEST", None):
            yield from (f"At most {longest} words of English text.", "")
        yield from (f"The identifier begins with ``{directive.prefix}-`` and stands in ``source/ids.csv``.", "")
        yield from table(*options(directive), widths="20 15 65")
        if directive.parts:
            yield from ("Parts, written as a field list at the end of the body:", "")
            yield from table(("part", "needed", "printed as"), *parts(directive), widths="20 15 65")


def options(directive: type[TypedBlockDirective]) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the options of *directive*."""
    yield ("option", "needed", "value")
    for name, field in directive.fields.items():
        yield (f"``:{name}:``", needed(field.required), DESCRIPTIONS[type(field)](field))
    yield ("``:audience:``", "no", "The editions that carry the block; without it, all that carry the page.")


def parts(directive: type[TypedBlockDirective]) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the parts of *directive*."""
    for name, is_required in directive.parts.items():
        yield (f"``:{name}:``", needed(is_required), LABELS[f"part/{name}"])


def others() -> Iterator[str]:
    """Yield a section for every directive and role that is no typed block."""
    for name in DIRECTIVES.keys() - BLOCKS.keys():
        yield from heading(name, "-")
        yield from (sentence(DIRECTIVES[name]), "")
    for name, role in ROLES.items():
        yield from heading(f"Role ``:{name}:``", "-")
        yield from (sentence(role), "")


def words() -> Iterator[str]:
    """Yield a table for every list of words, registries included."""
    settings = read_settings(PROJECT)
    for name, prefix in LISTS.items():
        codes = vocabulary.AGES if name == "ages" else getattr(settings, name)
        yield from word_list(name, ((code, settings.labels[f"{prefix}/{code}"]) for code in codes))
    yield from word_list("variables", settings.variables.items())
    yield from word_list("facts", ((code, fact.label) for code, fact in settings.facts.items()))
    yield from word_list("characters", ((code, person.name("en")) for code, person in settings.characters.items()))
    yield from word_list("entities", ((code, entity.name("en")) for code, entity in settings.entities.items()))
    names = ((code, f"{each.name('en')} ({each.unit})") for code, each in settings.instruments.items())
    yield from word_list("instruments", names)


def word_list(name: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the list called *name* as a table of codes and what readers see."""
    yield from (f".. _words-{name}:", "")
    yield from heading(name.title(), "-")
    yield from table(("code", "printed as"), *((f"``{code}``", text) for code, text in rows), widths="30 70")


def exit_codes() -> Iterator[str]:
    """Yield the table of exit codes."""
    rows = ((str(code.value), code.name.lower(), EXIT_CODES[code]) for code in ExitCode)
    yield from table(("code", "name", "means"), *rows, widths="10 15 75")


def sentence(thing: object) -> str:
    """Return the docstring of *thing* as one paragraph."""
    return " ".join((inspect.getdoc(thing) or "").split())


def needed(is_required: bool) -> str:
    """Return *is_required* as a word of a table."""
    return "yes" if is_required else "no"


def choice(field: Choice) -> str:
    """Describe one word of a closed set."""
    listed = ", ".join(f"``{member.value}``" for member in field.words)
    return f"{sentence(field.words)} One of {listed}."


def codes(field: Codes) -> str:
    """Describe several words of a closed set."""
    if field.words != vocabulary.AGES:
        return "One or more of " + ", ".join(f"``{word}``" for word in field.words) + "."
    everything = ", or ``all``" if field.allows_all else ""
    return f"Codes of the list :ref:`words-ages`{everything}."


def registered(field: Registered) -> str:
    """Describe codes of a registry."""
    extra = "".join(f", or ``{word}``" for word in field.extra)
    halves = ", or the part before a dot for all that begin with it" if field.halves else ""
    most = f" At most {field.most}." if field.most else ""
    return f"Codes of the list :ref:`words-{field.registry}`{halves}{extra}.{most}"


def identifiers(field: Identifiers) -> str:
    """Describe identifiers of other blocks."""
    types = " or ".join(f":ref:`block-{name}`" for name in field.types)
    most = f" At most {field.most}." if field.most else ""
    return f"Identifiers of blocks: {types}.{most}"


def fixed(text: str, field: Field) -> str:
    """Describe any *field* of a kind by the same *text*."""
    return text


DESCRIPTIONS: Mapping[type[object], Callable[..., str]] = {
    Choice: choice,
    Codes: codes,
    Instruments: partial(
        fixed, "Codes of the list :ref:`words-instruments`, with an article where there is one (``crc.34``)."
    ),
    Variables: partial(fixed, "Names of the list :ref:`words-variables`."),
    Text: lambda field: f"Text of at most {field.longest} characters.",
    Number: partial(fixed, "A whole number from 1."),
    Day: partial(fixed, "A day, written YYYY-MM-DD."),
    Registered: registered,
    Identifiers: identifiers,
    Slugs: lambda field: f"Ends of identifiers that begin with ``{field.prefix}-``.",
}
"""What an option of each kind of field may hold; a new kind needs a line here."""


class Generated(SphinxDirective):
    """Puts a page part made from the code where it stands: ``.. generated:: blocks``."""

    required_arguments = 1
    PARTS: ClassVar = {"blocks": blocks, "others": others, "words": words, "exit-codes": exit_codes}

    def run(self) -> list[nodes.Node]:
        text = "\n".join(self.PARTS[self.arguments[0]]())
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive."""
    app.add_directive("generated", Generated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
