"""Parts of a ZIP file from strangers: only those that are asked for, and never more than fits."""

import zipfile
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

_MOST_PARTS = 1_000


def parts_in(data: bytes, names: Sequence[str], largest: int) -> dict[str, bytes]:
    """Return those of the parts *names* that the archive *data* holds; raise ValueError where it is damaged.

    No part may be larger than *largest* bytes when it is unpacked, whatever the archive says of it.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS:
                raise ValueError(f"it holds {len(entries):,} parts, and a sheet has a few")
            held = Counter(entry.filename for entry in entries)
            if twice := next((name for name in names if held[name] > 1), ""):
                raise ValueError(f"it holds {twice} twice")
            return {name: _unpacked(archive, name, largest) for name in names if held[name]}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ValueError(f"it cannot be unpacked: {error}") from error


def _unpacked(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    with archive.open(name) as part:
        data = part.read(largest + 1)
    if len(data) > largest:
        raise ValueError(f"{name} has more than {largest / 1e6:,.0f} MB when it is unpacked")
    return data
