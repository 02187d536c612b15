"""What the checks have said of single translations, kept from one command to the next."""

import hashlib
import platform
from collections.abc import Iterator
from contextlib import contextmanager

from builders.checks.translations.remembered import Remembered, remembered
from builders.model.languages import Language
from builders.publishing.kept_findings import FOLDER
from builders.settings import Settings
from builders.settings.digests import data_digest, tools_digest
from builders.settings.kept_files import keep_whole


@contextmanager
def remembering(settings: Settings, language: Language) -> Iterator[Remembered]:
    """Give what is kept of *language*, and keep what it has become; nothing is where a table or these tools changed."""
    path = settings.cache / FOLDER / f"{language.tag}-pairs.json"
    parts = (tools_digest(), platform.python_version(), data_digest(settings), language.tag)
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    known = remembered(path.read_text(encoding="utf-8", errors="replace") if path.exists() else "", key)
    yield known
    keep_whole(path, known.as_json(key).encode("utf-8", "surrogatepass"))
