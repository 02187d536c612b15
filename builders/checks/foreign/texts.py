"""What a program needs of a translation: its places, its plural forms, its line ends."""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.foreign.directives import DIRECTIVES, differences
from builders.checks.foreign.files import ForeignCatalog
from builders.checks.foreign.rules_of_plurals import plural_rule
from builders.model.messages import CatalogEntry


@check("places-differ")
def places_differ(file: ForeignCatalog) -> Iterator[Remark]:
    """A translation asks the program for something else than its source does."""
    rule = plural_rule(file.catalog.header_field("Plural-Forms"))
    single = rule[1] if rule else frozenset()
    for entry in file.shown:
        # Sphinx gives the flag to every text of a page with a per cent sign in it.
        for flag in () if entry.key in file.marked else sorted(entry.flags & DIRECTIVES.keys()):
            for form, said in dict.fromkeys(_differences(entry, flag, single)):
                yield file.remark_on(entry, form, said)


def _differences(entry: CatalogEntry, flag: str, single: frozenset[int]) -> Iterator[tuple[str, str]]:
    """Yield every form of the translation that asks for something else, and how."""
    if not entry.plural:
        yield from ((entry.msgstr, said) for said in differences(flag, entry.msgid, entry.msgstr))
        return
    for number, form in enumerate(entry.forms):
        if form:
            found = differences(flag, entry.plural, form, may_lack=number in single or len(entry.forms) == 1)
            yield from ((form, f"plural form {number}: {said}") for said in found)


@check("plural-forms")
def plural_forms(file: ForeignCatalog) -> Iterator[Remark]:
    """A catalog has another number of plural forms than its header says, or one of them is empty."""
    rule = plural_rule(file.catalog.header_field("Plural-Forms"))
    entries = [entry for entry in file.shown if entry.plural]
    if entries and rule is None:
        said = file.catalog.header_field("Plural-Forms")
        message = f"the header says “{said}”, which is no rule" if said else "the header has no Plural-Forms"
        yield file.remark(1, f"{message}, and {len(entries)} messages have plural forms")
    for entry in entries:
        if rule and len(entry.forms) != rule[0]:
            yield file.remark(entry.line, f"{len(entry.forms)} plural forms, and the header says {rule[0]}")
        if not all(entry.forms):
            yield file.remark(entry.line, f"plural form {entry.forms.index('')} is empty, and others are not")


@check("line-end-differs")
def line_end_differs(file: ForeignCatalog) -> Iterator[Remark]:
    """A translation begins or ends with a line end, and its source does not, or the other way round."""
    for entry in file.shown:
        for form in filter(None, entry.forms or (entry.msgstr,)):
            for verb, holds in (("begins", str.startswith), ("ends", str.endswith)):
                if holds(entry.msgid, "\n") is not holds(form, "\n"):
                    yield file.remark_on(entry, form, f"only one of msgid and msgstr {verb} with a line end (\\n)")
