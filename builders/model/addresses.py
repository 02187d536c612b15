"""Addresses: where versions, units, files, pages and blocks stand in ``dist/``, from page to page and on the web."""

from builders.model.editions import Edition, Format, Unit
from builders.model.languages import Language

DIST = "dist"
"""The folder of a project that holds its versions."""

ADAPTATIONS = "adaptations"
"""The folder below it that holds the versions of national texts, each in a folder of its own."""

INDEX = "index.html"
"""The portal of a version, and the opening page of an edition."""

PAGES = Format.HTML.value
"""The folder of the pages of a unit."""


def version_folder(version: str, adaptation: str = "") -> str:
    """Return where *version* stands below ``dist/``: of the guidelines, or of the *adaptation* named."""
    return f"{ADAPTATIONS}/{adaptation}/{version}" if adaptation else version


def to_base(root: str, version: str) -> str:
    """Return what leads to the portal of *version* of the guidelines from where *root* leads to an adaptation's."""
    return f"{root}../../../{version}/{INDEX}"


def register_page(language: Language, first: Language) -> str:
    """Return what the page of the register in *language* is called, below ``dist/adaptations/``; *first* opens it."""
    return INDEX if language == first else f"index-{language.tag}.html"


def to_register(adaptation: str = "") -> str:
    """Return what leads to the register from the portal of a version: of the guidelines, or of the *adaptation*."""
    return "../../" if adaptation else f"../{ADAPTATIONS}/"


def language_file(language: Language, name: str) -> str:
    """Return where the file *name* about all editions in *language* stands below the version's folder."""
    return f"{language.tag}/{name}"


def unit_file(unit: Unit, name: str) -> str:
    """Return where the file *name* of *unit* stands below the version's folder."""
    return language_file(unit.language, f"{unit.edition.id}/{name}")


def artifact_path(unit: Unit, format_: Format, version: str) -> str:
    """Return where *unit* stands in *format_* below the version's folder: a file, or a folder of pages."""
    return unit_file(unit, format_.value if format_.is_folder else artifact_name(unit, format_, version))


def artifact_name(unit: Unit, format_: Format, version: str) -> str:
    """Return what the one file of *unit* in *format_* is called (``readers-ar-2026.1.epub``)."""
    return f"{file_stem(unit, version)}.{format_.value}"


def file_stem(unit: Unit, version: str) -> str:
    """Return the file name of an edition without its suffix (``readers-ar-2026.1``); a draft says that it is one."""
    parts = (unit.edition.id, unit.language.tag, unit.adaptation, version, "draft" * unit.is_draft)
    return "-".join(filter(None, parts))


def page_name(document: str, edition: Edition) -> str:
    """Return the address of *document* inside a published *edition*, without suffix.

    The edition's own folder disappears from the address, so that the opening page
    is ``index``; shared pages keep theirs.
    """
    own = f"{edition.folder}/"
    return document.removeprefix(own) if edition.folder else document


def page_path(document: str, edition: Edition) -> str:
    """Return the address of the page of *document*, seen from the opening page of *edition*."""
    return f"{page_name(document, edition)}.html"


def page_in_language(document: str, edition: Edition, block: str = "") -> str:
    """Return the address of the page of *document* in *edition*, or of a *block* on it, below a language's folder."""
    anchor = f"#{block}" if block else ""
    return f"{edition.id}/{PAGES}/{page_path(document, edition)}{anchor}"


def published_page(unit: Unit, document: str, block: str, *, home: str) -> str:
    """Return where *block* of *document* stands on the web, in *unit* of the version whose portal is *home*."""
    return f"{home}/{language_file(unit.language, page_in_language(document, unit.edition, block))}"


def sites(tag: str = "*") -> str:
    """Return the pattern of the folders of pages in a version's folder, in the language *tag* or in all."""
    return f"{tag}/*/{PAGES}"


def to_opening_page(document: str, edition: Edition) -> str:
    """Return what leads from the page of *document* to the folder of the opening page of *edition*."""
    return "../" * page_name(document, edition).count("/")


def to_unit(root: str) -> str:
    """Return what leads to the files of a unit from where *root* leads to its opening page; so do the next two."""
    return f"{root}../"


def to_language(root: str) -> str:
    """Return what leads to the folder of the language."""
    return f"{to_unit(root)}../"


def to_version(root: str) -> str:
    """Return what leads to the folder of the version."""
    return f"{to_language(root)}../"
