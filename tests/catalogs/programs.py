"""Other programs that read and write catalogs, and what they read."""

from __future__ import annotations

import os
import re
import struct
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.pofile import read_po

from builders.model.messages import Catalog
from tests.needs import program


def run(name: str, *arguments: object, folder: Path, data: bytes | None = None, status: int = 0) -> bytes:
    """Return what the command *name* prints; it must end with *status*."""
    command = [program(name), *map(str, arguments)]
    done = subprocess.run(command, input=data, capture_output=True, cwd=folder, check=False)
    assert done.returncode == status, f"{name}: {done.stderr.decode()}"
    return done.stdout


def outputs(command: Sequence[str], inputs: Sequence[bytes]) -> list[bytes]:
    """Return what *command* makes of each of *inputs*; what it says where it gives up, which is no catalog."""

    def output(data: bytes) -> bytes:
        done = subprocess.run(command, input=data, capture_output=True, check=False)
        return done.stdout if done.returncode == 0 else done.stderr

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return list(threads.map(output, inputs))


def read_mo(data: bytes) -> dict[tuple[str, str], str]:
    """Return the messages of a compiled catalog, by context and msgid."""
    magic, _, count, originals, translations = struct.unpack_from("<5I", data)
    assert magic == 0x950412DE, data.decode(errors="replace")
    found = {}
    for number in range(count):
        length, place = struct.unpack_from("<2I", data, originals + 8 * number)
        context, _, msgid = data[place : place + length].decode().rpartition("\x04")
        length, place = struct.unpack_from("<2I", data, translations + 8 * number)
        found[context, msgid] = data[place : place + length].decode()
    return found


def messages(catalog: Catalog) -> dict[tuple[str, str, bool], tuple[str, bool]]:
    """Return translation and fuzziness of every message of *catalog*, in use and obsolete."""
    return {
        (entry.context, entry.msgid, entry.is_obsolete): (entry.msgstr, entry.is_fuzzy) for entry in catalog.entries
    }


def by_babel(data: bytes) -> dict[tuple[str, str, bool], tuple[str, bool]]:
    """Return the messages as Babel reads them; it knows no former texts of obsolete messages (``#~|``)."""
    read = read_po(BytesIO(re.sub(rb"(?m)^#~\|.*\n?", b"", data)), abort_invalid=True)
    lists = ((False, [message for message in read if message.id]), (True, read.obsolete.values()))
    return {
        (message.context or "", message.id, is_obsolete): (message.string, message.fuzzy)
        for is_obsolete, found in lists
        for message in found
    }


def by_polib(data: bytes, folder: Path) -> dict[tuple[str, str, bool], tuple[str, bool]]:
    path = folder / "mutant.po"
    path.write_bytes(data)
    return {
        (entry.msgctxt or "", entry.msgid, bool(entry.obsolete)): (entry.msgstr, entry.fuzzy)
        for entry in polib.pofile(str(path), encoding="utf-8")
    }


def finished(catalog: Catalog) -> dict[tuple[str, str], str]:
    """Return what a compiled catalog has: the header, and every translation in use that is not fuzzy."""
    entries = (entry for entry in catalog.active if entry.msgstr and not entry.is_fuzzy)
    return {("", ""): catalog.header, **{entry.key: entry.msgstr for entry in entries}}
