"""Brings the catalogs of a language up to date with the source, losing nothing."""
