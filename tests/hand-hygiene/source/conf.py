"""Sphinx settings; the tools bring the rest. What you decide stands in guideline.toml and editions.toml."""

extensions = ["builders"]

# Catalogs are read by the extension itself, strictly; Sphinx's own way drops translations in silence.
# The folder is named for sphinx-intl, which works on the same files.
locale_dirs = ["../locale"]
gettext_auto_build = False

smartquotes = False
nitpicky = True
