"""Language tags (BCP 47): which parts a tag has, and whether CLDR knows them."""

import difflib
import re
from dataclasses import dataclass, replace
from typing import Self

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

from builders.model.languages import Language
from builders.problems import Problem

REGISTER = "locale/languages.toml"

_FORM = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtags:
    """The parts of a language tag (BCP 47) that tell publication languages apart."""

    language: str
    script: str = ""
    region: str = ""

    @property
    def tag(self) -> str:
        """The parts as a tag."""
        return "-".join(filter(None, (self.language, self.script, self.region)))

    @property
    def full(self) -> Self:
        """With the script and the region that go without saying (CLDR, likely subtags)."""
        likely: dict[str, str] = get_global("likely_subtags")  # type: ignore[assignment]
        known = [self.tag, f"{self.language}-{self.region}", f"{self.language}-{self.script}", self.language]
        found = next((likely[name.replace("-", "_")] for name in known if name.replace("-", "_") in likely), "")
        _, script, region = [*found.split("_", 2), "", ""][:3]
        return replace(self, script=self.script or script, region=self.region or region)


def read_tag(name: str) -> Subtags:
    """Return the parts of the tag *name*, however it is capitalised; raise a Problem when CLDR does not know them."""
    match = _FORM.fullmatch(_canonical(name))
    if match is None:
        advice = "write the language, then a script or a region only where it tells two apart: pt, zh-Hant, pt-BR"
        raise _no_tag(f"“{name}” is no language tag", _tag_of_name(name) or advice)
    subtags = Subtags(language=match[1], script=match[2] or "", region=match[3] or "")
    newer: str | None = get_global("language_aliases").get(subtags.language)
    if newer:
        raise _no_tag(f"{subtags.language} is a former code", f"write {newer.replace('_', '-')}")
    english = Locale("en")
    for kind, code, known in (
        ("language", subtags.language, set(english.languages) & set(locale_identifiers())),
        ("script", subtags.script, set(english.scripts)),
        ("region", subtags.region, set(english.territories)),
    ):
        if code and code not in known:
            near = difflib.get_close_matches(code, sorted(known), n=3)
            raise Problem(
                code="language-tag-unknown",
                what=f"CLDR describes no {kind} “{code}”" + (f"; it has {', '.join(near)}" if near else ""),
                why="direction, script, dates and plural rule of a language are taken from there",
                next_step="look the tag up in the IANA Language Subtag Registry; a language that CLDR lacks is entered "
                f"by hand in {REGISTER}, then run .venv/bin/cop update",
            )
    return subtags


def check_says_enough(subtags: Subtags) -> None:
    """Raise a Problem when the tag has a script that goes without saying, or leaves one out."""
    plain = Subtags(language=subtags.language).full
    is_choice = f"{subtags.language}_{subtags.script}" in locale_identifiers()
    if subtags.script and subtags.script == plain.script and not is_choice:
        only = f"{english_name(subtags.language)} is written in no other script than {subtags.script}"
        raise _no_tag(only, f"write {replace(subtags, script='').tag}")
    if subtags.region and not subtags.script and subtags.full.script != plain.script:
        advice = f"write {subtags.language}-{subtags.full.script}"
        raise _no_tag(f"{subtags.tag} names a region where the script is meant", advice)


def english_name(name: str) -> str:
    """Return the English name of the language that CLDR calls *name* (``pt_BR``)."""
    english = Locale("en")
    return english.languages.get(name) or Locale.parse(name).get_display_name(english) or name


def subtags_of(language: Language) -> Subtags:
    """Return the parts of the tag of *language*, with its region; an entry made by hand may have any."""
    match = _FORM.match(_canonical(language.tag))
    region = re.search(r"-([A-Z]{2}|[0-9]{3})$", language.region_tag)
    if match is None:
        return Subtags(language=language.tag)
    return Subtags(language=match[1], script=match[2] or "", region=match[3] or (region[1] if region else ""))


def _canonical(name: str) -> str:
    first, *rest = name.strip().replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def _tag_of_name(name: str) -> str:
    """Return advice for a language that was called by its name."""
    names = {english.casefold(): code for code, english in Locale("en").languages.items() if "_" not in code}
    near = difflib.get_close_matches(name.strip().casefold(), names, n=1, cutoff=0.8)
    return f"if you mean {Locale('en').languages[names[near[0]]]}, write {names[near[0]]}" if near else ""


def _no_tag(what: str, next_step: str) -> Problem:
    return Problem(
        code="language-tag",
        what=what,
        why="browsers, books and Word choose voice, fonts and spelling by the tag",
        next_step=next_step,
    )
