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
    "project": "Child Online Protection Guidelines",
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
    "index": "Index",
    "home": "All editions",
    "footnotes": "Footnotes",
    "footnote": "Footnote",
    "back-to-text": "Back to the text",
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
    "sources-of-revision": "Revision of the source text",
    "accessibility-summary": (
        "The text reflows and can be enlarged. Every picture has an alternative text, and pictures that tell "
        "a part of the story have a longer description. Headings, lists and tables are marked as such. "
        "No conformance has been certified."
    ),
    "portal-intro": "Choose a language, an edition and a format. Everything can also be read without a connection.",
    "offline": "Works without a connection",
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
    "part/signs": "Signs",
    "part/response": "First response",
    "part/disability": "Children with disabilities",
    "part/together": "Together",
    "part/picture": "What the picture shows",
    "part/children": "In other words",
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
    "ages/all": "All ages",
    "ages/a": "5 to 8 years",
    "ages/b": "9 to 12 years",
    "ages/c": "13 to 17 years",
    "services/all": "All services",
    "services/conn": "Connectivity, storage and hosting",
    "services/cur": "Curated content",
    "services/ugc": "Content made by users",
    "services/game": "Games",
    "services/ai": "Artificial intelligence",
    "services/dev": "Devices and connected toys",
    "services/store": "App stores and shops",
    "services/edt": "Education technology",
    "who/company": "Companies",
    "who/cso": "Civil society",
    "who/dpa": "Data protection authority",
    "who/edu-min": "Ministry of education",
    "who/gov": "Government",
    "who/health": "Health services",
    "who/helpline": "Child helpline",
    "who/hotline": "Reporting hotline",
    "who/industry": "Industry",
    "who/justice": "Justice system",
    "who/le": "Police",
    "who/legislature": "Parliament",
    "who/media": "Media",
    "who/parent": "Parents and caregivers",
    "who/regulator": "Regulator",
    "who/research": "Research",
    "who/school": "Schools",
    "who/social": "Social services",
    "who/teacher": "Teachers",
    "class/content": "Content",
    "class/contact": "Contact",
    "class/conduct": "Conduct",
    "class/contract": "Contract",
    "class/cross": "Cross-cutting",
    "risks/all": "All risks",
    "risks/content.violence": "Violent content",
    "risks/content.hate": "Hateful content",
    "risks/content.sexual": "Sexual content",
    "risks/content.selfharm": "Content about self-harm",
    "risks/content.false": "False information",
    "risks/contact.grooming": "Grooming",
    "risks/contact.extortion": "Sexual extortion",
    "risks/contact.stalking": "Stalking and harassment",
    "risks/contact.recruitment": "Recruitment into violence or crime",
    "risks/contact.csea": "Child sexual exploitation and abuse",
    "risks/conduct.bullying": "Cyberbullying",
    "risks/conduct.images": "Sharing of private images",
    "risks/conduct.challenges": "Dangerous challenges",
    "risks/conduct.hate": "Hateful behaviour",
    "risks/contract.data": "Misuse of personal data",
    "risks/contract.design": "Manipulative design",
    "risks/contract.spend": "Pressure to spend",
    "risks/contract.scam": "Fraud",
    "risks/contract.gambling": "Gambling features",
    "risks/cross.privacy": "Loss of privacy",
    "risks/cross.health": "Health and sleep",
    "risks/cross.fairness": "Unfair treatment",
    "risks/cross.ai": "Artificial intelligence",
    "risks/cross.iot": "Connected toys and objects",
    "risks/cross.csam": "Child sexual abuse material",
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
