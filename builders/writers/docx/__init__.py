"""Writes an edition as a Word file."""

import os
from pathlib import Path

from builders.editions.views import EditionView

__all__ = ["write_docx"]


def write_docx(view: EditionView, target: Path) -> None:
    """Write the edition *view* to *target*."""
    # Sphinx meets this package in every run; python-docx and what draws pictures are for those that write Word files.
    from builders.writers.docx.anchors import Anchors
    from builders.writers.docx.context import Context
    from builders.writers.docx.handlers import HANDLERS, RUNS
    from builders.writers.docx.handlers.frontmatter import contents, footer, header, title_page
    from builders.writers.docx.layout import accompanied, separated
    from builders.writers.docx.package import Package, Properties
    from builders.writers.docx.palette import colours_of
    from builders.writers.docx.rendering import Renderer
    from builders.writers.docx.template import LARGE_SIZE, SIZE, Look

    unit, labels = view.unit, view.labels
    size = LARGE_SIZE if unit.edition.large_print else SIZE
    colours = colours_of(view.settings.theme(unit.edition))
    package = Package(Look(language=unit.language, size=size, colours=colours))
    context = Context(
        unit=unit,
        settings=view.settings,
        labels=labels,
        language=unit.language,
        document=unit.edition.root,
        colours=colours,
    )
    anchors = Anchors.of(view.document, unit.edition.root)
    renderer = Renderer(handlers=HANDLERS, runs=RUNS, package=package, anchors=anchors)
    body = accompanied(separated(renderer.render(view.document, context), context))
    package.save(
        target,
        [*title_page(context, view.coverage, renderer), *contents(body, context), *body],
        header=header(context),
        footer=footer(context),
        properties=Properties(
            title=labels[f"edition/{unit.edition.id}/title"],
            subject=labels[f"edition/{unit.edition.id}/description"],
            author=view.settings.guideline.publisher(unit.language.tag),
            language=unit.language.word_tag,
            version=view.settings.version,
            date=int(os.environ.get("SOURCE_DATE_EPOCH") or view.settings.source_date_epoch),
        ),
    )
