"""What programs fill into a text (``%s``, ``%(name)d``, ``{name}``), by the flag that says so."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType

Asked = Mapping[str, str]
"""What a text asks for: its name or its place in the order, and of which kind it is."""

_PYTHON = re.compile(r"%(?:\((?P<name>[^()]*)\))?[-#0 +]*(?P<width>\*|\d+)?(?:\.(?:\*|\d+)?)?[hlL]?(?P<kind>[a-zA-Z%])")
_C = re.compile(
    r"%(?:(?P<name>\d+)\$)?[-#0 +'I]*(?P<width>\*(?:\d+\$)?|\d+)?(?:\.(?:\*(?:\d+\$)?|\d*))?"
    r"(?:(?:hh|h|ll|l|L|q|j|z|t)?(?P<kind>[a-zA-Z%])|<(?P<macro>PRI[a-zA-Z0-9]+)>)"
)
_BRACES = re.compile(r"\{\{|\}\}|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_KINDS = {
    **dict.fromkeys("di", "whole number"),
    **dict.fromkeys("ouxX", "number without sign"),
    **dict.fromkeys("eEfFgGaA", "fraction"),
    **dict.fromkeys("c", "character"),
    **dict.fromkeys("s", "text"),
}
_PYTHON_KINDS = {**dict.fromkeys("diouxX", "whole number"), **dict.fromkeys("eEfFgG", "fraction"), "c": "character"}
_PYTHON_KINDS |= dict.fromkeys("sra", "text")


@dataclass(frozen=True, slots=True)
class Directives:
    """How one kind of program marks what it fills in."""

    pattern: re.Pattern[str]
    read: Callable[[str], Asked]
    """Returns what a text asks for; raises ValueError for what the program cannot read."""


def _python(text: str) -> Asked:
    asked: dict[str, str] = {}
    for match in _matches(_PYTHON, text):
        if match["kind"] == "%":
            continue
        if match["kind"] not in _PYTHON_KINDS:
            raise ValueError(f"{match[0]} is no place that a program can fill")
        name = match["name"] if match["name"] is not None else str(len(asked) + 1)
        if asked.setdefault(name, _PYTHON_KINDS[match["kind"]]) != _PYTHON_KINDS[match["kind"]]:
            raise ValueError(f"{name} is asked for in two ways")
    return asked


def _c(text: str) -> Asked:
    asked: dict[str, str] = {}
    for match in _matches(_C, text):
        kind = match["macro"] or match["kind"]
        if kind in ("%", "m"):
            continue
        if not match["macro"] and kind not in _KINDS and kind not in "pnCS":
            raise ValueError(f"{match[0]} is no place that a program can fill")
        if match["width"] == "*":
            asked[str(len(asked) + 1)] = "width"
        asked[match["name"] or str(len(asked) + 1)] = _KINDS.get(kind, kind)
    return asked


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what *pattern* finds in *text*; raise ValueError for a per cent sign that begins nothing."""
    place = 0
    while (place := text.find("%", place)) >= 0:
        if (match := pattern.match(text, place)) is None:
            raise ValueError("a per cent sign stands alone; write %%")
        yield match
        place = match.end()


def _braces(text: str) -> Asked:
    asked: dict[str, str] = {}
    counted = 0
    for _, name, format_, _ in Formatter().parse(text):
        if name is None:
            continue
        if not name:
            name, counted = str(counted), counted + 1
        asked[name] = ""
        inner = [each for _, each, _, _ in Formatter().parse(format_ or "") if each]
        asked |= dict.fromkeys(inner, "")
    return asked


DIRECTIVES: Mapping[str, Directives] = MappingProxyType(
    {
        "python-format": Directives(_PYTHON, _python),
        "python-brace-format": Directives(_BRACES, _braces),
        "c-format": Directives(_C, _c),
    }
)
"""By the flag of an entry."""


def differences(flag: str, source: str, target: str, *, may_lack: bool = False) -> Iterator[str]:
    """Yield how *target* asks a program for something else than *source*; nothing where *source* is faulty itself.

    *may_lack* says that it is a plural form for one number, which need not name it.
    """
    read = DIRECTIVES[flag].read
    try:
        wanted = read(source)
    except ValueError:
        return
    try:
        found = read(target)
    except ValueError as error:
        yield f"the program cannot read the translation: {str(error)[:1].lower()}{str(error)[1:]}"
        return
    lost, added = sorted(wanted.keys() - found.keys()), sorted(found.keys() - wanted.keys())
    if lost and not may_lack:
        yield f"the translation has lost {_list(flag, lost, wanted)}"
    if added:
        yield f"the translation adds {_list(flag, added, found)}"
    for name in sorted(wanted.keys() & found.keys()):
        if wanted[name] != found[name]:
            yield f"{_list(flag, [name], found)} was {_list(flag, [name], wanted)} in the source"


def _list(flag: str, names: list[str], asked: Asked) -> str:
    def shown(name: str) -> str:
        if flag == "python-brace-format":
            return f"{{{name}}}"
        return f"{f'place {name}' if name.isdigit() else f'%({name})'} ({asked[name]})"

    return ", ".join(map(shown, names))
