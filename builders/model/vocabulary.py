"""The closed sets of words that attributes of blocks may use."""

from __future__ import annotations

from enum import Enum

BLOCK_TYPES = (
    "recommendation",
    "risk",
    "term",
    "keymessage",
    "procedure",
    "gethelp",
    "contentnote",
    "storypage",
    "character",
)
"""Names of the typed blocks; ``markup.BLOCKS`` has a directive for each."""


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


AGES = ("a", "b", "c")
"""Age bands: a = 5-8, b = 9-12, c = 13-17; the numbers are labels, not code."""

SERVICES = ("conn", "cur", "ugc", "game", "ai", "dev", "store", "edt")

STAKEHOLDERS = (
    "company",
    "cso",
    "dpa",
    "edu-min",
    "gov",
    "health",
    "helpline",
    "hotline",
    "industry",
    "justice",
    "le",
    "legislature",
    "media",
    "parent",
    "regulator",
    "research",
    "school",
    "social",
    "teacher",
)

RISKS = (
    "content.violence",
    "content.hate",
    "content.sexual",
    "content.selfharm",
    "content.false",
    "contact.grooming",
    "contact.extortion",
    "contact.stalking",
    "contact.recruitment",
    "contact.csea",
    "conduct.bullying",
    "conduct.images",
    "conduct.challenges",
    "conduct.hate",
    "contract.data",
    "contract.design",
    "contract.spend",
    "contract.scam",
    "contract.gambling",
    "cross.privacy",
    "cross.health",
    "cross.fairness",
    "cross.ai",
    "cross.iot",
    "cross.csam",
)
