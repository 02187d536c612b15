"""Writes an edition as a Word file."""

import os
from pathlib import Path

from builders.editions.views import EditionView

__all__ = ["write_docx"]

LARGE_PRINT_EDITIONS = ("children",)


def write_docx(view: EditionView, target: Path) -> None:
    """Write the edition *view* to *target*."""
    # Sphinx meets this package in every run; python-docx and what draws pictures are for those that write Word files.
    from builders.writers.docx.anchors import Anchors
    from builders.writers.docx.context import Context
    from builders.writers.docx.handlers import HANDLERS, RUNS
    from builders.writers.docx.handlers.frontmatter import contents, footer, header, title_page
    from builders.writers.docx.layout import separated
    from builders.writers.docx.package import Package, Properties
    from builders.writers.docx.rendering import Renderer
    from builders.writers.docx.template import ADULT_SIZE, CHILDREN_SIZE, Look

    unit, labels = view.unit, view.labels
    size = CHILDREN_SIZE if unit.edition.id in LARGE_PRINT_EDITIONS else ADULT_SIZE
    package = Package(Look(language=unit.language, size=size))
    context = Context(
        unit=unit, settings=view.settings, labels=labels, language=unit.language, document=unit.edition.root
    )
    anchors = Anchors.of(view.document, unit.edition.root)
    renderer = Renderer(handlers=HANDLERS, runs=RUNS, package=package, anchors=anchors)
    body = list(separated(renderer.render(view.document, context), context))
    package.save(
        target,
        [*title_page(context, view.coverage), *contents(body, context), *body],
        header=header(context),
        footer=footer(context),
        properties=Properties(
            title=labels[f"edition/{unit.edition.id}/title"],
            subject=labels[f"edition/{unit.edition.id}/description"],
            author=view.settings.publisher,
            language=unit.language.word_tag,
            version=view.settings.version,
            date=int(os.environ.get("SOURCE_DATE_EPOCH") or view.settings.source_date_epoch),
        ),
    )
