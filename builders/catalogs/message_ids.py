"""A short name of a message that stays the same as long as its text and its place do."""

from __future__ import annotations

import hashlib
import re

from builders.model.messages import Key


def message_id(domain: str, key: Key) -> str:
    """Return the name of the message *key* of the text domain *domain*: ``msg-`` and 12 hexadecimal digits (SHA-256).

    It is the id of the unit in XLIFF and of the anchor in the preview of a translator's kit.
    """
    digest = hashlib.sha256("\0".join((domain, *key)).encode()).hexdigest()
    return f"msg-{digest[:12]}"


def is_message_id(name: str) -> bool:
    """Whether *name* is one of these."""
    return re.fullmatch(r"msg-[0-9a-f]{12}", name) is not None
