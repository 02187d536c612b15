"""The real text, for the few tests that read it; tests/text/test_legal_edits.py has the list of them.

Whatever authors and translators may do to the text is legal: these tests name no word, number or line of it.
"""

from __future__ import annotations

from functools import cache

from builders.settings import Settings, read_settings
from tests.conftest import ROOT

SOURCE = ROOT / "source"
LOCALE = ROOT / "locale"


@cache
def real_settings() -> Settings:
    """Return the settings of the guidelines as they are now."""
    return read_settings(ROOT)
