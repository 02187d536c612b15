"""``terms`` and ``overview``: what is made from data where it stands."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from builders.markup import faults
from builders.markup.fields import did_you_mean
from builders.markup.typed_block import AnyOption
from builders.model.vocabulary import OverviewKind


class Glossary(nodes.General, nodes.Element):
    """Stands where the terms of ``locale/definitions.csv`` go."""


class Overview(nodes.General, nodes.Element):
    """Stands where a table made from the data of the edition goes; ``kind`` says which."""


class TermsDirective(SphinxDirective):
    """The glossary of the edition, from ``locale/definitions.csv`` and ``locale/termbase.csv``."""

    def run(self) -> list[nodes.Node]:
        node = Glossary()
        self.set_source_info(node)
        return [node]


class OverviewDirective(SphinxDirective):
    """A table made from the data of the edition.

    ``works-with`` says which stakeholders work together, ``by-stakeholder`` and ``by-instrument`` list the
    recommendations, ``risks`` has a line for each risk with the advice against it, ``facts`` lists the dated facts,
    and ``variables`` what a national edition completes. For those who put the advice to work, ``musts`` lists what
    must be done, ``action-plan`` who begins it and how, ``who-does-what`` who leads, supports and is consulted,
    ``by-plan`` the recommendations by kind of national plan, and ``indicators`` what is counted; readers of the web
    pages can download these but the first as CSV. ``sources`` lists what the edition cites.
    """

    optional_arguments = 1
    option_spec = AnyOption()

    def run(self) -> list[nodes.Node]:
        kinds = [kind.value for kind in OverviewKind]
        kind = self.arguments[0].strip() if self.arguments else ""
        if kind not in kinds:
            message = f"overview: “{kind}” is unknown; {did_you_mean(kind, kinds)}"
            faults.report(message, self.get_location(), code="option-value")
        for option in self.options:
            faults.report(f"overview: there is no option “{option}”", self.get_location(), code="option-unknown")
        node = Overview(kind=kind)
        self.set_source_info(node)
        return [node]
