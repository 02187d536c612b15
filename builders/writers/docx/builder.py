"""Sphinx's way to the DOCX writer: one builder run, one Word file."""

from collections.abc import Iterator, Set
from pathlib import Path

from docutils import nodes
from sphinx.builders import Builder

from builders.editions.views import assemble
from builders.model.addresses import artifact_name
from builders.model.editions import Format
from builders.writers.docx import write_docx


class DocxBuilder(Builder):
    """Builds the edition of ``-D edition=…`` as a Word file."""

    name = "docx"
    format = "docx"
    epilog = "The Word file is in %(outdir)s."
    allow_parallel = False
    supported_image_types = ["image/svg+xml", "image/png", "image/jpeg"]

    def get_outdated_docs(self) -> str | Iterator[str]:
        """Say that the file is always written: it holds every page."""
        return "the whole edition"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a page inside the file, which the writer knows by its ``%``."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the address of a page, the same from everywhere."""
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Nothing has to be prepared."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Write the edition."""
        view = assemble(self)
        write_docx(view, Path(self.outdir) / artifact_name(view.unit, Format.DOCX, view.settings.version))

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Nothing is written page by page."""

    def finish(self) -> None:
        """Nothing is left to do."""
