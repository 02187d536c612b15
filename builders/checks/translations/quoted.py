"""Words between quotation marks: somebody else's, in every language."""

import re

_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|‘[^’]*’|《[^》]*》|「[^」]*」|『[^』]*』|‹[^›]*›")


def without_quotations(text: str) -> str:
    """Return *text* with everything between quotation marks blank, at its length."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def quotations(text: str) -> list[str]:
    """Return what stands between quotation marks in *text*, without them."""
    return [each[1:-1].strip() for each in _QUOTED.findall(text)]
