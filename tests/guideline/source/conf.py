"""Sphinx settings. What differs by edition and language is decided in editions.toml and locale/languages.toml.

One artifact: sphinx-build -b html|epub|docx -D language=ar -D edition=cubs source OUT
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

extensions = ["builders"]
edition = "plan-makers"

# Catalogs are read by the extension itself, strictly; Sphinx's own way drops translations in silence.
# The folder is named for sphinx-intl, which works on the same files.
locale_dirs = ["../locale"]
gettext_auto_build = False

smartquotes = False
nitpicky = True
