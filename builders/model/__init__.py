"""Frozen records and the vocabulary of the project; no third party, no files."""
