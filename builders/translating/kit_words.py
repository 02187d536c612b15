"""What the pages of a kit say themselves, in the language of the translator."""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from builders.catalogs.labels import open_labels
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.settings import Settings

THEME = Path(__file__).parent / "kit_theme"
STYLE = "kit.css"

_ENGLISH = Markup('<span lang="en" dir="ltr">{}</span>')
_CODE = Markup('<bdi dir="ltr"><code>{}</code></bdi>')


@dataclass(frozen=True, slots=True)
class KitWords:
    """The labels of one language, as HTML and as plain text."""

    labels: Labels
    language: Language

    def __call__(self, key: str, **places: str) -> Markup:
        """Return the label called *key* as HTML, what fills its places as code; marked where it is still English."""
        text = escape(self.plain(key, **{name: f"\0{name}\0" for name in places}))
        for name, value in places.items():
            text = text.replace(f"\0{name}\0", _CODE.format(value))
        return _ENGLISH.format(text) if self.labels.is_fallback(key) else text

    def plain(self, key: str, **places: str) -> str:
        """Return the label called *key* as text, without marks: for attributes and text files."""
        return self.labels.fill(key, **places) if places else self.labels[key]


def words_in(settings: Settings, language: Language) -> KitWords:
    """Return what a kit says in *language*."""
    return KitWords(open_labels(settings, language), language)
