"""The closed sets of words that attributes of blocks may use."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

BLOCK_TYPES = (
    *("recommendation", "risk", "term", "keymessage", "procedure", "gethelp", "contentnote", "storypage", "character"),
    *("stakeholder", "checkitem", "checklist", "case", "talk", "activity", "teachernote", "card", "quiz"),
    *("episode", "scene", "line", "indicator"),
)
"""Names of the typed blocks; ``markup.BLOCKS`` has a directive for each."""

PRINTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "recommendation": (
            *("who", "support", "consult", "phase", "risks", "ages", "services", "disability", "instruments"),
            *("adaptation", "variables"),
        ),
        "risk": ("ages", "code", "where", "signs", "response"),
        "checkitem": ("who", "supports"),
    }
)
"""What an edition may leave out: attributes by type of block, in printing order, and parts."""


class Strength(Enum):
    """How binding a recommendation is."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Adaptation(Enum):
    """What a national edition may do with a block."""

    FIXED = "fixed"
    ADAPTABLE = "adaptable"
    LOCALISE = "localise"


class Disability(Enum):
    """How closely a recommendation concerns children with disabilities."""

    CORE = "core"
    RELATED = "rel"
    NONE = "none"


class Urgency(Enum):
    """How soon a procedure has to begin."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"


class CaseKind(Enum):
    """Whether a case is known from a public source or made up of what often happens."""

    DOCUMENTED = "documented"
    ILLUSTRATIVE = "illustrative"


class Group(Enum):
    """How many people do an activity together."""

    ALONE = "alone"
    PAIR = "pair"
    SMALL = "small"
    CLASS = "class"
    FAMILY = "family"


class YesNo(Enum):
    """Yes or no."""

    YES = "yes"
    NO = "no"


class Suit(Enum):
    """The four suits of the play cards, one for each kind of risk."""

    SEE = "see"
    MEET = "meet"
    DO = "do"
    AGREE = "agree"


class CardKind(Enum):
    """What a play card does in the games."""

    SITUATION = "situation"
    POWER = "power"
    HELPER = "helper"


class SourceKind(Enum):
    """What the text rests on can be."""

    TREATY = "treaty"
    GENERAL_COMMENT = "general-comment"
    RESOLUTION = "resolution"
    RECOMMENDATION = "recommendation"
    LAW = "law"
    GUIDELINES = "guidelines"
    STANDARD = "standard"
    STATEMENT = "statement"
    REPORT = "report"
    REVIEW = "review"
    STUDY = "study"
    SURVEY = "survey"
    STATISTICS = "statistics"
    ARTICLE = "article"
    NEWS = "news"


class OverviewKind(Enum):
    """A table that is made from the data of the edition."""

    WORKS_WITH = "works-with"
    BY_STAKEHOLDER = "by-stakeholder"
    BY_INSTRUMENT = "by-instrument"
    FACTS = "facts"
    VARIABLES = "variables"
    RISKS = "risks"
    SOURCES = "sources"
    MUSTS = "musts"
    WHO_DOES_WHAT = "who-does-what"
    ACTION_PLAN = "action-plan"
    INDICATORS = "indicators"
    BY_PLAN = "by-plan"


AGES = ("a", "b", "c")
"""Age bands: a = 5-8, b = 9-12, c = 13-17; the numbers are labels, not code."""
