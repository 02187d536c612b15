"""What of reStructuredText authors may not use, because translators or readers would lose by it."""

import re
from collections.abc import Callable, Container, Iterator
from types import ModuleType
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.utils import Reporter
from sphinx import addnodes
from sphinx.util.docutils import CustomReSTDispatcher

from builders.markup import DIRECTIVES, faults
from builders.markup.audience import Audience
from builders.markup.blocks.checklist import CheckItem
from builders.markup.blocks.episode import Episode, Line, Scene
from builders.markup.constructs import CONSTRUCTS, NODES, OPTIONS, ROLE_NAMES, remedy
from builders.markup.faults import line_of, with_ancestors
from builders.markup.references import BlockReference, Citation, VariableValue
from builders.markup.typed_block import AnyOption, BlockTitle, OpenDirective, TypedBlock

_ADDRESS = re.compile(r"https?://[\w.:@%-]+(?=[/?#]|\Z)|mailto:.|#|\Z", re.IGNORECASE)
"""How a link begins that leads somewhere: to a host, to a post box, to a place of the text itself."""

Report = Callable[[str, str], None]
"""Takes a message and its place."""


class ClosedMarkup(CustomReSTDispatcher):
    """Lets docutils find the directives and roles of the closed list only, for as long as it is entered.

    What a name outside the list stands for is not read; *report* is told the message and, in a source, the place.
    Of the directives, those in *only* are found where it says so.
    """

    def __init__(self, report: Report, only: Container[str] = (*DIRECTIVES, *OPTIONS)) -> None:
        super().__init__()
        self._report = report
        self._only = only

    def directive(
        self, directive_name: str, language_module: ModuleType, document: nodes.document
    ) -> tuple[type[Directive] | None, list[nodes.system_message]]:
        """Return the directive, or one that refuses itself."""
        name = directive_name.lower()
        if name not in self._only:
            return RefusedDirective, []
        found, messages = super().directive(directive_name, language_module, document)
        return (_narrowed(found, OPTIONS[name]) if found and name in OPTIONS else found), messages

    def role(self, role_name: str, language_module: ModuleType, lineno: int, reporter: Reporter) -> Any:
        """Return the role, or one that reads only the text."""
        if role_name.lower() in ROLE_NAMES:
            return super().role(role_name, language_module, lineno, reporter)
        path, line = reporter.get_source_and_line(lineno)
        message = f"the role :{role_name}: is not for these texts; {remedy(role_name.lower(), is_role=True)}"
        self._report(message, f"{path}:{line}")
        return _as_text, []


class RefusedDirective(OpenDirective):
    """Says what to write in place of a directive outside the closed list; its content is not read."""

    def run(self) -> list[nodes.Node]:
        message = f"the directive “{self.name}” is not for these texts; {remedy(self.name.lower(), is_role=False)}"
        faults.report(message, self.get_location(), code="not-allowed")
        return []


def _narrowed(directive: type[Directive], options: tuple[str, ...]) -> type[Directive]:
    """Return *directive* so that it takes *options* only, and says so."""

    class Narrowed(directive):  # type: ignore[misc,valid-type]
        option_spec = AnyOption()

        def run(self) -> list[nodes.Node]:
            place = "{}:{}".format(*self.state_machine.get_source_and_line(self.lineno))
            given: dict[str, Any] = dict(self.options)
            self.options.clear()
            for name, value in given.items():
                if name not in options:
                    advice = f"use: {', '.join(options)}" if options else "it takes none"
                    message = f"{self.name}: the option :{name}: does not work in every format; {advice}"
                    faults.report(message, place, code="not-allowed")
                    continue
                try:
                    self.options[name] = (directive.option_spec or {}).get(name, directives.unchanged)(value)
                except (ValueError, TypeError):
                    faults.report(f"{self.name}: :{name}: “{value}” cannot be read", place, code="option-value")
            if self.name.lower() == "toctree" and not any(map(str.strip, self.content)):
                message = "a contents list names no page; write the pages below an empty line, or leave the list out"
                faults.report(message, place, code="not-allowed")
            return list(super().run())

    return Narrowed


def _as_text(
    name: str, rawtext: str, text: str, *rest: object, **options: object
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    return [nodes.Text(text)], []


def report_unusable(document: nodes.document, identifiers: Container[str]) -> None:
    """Report what *document* holds beside the closed list, each with its line; *identifiers* are those of blocks."""
    for node in document.findall(nodes.Element):
        place = f"{document['source']}:{line_of(node)}"
        for message in _faults(node):
            faults.report(message, place, code="not-allowed")
        for identifier in node["ids"]:
            if identifier in identifiers and not isinstance(node, TypedBlock):
                message = f"a heading or label takes the identifier {identifier} of a block; word it differently"
                faults.report(message, place, code="id-twice")


def report_listed_twice(document: nodes.document) -> None:
    """Report the pages that an edition meets in two contents lists of *document*: formats of one page print it once."""
    known: dict[str, list[set[str]]] = {}
    for node in document.findall(addnodes.toctree):
        readers = _readers(node)
        entries: list[tuple[str | None, str]] = node.get("entries", [])
        for _, page in entries:
            others = known.setdefault(page, [])
            if any(not readers or not each or readers & each for each in others):
                message = f"a contents list names {page}, which this page lists already; leave it out of one"
                faults.report(message, f"{document['source']}:{line_of(node)}", code="not-allowed")
            others.append(readers)


def _readers(node: nodes.Node) -> set[str]:
    """Return the editions to which conditions limit *node*; none where nothing does."""
    limits = [set(each["audience"]) for each in with_ancestors(node) if isinstance(each, Audience)]
    return set.intersection(*limits) if limits else set()


def report_parts(document: nodes.document) -> None:
    """Report the title of a part in *document*, which is no opening page: only there do all formats show it."""
    for node in document.findall(addnodes.toctree):
        if node.get("caption"):
            message = "only the opening page of an edition divides it into parts; write a heading, and no :caption:"
            faults.report(message, f"{document['source']}:{line_of(node)}", code="not-allowed")


def _faults(node: nodes.Element) -> Iterator[str]:
    match node:
        case CheckItem() if not isinstance(_around(node), (nodes.document, nodes.section)):
            # It is printed elsewhere: what it stood in would be left empty.
            yield f"{node['block_id']}: a checkitem stands by itself, in no other block, list or table"
        case Scene() if not isinstance(_around(node), Episode):
            yield f"{node['block_id']}: a scene stands inside an episode, indented"
        case Line() if not isinstance(_around(node), Scene):
            yield f"{node['block_id']}: a line stands inside a scene, indented"
        case BlockReference() | VariableValue() if any(
            isinstance(each, (nodes.title, BlockTitle)) for each in with_ancestors(node)
        ):
            yield "a title cannot hold :see: or :variable:; write them into the text below it"
        case Citation() if any(
            isinstance(each, (nodes.title, BlockTitle, nodes.footnote)) for each in with_ancestors(node)
        ):
            yield "a title or a footnote cannot hold :source:; write it behind a sentence of the text"
        case nodes.substitution_definition():
            yield "a substitution cannot be translated; write the words where they stand"
        case addnodes.toctree() if _own_titles(node):
            yield "an own title in a contents list cannot be translated; leave it out, the page has one"
        case nodes.field_list() if _is_metadata(node):
            yield "a field list above the heading is in no format; write it below the heading"
        case nodes.Element() if not _is_known(node) and (node.parent is None or _is_known(node.parent)):
            what, advice = CONSTRUCTS.get(type(node), (f"“{node.tagname}”", "write it in plain paragraphs"))
            yield f"{what} is not for these texts; {advice}"
        case nodes.reference() | nodes.target() if not _ADDRESS.match(node.get("refuri", "")):
            yield f"the link to “{node['refuri']}” is not allowed; link to https addresses only"


def _is_known(node: nodes.Node) -> bool:
    """Whether *node* is one of ours, or of the closed list."""
    return type(node) in NODES or type(node).__module__ not in (nodes.__name__, addnodes.__name__)


def _is_metadata(node: nodes.field_list) -> bool:
    """Whether *node* stands before everything, where Sphinx takes it for data about the file."""
    if not isinstance(node.parent, nodes.document):
        return False
    before = node.parent.children[: node.parent.index(node)]
    return all(isinstance(each, nodes.PreBibliographic) for each in before)


def _around(node: nodes.Element) -> nodes.Node | None:
    """Return what *node* stands in, apart from conditions."""
    return next((each for each in with_ancestors(node.parent) if not isinstance(each, Audience)), None)


def _own_titles(node: addnodes.toctree) -> list[str]:
    entries: list[tuple[str | None, str]] = node.get("entries", [])
    return [title for title, _ in entries if title]
