"""Stands where the annex of an adaptation goes: every deviation from the guidelines, with both texts."""

from docutils import nodes

BASE_TEXT, OWN_TEXT, BASIS, BY = "base", "own", "basis", "by"
"""What a quotation in an entry is: its ``role``."""


class Annex(nodes.General, nodes.Element):
    """What the page says first: ``degree`` and the version ``base`` of the guidelines."""


class AnnexEntry(nodes.General, nodes.Element):
    """One deviation. Attributes: ``target``, ``do``, ``reason``, ``instruments``, ``on``, ``changed``, ``layer_of``.

    Children are quotations, each with its ``role``.
    """
