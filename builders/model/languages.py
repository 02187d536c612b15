"""The languages an edition can be published in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Direction(Enum):
    """The base direction of a script."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The typefaces that a Word file names for a language: Latin, complex script, East Asian."""

    latin: str = "Carlito"
    complex_script: str = "Arial"
    east_asian: str = "Noto Sans CJK SC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A publication language, named by its BCP 47 tag."""

    tag: str
    locale: str
    endonym: str
    english_name: str
    script: str = "Latn"
    """ISO 15924."""
    direction: Direction = Direction.LTR
    region_tag: str = ""
    """The tag with a region that Word wants in ``w:lang`` (``ar-SA``, ``zh-CN``)."""
    aliases: tuple[str, ...] = ()
    fonts: Fonts = Fonts()
    has_italics: bool = True
    """Whether slanted type is good typography in the script."""
    review_state: str = ""
    require_reviews: bool = False
    """Whether it is an error that critical messages were not read by two people."""
    plural_forms: str = ""
    """The rule of gettext, which translators' tools look for in the header of a catalog."""
    collation: str = ""
    """How words are sorted: ``pinyin`` by sound, otherwise by the order of the alphabet."""
    own_letters: str = ""
    """Letters with an accent that are letters of their own, right behind the bare letter (``ñ``)."""

    @property
    def is_rtl(self) -> bool:
        """Whether text in this language runs from right to left."""
        return self.direction is Direction.RTL

    @property
    def is_complex(self) -> bool:
        """Whether Word writes the language with its font for complex scripts: then the entry names one."""
        return self.is_rtl or self.fonts.complex_script != Fonts().complex_script

    @property
    def is_source(self) -> bool:
        """Whether the guidelines are written in this language."""
        return self.tag == "en"

    @property
    def word_tag(self) -> str:
        """The tag that Word and LibreOffice recognise."""
        return self.region_tag or self.tag

    def is_called(self, name: str) -> bool:
        """Whether a person who types *name* means this language."""
        wanted = name.replace("_", "-").lower()
        names = (self.tag, self.locale, *self.aliases)
        return wanted in {known.replace("_", "-").lower() for known in names}
