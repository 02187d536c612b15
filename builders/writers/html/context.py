"""What the page template is told about a page."""

from typing import Any

from docutils import nodes
from sphinx.config import Config

from builders.editions.face import face_of
from builders.editions.naming import ENGLISH, Name, title_name
from builders.model.addresses import INDEX, page_path, to_base, to_version
from builders.model.editions import Targets, Unit
from builders.model.labels import Labels
from builders.settings import Settings
from builders.writers.html.switches import downloads, edition_links, language_links, opening_note
from builders.writers.markup_html.language import fallback_note, fallback_tags, is_fallback, label_html, name_html

FALLBACK_MARK = ' lang="en" dir="ltr"'
"""Attributes of an element that holds nothing but a label in English."""


def page_context(
    page: str, context: dict[str, Any], *, document: nodes.document | None, title: nodes.title | None, config: Config
) -> dict[str, Any]:
    """Return what the template needs beside Sphinx's own *context* of the page called *page*."""
    unit: Unit = config.cop.unit
    settings: Settings = config.cop.settings
    labels: Labels = config.cop.labels
    targets: Targets = config.cop.targets
    root = context["content_root"]

    def label(key: str, **places: object) -> str:
        return label_html(key, labels, unit, **places)

    tags = fallback_tags(document, unit) if document is not None else []
    return {
        "label": label,
        "mark": lambda key: FALLBACK_MARK if is_fallback(key, labels, unit) else "",
        "labels": labels,
        "unit": unit,
        "settings": settings,
        "direction": unit.language.direction.value,
        "window": window_title(page, title, unit=unit, settings=settings, labels=labels),
        "languages": language_links(page, root, unit=unit, settings=settings, targets=targets),
        "editions": edition_links(page, root, unit=unit, settings=settings, targets=targets),
        "downloads": downloads(root, unit=unit, settings=settings, targets=targets),
        "contents": context["toctree"](collapse=True, includehidden=True, maxdepth=2, titles_only=False),
        "portal": to_version(root) + INDEX,
        "note": opening_note(labels, unit),
        "is_opening": page == unit.edition.root,
        "fallback_notes": [fallback_note(tag, labels, unit) for tag in tags],
        "face": face_of(unit, settings),
        "name": lambda said: name_html(said.text, said.tag, unit),
        "base_portal": to_base(to_version(root), settings.base_version) if unit.adaptation else "",
        "has_quick_exit": unit.edition.quick_exit,
        "quick_help": root + page_path(unit.edition.help_page, unit.edition) if unit.edition.quick_help else "",
    }


def window_title(page: str, title: nodes.title | None, *, unit: Unit, settings: Settings, labels: Labels) -> Name:
    """Return what the window of *page* is called: its *title*, or that of the search, and the edition's.

    All of it is in one language, for the element has no parts that could name another.
    """

    def label(key: str) -> Name:
        return Name(text=labels[key], tag=ENGLISH if is_fallback(key, labels, unit) else unit.language.tag)

    key = f"edition/{unit.edition.id}/title"
    if page == unit.edition.root:
        return label(key)
    own = title_name(title, unit) if title is not None else label("search-title")
    if own.tag == label(key).tag:
        return Name(text=f"{own.text} – {labels[key]}", tag=own.tag)
    return Name(text=f"{own.text} – {settings.labels[key]}", tag=ENGLISH) if own.tag == ENGLISH else own
