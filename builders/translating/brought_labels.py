"""What the tools say themselves is translated once: a project takes these labels over when it starts a language."""

from dataclasses import replace

from builders.catalogs.files import replace_files
from builders.catalogs.folders import LABELS_DOMAIN, catalog_folder
from builders.catalogs.po.headers import merge_header
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.po.writing import format_catalog
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, MessageState
from builders.settings import Settings
from builders.settings.labels import writers_labels
from builders.settings.tools import brought_catalog


def bring_labels(settings: Settings, language: Language) -> int:
    """Add to the label catalog of *language* what the tools have translated of their own; return how many messages.

    What the catalog holds already stays as it is. Who has reviewed a message elsewhere has not done so here.
    """
    source, path = (
        brought_catalog(language.locale, LABELS_DOMAIN),
        catalog_folder(settings, language) / f"{LABELS_DOMAIN}.po",
    )
    if not source.is_file() or source == path:
        return 0
    old = (
        read_catalog(path, path.name)
        if path.is_file()
        else Catalog(path=path.name, header=merge_header({}), entries=())
    )
    known, own = {entry.key for entry in old.active}, writers_labels()
    new = tuple(
        CatalogEntry(context=entry.context, msgid=entry.msgid, msgstr=entry.msgstr)
        for entry in read_catalog(source, source.name).active
        if entry.state is MessageState.TRANSLATED and own.get(entry.context) == entry.msgid and entry.key not in known
    )
    if new:
        replace_files([(path, format_catalog(replace(old, entries=(*old.entries, *new))).encode())])
    return len(new)
