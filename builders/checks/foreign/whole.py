"""A catalog as a whole: beside its template, and whose language it is in."""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.foreign.files import ForeignCatalog
from builders.model.characters import quoted
from builders.model.messages import CatalogEntry, shown


@check("language-unsaid")
def language_unsaid(file: ForeignCatalog) -> Iterator[Remark]:
    """Neither the header nor the path of a catalog names its language."""
    if not file.said and not file.placed and not file.translation.language.tag:
        yield file.remark(0, "nothing says which language the file is in; it was checked as one that nobody knows")


@check("language-swapped")
def language_swapped(file: ForeignCatalog) -> Iterator[Remark]:
    """The header of a catalog names another language than the folder that it stands in."""
    if file.said and file.placed and _primary(file.said) != _primary(file.placed):
        yield file.remark(1, f"the header says {quoted(file.said)}, and the path {quoted(file.placed)}")


def _primary(name: str) -> str:
    return name.replace("-", "_").partition("_")[0].partition("@")[0].lower()


@check("template-unfound")
def template_unfound(file: ForeignCatalog) -> Iterator[Remark]:
    """A catalog has no template among those that were given."""
    if file.has_templates and file.template is None:
        yield file.remark(0, "no template has its name; nobody compared the two")


@check("template-ahead")
def template_ahead(file: ForeignCatalog) -> Iterator[Remark]:
    """A template has messages that the catalog has not."""
    if file.template is not None:
        known = {entry.key for entry in file.catalog.active}
        lost = [entry for entry in file.template.active if entry.key not in known]
        if lost:
            yield file.remark(
                0, f"{len(lost)} of {len(file.template.active)} messages are missing, first {_name(lost[0])}"
            )


@check("template-behind")
def template_behind(file: ForeignCatalog) -> Iterator[Remark]:
    """A catalog translates messages that its template has not: to the letter, none of them will be found."""
    if file.template is not None:
        known = {entry.key for entry in file.template.active}
        strange = [entry for entry in file.shown if entry.key not in known]
        if strange:
            first = f"first {_name(strange[0])}"
            yield file.remark(strange[0].line, f"{len(strange)} translations have no message in the template, {first}")


def _name(entry: CatalogEntry) -> str:
    return shown(entry.context, entry.msgid)
