"""International instruments and organisations, by their official names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_ARTICLE = re.compile(r"[0-9]+[a-z]?(\.[0-9]+[a-z]?)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An organisation or another thing whose name nobody translates by hand."""

    code: str
    names: Mapping[str, str]
    """Official name, by language tag."""
    courtesy: tuple[str, ...] = ()
    """Language tags whose name is our own translation."""

    def name(self, tag: str) -> str:
        """Return the name in the language *tag*, in English where there is none."""
        return self.names.get(tag) or self.names["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Entity):
    """A treaty, declaration or standard that recommendations rest on."""

    unit: str
    """What the number after the code counts: a key of the label catalog (``article``)."""
    short: Mapping[str, str] = field(default_factory=dict)
    """What stands for a long official name beside an article and in lists, by language tag; not every tag has one."""
    documents: tuple[str, ...] = ()
    """What may stand behind the dot instead of a number: the ``ai`` of ``council.ai`` names a document of one body."""

    def fault(self, code: str) -> str:
        """Return what is wrong behind the dot of *code*, in words for an author; nothing where all is well."""
        _, dot, article = code.partition(".")
        if not dot or _ARTICLE.fullmatch(article) or article in self.documents:
            return ""
        advice = f"write {self.code}.1 for article 1, or {self.code} alone"
        return f"“{code}”: “{article}” is no number of an article; {advice}"


def split_code(code: str) -> tuple[str, str]:
    """Return the instrument and the article of *code*: ``gc25.42`` is ``("gc25", "42")``.

    A second part that is no number (``council.ai``) only tells documents of one body apart.
    """
    instrument, _, article = code.partition(".")
    return instrument, article if article[:1].isdigit() else ""
