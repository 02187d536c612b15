"""The rules for translators, in their language: the same sentences as a page and as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from builders.model.languages import Language
from builders.model.messages import Standing
from builders.publishing.portal import render
from builders.settings import Settings
from builders.translating.kit_words import STYLE, THEME, words_in

_FOLDERS = {
    "preview/index.html": "kit-messages",
    "catalogs": "PO",
    "templates": "POT",
    "xliff": "XLIFF",
    "omegat": "OmegaT",
    "memory": "TMX",
    "terms": "kit-terms",
}
"""What each folder of a kit holds: the key of a label, or a name that is the same in all languages."""
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
    folders = [(path, words.plain(what) if what in settings.labels else what) for path, what in _FOLDERS.items()]
    sections = list(_sections(language))
    names = [settings.guideline.name(language.tag), *(layer.name(language.tag) for layer in settings.layers[-1:])]
    title = f"{words.labels.join(names)}, {settings.version}"
    page = render(
        "rules.html.jinja",
        THEME,
        title=words.plain("rules"),
        heading=title,
        style=f"preview/{STYLE}",
        language=language,
        words=words,
        folders=folders,
        sections=sections,
    )
    text = render("rules.rst.jinja", THEME, heading=title, words=words, folders=folders, sections=sections)
    return {"rules.txt": text.encode(), "rules.html": page.encode()}


def _sections(language: Language) -> Iterator[Section]:
    yield "rules-text", list(_text())
    yield "rules-marks", list(_marks(language))
    means = [Rule(f"rules-{state.value}", state=state) for state in Standing]
    yield "rules-states", [*means, *([Rule("unreviewed")] if language.review_state else [])]
    yield "rules-back", [Rule("rules-send")]


def _text() -> Iterator[Rule]:
    yield Rule("rules-sense")
    yield Rule("rules-strength", {"labels": "strength/…"})
    yield Rule("rules-words", {"path": "terms"})
    yield Rule("rules-facts")
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
