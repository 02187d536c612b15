"""Pictures: every one exists, and every one has an alternative text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment

from builders.markup import faults
from builders.markup.blocks import TypedBlockDirective
from builders.markup.fields import LONGEST_ALTERNATIVE_TEXT, Text

PICTURE_FIELDS = {"image": Text(), "alt": Text(longest=LONGEST_ALTERNATIVE_TEXT)}
"""Fields of a block that shows a picture."""


class PictureBlockDirective(TypedBlockDirective):
    """Reads a typed block that shows a picture above its body."""

    def first_children(self, values: Mapping[str, Any]) -> list[nodes.Node]:
        if "image" not in values:
            return []
        picture = nodes.image(uri=str(values["image"]), alt=str(values.get("alt", "")))
        self.set_source_info(picture)
        return [picture]


def report_faulty_pictures(document: nodes.document, env: BuildEnvironment) -> None:
    """Report pictures of *document* that are missing or have no alternative text."""
    for picture in document.findall(nodes.image):
        place = f"{document['source']}:{picture.line or 1}"
        path = Path(env.relfn2path(picture["uri"])[1])
        env.note_dependency(path)
        if not path.is_file():
            message = f"the picture “{picture['uri']}” is missing; add the file or mend the path"
            faults.report(message, place, code="picture-missing")
        if "alt" not in picture:
            message = f"the picture “{picture['uri']}” has no alternative text; add :alt: (empty if it only decorates)"
            faults.report(message, place, code="alt-missing")
