"""The kitchen sink: a project with one page, which uses every construct that authors may write."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from builders.editions.inventory import BLOCK
from builders.settings import Settings, read_settings

PAGE = "docs/kitchen-sink/kitchen-sink.rst"
_DOCUMENTS = re.compile(r"^documents = \[[^\]]*\]", re.MULTILINE)


def lay_sink(settings: Settings, folder: Path) -> Settings:
    """Return the settings of a project in *folder*: all editions and languages, one page, identifiers of its own.

    The page itself stays where it is, so that a preview sees it change.
    """
    page, source = settings.project / PAGE, folder / "source"
    shutil.copytree(settings.source, source, ignore=shutil.ignore_patterns("*.rst", "*.svg", "waivers.toml"))
    shutil.copytree(page.parent / "images", source / "shared" / "images", dirs_exist_ok=True)
    (source / "shared" / page.name).symlink_to(page)
    (folder / "locale").symlink_to(settings.locale)
    for edition in settings.editions:
        text = f"{edition.title}\n{'=' * len(edition.title)}\n\n.. toctree::\n\n   /shared/{page.stem}\n"
        (source / f"{edition.root}.rst").write_text(text, encoding="utf-8")
    folders = (edition.folder for edition in settings.editions)
    text = (source / "editions.toml").read_text(encoding="utf-8")
    text = _DOCUMENTS.sub(lambda found: f'documents = ["{next(folders)}/*", "shared/*"]', text)
    (source / "editions.toml").write_text(text, encoding="utf-8")
    rows = (f"{name},{kind},{settings.version},active," for kind, name in BLOCK.findall(page.read_text("utf-8")))
    (source / "ids.csv").write_text("\n".join(("id,type,since,status,superseded_by", *rows, "")), encoding="utf-8")
    return read_settings(folder)
