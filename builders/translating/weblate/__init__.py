"""Weblate, reached by its API: components are made, approvals and comments come in; nothing else depends on it."""
