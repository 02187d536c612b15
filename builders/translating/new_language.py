"""Starts a new language: an entry as CLDR has it, which may be changed by hand, and catalogs that wait for words."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from babel import Locale
from babel.messages.plurals import get_plural

from builders.catalogs.files import replace_files
from builders.model.findings import Location
from builders.model.languages import Direction, Fonts, Language
from builders.problems import Problem
from builders.settings import Settings
from builders.translating.brought_labels import bring_labels
from builders.translating.language_tags import REGISTER, Subtags, check_says_enough, english_name, read_tag, subtags_of
from builders.translating.update_command import LanguageUpdate, make_templates, update_language

NOT_TRANSLATED = "not translated yet"
"""The review state of a language that has no translation."""

SLANTED = frozenset(("Armn", "Cyrl", "Grek", "Latn"))
"""Scripts that have capitals, and for which slanted type is good typography."""

_FONTS = Path(__file__).with_name("fonts.toml")
"""The typefaces of a Word file, by field of Fonts and script; every other script takes the common ones."""

BY_REGION = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
"""Languages that programs know by a region where the tag names the script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedLanguage:
    """A language that has its entry and its catalogs."""

    update: LanguageUpdate
    place: Location
    brought: int
    """Labels that the tools have in it already."""
    relatives: tuple[Language, ...]
    """The same language in other regions or scripts, which had been there before."""


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
    before, entry = path.read_bytes(), "\n".join(["", "[[language]]", *_lines(language), ""])
    wanted = replace(settings, languages=(*settings.languages, language))
    brought = bring_labels(wanted, language)
    update = update_language(wanted, make_templates(wanted), language)
    gap = b"" if before.endswith(b"\n") else b"\n"
    replace_files([(path, before + gap + entry.encode())], seen={path: before})
    return StartedLanguage(
        update=update,
        brought=brought,
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


def describe(subtags: Subtags) -> Language:
    """Return the language of *subtags*, as CLDR describes it."""
    full, locale = subtags.full, Locale.parse(subtags.tag, sep="-")
    fonts = tomllib.loads(_FONTS.read_text(encoding="utf-8"))
    known_as = BY_REGION.get(f"{full.language}-{full.script}" if not subtags.region else "", "")
    name = subtags.tag.replace("-", "_")
    endonym = locale.languages.get(name) or locale.get_display_name() or english_name(name)
    return Language(
        tag=subtags.tag,
        locale=(known_as or subtags.tag).replace("-", "_"),
        region_tag=known_as or replace(subtags, region=full.region).tag,
        endonym=endonym[0].upper() + endonym[1:] if full.script in SLANTED else endonym,
        english_name=english_name(name),
        script=full.script,
        direction=Direction(locale.text_direction),
        fonts=Fonts(**{field: names[full.script] for field, names in fonts.items() if full.script in names}),
        has_italics=full.script in SLANTED,
        collation="pinyin" if full.script == "Hans" else "",
        review_state=NOT_TRANSLATED,
        plural_forms=get_plural(locale).plural_forms,
    )


def _lines(language: Language) -> Iterator[str]:
    """Yield the entry of *language*, without what goes without saying."""
    plain = Language(tag="", locale="", endonym="", english_name="")
    for name in (
        *("tag", "locale", "region_tag", "endonym", "english_name", "script", "direction", "collation"),
        *("has_italics", "review_state", "plural_forms"),
    ):
        value = getattr(language, name)
        if value != getattr(plain, name):
            yield _line(name, value.value if isinstance(value, Direction) else value)
    fonts = [name for name in Fonts.__slots__ if getattr(language.fonts, name) != getattr(plain.fonts, name)]
    if fonts:
        yield "[language.fonts]"
        yield from (_line(name, getattr(language.fonts, name)) for name in fonts)


def _line(name: str, value: object) -> str:
    """Return a line of TOML, which takes strings and truth values as JSON has them."""
    return f"{name.replace('_', '-')} = {json.dumps(value, ensure_ascii=False)}"
