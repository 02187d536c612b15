"""The value of a number, wherever and however it is written."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Kind(Enum):
    """What a number says."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    PHONE = "phone"
    CODE = "code"
    """Digits with points between them, a version or an address: ``3.11.2``."""
    RANGE_END = "range end"
    """The second number of “13 to 17”; its value is a cardinal, a per cent, an ordinal."""


def of_hundred(percent: Fraction | str) -> frozenset[Fraction | str]:
    """Return the fraction that *percent* is, by which it may be named: 25 % is a quarter; nothing for a whole."""
    return frozenset((percent / 100,)) if isinstance(percent, Fraction) and percent % 100 else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number of a text."""

    value: Fraction | str
    """A number; of a date ``2024-12-01``, ``--12-01`` or ``2024-12``, of a time ``17:30``, of other digits these."""
    kind: Kind
    span: tuple[int, int]
    also: frozenset[Fraction | str] = frozenset()
    """What it may be besides: 2.500 is two and a half in some countries, 5 p.m. is five as well as 17:00."""
    parts: tuple[Fraction, ...] = ()
    """The numbers of which a date, a time or a fraction is made."""
    is_written: bool = True
    """Whether it stands there in digits."""
    is_sure: bool = True
    """Whether it can be nothing but a number; *one*, *second*, *un* often are none."""

    @property
    def keys(self) -> frozenset[Fraction | str]:
        """All that it may be."""
        return self.also | {self.value}

    def agrees(self, other: "Value") -> bool:
        """Whether *other*, in another language, may say the same."""
        return not self.keys.isdisjoint(other.keys)
