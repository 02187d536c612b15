"""What the HTML and EPUB writers share: our nodes as HTML5."""

from builders.writers.markup_html.lists import GuidelinesTranslator

__all__ = ["GuidelinesTranslator"]
