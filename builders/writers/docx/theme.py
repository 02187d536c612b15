"""The theme that Word asks for: our colours in its menus; no style of ours depends on it."""

from collections.abc import Iterator

from lxml.etree import _Element

from builders.model.languages import Fonts, Language
from builders.writers.docx.oxml import element, value
from builders.writers.docx.palette import AMBER, BRAND, GREEN, HEADER_GROUND, INK, LINK, PAPER, RED, TEAL, VIOLET
from builders.writers.docx.template import Look

_COLOURS = {
    **{"dk1": INK, "lt1": PAPER, "dk2": BRAND, "lt2": HEADER_GROUND, "accent1": BRAND, "accent2": TEAL.accent},
    **{"accent3": AMBER.accent, "accent4": GREEN.accent, "accent5": VIOLET.accent, "accent6": RED.accent},
    **{"hlink": LINK, "folHlink": VIOLET.accent},
}
_NAME = "Guidelines"
_LINES = (6350, 12700, 19050)


def theme_part(look: Look) -> _Element:
    """Return the theme of a file."""
    colours = (
        element(f"a:{name}", {}, element("a:srgbClr", {"val": look.colours[code]})) for name, code in _COLOURS.items()
    )
    fonts = (element(f"a:{kind}Font", {}, *_typefaces(look.language.fonts)) for kind in ("major", "minor"))
    lines = (element("a:ln", {"w": width}, fill) for width, fill in zip(_LINES, _fills(), strict=True))
    effects = (element("a:effectStyle", {}, element("a:effectLst")) for _ in _LINES)
    formats = element(
        "a:fmtScheme",
        {"name": _NAME},
        element("a:fillStyleLst", {}, *_fills()),
        element("a:lnStyleLst", {}, *lines),
        element("a:effectStyleLst", {}, *effects),
        element("a:bgFillStyleLst", {}, *_fills()),
    )
    schemes = element("a:clrScheme", {"name": _NAME}, *colours), element("a:fontScheme", {"name": _NAME}, *fonts)
    return element("a:theme", {"name": _NAME}, element("a:themeElements", {}, *schemes, formats))


def font_table_part(language: Language, *others: str) -> _Element:
    """Return the fonts that a file names."""
    fonts = language.fonts
    families = dict.fromkeys((fonts.latin, fonts.complex_script, fonts.east_asian, *others))
    return element(
        "w:fonts", {}, *(element("w:font", {"w:name": family}, value("w:family", "auto")) for family in families)
    )


def _typefaces(fonts: Fonts) -> Iterator[_Element]:
    for script, family in (("latin", fonts.latin), ("ea", fonts.east_asian), ("cs", fonts.complex_script)):
        yield element(f"a:{script}", {"typeface": family})


def _fills() -> list[_Element]:
    return [element("a:solidFill", {}, element("a:schemeClr", {"val": "phClr"})) for _ in _LINES]
