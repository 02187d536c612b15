"""What a build rests on beside the text and the catalogs: a change of it makes everything be read anew."""

from __future__ import annotations

import hashlib

from builders.settings import Settings


def data_digest(settings: Settings) -> str:
    """Return the SHA-256 of the registries, the ledger, the termbase and the other data files, in hexadecimal."""
    digest = hashlib.sha256()
    for folder, pattern in (
        (settings.source, "*.toml"),
        (settings.source, "*.csv"),
        (settings.source / "registries", "*.toml"),
        (settings.locale, "*.toml"),
        (settings.locale, "*.csv"),
    ):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
