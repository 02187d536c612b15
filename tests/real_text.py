"""The real text, for the few tests that read it; tests/text/test_legal_edits.py has the list of them.

Whatever authors and translators may do to the text is legal: these tests name no word, number or line of it.
Where it has been taken away, the garden of the tests is in its place.
"""

from __future__ import annotations

from functools import cache

from builders.model.languages import Language
from builders.settings import Settings, read_settings
from tests.conftest import GARDEN, ROOT

PROJECT = ROOT if (ROOT / "source").exists() else GARDEN
SOURCE = PROJECT / "source"
LOCALE = PROJECT / "locale"


@cache
def real_settings() -> Settings:
    """Return the settings of the guidelines as they are now."""
    return read_settings(PROJECT)


def first_translated() -> Language:
    """Return the first language that the text is translated into."""
    return next(language for language in real_settings().languages if not language.is_source)
