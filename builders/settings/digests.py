"""What a build rests on beside the text and the catalogs: a change of it makes everything be read anew."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from builders.settings import Settings, lists

_LIBRARIES = (
    *("sphinx", "docutils", "jinja2", "pygments", "lxml", "python-docx", "resvg_py", "snowballstemmer", "babel"),
    *("pystemmer", "pyuca", "pypinyin"),
)
"""What can change the bytes of an artifact from outside."""


@cache
def libraries() -> tuple[str, ...]:
    """Return the name and the version of every library that can."""
    return tuple(f"{name} {version(name)}" for name in _LIBRARIES)


def data_digest(settings: Settings) -> str:
    """Return the SHA-256 of registries, lists, ledger, termbase and the other data files, in hexadecimal."""
    digest = hashlib.sha256()
    for folder, pattern in (
        (settings.source, "*.toml"),
        (settings.source, "*.csv"),
        (settings.source / "registries", "*.toml"),
        (settings.source / "themes", "*.toml"),
        (settings.project / lists.FOLDER, "*.toml"),
        (settings.locale, "*.toml"),
        (settings.locale, "*.csv"),
    ):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for layer in settings.layers:
        digest.update(folder_digest(settings.project, files_below(settings.project / layer.folder)).encode())
    return digest.hexdigest()


def folder_digest(folder: Path, paths: Iterable[Path]) -> str:
    """Return the SHA-256 of the sorted lines ``<sha256>  <path>`` for *paths* below *folder*."""
    lines = sorted(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in paths
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def files_below(folder: Path) -> list[Path]:
    """Return every file below *folder*, sorted, without compiled Python."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


@cache
def tools_digest() -> str:
    """Return the SHA-256 of these tools, as they were when this process first asked: it goes on with what it loaded."""
    tools = Path(__file__).resolve().parents[1]
    return folder_digest(tools, files_below(tools))
