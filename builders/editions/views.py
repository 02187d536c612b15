"""An edition view: one edition in one language, ready for any writer."""

from dataclasses import dataclass

from docutils import nodes
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
    tree = inline_all_toctrees(builder, {root}, root, env.get_doctree(root), str, [root])
    tree["docname"] = root
    env.resolve_references(tree, root, builder)
    return EditionView(
        unit=config.cop.unit,
        settings=config.cop.settings,
        labels=config.cop.labels,
        coverage=coverage(env),
        document=tree,
    )


def messages(env: BuildEnvironment) -> tuple[CountedMessage, ...]:
    """Return the messages of the unit in *env* as they count."""
    return tuple(message for document in state_of(env).messages.values() for message in document)


def coverage(env: BuildEnvironment) -> Coverage:
    """Return how much of the unit in *env* is translated."""
    return Progress.of(messages(env)).coverage
