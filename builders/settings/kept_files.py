"""Files that save time the next time, and that nobody misses."""

import contextlib
import json
import tempfile
from pathlib import Path
from typing import Any


def kept_under(path: Path, key: str) -> Any:
    """Return what is kept at *path* under *key*; None where that is something else, damaged, or nothing."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        return known["kept"] if known["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_under(path: Path, key: str, content: Any) -> None:
    """Keep *content*, JSON with members of enumerations, at *path* under *key*, which stands for all it rests on."""
    text = json.dumps({"key": key, "kept": content}, ensure_ascii=False, default=lambda value: value.value)
    keep_whole(path, text.encode())


def keep_whole(path: Path, data: bytes) -> None:
    """Keep *data* at *path*, whole or not at all; a folder that cannot be written or is full costs nothing but time."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
            beside = Path(file.name)
            try:
                file.write(data)
                file.close()
                beside.replace(path)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
