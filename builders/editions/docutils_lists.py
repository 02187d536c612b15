"""The lists that docutils keeps of a document's references, kept true when nodes go."""

from collections.abc import Iterable

from docutils import nodes

_LISTS = (
    *("footnotes", "autofootnotes", "autofootnote_refs", "symbol_footnotes", "symbol_footnote_refs"),
    *("citations", "indirect_targets"),
)
_TABLES = ("refnames", "refids", "footnote_refs", "citation_refs")


def forget(document: nodes.document, dropped: Iterable[nodes.Node]) -> None:
    """Remove the nodes at and below *dropped* from the registries that docutils' transforms read."""
    gone = {id(node) for root in dropped for node in root.findall()}
    if not gone:
        return
    _forget_footnotes(document, gone)
    for name in _LISTS:
        setattr(document, name, [node for node in getattr(document, name) if id(node) not in gone])
    for name in _TABLES:
        registry = getattr(document, name)
        for key in list(registry):
            registry[key] = [node for node in registry[key] if id(node) not in gone]
            if not registry[key]:
                del registry[key]
    _forget_ids(document, gone)
    transformer = document.transformer
    if transformer is None:  # a raw doctree by itself has nothing to transform it
        return
    transformer.transforms = [entry for entry in transformer.transforms if id(entry[2]) not in gone]


def _forget_ids(document: nodes.document, gone: set[int]) -> None:
    for identifier in [key for key, node in document.ids.items() if id(node) in gone]:
        del document.ids[identifier]
        for label in [label for label, known in document.nameids.items() if known == identifier]:
            del document.nameids[label]
            document.nametypes.pop(label, None)


def _forget_footnotes(document: nodes.document, gone: set[int]) -> None:
    """A footnote that only dropped nodes refer to goes with them."""
    everywhere = set(document.footnote_refs)
    wanted = {
        label
        for label, references in document.footnote_refs.items()
        if any(id(reference) not in gone for reference in references)
    }
    for footnote in [*document.autofootnotes, *document.footnotes]:
        names = set(footnote["names"])
        if names & everywhere and not names & wanted and id(footnote) not in gone:
            footnote.parent.remove(footnote)
            gone.update(id(node) for node in footnote.findall())
