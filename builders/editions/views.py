"""An edition view: one edition in one language, ready for any writer."""

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import inline_all_toctrees

from builders.markup.unit_state import state_of
from builders.model.editions import Unit
from builders.model.labels import Labels
from builders.model.progress import CountedMessage, Coverage, Progress
from builders.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """What a writer needs to know."""

    unit: Unit
    settings: Settings
    labels: Labels
    coverage: Coverage
    document: nodes.document
    """The whole edition as one doctree, references resolved."""


def assemble(builder: Builder) -> EditionView:
    """Return the edition of *builder*'s environment as one view, its pages in reading order."""
    env, config = builder.env, builder.config
    root = config.root_doc
    opening = env.get_doctree(root)
    title_parts(opening)
    tree = inline_all_toctrees(builder, {root}, root, opening, str, [root])
    tree["docname"] = root
    env.resolve_references(tree, root, builder)
    return EditionView(
        unit=config.cop.unit,
        settings=config.cop.settings,
        labels=config.cop.labels,
        coverage=coverage(env),
        document=tree,
    )


PART = "part"
"""Class of the title of a part, before the pages that belong to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Several pages that stand together in the contents of an edition."""

    title: str
    is_fallback: bool
    """Whether the title is English in an edition in another language."""
    pages: tuple[str, ...]
    """The documents that its contents list names; those below them belong to it too."""


def parts(opening: nodes.document) -> Iterator[tuple[addnodes.toctree, Part]]:
    """Yield the parts of the edition that begins with *opening*, each with the contents list that makes it one."""
    for contents in opening.findall(addnodes.toctree):
        if title := contents.get("caption"):
            pages = tuple(map(str, contents["includefiles"]))
            yield contents, Part(title=title, is_fallback="caption_lang" in contents, pages=pages)


def title_parts(opening: nodes.document) -> None:
    """Put the title of every part before its contents list in *opening*, in place, for formats that have one page."""
    for number, (contents, part) in enumerate(list(parts(opening)), start=1):
        language = {"lang": "en", "dir": "ltr"} if part.is_fallback else {}
        title = nodes.title(part.title, part.title, classes=[PART], ids=[f"{PART}-{number}"], **language)
        contents.parent.insert(contents.parent.index(contents), title)


def messages(env: BuildEnvironment) -> tuple[CountedMessage, ...]:
    """Return the messages of the unit in *env* as they count."""
    return tuple(message for document in state_of(env).messages.values() for message in document)


def coverage(env: BuildEnvironment) -> Coverage:
    """Return how much of the unit in *env* is translated."""
    return Progress.of(messages(env)).coverage
