"""Translations that read otherwise than they did, although their English is the same: what only a person can judge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from builders.checks.translations.changed import text_of
from builders.checks.translations.pairs import OUTSIDE, Pair, side
from builders.model.characters import quoted
from builders.model.findings import Beside, Finding, Severity
from builders.problems import Problem
from builders.publishing.changed import Changes
from builders.publishing.coverage import last_version
from builders.settings import Settings

RELEASE = "release"
"""Means the revision that the last version in ``dist/`` was made from."""
CHECK = "translation-rewritten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A translation that has changed alone."""

    pair: Pair
    before: str
    """What readers saw of the translation."""

    @property
    def marked(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words that have gone, and those that have come."""
        old, new = _pieces(self.before), _pieces(self.pair.target.text)
        changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        gone = tuple("".join(old[a:b]).strip() for kind, a, b, _, _ in changes if kind != "equal")
        come = tuple("".join(new[a:b]).strip() for kind, _, _, a, b in changes if kind != "equal")
        return tuple(filter(None, gone)), tuple(filter(None, come))

    @property
    def finding(self) -> Finding:
        """It as a finding for review, with the translation before and now."""
        pair = self.pair
        return Finding(
            check="translation-rewritten",
            location=pair.location,
            message=f"the translation has changed, and its source has not: {quoted(pair.source.text)}",
            hint="let somebody who reads both languages say which of the two is right",
            severity=Severity.REVIEW,
            beside=Beside(
                id=pair.id,
                context=pair.context,
                origin=pair.origin,
                tags=(pair.target.tag, pair.target.tag),
                texts=(self.before, pair.target.text),
                marked=self.marked,
                editions=pair.editions,
                is_critical=pair.is_critical,
            ),
        )


def _pieces(text: str) -> list[str]:
    """Return the words of *text* with the space behind them; where nothing stands between words, its characters."""
    pieces = text.replace(OUTSIDE, " ").split(" ")
    return [f"{piece} " for piece in pieces] if len(pieces) > 1 else list(text)


def revision_named(settings: Settings, name: str) -> str:
    """Return the revision that *name* means: ``release`` is what the last version in ``dist/`` was made from."""
    if name != RELEASE:
        return name
    if revision := last_version(settings).revision:
        return revision
    raise Problem(
        code="no-release",
        what="there is no version in dist/ that says which revision it was made from",
        next_step="name a revision, or publish first: .venv/bin/cop publish",
    )


def rewritten(changes: Iterable[Changes]) -> tuple[Rewritten, ...]:
    """Return what of *changes* has changed alone, what may bring somebody to harm before the rest."""
    found = [each for language in changes for each in _of(language)]
    return tuple(sorted(found, key=lambda each: not each.pair.is_critical))


def _of(changes: Changes) -> Sequence[Rewritten]:
    pairs = ((pair, text_of(pair, changes.before)) for pair in changes.now.pairs)
    told = [Rewritten(pair=pair, before=side(pair.target.tag, text).text) for pair, text in pairs if text]
    # Only the words count: the dress of a text is what the checks of markup look at.
    return [each for each in told if each.before != each.pair.target.text]


def with_readers(found: Iterable[Rewritten], edition: str) -> tuple[Rewritten, ...]:
    """Return those of *found* that readers of *edition* see; all of them where none is named."""
    return tuple(each for each in found if not edition or edition in each.pair.editions)
