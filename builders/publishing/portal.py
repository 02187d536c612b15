"""The portal page of a version: choose a language, an edition, a format."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from builders.catalogs.labels import open_labels
from builders.model.addresses import INDEX, language_file, page_path, register_page, to_base, to_register
from builders.model.artifacts import Artifact
from builders.model.editions import Edition, Format
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.publishing.data import ANNEX, FILE
from builders.settings import Settings

if TYPE_CHECKING:
    from builders.editions.naming import Name

THEME = Path(__file__).parent / "portal_theme"
_UNITS = ("B", "kB", "MB")


def portal_files(
    artifacts: Sequence[Artifact], data: Container[str], settings: Settings, *, register: Sequence[Language] = ()
) -> dict[str, bytes]:
    """Return ``index.html`` and its style sheet for *artifacts* and the *data* files beside them, by file name.

    It leads to the *register* of adoption, which has a page in each of these languages.
    """
    languages = [_language(language, artifacts, settings) for language in settings.languages]
    for language in languages:
        language["has_data"] = language["data"] in data
        language["register"] = _register(language["tag"], register, settings)
    page = render(
        "index.html.jinja",
        languages=[language for language in languages if language["editions"]],
        guideline=settings.guideline,
        version=settings.version,
        released=settings.released.isoformat(),
        base=settings.base_version if is_adapted(settings) else "",
        annex=ANNEX if ANNEX in data else "",
        base_portal=to_base("", settings.base_version),
    )
    return {INDEX: page.encode(), "portal.css": render("portal.css.jinja", settings=settings).encode()}


def is_adapted(settings: Settings) -> bool:
    """Whether the version is that of an adaptation with a text of its own."""
    return bool(settings.layers) and not settings.is_unchanged


def render(template: str, folder: Path = THEME, **values: object) -> str:
    """Return what *template* of the theme in *folder* makes of *values*; all but plain text is escaped."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=lambda name: bool(name) and not str(name).endswith(".rst.jinja"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(values)


def human_size(size: int) -> str:
    """Return *size* in bytes as people read it, in decimal units (``1.4 MB``)."""
    amount, unit = float(size), 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.1f} {_UNITS[unit]}" if unit and amount < 10 else f"{amount:.0f} {_UNITS[unit]}"


def _language(language: Language, artifacts: Sequence[Artifact], settings: Settings) -> dict[str, object]:
    labels = open_labels(settings, language)
    own = [artifact for artifact in artifacts if artifact.unit.language == language]
    first = settings.default_edition  # then all others, in their order
    editions = [_edition(edition, own) for edition in sorted(settings.editions, key=lambda each: each != first)]
    return {
        "tag": language.tag,
        "dir": language.direction.value,
        "endonym": language.endonym,
        "is_unreviewed": bool(language.review_state),
        "script": language.script,
        "labels": labels,
        "label": partial(label_of, labels),
        "editions": [edition for edition in editions if edition["formats"]],
        "data": language_file(language, FILE),
        **(_national(language, settings) if is_adapted(settings) else {"face": None}),
    }


def _register(tag: object, register: Sequence[Language], settings: Settings) -> str:
    """Return the address of the page of the *register* in the language *tag*; empty where there is none."""
    pages = {each.tag: register_page(each, register[0]) for each in register}
    return to_register(settings.adaptation) + pages.get(str(tag), INDEX) if pages else ""


def _national(language: Language, settings: Settings) -> dict[str, object]:
    """Return what the portal says of an adaptation in *language*, and what writes its names as HTML."""
    # What knows of languages loads docutils, which the portal of the guidelines does without.
    from builders.editions.face import national_face

    return {"face": national_face(language, settings), "said": partial(said_in, language)}


def said_in(language: Language, name: Name) -> Markup:
    """Return *name* as HTML, marked where it is in another language than *language*."""
    from builders.editions.naming import direction_of

    mark = '<span lang="{}" dir="{}">{}</span>'
    own = name.tag in (language.tag, language.word_tag)
    return escape(name.text) if own else Markup(mark).format(name.tag, direction_of(name.tag).value, name.text)


def label_of(labels: Labels, key: str, **places: str) -> Markup:
    """Return the label called *key* as HTML, marked where it is English in another language."""
    text = escape(labels.fill(key, **places) if places else labels[key])
    return Markup('<span lang="en" dir="ltr">{}</span>').format(text) if labels.is_fallback(key) else text


def _edition(edition: Edition, artifacts: Sequence[Artifact]) -> dict[str, object]:
    own = {artifact.format: artifact for artifact in artifacts if artifact.unit.edition == edition}
    formats = [_format(own[format_]) for format_ in Format if format_ in own]
    covered = next(iter(own.values())).coverage.percent if own else 0
    is_draft = any(artifact.unit.is_draft for artifact in own.values())
    return {
        "id": edition.id,
        "formats": formats,
        "percent": covered,
        "is_draft": is_draft,
        "help": _help(edition, own),
    }


def _help(edition: Edition, artifacts: Mapping[Format, Artifact]) -> str:
    """Return the address of the page of help among the *artifacts* of *edition*; empty where it has none."""
    pages = next((artifact for format_, artifact in artifacts.items() if format_.has_pages), None)
    return f"{pages.path}/{page_path(edition.help_page, edition)}" if pages and edition.help_page else ""


def _format(artifact: Artifact) -> dict[str, object]:
    is_page = artifact.format.has_pages
    return {
        "name": artifact.format.value.upper(),
        "is_page": is_page,
        "address": f"{artifact.path}/{INDEX}" if is_page else artifact.path,
        "size": human_size(artifact.size),
        "sha256": artifact.sha256,
    }
