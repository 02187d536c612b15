"""What authors are told when markup is at fault: one line with file, line and advice."""

from __future__ import annotations

from sphinx.util import logging

logger = logging.getLogger(__name__)


def report(message: str, location: object, *, code: str) -> None:
    """Log a fault of the source; the build it belongs to will not be published."""
    logger.error(message, location=location, type="cop", subtype=code)
