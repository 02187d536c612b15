"""Numbers in running text, by their value: whatever digits, separators and spaces a language writes them with."""

import re
import unicodedata

_GROUP = " \u00a0\u2009\u202f.,'’٬"
_NUMBER = re.compile(rf"\d+(?:[{_GROUP}]\d{{3}}(?!\d))*(?:[.,٫:]\d+)*")
_GROUPED = re.compile(rf"(?P<whole>\d{{1,3}}(?P<mark>[{_GROUP}])\d{{3}}(?:(?P=mark)\d{{3}})*)(?:[.,٫](?P<part>\d+))?")


def numbers(text: str) -> list[str]:
    """Return the numbers of *text* in their order, each in plain digits.

    ``2,500``, ``2 500``, ``2.500`` and ``٢٬٥٠٠`` are all ``2500``: three digits behind a separator are a group of
    thousands. Any other comma is the mark of a decimal fraction (``1,5`` is ``1.5``).
    """
    return [_plain(match[0]) for match in _NUMBER.finditer(text)]


def _plain(written: str) -> str:
    digits = "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in written)
    if grouped := _GROUPED.fullmatch(digits):
        whole = re.sub(r"\D", "", grouped["whole"])
        return f"{whole}.{grouped['part']}" if grouped["part"] else whole
    return re.sub(r"[,٫]", ".", digits)
