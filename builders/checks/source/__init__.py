"""Checks of the English source: one function a rule."""
