"""A baseline: what was found when somebody began to check, so that only what is new has to be looked at.

It stands in a plain text file, one finding a line: the check, the message or the file, and a fingerprint of both texts.
Whoever changes either text meets the finding again; the line of the catalog does not matter.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builders.checks.profiles import NEVER_WAIVED
from builders.model.findings import Finding, Location
from builders.problems import Problem

HEAD = "# What cop check had found when it was written; .venv/bin/cop check --baseline FILE --accept writes it anew.\n"
Known = frozenset[tuple[str, str, str]]
_NEVER = frozenset(each.id for each in NEVER_WAIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """Findings, without those of a baseline."""

    new: tuple[Finding, ...]
    known: int
    """How many were known before."""
    gone: int
    """How many entries of the baseline were found no more."""


def read_baseline(path: Path) -> Known:
    """Return the findings that *path* knows, none where it does not exist; raise a Problem for what is no baseline."""
    if not path.exists():
        return frozenset()
    known: set[tuple[str, str, str]] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        check, _, rest = line.partition(" ")
        at, _, fingerprint = rest.rpartition(" ")
        if not at or len(fingerprint) != _DIGITS:
            raise Problem(
                code="baseline-faulty",
                what="the line is no finding of a baseline",
                where=[Location(str(path), number)],
                next_step="restore the file, or write it anew with --accept",
            )
        known.add((check, at, fingerprint))
    return frozenset(known)


_DIGITS = 16


def write_baseline(path: Path, found: Iterable[Finding]) -> int:
    """Write *found* into *path*, and return how many entries it has; what is never waived is not accepted either."""
    lines = sorted({" ".join(_key(each)) for each in found if each.check not in _NEVER})
    path.write_bytes((HEAD + "".join(f"{line}\n" for line in lines)).encode())
    return len(lines)


def sift(found: Iterable[Finding], baseline: Known) -> Sifted:
    """Return what of *found* the *baseline* does not know."""
    keyed = [(_key(each), each) for each in found]
    new = tuple(each for key, each in keyed if key not in baseline)
    return Sifted(new=new, known=len(keyed) - len(new), gone=len(baseline - {key for key, _ in keyed}))


def _key(finding: Finding) -> tuple[str, str, str]:
    """Return by what *finding* is known again: of one about a translation, both texts count, and not its line."""
    beside = finding.beside
    said = beside.texts if beside else (finding.message,)
    digest = hashlib.sha256("\0".join(said).encode()).hexdigest()[:_DIGITS]
    at = beside.id if beside else finding.location.path
    # A message of a catalog in several languages has one name; its language tells them apart.
    return finding.check, f"{at}@{beside.tags[1]}" if beside else at, digest
