"""Settings for a project that has none of ours: no editions, no registries, and the languages that CLDR describes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from babel import Locale, UnknownLocaleError

from builders.model.guideline import Guideline
from builders.model.languages import Direction, Language
from builders.settings import Settings

UNKNOWN = Language(tag="", locale="", endonym="", english_name="a language that nothing names")
"""What a catalog is in whose language nobody says."""


def plain_settings(folder: Path, languages: Sequence[Language], today: date) -> Settings:
    """Return settings for the project in *folder*, which is published in *languages*."""
    nothing: dict[str, str] = {}
    return Settings(
        project=folder,
        version=today.isoformat(),
        released=today,
        guideline=Guideline(),
        editions=(),
        languages=tuple(languages),
        ledger={},
        instruments={},
        entities={},
        facts={},
        sources={},
        characters={},
        classes=nothing,
        risks=nothing,
        services=nothing,
        stakeholders=nothing,
        topics=nothing,
        variables=nothing,
        values={},
    )


def plain_language(name: str) -> Language:
    """Return the language that gettext or BCP 47 calls *name* (``pt_BR``, ``sr@latin``, ``zh-Hans``), as CLDR has it.

    Of one that CLDR does not know, only its name is known.
    """
    if not name:
        return UNKNOWN
    bare, _, modifier = name.replace("-", "_").partition("@")
    script = {"latin": "_Latn", "cyrillic": "_Cyrl"}.get(modifier.lower(), "")
    try:
        locale = Locale.parse(f"{bare.partition('.')[0]}{script}")
    except (ValueError, UnknownLocaleError):
        return Language(tag=name.replace("_", "-"), locale=name, endonym=name, english_name=name)
    return Language(
        tag=str(locale).replace("_", "-"),
        locale=name,
        endonym=locale.get_display_name() or name,
        english_name=locale.english_name or name,
        script=locale.script or _likely_script(locale),
        direction=Direction(locale.text_direction),
    )


def _likely_script(locale: Locale) -> str:
    from babel.core import get_global

    likely = get_global("likely_subtags")
    for name in (f"{locale.language}_{locale.territory}", locale.language):
        if name in likely:
            return str(likely[name]).split("_")[1]
    return "Latn"


def language_in(parts: Sequence[str]) -> str:
    """Return the name of the language that the *parts* of a path say, from the innermost; empty where none is one.

    A part counts that is written as gettext writes locales, and whose language CLDR knows: ``fr``, ``zh_Hans_CN``.
    """
    for part in reversed(parts):
        bare = part.replace("-", "_").partition("@")[0].partition(".")[0]
        pieces = bare.split("_")
        well_formed = 2 <= len(pieces[0]) <= 3 and pieces[0].islower() and pieces[0].isascii()
        if well_formed and all(2 <= len(piece) <= 4 and piece.isalnum() for piece in pieces[1:]):
            try:
                Locale.parse(bare)
            except (ValueError, UnknownLocaleError):
                continue
            return part
    return ""
