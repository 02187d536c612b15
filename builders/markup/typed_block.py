"""Typed blocks: what all of them share, as nodes and as directives.

A typed block has a stable identifier, attributes from closed sets, a body, and
named parts that are written as a field list at the end of the body. Everything
is validated when it is read; labels are chosen later, by the writers.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from builders.markup import faults
from builders.markup.fields import Field, did_you_mean, split_words
from builders.markup.unit_state import state_of
from builders.model.identifiers import MAXIMUM_LENGTH, is_well_formed
from builders.settings import Settings


class TypedBlock(nodes.General, nodes.Element):
    """A block with an identity.

    Attributes: ``block_id``; ``audience``, the editions that carry it (empty: every
    edition that carries the document); and the fields of its type.
    Children: at most one BlockTitle, the body, then the BlockParts.
    """

    block_type: ClassVar[str] = ""
    """The name of the class in small letters, and that of its directive."""

    def __init_subclass__(cls) -> None:
        cls.block_type = cls.__name__.lower()


class BlockTitle(nodes.Part, nodes.TextElement):
    """The title of a typed block."""


class BlockPart(nodes.Part, nodes.Element):
    """A named part of a typed block; ``part`` is its name (``signs``)."""


def blocks_around(node: nodes.Node) -> list[TypedBlock]:
    """Return the typed blocks that *node* stands in, the innermost first; itself too where it is one."""
    return [each for each in faults.with_ancestors(node) if isinstance(each, TypedBlock)]


class AnyOption(dict):  # type: ignore[type-arg]
    """Accepts every option name, so that our own words can say what is wrong with it."""

    def __bool__(self) -> bool:
        return True

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Any:
        return directives.unchanged


class OpenDirective(SphinxDirective):
    """Takes any argument, options and content, so that our own words can say what is wrong with them."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption()


def claim(identifier: str, place: str, env: BuildEnvironment) -> str:
    """Note that *identifier* stands at *place* of the document being read; return where it stood before, if it did."""
    _, first = state_of(env).claims.setdefault(identifier, (env.current_document.docname, place))
    return "" if first == place else first


class TypedBlockDirective(OpenDirective):
    """Reads a typed block; subclasses say in data what theirs consists of."""

    node_class: ClassVar[type[TypedBlock]]
    prefix: ClassVar[str]
    """First part of the identifiers of this type."""
    fields: ClassVar[Mapping[str, Field]] = {}
    parts: ClassVar[Mapping[str, bool]] = {}
    """Names of the parts, in printing order, and whether each is required."""
    has_text: ClassVar[bool] = True
    """Whether the block is at fault without a body; the next is the same for numbered steps in it."""
    has_steps: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        block = self.node_class()
        block["block_id"] = self._identifier()
        block["ids"] = [block["block_id"]]
        block["audience"] = self._audience()
        self.set_source_info(block)
        values = self._values()
        block.attributes.update(values)
        if title := values.get("title"):
            block += self._title(str(title))
        block += self.first_children(values)
        block += self._body()
        block += self.last_children(values)
        if self.has_steps and not any(isinstance(child, nodes.enumerated_list) for child in block.children):
            self.fault("its steps are missing: write them as a list with #.")
        for message in self.validate(block):
            self.fault(message)
        return [block]

    def first_children(self, values: Mapping[str, Any]) -> list[nodes.Node]:
        """Return what stands between the title and the body; nothing for most blocks."""
        return []

    def last_children(self, values: Mapping[str, Any]) -> list[nodes.Node]:
        """Return what stands below the body; nothing for most blocks."""
        return []

    def validate(self, block: TypedBlock) -> Iterator[str]:
        """Yield what is wrong with the finished *block*, in words for its author."""
        yield from ()

    def fault(self, message: str, *, code: str = "block") -> None:
        """Report *message* at the line of this block."""
        identifier = self.arguments[0] if self.arguments else "without an identifier"
        faults.report(f"{self.name} {identifier}: {message}", self.get_location(), code=code)

    @property
    def _settings(self) -> Settings:
        settings: Settings = self.config.cop.settings
        return settings

    def _identifier(self) -> str:
        if not self.arguments:
            example = f"{self.prefix}-gen-001"
            self.fault(f"write the identifier behind the two colons, such as {example}", code="id-missing")
            return f"{self.prefix}-missing-{self.lineno}"
        identifier = self.arguments[0].strip()
        entry = self._settings.ledger.get(identifier)
        if not is_well_formed(identifier):
            message = f"use lowercase letters, digits and single hyphens, at most {MAXIMUM_LENGTH} characters"
            self.fault(message, code="id-shape")
        elif entry is None:
            self.fault("the identifier is not in the ledger; add a row to source/ids.csv", code="id-unknown")
        elif not entry.is_active:
            self.fault(f"the ledger says that it is {entry.status}; an identifier is never used again", code="id-gone")
        elif entry.type != self.name:
            self.fault(f"the ledger says that it is a {entry.type}", code="id-type")
        elif not identifier.startswith(f"{self.prefix}-"):
            self.fault(f"identifiers of its type begin with {self.prefix}-", code="id-type")
        self._note_place(identifier)
        return identifier

    def _note_place(self, identifier: str) -> None:
        place = self.get_location().removeprefix(f"{self._settings.project}/")
        if first := claim(identifier, place, self.env):
            message = f"the identifier is used twice, first at {first}; give the newer block the next free one"
            self.fault(message, code="id-twice")

    def _audience(self) -> list[str]:
        known = [edition.id for edition in self._settings.editions]
        words = split_words(self.options.get("audience", ""))
        for word in words:
            if word not in known:
                self.fault(f":audience: “{word}” is no edition; {did_you_mean(word, known)}", code="option-value")
        return words

    def _values(self) -> dict[str, object]:
        values: dict[str, object] = {}
        for name in self.options:
            if name not in self.fields and name != "audience":
                advice = did_you_mean(name, [*self.fields, "audience"])
                self.fault(f"there is no option “{name}”; {advice}", code="option-unknown")
        for name, field in self.fields.items():
            if name in self.options:
                try:
                    values[name] = field.read(self.options[name] or "", self._settings)
                except ValueError as error:
                    self.fault(f":{name}: {error}", code="option-value")
            elif field.required:
                self.fault(f"the option :{name}: is missing", code="option-missing")
        return values

    def _title(self, text: str) -> BlockTitle:
        children, messages = self.parse_inline(text)
        title = BlockTitle(text, "", *children)
        self.set_source_info(title)
        title += messages
        return title

    def _body(self) -> list[nodes.Node]:
        body = self.parse_content_to_nodes()
        found: dict[str, BlockPart] = {}
        if body and isinstance(body[-1], nodes.field_list):
            for field in body.pop().children:
                part = self._part(field)
                if part["part"] in found:
                    self.fault(f"the part :{part['part']}: stands twice; write one of them", code="part-twice")
                if not part.children:
                    self.fault(f"the part :{part['part']}: is empty", code="part-missing")
                found[part["part"]] = part
        if self.has_text and all(isinstance(child, nodes.Invisible) for child in body):
            self.fault("its text is missing: indent it as far as the options", code="text-missing")
        for name, is_required in self.parts.items():
            if is_required and name not in found:
                self.fault(f"the part :{name}: is missing at the end of the body", code="part-missing")
        return [*body, *(found[name] for name in self.parts if name in found)]

    def _part(self, field: nodes.Node) -> BlockPart:
        name, body = field.children
        part = BlockPart("", *body.children, part=name.astext())
        part.source, part.line = field.source, field.line
        if part["part"] not in self.parts:
            advice = did_you_mean(part["part"], self.parts) if self.parts else "this block has no parts"
            self.fault(f"there is no part “{part['part']}”; {advice}", code="part-unknown")
        return part
