"""The rule of gettext by which a number finds its plural form."""

import gettext
import re
from functools import lru_cache

_HEADER = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+)")
_LOOKED_AT = 1000
"""Numbers that the rule is tried with."""


@lru_cache(maxsize=256)
def plural_rule(header: str) -> tuple[int, frozenset[int]] | None:
    """Return how many forms *header* speaks of, and which of them stand for a single number.

    None where it says nothing that gettext could read.
    """
    match = _HEADER.search(header)
    if match is None or len(match[2]) > 1000:
        return None
    try:
        # The reader of the standard library: it knows the grammar of these rules and nothing else.
        rule = gettext.c2py(match[2].strip())
        chosen = [rule(number) for number in range(_LOOKED_AT)]
    except (ValueError, ZeroDivisionError, OverflowError, RecursionError):
        return None
    forms = int(match[1])
    return forms, frozenset(form for form in range(forms) if chosen.count(form) <= 1)
