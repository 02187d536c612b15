"""``case``: what happened, or what often happens."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from builders.markup.fields import Choice, Day, Registered, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import CaseKind

EVIDENCE = ("sources", "date")
"""What a documented case has to say about where, and for which day, it is known."""
LEAST_AUTHORS = 2
"""Sources of one author are one voice."""
_BETWEEN_NAMES = re.compile(r"(?:,|;|\s&|\sand)+\s+")


class Case(TypedBlock):
    """A case; an illustrative one is made up, names no country, and says so."""


class CaseDirective(TypedBlockDirective):
    """A case that shows a point; no child in it can be recognised."""

    node_class = Case
    prefix = "cas"
    fields = {
        "title": Text(),
        "kind": Choice(CaseKind),
        "sources": Registered("sources", required=False, extra=()),
        "date": Day(required=False),
    }
    parts = {"shows": True}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        is_documented = block.get("kind") == CaseKind.DOCUMENTED.value
        for name in EVIDENCE:
            if is_documented and name not in self.options:
                yield f"a documented case needs :{name}:"
            if not is_documented and name in self.options:
                yield f"an illustrative case is made up and has no :{name}:"
        codes: list[str] = block.get("sources", [])
        authors = [self._settings.sources[code].author for code in codes]
        if is_documented and authors and not _are_independent(authors):
            yield f"a documented case has sources of {LEAST_AUTHORS} authors at least, that do not rest on each other"


def _are_independent(authors: Iterable[str]) -> bool:
    """Whether two of *authors*, each perhaps several names, have nobody in common."""
    names = [set(_BETWEEN_NAMES.split(author.casefold())) for author in authors]
    return any(first.isdisjoint(second) for first, second in combinations(names, LEAST_AUTHORS))
