"""The rules for translators, in their language: the same sentences as a page and as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import escape

from builders.model.languages import Language
from builders.model.messages import Standing
from builders.publishing.portal import render
from builders.settings import Settings
from builders.translating.kit_words import STYLE, THEME, KitWords, words_in

_FOLDERS = {
    "rules-preview": "preview/index.html",
    "rules-catalogs": "catalogs",
    "rules-templates": "templates",
    "rules-xliff": "xliff",
    "rules-omegat": "omegat",
    "rules-memory": "memory",
    "rules-terms": "terms",
}
"""What each folder of a kit holds."""
_XLIFF_STATES = {Standing.FUZZY: "initial", Standing.REVIEWED: "reviewed", Standing.APPROVED: "final"}
"""How XLIFF calls a state that it has another name for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence: the key of its label, what fills its places, and the state that it explains."""

    label: str
    places: dict[str, str] = field(default_factory=dict)
    state: Standing | None = None

    @property
    def xliff(self) -> str:
        """What XLIFF calls the state."""
        return _XLIFF_STATES.get(self.state, "") if self.state else ""


Section = tuple[str, list[Rule]]
"""The key of a heading, and the sentences below it."""


def rules(settings: Settings, language: Language) -> dict[str, bytes]:
    """Return the rules for translators into *language* as plain text and as a page, by file name."""
    words = words_in(settings, language)
    sections = list(_sections(settings, language, words))
    title = f"{settings.guideline.name(language.tag)}, {settings.version}"
    page = render(
        "rules.html.jinja",
        THEME,
        title=words.plain("rules"),
        heading=title,
        style=f"preview/{STYLE}",
        language=language,
        words=words,
        sections=sections,
    )
    text = render("rules.rst.jinja", THEME, heading=title, words=words, sections=sections, language=language)
    return {"rules.txt": text.encode(), "rules.html": page.encode()}


def _sections(settings: Settings, language: Language, words: KitWords) -> Iterator[Section]:
    yield "rules-kit", [*(Rule(key, {"path": path}) for key, path in _FOLDERS.items()), Rule("rules-one-way")]
    yield "rules-text", list(_text(settings, words))
    yield "rules-marks", list(_marks(language))
    means = [Rule(f"rules-{state.value}", state=state) for state in Standing]
    yield "rules-states", [*means, *([Rule("unreviewed")] if language.review_state else [])]
    yield "rules-back", [Rule("rules-send", {"command": "cop import FILE"})]


def _text(settings: Settings, words: KitWords) -> Iterator[Rule]:
    readers = [words.plain(f"edition/{edition.id}/short-title") for edition in settings.editions]
    yield Rule("rules-sense", {"readers": escape(words.labels.join(readers))})
    yield Rule("rules-strength", {"labels": "strength/…"})
    yield Rule("rules-words", {"path": "terms"})
    yield Rule("rules-facts")
    if any(edition.is_for_children for edition in settings.editions):
        yield Rule("rules-children")
    yield Rule("rules-empty")


def _marks(language: Language) -> Iterator[Rule]:
    yield Rule("rules-reference", {"example": ":see:`rec-abc-006`"})
    yield Rule("rules-reference-words", {"before": ":doc:`/shared/page`", "after": ":doc:`… </shared/page>`"})
    yield Rule("rules-strong", {"strong": "**…**", "emphasis": "*…*"})
    yield Rule("rules-places", {"example": "{page}"})
    yield Rule("rules-line", {"example": "\\M. Dupont", "escaped": "\\\\M. Dupont"})
    yield Rule("rules-spaces", {"mark": "\\"})
    if language.is_rtl:
        yield Rule("rules-direction", {"before": "U+2068", "behind": "U+2069"})
