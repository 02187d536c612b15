"""Checks: one rule each, with a permanent id, a rationale and a hint; and the run of a profile of them."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import Any, Generic, TypeVar

from builders.model.findings import Beside, Certainty, Finding, Location, Severity

Subject = TypeVar("Subject")
"""What a check reads: a SourceText, a Translation or a finished file."""


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
    beside: Beside | None = None
    """Both texts, where it is about a translation."""
    severity: Severity | None = None
    """How much it weighs, where a project decides; by default as the check says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Generic[Subject]):
    """One rule, why it is one, and what to do when it is broken."""

    id: str
    severity: Severity
    certainty: Certainty
    rationale: str
    hint: str
    function: Callable[[Subject], Iterator[Remark]]
    """Yields what is wrong with a subject."""
    needs_all: bool = False
    """Whether it compares documents, so that one that cannot be read would make it report what is not wrong."""
    compares_messages: bool = False
    """Whether what it says of a translation depends on other messages, too."""

    @property
    def summary(self) -> str:
        """What the check reports, in one sentence."""
        return cleandoc(self.function.__doc__ or "").partition("\n\n")[0].replace("\n", " ")

    def finding(self, remark: Remark) -> Finding:
        """Return *remark* as people and programs read it."""
        return Finding(
            check=self.id,
            location=remark.location,
            message=remark.message,
            hint=remark.hint or self.hint,
            severity=remark.severity or self.severity,
            certainty=self.certainty,
            beside=remark.beside,
        )


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))


def check(identifier: str) -> Callable[[Callable[[Subject], Iterator[Remark]]], Check[Subject]]:
    """Make a check of a function whose docstring says in one sentence what it reports; ``rules.toml`` has the rest."""
    rule = dict(_rules()[identifier])
    severity, certainty = Severity(rule.pop("severity", "error")), Certainty(rule.pop("certainty", "certain"))
    rule["rationale"] = " ".join(rule["rationale"].split())
    return lambda function: Check(id=identifier, severity=severity, certainty=certainty, function=function, **rule)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings*, each once, as a person goes through the files."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda each: (each.location, each.check, each.message)))
