"""Starts a new language: an entry in ``locale/languages.toml``, a folder, and catalogs that wait for words.

What the entry says comes from CLDR (through Babel): nobody has to know the plural rule
of Urdu. Everything in it can be changed by hand afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from babel import Locale
from babel.messages.plurals import get_plural

from builders.catalogs.files import replace_files
from builders.model.findings import Location
from builders.model.languages import Direction, Fonts, Language
from builders.problems import Problem
from builders.settings import Settings
from builders.translating.language_tags import (
    REGISTER,
    Subtags,
    check_says_enough,
    english_name,
    read_tag,
    subtags_of,
)
from builders.translating.updating import LanguageUpdate, make_templates, update_language

NOT_TRANSLATED = "not translated yet"
"""The review state of a language that has no translation."""

SLANTED = frozenset(("Armn", "Cyrl", "Grek", "Latn"))
"""Scripts that have capitals, and for which slanted type is good typography."""

FONTS = {
    "Arab": Fonts(complex_script="Noto Naskh Arabic"),
    "Armn": Fonts(latin="Noto Sans Armenian"),
    "Ethi": Fonts(latin="Noto Sans Ethiopic"),
    "Geor": Fonts(latin="Noto Sans Georgian"),
    "Hans": Fonts(east_asian="Noto Sans CJK SC"),
    "Hant": Fonts(east_asian="Noto Sans CJK TC"),
    "Jpan": Fonts(east_asian="Noto Sans CJK JP"),
    "Kore": Fonts(east_asian="Noto Sans CJK KR"),
    **{
        script: Fonts(complex_script=f"Noto Sans {name}")
        for script, name in {
            "Beng": "Bengali",
            "Deva": "Devanagari",
            "Gujr": "Gujarati",
            "Guru": "Gurmukhi",
            "Hebr": "Hebrew",
            "Khmr": "Khmer",
            "Knda": "Kannada",
            "Laoo": "Lao",
            "Mlym": "Malayalam",
            "Mymr": "Myanmar",
            "Orya": "Oriya",
            "Sinh": "Sinhala",
            "Syrc": "Syriac",
            "Taml": "Tamil",
            "Telu": "Telugu",
            "Thaa": "Thaana",
            "Thai": "Thai",
        }.items()
    },
}
"""The typefaces of a Word file, by script; every other script takes the common ones."""

BY_REGION = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
"""Languages that programs know by a region where the tag names the script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedLanguage:
    """A language that has its entry and its catalogs."""

    update: LanguageUpdate
    place: Location
    relatives: tuple[Language, ...]
    """The same language in other regions or scripts, which had been there before."""

    @property
    def language(self) -> Language:
        """The language as its entry has it."""
        return self.update.language


def start_language(settings: Settings, name: str) -> StartedLanguage:
    """Enter the language that the tag *name* means, and write its catalogs, all of them untranslated.

    Catalogs that stand in its folder already are brought up to date. Raises a Problem when the tag is none, says
    too much or too little, or names a language that is there; then nothing is written.
    """
    subtags = read_tag(name)
    _check_is_new(subtags, settings)
    check_says_enough(subtags)
    language = describe(subtags)
    path = settings.project / REGISTER
    before = path.read_bytes()
    entry = "\n".join(["", "[[language]]", *_lines(language), ""])
    wanted = replace(settings, languages=(*settings.languages, language))
    update = update_language(wanted, make_templates(wanted), language)
    gap = b"" if before.endswith(b"\n") else b"\n"
    replace_files([(path, before + gap + entry.encode())], seen={path: before})
    return StartedLanguage(
        update=update,
        place=Location(REGISTER, (before + gap).count(b"\n") + 2),
        relatives=tuple(each for each in settings.languages if subtags_of(each).language == subtags.language),
    )


def _check_is_new(subtags: Subtags, settings: Settings) -> None:
    for language in settings.languages:
        if language.is_called(subtags.tag) or subtags_of(language).full == subtags.full:
            what, why = f"{language.tag} ({language.english_name}) is there already", ""
            if not language.is_called(subtags.tag):
                why = f"{subtags.tag} is the same language in the same region"
        elif language.is_source and subtags.language == language.tag:
            what = f"{subtags.tag} is the language that the guidelines are written in"
            why = "a translation into it would be a second source"
        else:
            continue
        raise Problem(
            code="language-exists",
            what=what,
            why=why,
            where=[Location(REGISTER)],
            next_step=f"translate in locale/{language.locale}" if not language.is_source else "choose another language",
        )


# The entry --------------------------------------------------------------------------------------------------------


def describe(subtags: Subtags) -> Language:
    """Return the language of *subtags*, as CLDR describes it."""
    full = subtags.full
    locale = Locale.parse(subtags.tag, sep="-")
    region_tag = replace(subtags, region=full.region).tag
    known_as = BY_REGION.get(f"{full.language}-{full.script}" if not subtags.region else "", "")
    name = subtags.tag.replace("-", "_")
    endonym = locale.languages.get(name) or locale.get_display_name() or english_name(name)
    return Language(
        tag=subtags.tag,
        locale=(known_as or subtags.tag).replace("-", "_"),
        region_tag=known_as or region_tag,
        endonym=endonym[0].upper() + endonym[1:] if full.script in SLANTED else endonym,
        english_name=english_name(name),
        script=full.script,
        direction=Direction(locale.text_direction),
        fonts=FONTS.get(full.script, Fonts()),
        has_italics=full.script in SLANTED,
        collation="pinyin" if full.script == "Hans" else "",
        review_state=NOT_TRANSLATED,
        plural_forms=get_plural(locale).plural_forms,
    )


def _lines(language: Language) -> Iterator[str]:
    """Yield the entry of *language*, without what goes without saying."""
    plain = Language(tag="", locale="", endonym="", english_name="")
    for key in (
        "tag",
        "locale",
        "region-tag",
        "endonym",
        "english-name",
        "script",
        "direction",
        "collation",
        "has-italics",
        "review-state",
        "plural-forms",
    ):
        value = getattr(language, key.replace("-", "_"))
        if value != getattr(plain, key.replace("-", "_")):
            yield f"{key} = {_written(value.value if isinstance(value, Direction) else value)}"
    fonts = [name for name in Fonts.__slots__ if getattr(language.fonts, name) != getattr(plain.fonts, name)]
    if fonts:
        yield "[language.fonts]"
        yield from (f"{name.replace('_', '-')} = {_written(getattr(language.fonts, name))}" for name in fonts)


def _written(value: object) -> str:
    """Return *value* in TOML, which takes strings and truth values as JSON has them."""
    return json.dumps(value, ensure_ascii=False)
