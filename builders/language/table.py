"""The languages that are described, by the first part of their tags."""

from collections.abc import Mapping
from types import MappingProxyType

from builders.language.arabic import ARABIC
from builders.language.english import ENGLISH
from builders.language.french import FRENCH
from builders.language.numerals.chinese import CHINESE_NUMBERS
from builders.language.rules import LanguageRules
from builders.language.russian import RUSSIAN
from builders.language.spanish import SPANISH

PLAIN = LanguageRules()
"""What holds for a language that nobody has described."""

LANGUAGES: Mapping[str, LanguageRules] = MappingProxyType(
    {
        "en": ENGLISH,
        "fr": FRENCH,
        "es": SPANISH,
        "ar": ARABIC,
        "ru": RUSSIAN,
        "zh": LanguageRules(
            has_spaces=False,
            has_capitals=False,
            speech="(?:说|问|答|喊|叫|嚷|念|唱|补充|保证|解释|提醒|安慰|嘟囔)(?:道|着|了|起来)?|(?<!知)道",
            numbers=CHINESE_NUMBERS,
        ),
        **dict.fromkeys(("ja", "th", "lo", "km", "my"), LanguageRules(has_spaces=False, has_capitals=False)),
    }
)


def rules(tag: str) -> LanguageRules:
    """Return what is known of the language *tag* (``pt-BR``), whatever its script and region."""
    return LANGUAGES.get(tag.partition("-")[0], PLAIN)
