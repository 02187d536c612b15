"""Which text domain a passage belongs to: that of its page, or of the adaptation that has written it."""

from builders.catalogs.folders import domain_of
from builders.markup.messages import TranslatableText


def domain_at(text: TranslatableText, document: str) -> str:
    """Return the text domain of *text*, which stands in *document*: national text has catalogs of its own."""
    return domain_of(text.home or document, text.layer)
