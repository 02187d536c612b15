"""Checks of translations beside their source: one function a rule."""
