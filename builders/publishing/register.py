"""The pages of the register of adoption: who makes the guidelines their own, in every language of the guidelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from builders.catalogs.files import replace_files
from builders.catalogs.labels import open_labels
from builders.model.adaptations import Kind
from builders.model.addresses import ADAPTATIONS, DIST, INDEX, register_page, version_folder
from builders.model.languages import Language
from builders.model.register import Entry
from builders.problems import blamed_on
from builders.publishing.dist import MANIFEST, MATRIX, STYLE, register_paths
from builders.publishing.portal import label_of, render, said_in
from builders.publishing.register_matrix import matrix_csv
from builders.settings import Settings
from builders.settings.regions import WorldRegion, world_regions

if TYPE_CHECKING:
    from builders.editions.naming import Name


def put_register(entries: Sequence[Entry] | None, settings: Settings) -> None:
    """Write the register with *entries* of the guidelines with *settings* into ``dist/adaptations/``.

    Where there is no register, what an earlier one has left is taken away.
    """
    folder = settings.project / DIST / ADAPTATIONS
    wanted = register_files(entries, settings) if entries is not None else {}
    left = [path.name for path in register_paths(settings.project) if path.name not in wanted]
    if wanted or left:
        folder.mkdir(parents=True, exist_ok=True)
        with blamed_on(folder):
            replace_files([(folder / name, wanted.get(name)) for name in (*wanted, *left)])


def register_files(entries: Sequence[Entry], settings: Settings) -> dict[str, bytes]:
    """Return the files of the register with *entries*, by name: a page a language, their style, and the table."""
    matrix = {MATRIX: matrix_csv(entries, settings)} if any(entry.layer for entry in entries) else {}
    pages = {
        register_page(language, settings.languages[0]): _page(language, entries, settings, MATRIX if matrix else "")
        for language in settings.languages
    }
    return {**pages, STYLE: render("portal.css.jinja", settings=settings).encode(), **matrix}


def _page(language: Language, entries: Sequence[Entry], settings: Settings, matrix: str) -> bytes:
    # What knows of languages loads docutils, which a guideline without a register does without.
    from builders.editions.naming import name_in, territory_name

    labels = open_labels(settings, language)
    real = [entry for entry in entries if not entry.is_demonstration]
    groups = [entry for entry in real if entry.kind is Kind.REGION]
    rows = partial(_rows, language=language, settings=settings)
    page = render(
        "register.html.jinja",
        tag=language.tag,
        dir=language.direction.value,
        script=language.script,
        labels=labels,
        label=partial(label_of, labels),
        said=partial(said_in, language),
        guideline=name_in(settings.guideline.names, language.tag),
        portal=_portal(language, settings),
        languages=[
            {
                "tag": each.tag,
                "dir": each.direction.value,
                "endonym": each.endonym,
                "address": register_page(each, settings.languages[0]),
            }
            for each in settings.languages
        ],
        matrix=matrix,
        regions=[
            {
                "number": region.number,
                "name": territory_name(region.number, language.word_tag),
                "rows": rows(_within(region, real)),
                "unlisted": len(region.members - {entry.code for entry in real}),
            }
            for region in world_regions()
        ],
        groups=rows(groups),
        demonstrations=rows(entry for entry in entries if entry.is_demonstration),
    )
    return page.encode()


def _within(region: WorldRegion, entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.kind is Kind.COUNTRY and entry.code in region.codes)


def _rows(entries: Iterable[Entry], *, language: Language, settings: Settings) -> list[Mapping[str, Any]]:
    """Return *entries* as readers of *language* see them, sorted by their names."""
    from builders.editions.collation import sort_key
    from builders.editions.naming import written

    rows = [
        {
            "name": _name(entry, language),
            "state": entry.state.value,
            "reported": written(entry.reported, language),
            "links": list(_links(entry, language, settings)),
            "is_demonstration": entry.is_demonstration,
        }
        for entry in entries
    ]
    return sorted(rows, key=lambda row: sort_key(row["name"].text, language))


def _name(entry: Entry, language: Language) -> Name:
    """Return what the country is called by CLDR; a region and a demonstration are called what they call themselves."""
    from builders.editions.face import layer_name
    from builders.editions.naming import territory_name

    is_named_by_itself = entry.is_demonstration or entry.kind is Kind.REGION
    if entry.layer and is_named_by_itself:
        return layer_name(entry.layer, language)
    return territory_name(entry.code, language.word_tag)


def _links(entry: Entry, language: Language, settings: Settings) -> Iterator[Mapping[str, str]]:
    """Yield where to read it: the version that stands beside the register, and what was reported."""
    if entry.layer:
        version = version_folder(entry.layer.version, entry.layer.id)
        if (settings.project / DIST / version / MANIFEST).is_file():
            address = f"{version.removeprefix(f'{ADAPTATIONS}/')}/{INDEX}"
            yield {"address": address, "version": entry.layer.version, "host": ""}
    if entry.link:
        yield {"address": entry.link, "version": "", "host": urlsplit(entry.link).hostname or ""}


def _portal(language: Language, settings: Settings) -> str:
    """Return what leads to the portal of the guidelines, in *language* where it has that; empty where none stands."""
    folder = settings.project / DIST / settings.version
    if not (folder / MANIFEST).is_file():
        return ""
    return f"../{settings.version}/{INDEX}" + (f"#{language.tag}" if (folder / language.tag).is_dir() else "")
