"""``audience``: whole blocks that only some editions carry."""

from docutils import nodes

from builders.markup import faults
from builders.markup.fields import did_you_mean, split_words
from builders.markup.typed_block import OpenDirective


class Audience(nodes.General, nodes.Element):
    """A wrapper that disappears right after parsing; ``audience`` lists the editions."""


class AudienceDirective(OpenDirective):
    """Blocks for the editions named behind the two colons."""

    def run(self) -> list[nodes.Node]:
        known = [edition.id for edition in self.config.cop.settings.editions]
        names = split_words(self.arguments[0]) if self.arguments else []
        if not names:
            self._fault("name the editions behind the two colons", "audience-missing")
        for name in names:
            if name not in known:
                self._fault(f"“{name}” is no edition; {did_you_mean(name, known)}", "option-value")
        for option in self.options:
            self._fault(f"there is no option “{option}”", "option-unknown")
        node = Audience("", *self.parse_content_to_nodes(allow_section_headings=True), audience=names)
        self.set_source_info(node)
        return [node]

    def _fault(self, message: str, code: str) -> None:
        faults.report(f"audience: {message}", self.get_location(), code=code)
