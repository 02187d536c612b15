"""Checks: one rule each, with a permanent id, a rationale and a hint; and the run of a profile of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import Generic, TypeVar

from builders.model.findings import Certainty, Finding, Location, Severity

Subject = TypeVar("Subject")
"""What a check reads: a SourceText, later a translation or a finished file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a check has to say about one place."""

    location: Location
    message: str
    hint: str = ""
    """Advice for this place; without it, the hint of the check is given."""
    blocks: tuple[str, ...] = ()
    """Identifiers of the blocks that the place stands in, the innermost first."""
    passage: str = ""
    """The text that the remark is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Generic[Subject]):
    """One rule, why it is one, and what to do when it is broken."""

    id: str
    severity: Severity
    certainty: Certainty
    rationale: str
    hint: str
    function: Callable[[Subject], Iterator[Remark]]
    needs_all: bool = False
    """Whether it compares documents, so that one that cannot be read would make it report what is not wrong."""

    @property
    def summary(self) -> str:
        """What the check reports, in one sentence."""
        return cleandoc(self.function.__doc__ or "").partition("\n\n")[0].replace("\n", " ")

    def remarks(self, subject: Subject) -> Iterator[Remark]:
        """Yield what is wrong with *subject*."""
        return self.function(subject)

    def finding(self, remark: Remark) -> Finding:
        """Return *remark* as people and programs read it."""
        return Finding(
            check=self.id,
            location=remark.location,
            message=remark.message,
            hint=remark.hint or self.hint,
            severity=self.severity,
            certainty=self.certainty,
        )


def check(
    identifier: str,
    *,
    rationale: str,
    hint: str,
    severity: Severity = Severity.ERROR,
    certainty: Certainty = Certainty.CERTAIN,
    needs_all: bool = False,
) -> Callable[[Callable[[Subject], Iterator[Remark]]], Check[Subject]]:
    """Make a check of a function whose docstring says in one sentence what it reports."""

    def decorate(function: Callable[[Subject], Iterator[Remark]]) -> Check[Subject]:
        return Check(
            id=identifier,
            severity=severity,
            certainty=certainty,
            rationale=" ".join(rationale.split()),
            hint=" ".join(hint.split()),
            function=function,
            needs_all=needs_all,
        )

    return decorate


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings*, each once, as a person goes through the files."""
    return tuple(sorted(set(findings), key=lambda each: (each.location, each.check, each.message)))
