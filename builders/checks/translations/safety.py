"""Whether somebody has read the translations by whose faults people may come to harm."""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import Translation
from builders.model.findings import Location, Severity
from builders.settings.declared import LANGUAGES

READERS = 2
"""How many people read a critical message."""


@check("safety-unread")
def safety_unread(translation: Translation) -> Iterator[Remark]:
    """Messages that are critical for safety were not read by two different people."""
    language = translation.language
    critical = [pair for pair in translation.pairs if pair.is_critical]
    unread = [pair for pair in critical if len(pair.reviewers) < READERS]
    if unread:
        yield Remark(
            location=Location(LANGUAGES),
            message=f"{language.tag}: safety-unread: {len(unread)} of {len(critical)}, first {unread[0].location}",
            severity=Severity.ERROR if language.require_reviews else None,
        )
