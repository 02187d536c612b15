"""What the HTML and EPUB writers share: our nodes as HTML5."""

from __future__ import annotations

from builders.writers.markup_html.scripts import ScriptTranslator


class GuidelinesTranslator(ScriptTranslator):
    """Writes a document of the guidelines as an HTML5 fragment.

    Visitors are inherited in this order: language, structure, references, blocks, story, practice, checklists, cards,
    quizzes, scripts.
    """
