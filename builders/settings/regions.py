"""The regions of the world and the countries in them (UN M49), kept as data beside this module."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldRegion:
    """One region of UN M49, with the codes of what lies in it (ISO 3166-1 alpha-2)."""

    number: str
    members: frozenset[str]
    """Member States of the United Nations."""
    others: frozenset[str]

    @property
    def codes(self) -> frozenset[str]:
        """Everything that lies in it."""
        return self.members | self.others


@cache
def world_regions() -> tuple[WorldRegion, ...]:
    """Return the regions of the world in the order of the file."""
    data = tomllib.loads(Path(__file__).with_name("regions.toml").read_text(encoding="utf-8"))
    return tuple(_region(number, codes) for number, codes in data.items())


def _region(number: str, codes: Mapping[str, str]) -> WorldRegion:
    members, others = (frozenset(codes[name].split()) for name in ("members", "others"))
    return WorldRegion(number=number, members=members, others=others)


def is_country(code: str) -> bool:
    """Whether *code* is that of a country in ISO 3166-1, in capitals."""
    return any(code in region.codes for region in world_regions())
