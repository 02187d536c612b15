"""What our own catalogs refuse, and those of other projects are only asked about: told apart in one place."""

from __future__ import annotations

import pytest

from builders.catalogs.house_rules import HOUSE_RULE
from builders.catalogs.message_rules import check_catalog
from builders.model.findings import Severity
from builders.model.messages import Catalog, CatalogEntry

OF_OURS = (
    ("See `zlib <https://en.wikipedia.org/wiki/Zlib>`_.", "Voir `zlib <https://fr.wikipedia.org/wiki/Zlib>`_."),
    ("Read https://docs.example.org/en-us/x/ first.", "Lisez https://docs.example.org/fr-fr/x/ d’abord."),
    ("Read https://www.example.org/x first.", "Lisez d’abord http://example.org/x/ ici."),
    ("Use a :term:`virtual environment`.", "Utilisez un :term:`environnement virtuel`."),
    ("See `Protocols`_ too.", "Voir aussi `Protocoles`_."),
    ("The :meth:`clear` method", "La méthode :func:`~Event.clear`"),
    ("Call :func:`open`, then :func:`open`.", "Appelez :func:`open` deux fois."),
    ("See :rfc:`4918`, Section 11.", "Voir la RFC 4918, section 11."),
    ("Use none.", "Utilisez ``None``."),
    ("Write to ada_at_example.net now.", "Écrivez à ada_arobase_example.net maintenant."),
    ("Open db.example.org now.", "Ouvrez db.exemple.org maintenant."),
    ("One line. And more.", "Une ligne.\nEt plus."),
    ("An end", "Une fin "),
)
FAULTS = (
    ("See `zlib <https://en.wikipedia.org/wiki/Zlib>`_.", "Voir `zlib <https://fr.example.com/wiki/Zlib>`_."),
    ("See `zlib <https://en.wikipedia.org/wiki/Zlib>`_.", "Voir `zlib <https://de.wikipedia.org/wiki/Zlib>`_."),
    ("See :ref:`start`.", "Voir :ref:`commencer`."),
    ("The :meth:`clear` method", "La méthode :meth:`close`"),
    ("Call :func:`open`.", "Appelez-la."),
    ("Ask for help.", "Demandez sur https://example.org/aide."),
    ("A start", " Un début"),
    ("One line.", "Une ligne.\n\nEt plus."),
)


def found(source: str, translation: str, *, is_ours: bool) -> dict[str, Severity]:
    entry = CatalogEntry(context="", msgid=source, msgstr=translation, line=7)
    catalog = Catalog(path="fr.po", header="Language: fr\n", entries=(entry,))
    return {each.check: each.severity for each in check_catalog(catalog, is_ours=is_ours)}


@pytest.mark.parametrize(("source", "translation"), OF_OURS)
def test_what_only_we_refuse_is_for_review_elsewhere(source: str, translation: str) -> None:
    assert found(source, translation, is_ours=False) == {HOUSE_RULE: Severity.REVIEW}
    assert set(found(source, translation, is_ours=True).values()) == {Severity.ERROR}


@pytest.mark.parametrize(("source", "translation"), FAULTS)
def test_a_mistake_is_refused_everywhere(source: str, translation: str) -> None:
    ours = found(source, translation, is_ours=True)

    assert ours == found(source, translation, is_ours=False)
    assert set(ours.values()) == {Severity.ERROR}
