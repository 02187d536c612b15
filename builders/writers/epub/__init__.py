"""The EPUB writer: an edition as one book for reading systems, EPUB 3.3."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from builders.model.addresses import file_stem
from builders.model.editions import Unit
from builders.model.guideline import LICENCE_TEXT
from builders.model.labels import Labels
from builders.settings import Settings
from builders.writers.epub.builder import EpubBuilder
from builders.writers.epub.metadata import identifier
from builders.writers.epub.translator import EpubTranslator

THEME = "guidelines-book"
THEME_FOLDER = Path(__file__).parent / "theme"


def register(app: Sphinx) -> None:
    """Let *app* write EPUB our way."""
    app.add_html_theme(THEME, str(THEME_FOLDER))
    app.add_builder(EpubBuilder, override=True)
    app.set_translator(EpubBuilder.name, EpubTranslator, override=True)
    app.connect("config-inited", configure, priority=300)


def configure(app: Sphinx, config: Config) -> None:
    """Set what Sphinx's EPUB builder needs to know about the unit."""
    if config.cop.unit is not None:
        for name, value in book_settings(config.cop.unit, config.cop.settings, config.cop.labels).items():
            setattr(config, name, value)


def book_settings(unit: Unit, settings: Settings, labels: Labels) -> dict[str, object]:
    """Return Sphinx's settings for the book of *unit*; Sphinx warns when one of them is empty."""
    publisher = settings.guideline.publisher(unit.language.tag)
    return {
        "epub_theme": THEME,
        "epub_basename": file_stem(unit, settings.version),
        "epub_title": labels[f"edition/{unit.edition.id}/title"],
        "epub_description": labels[f"edition/{unit.edition.id}/description"],
        "epub_language": unit.language.tag,
        "epub_author": publisher,
        "epub_contributor": publisher,
        "epub_publisher": publisher,
        "epub_copyright": labels[LICENCE_TEXT],
        "epub_identifier": identifier(unit, settings),
        "epub_uid": "publication-id",
        "epub_show_urls": "no",
        "epub_use_index": False,
    }
