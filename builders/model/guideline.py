"""What a guideline is called, whose it is, and what may be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LICENCE_TEXT = "licence-text"
"""Key of the label that tells readers on what terms they may use the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """On what terms the text may be used."""

    id: str = ""
    """Its SPDX identifier, for programs."""
    short: str = ""
    """What translators' files call it."""
    text: str = ""
    """English sentence for readers, a message of the label catalog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guideline:
    """What stands above all editions; empty for a project that is none of ours."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Its name by language tag; the English one is never missing."""
    slug: str = ""
    """Its name in the names of files and in what programs read: small letters, digits and hyphens."""
    publishers: Mapping[str, str] = field(default_factory=dict)
    """The name of its publisher by language tag; the English one is never missing."""
    published_at: str = ""
    """Where the editions are published: the address that printed formats give, without a slash at its end."""
    licence: Licence = field(default_factory=Licence)
    disclaimers: Mapping[str, str] = field(default_factory=dict)
    """Key and English sentence of everything that is printed below the licence; messages of the label catalog."""

    def name(self, tag: str) -> str:
        """Return its name in the language *tag*, in English where there is none."""
        return self.names.get(tag) or self.names.get("en", "")

    def publisher(self, tag: str) -> str:
        """Return the name of its publisher in the language *tag*, in English where there is none."""
        return self.publishers.get(tag) or self.publishers.get("en", "")

    @property
    def labels(self) -> Mapping[str, str]:
        """Key and English text of its messages in the label catalog, in the order in which they are printed."""
        return {LICENCE_TEXT: self.licence.text, **self.disclaimers}
