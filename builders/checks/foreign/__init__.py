"""Checks of the catalogs of any project that uses gettext: no source, no editions, any language."""
