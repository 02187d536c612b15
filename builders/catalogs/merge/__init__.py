"""Merges two versions of a catalog message by message."""
