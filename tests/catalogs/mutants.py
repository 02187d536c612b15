"""Good catalogs in the dress of several programs, and endless damaged ones made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from tests.catalogs.damages import DAMAGES
from tests.real_text import LOCALE

CASES = Path(__file__).parent / "cases"


def good_catalogs() -> tuple[bytes, ...]:
    """Return all catalogs that mutants are made of."""
    return (*(path.read_bytes() for path in sorted(CASES.glob("good-*.po"))), *real_catalogs())


def real_catalogs() -> Iterator[bytes]:
    """Yield a few entries of every catalog of these guidelines, some from its middle and some from its end."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        head, *entries = path.read_bytes().rstrip(b"\n").split(b"\n\n")
        middle = len(entries) // 2
        yield b"\n\n".join([head, *entries[middle : middle + 5], *entries[-2:]]) + b"\n"


@dataclass(frozen=True)
class Mutant:
    """A damaged catalog, and what has been done to it."""

    number: int
    damages: tuple[str, ...]
    data: bytes


def mutants() -> Iterator[Mutant]:
    """Yield mutants without end, no two alike; they stay the same as long as the good catalogs do."""
    bases = good_catalogs()
    seen = set(bases)
    for number in count():
        random = Random(f"cop-{number}")
        data = random.choice(bases)
        done: list[str] = []
        while data in seen or random.random() < 0.2:
            damage = random.choice(DAMAGES)
            damaged = damage(random, data.split(b"\n"))
            data = damaged if isinstance(damaged, bytes) else b"\n".join(damaged)
            done.append(damage.__name__)
        seen.add(data)
        yield Mutant(number, tuple(done), data)
