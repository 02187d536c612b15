"""Checks: on doctrees and catalogs, and on the finished files."""
