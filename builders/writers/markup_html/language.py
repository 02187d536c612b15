"""Language of texts in HTML: what is English on a page in another language says so."""

from functools import cached_property
from html import escape
from typing import Any

from docutils import nodes
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.writers.html5 import HTML5Translator

from builders.editions.citations import CITED
from builders.editions.naming import ENGLISH, NAMES, direction_of, language_at, language_name
from builders.model.editions import Unit
from builders.model.labels import Labels
from builders.settings import Settings

CODE_ATTRIBUTES = {"translate": "no", "dir": "ltr"}
"""Attributes of code, which is the same in every language."""

NAME_CLASSES = frozenset((CITED, *(name for _, name in NAMES.values())))
"""Classes of texts that come from registries."""


def chosen_unit(config: Config) -> Unit:
    """Return the edition and language that are being written; raise where no edition was chosen."""
    unit: Unit | None = config.cop.unit
    if unit is None:
        editions = ", ".join(edition.id for edition in config.cop.settings.editions)
        raise ConfigError(f"no edition is chosen; add -D edition=… with one of: {editions}")
    return unit


def language_attributes(node: Any) -> dict[str, str]:
    """Return the attributes that name the language of *node*; none where it is the page's."""
    if isinstance(node, nodes.image):
        # An attribute has no language of its own: "lang" of the element is that of its alternative text.
        tag = node.get("alt_lang")
        return {"lang": tag, "dir": direction_of(tag).value} if tag else {}
    return {"lang": node["lang"], "dir": node.get("dir", "ltr")} if node.get("lang") else {}


def is_fallback(key: str, labels: Labels, unit: Unit) -> bool:
    """Whether readers of *unit* get the label called *key* in English for want of a translation."""
    return not unit.language.is_source and labels.is_fallback(key)


def label_html(key: str, labels: Labels, unit: Unit, **places: object) -> str:
    """Return the label called *key* as HTML, marked where it is not in the language of *unit*."""
    text = labels.fill(key, **places) if places else labels[key]
    return name_html(text, "en" if is_fallback(key, labels, unit) else unit.language.tag, unit)


def name_html(text: str, tag: str, unit: Unit) -> str:
    """Return *text* in the language *tag* as HTML, marked where that is not the language of *unit*."""
    html = escape(text, quote=False)
    return html if tag == unit.language.tag else f'<span lang="{tag}" dir="{direction_of(tag).value}">{html}</span>'


def filled_html(key: str, labels: Labels, unit: Unit, **places: str) -> str:
    """Return the pattern called *key*, its places filled with HTML in the language of *unit*."""
    html = label_html(key, labels, unit, **{name: f"\0{name}\0" for name in places})
    for name, value in places.items():
        if is_fallback(key, labels, unit):
            value = own_language_html(value, unit)
        html = html.replace(f"\0{name}\0", value)
    return html


def own_language_html(html: str, unit: Unit) -> str:
    """Return *html*, in the language of *unit*, marked for a place among English text."""
    return f'<span lang="{unit.language.tag}" dir="{unit.language.direction.value}">{html}</span>'


def has_fallbacks(document: nodes.Element) -> bool:
    """Whether any passage of *document* fell back to English; names of sources and bodies may be English anywhere."""
    return any(node.get("lang") and not _is_name(node) for node in document.findall(nodes.Element))


def fallback_tags(document: nodes.Element, unit: Unit) -> list[str]:
    """Return the languages of the passages of *document* that are not translated for the readers of *unit*."""
    if not unit.adaptation:
        return [ENGLISH] if has_fallbacks(document) else []
    marked = (node for node in document.findall(nodes.Element) if node.get("lang") and not _is_name(node))
    return sorted({node["lang"] for node in marked} - {unit.language.tag})


def fallback_note(tag: str, labels: Labels, unit: Unit) -> str:
    """Return what readers of *unit* are told, as HTML, of passages in the language *tag*."""
    if tag == ENGLISH:
        return label_html("not-translated", labels, unit)
    voice = ENGLISH if is_fallback("shown-in", labels, unit) else unit.language.tag
    return label_html("shown-in", labels, unit, language=language_name(tag, voice))


def _is_name(node: nodes.Element) -> bool:
    return isinstance(node, nodes.reference) or not NAME_CLASSES.isdisjoint(node.get("classes", ()))


class LanguageTranslator(HTML5Translator):
    """Writes the language of every element, and labels in the language of the unit."""

    @cached_property
    def unit(self) -> Unit:
        """The edition and language that is being written."""
        return chosen_unit(self.config)

    @cached_property
    def labels(self) -> Labels:
        """The labels in the language of the unit."""
        labels: Labels = self.config.cop.labels
        return labels

    @property
    def guidelines(self) -> Settings:
        """What is decided by data files."""
        settings: Settings = self.config.cop.settings
        return settings

    def label(self, key: str, **places: object) -> str:
        """Return the label called *key* as HTML."""
        return label_html(key, self.labels, self.unit, **places)

    def starttag(self, node: Any, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any) -> str:
        """Return a start tag that names the language of *node* where it is not the page's."""
        language = language_attributes(node)
        if language.get("lang") == self.unit.language.tag == language_at(node.parent or node, self.unit):
            language = {}
        if isinstance(node, (nodes.literal, nodes.literal_block)):
            language = CODE_ATTRIBUTES
        tag: str = super().starttag(node, tagname, suffix, empty, **{**language, **attributes})
        return tag
