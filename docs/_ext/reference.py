"""Reference pages made from the code, so that they cannot drift from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import ClassVar

import blockpages
import checkpages
from docutils import nodes
from schemas import annex_fields, data_fields, text_fields
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from writing import heading, sentence, table

from builders.markup import BLOCKS, DIRECTIVES, ROLES
from builders.markup.constructs import OPTIONS, REMEDIES
from builders.model import vocabulary
from builders.problems import ExitCode
from builders.settings import Settings, read_settings

PROJECT = Path(__file__).resolve().parents[2]
SCHEMA = PROJECT / "docs" / "schema" / "recommendations.schema.json"
ANNEX = PROJECT / "docs" / "schema" / "annex.schema.json"
TEXTS = PROJECT / "docs" / "schema" / "texts.schema.json"
ALLOWED = [(name, options) for name, options in sorted(OPTIONS.items()) if name not in ("date", "replace", "unicode")]
"""Directives of reStructuredText that authors may use; those of substitutions are refused with them."""
LISTS = {
    "ages": "ages",
    "services": "services",
    "stakeholders": "who",
    "risks": "risks",
    "topics": "topic",
    "phases": "phase",
    "plans": "plans",
}
"""The longer lists of codes, by name, and the prefix of their labels."""

EXIT_CODES = {
    ExitCode.DONE: "All went well.",
    ExitCode.FINDINGS: "The command did its work and found something: an edition kept out, a template out of date.",
    ExitCode.PROBLEM: "You must change something first; the message says what and where. Nothing was replaced.",
    ExitCode.BUG: "A fault of the program, not of your text. Please report it, with the file that the message names.",
}
"""What each exit code tells a person."""


def others() -> Iterator[str]:
    """Yield a section for every directive and role that is no typed block."""
    for name, directive in DIRECTIVES.items():
        if name not in BLOCKS:
            yield from heading(name, "~")
            yield from (sentence(directive), "")
    for name, role in ROLES.items():
        yield from heading(f"Role ``:{name}:``", "~")
        yield from (sentence(role), "")


def ordinary() -> Iterator[str]:
    """Yield a table of the directives of reStructuredText that work in every format, with their options."""
    rows = ((f"``{name}``", " ".join(f"``:{option}:``" for option in options) or "none") for name, options in ALLOWED)
    yield from table(("directive", "options"), *rows, widths="30 70")


def refused() -> Iterator[str]:
    """Yield a table of what is refused by its name, and what to write in its place."""
    rows = (
        (" ".join(f"``{name}``" for name in names), _as_code(advice))
        for advice, names in groupby(REMEDIES, key=lambda name: REMEDIES[name])
    )
    yield from table(("not these", "but"), *rows, widths="40 60")


def _as_code(advice: str) -> str:
    """Return *advice* so that the marks in it are printed."""
    return re.sub(r"(?<!`)(:\w+:|`words <address>`__|#\.|\*+words\*+|(?<!\w)\*(?= )|\[#name\]_)", r"``\1``", advice)


def words(settings: Settings) -> Iterator[str]:
    """Yield a table for every list of words, registries included."""
    for name, prefix in LISTS.items():
        codes = vocabulary.AGES if name == "ages" else getattr(settings, name)
        yield from word_list(name, ((code, settings.labels[f"{prefix}/{code}"]) for code in codes))
    yield from word_list("variables", settings.variables.items())
    yield from word_list("facts", ((code, fact.label) for code, fact in settings.facts.items()))
    yield from word_list("sources", ((code, source.name) for code, source in settings.sources.items()))
    yield from word_list("characters", ((code, person.name("en")) for code, person in settings.characters.items()))
    yield from word_list("entities", ((code, entity.name("en")) for code, entity in settings.entities.items()))
    names = ((code, f"{each.name('en')} ({each.unit})") for code, each in settings.instruments.items())
    yield from word_list("instruments", names)


def word_list(name: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the list called *name* as a table of codes and what readers see."""
    yield from (f".. _words-{name}:", "")
    yield from heading(name.title(), "~")
    yield from table(("code", "printed as"), *((f"``{code}``", text) for code, text in rows), widths="30 70")


def exit_codes() -> Iterator[str]:
    """Yield the table of exit codes."""
    rows = ((str(code.value), code.name.lower(), EXIT_CODES[code]) for code in ExitCode)
    yield from table(("code", "name", "means"), *rows, widths="10 15 75")


class Generated(SphinxDirective):
    """Puts a part of a page made from the code where it stands.

    ``.. generated:: words`` names a part; ``.. generated:: block risk`` is the page of a block, and its body says
    when the block is used.
    """

    required_arguments = 1
    optional_arguments = 1
    has_content = True
    PARTS: ClassVar[Mapping[str, object]] = {
        "blocks": lambda directive: blockpages.overview(),
        "block": lambda directive: blockpages.page(directive.arguments[1], list(directive.content), directive.settings),
        "others": lambda directive: others(),
        "ordinary": lambda directive: ordinary(),
        "refused": lambda directive: refused(),
        "words": lambda directive: words(directive.settings),
        "data-fields": lambda directive: data_fields(SCHEMA),
        "annex-fields": lambda directive: annex_fields(ANNEX),
        "text-fields": lambda directive: text_fields(TEXTS),
        "exit-codes": lambda directive: exit_codes(),
        "checks": lambda directive: checkpages.sections(),
        "bands": lambda directive: checkpages.bands(),
    }

    @property
    def settings(self) -> Settings:
        """The settings of the guidelines."""
        return read_settings(PROJECT)

    def run(self) -> list[nodes.Node]:
        text = "\n".join(self.PARTS[self.arguments[0]](self))
        found = self.parse_text_to_nodes(text, allow_section_headings=True)
        if self.arguments[0] == "blocks":
            _anchor_rows(found)
        return found


def _anchor_rows(found: list[nodes.Node]) -> None:
    """Give every row of the overview the address that the section of its block had here."""
    rows = [row for node in found for body in node.findall(nodes.tbody) for row in body.children]
    for name, row in zip(BLOCKS, rows, strict=True):
        row["ids"].append(f"block-{name}")


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive."""
    app.add_directive("generated", Generated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
