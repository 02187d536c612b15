"""Files that save time the next time, and that nobody misses."""

import contextlib
import tempfile
from pathlib import Path


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
