"""Every word that the writers print themselves, in English; catalogs translate it by its key.

A label is never part of a sentence that another language would have to inflect:
it stands alone, before a colon, or as a pattern with named places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from builders.model.editions import Edition

GENERAL = {
    "contents": "Contents",
    "cover": "Cover",
    "landmarks": "Landmarks",
    "start-of-text": "Start of the text",
    "skip": "Skip to the text",
    "language": "Language",
    "edition": "Edition",
    "format": "Format",
    "download": "Download",
    "read-online": "Read online",
    "pages": "Pages",
    "previous": "Previous",
    "next": "Next",
    "home": "All editions",
    "footnotes": "Footnotes",
    "footnote": "Footnote",
    "figure": "Figure",
    "table": "Table",
    "page": "Page",
    "page-of": "Page {page} of {pages}",
    "long-description": "Description of the picture",
    "link-to-this": "Link to this passage",
    "licence": "Licence",
    "licence-text": "Text: Creative Commons Attribution 4.0 International (CC BY 4.0)",
    "version": "Version",
    "not-itu": "This is not a publication of the International Telecommunication Union.",
    "unreviewed": "This translation has not yet been reviewed by a native speaker.",
    "not-translated": "Not yet translated: this passage is shown in English.",
    "coverage": "Translated",
    "accessibility-summary": (
        "The text reflows and can be enlarged. Every picture has an alternative text, and pictures that tell "
        "a part of the story have a longer description. Headings, lists and tables are marked as such. "
        "No conformance has been certified."
    ),
    "portal-intro": "Choose a language, an edition and a format. Everything can also be read without a connection.",
    "data": "All recommendations as data (JSON)",
    "quick-exit": "Leave this page quickly",
    "theme": "Colours",
    "theme-light": "Light",
    "theme-dark": "Dark",
    "theme-system": "As on this device",
}

SEARCH = {
    "search": "Search",
    "search-go": "Find",
    "search-title": "Search this edition",
    "search-running": "Searching",
    "search-preparing": "Preparing the search",
    "search-results": "Search results",
    "search-none": "No page matches these words. Please check the spelling or try fewer words.",
    "search-found": "Pages found: {count}",
    "search-needs-script": "The search needs JavaScript. The contents list leads to every page without it.",
}

ADMONITIONS = {
    "note": "Note",
    "tip": "Tip",
    "hint": "Hint",
    "important": "Important",
    "warning": "Warning",
    "caution": "Caution",
    "danger": "Danger",
    "attention": "Attention",
    "error": "Error",
    "seealso": "See also",
}

BLOCKS = {
    "recommendation": "Recommendation",
    "risk": "Risk",
    "term": "Term",
    "keymessage": "Key message",
    "procedure": "What to do, step by step",
    "gethelp": "Get help",
    "contentnote": "Before you read",
    "storypage": "Page {number}",
    "character": "Person of the story",
    "stakeholder": "Stakeholder",
    "checkitem": "Question",
    "checklist": "Checklist",
    "case": "Case",
    "talk": "A way to begin",
    "activity": "Activity",
    "teachernote": "Note for the adult: {title}",
    "card": "Card",
    "quiz": "Question {number}",
    "episode": "Episode",
    "scene": "Scene",
    "line": "Line",
    "part/signs": "Signs",
    "part/response": "First response",
    "part/disability": "Children with disabilities",
    "part/together": "Together",
    "part/picture": "What the picture shows",
    "part/children": "In other words",
    "part/does": "What it does",
    "part/needs": "What it needs",
    "part/evidence": "What shows it",
    "part/shows": "What it shows",
    "part/listen": "Listen for",
    "part/avoid": "Better left unsaid",
    "part/materials": "What is needed",
    "part/access": "Ways for everyone",
    "part/safeguarding": "For safety",
    "part/practises": "What is practised",
    "part/aim": "Aim",
    "part/answers": "Answers",
    "part/watch": "What to watch for",
    "part/accommodate": "How to adapt it",
    "part/back": "Other side",
    "part/symbol": "Drawing",
    "part/a": "A",
    "part/b": "B",
    "part/c": "C",
    "part/d": "D",
    "part/delivery": "How it is said",
    "part/setting": "Place and time",
    "part/description": "Audio description",
    "part/screen": "Text on the screen",
    "part/sign": "Sign language",
    "field/strength": "Strength",
    "field/who": "Who",
    "field/risks": "Risks",
    "field/services": "Services",
    "field/instruments": "Instruments",
    "field/ages": "Ages",
    "field/disability": "Children with disabilities",
    "field/adaptation": "National adaptation",
    "field/variables": "To be completed nationally",
    "field/characters": "With",
    "field/works-with": "Works with",
    "field/supports": "Belongs to",
    "field/minutes": "Time",
    "field/seconds": "Length",
    "field/group": "Who takes part",
    "field/offline": "Without a connection",
    "field/source": "Source",
    "field/date": "Date",
    "field/verified-on": "Checked on",
    "minutes": "{number} minutes",
    "seconds": "{number} seconds",
    "best-answer": "A good choice",
    "other-answer": "Think again",
    "line-spoken": "{name}: {text}",
    "line-spoken-how": "{name} ({how}): {text}",
    "narrator": "Narrator",
    "fact": "Fact",
    "value": "Value",
    "as-of": "As of",
    "source": "Source",
    "review-by": "Looked at again by",
    "stakeholders": "Stakeholders",
    "needed-in": "Needed in",
    "list-pair": "{first}, {second}",
    "label-value": "{label}: {value}",
    "variable-unset": "to be completed in the national edition",
    "article": "{instrument}, article {article}",
    "paragraph": "{instrument}, paragraph {article}",
    "target": "{instrument}, target {article}",
    "principle": "{instrument}, principle {article}",
    "in-edition": "{edition}, {block}",
    "in-edition-at": "{edition}, {block} ({address})",
}

VOCABULARY = {
    "strength/must": "Must",
    "strength/should": "Should",
    "strength/may": "May",
    "adaptation/fixed": "Keep as it is",
    "adaptation/adaptable": "May be adapted",
    "adaptation/localise": "Must be completed",
    "disability/core": "Essential",
    "disability/rel": "Concerned",
    "disability/none": "No special point",
    "urgency/now": "Act now",
    "urgency/today": "Act today",
    "urgency/week": "Act within a week",
    "kind/documented": "Documented case",
    "kind/illustrative": "Made-up case, put together from what often happens",
    "group/alone": "Alone",
    "group/pair": "In pairs",
    "group/small": "In small groups",
    "group/class": "As a class",
    "group/family": "As a family",
    "offline/yes": "Yes",
    "offline/no": "No",
    "suit/see": "See",
    "suit/meet": "Meet",
    "suit/do": "Do",
    "suit/agree": "Agree",
    "card-kind/situation": "Situation",
    "card-kind/power": "Power",
    "card-kind/helper": "Helper",
    "ages/all": "All ages",
    "ages/a": "5 to 8 years",
    "ages/b": "9 to 12 years",
    "ages/c": "13 to 17 years",
    "services/all": "All services",
    "risks/all": "All risks",
}

LABELS: Mapping[str, str] = MappingProxyType({**GENERAL, **SEARCH, **ADMONITIONS, **BLOCKS, **VOCABULARY})
"""Key of a label (its ``msgctxt``) and its English text."""


def edition_labels(editions: tuple[Edition, ...]) -> Iterator[tuple[str, str]]:
    """Yield the key and English text of everything that names an edition."""
    for edition in editions:
        yield f"edition/{edition.id}/title", edition.title
        yield f"edition/{edition.id}/short-title", edition.short_title
        yield f"edition/{edition.id}/reference", edition.reference
        yield f"edition/{edition.id}/description", edition.description


_PLACE = re.compile(r"\{([a-z_]+)\}")


class Labels(Mapping[str, str]):
    """The labels of one language, by key; a missing translation falls back to English."""

    def __init__(self, english: Mapping[str, str], translated: Mapping[str, str]) -> None:
        self._english = english
        self._translated = translated

    def __getitem__(self, key: str) -> str:
        return self._translated.get(key) or self._english[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)

    def is_fallback(self, key: str) -> bool:
        """Whether the label called *key* is English for want of a translation."""
        return bool(self._english) and not self._translated.get(key)

    def join(self, items: Sequence[str]) -> str:
        """Return *items* as a list in running text, with the separator of the language."""
        pattern = self["list-pair"]
        return reduce(lambda first, second: pattern.format(first=first, second=second), items) if items else ""

    def fill(self, key: str, **places: object) -> str:
        """Return the pattern called *key* with its named places filled."""
        return _PLACE.sub(lambda match: str(places[match[1]]), self[key])
