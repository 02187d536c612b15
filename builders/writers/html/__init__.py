"""The HTML writer: an edition as pages that also work from a disk, without a server."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from builders.writers.html.builder import HtmlBuilder
from builders.writers.html.search import SEARCH_LANGUAGES, search_language
from builders.writers.html.translator import HtmlTranslator

THEME = "guidelines"
THEME_FOLDER = Path(__file__).parent / "theme"

SETTINGS = {
    "html_theme": THEME,
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_show_search_summary": False,  # Sphinx fetches pages for it, which browsers refuse on file:// addresses.
    "html_use_index": False,
    "html_domain_indices": False,
    "html_permalinks": True,
}
"""Sphinx's settings for every unit."""


def register(app: Sphinx) -> None:
    """Let *app* write HTML our way."""
    app.add_html_theme(THEME, str(THEME_FOLDER))
    app.add_builder(HtmlBuilder, override=True)
    app.set_translator(HtmlBuilder.name, HtmlTranslator, override=True)
    for language in SEARCH_LANGUAGES:
        app.add_search_language(language)
    app.connect("config-inited", configure, priority=300)


def configure(app: Sphinx, config: Config) -> None:
    """Set what Sphinx's HTML builder needs to know about the unit."""
    for name, value in SETTINGS.items():
        setattr(config, name, value)
    if config.cop.unit is not None:
        config.html_search_language = search_language(config.cop.unit.language)
        config.html_title = config.cop.labels[f"edition/{config.cop.unit.edition.id}/title"]
