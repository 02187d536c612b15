"""Addresses as readers take them: whatever looks like one, a link or not, so that none comes in unseen."""

import re
from collections.abc import Iterator

_MAY_SHOW = re.compile(r"[.@]\w|://|mailto:|tel:", re.IGNORECASE)
_TAIL = r"[^\s<>`\"')\]\\。，、；：！？）」』》]"
SHOWN = re.compile(
    rf"""(?: (?<![a-z0-9])(?:[a-z][a-z0-9+.-]{{1,15}}://|mailto:|tel:|www\.){_TAIL}+
      | (?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+
      | (?<![\w.-])(?:[\w-]+\.)+(?:(?:[^\W\d_]{{2,}}/|xn--){_TAIL}+
          | (?:com|org|net|int|edu|gov|info|app|dev|xyz|online|site|shop|top|example)(?![\w-])
          | (?-i:cn|eu|fr|io|ru|tv|uk)(?![\w-]))
    )(?<![.,;:!?])""",
    re.VERBOSE | re.IGNORECASE,
)
"""An address, with or without what makes a link of it; of short endings only those that no sentence begins with."""


def addresses(text: str) -> Iterator[str]:
    """Yield whatever readers of *text*, which has no markup, take for an address, a link or not."""
    if _MAY_SHOW.search(text):
        yield from (match[0] for match in SHOWN.finditer(text))


def without_addresses(text: str) -> str:
    """Return *text* with a space for each of its addresses: their digits are no numbers."""
    return SHOWN.sub(" ", text) if _MAY_SHOW.search(text) else text
