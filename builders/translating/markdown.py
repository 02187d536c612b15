"""Tables and plain words in Markdown, for reports in a pull request."""

import re
from collections.abc import Iterable, Iterator

from builders.model.progress import Amount

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")


def head(first: str, others: Iterable[str]) -> Iterator[str]:
    """Yield the first two lines of a table: the name of its *first* column, and those of *others* with numbers."""
    names = [first, *others]
    yield f"| {' | '.join(names)} |"
    yield f"|---|{'--:|' * (len(names) - 1)}"


def row(name: str, cells: Iterable[str]) -> str:
    """Return a line of a table."""
    return f"| {' | '.join([name, *cells])} |"


def cell(amount: Amount) -> str:
    """Return *amount* as messages, and words in brackets."""
    return f"{amount.messages:,} ({amount.words:,})" if amount.messages else "–"


def plain(text: str) -> str:
    """Return *text* so that Markdown shows it as it stands."""
    return _MARKUP.sub(r"\\\1", text)
