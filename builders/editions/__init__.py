"""Editions: select, translate, name, refer; each a transform of a unit's doctree."""
