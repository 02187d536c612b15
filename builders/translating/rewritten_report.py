"""Translations that have changed alone, in words: Markdown for a pull request, or records for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from builders.model.characters import isolated
from builders.publishing.rewritten import Rewritten
from builders.settings import Settings

MOST = 50
"""Translations that are shown with their texts; a comment on a pull request has an end."""


def as_markdown(found: Sequence[Rewritten], settings: Settings) -> Iterator[str]:
    """Yield the part of the report that is about translations, nothing where none has changed alone."""
    if not found:
        return
    critical = sum(each.pair.is_critical for each in found)
    yield from ("", "## Changed without their English", "")
    yield f"{len(found)} translations read otherwise than they did, and their English is the same."
    yield "Somebody who reads the language should say of each that it is meant."
    if critical:
        yield f"The first {critical} are critical for safety."
    titles = {edition.id: edition.short_title for edition in settings.editions}
    for each in found[:MOST]:
        yield from _translation(each, [titles[name] for name in each.pair.editions if name in titles])
    if len(found) > MOST:
        yield from ("", f"{len(found) - MOST} more are not shown; --json has them all.")


def _translation(each: Rewritten, readers: Sequence[str]) -> Iterator[str]:
    pair = each.pair
    danger = ("**critical for safety**",) if pair.is_critical else ()
    about = (pair.target.tag, *danger, f"{pair.location}", f"{pair.origin}", *readers)
    yield from ("", f"### {pair.context or pair.id}", "", " · ".join(about), "")
    yield from (
        "```diff",
        f"  {pair.source.text}",
        f"- {isolated(each.before)}",
        f"+ {isolated(pair.target.text)}",
        "```",
    )


def record(each: Rewritten) -> dict[str, Any]:
    """Return *each* for programs."""
    pair = each.pair
    return {
        "language": pair.target.tag,
        "id": pair.id,
        "context": pair.context,
        "critical": pair.is_critical,
        "path": pair.location.path,
        "line": pair.location.line,
        "english": pair.source.text,
        "before": each.before,
        "now": pair.target.text,
        "editions": list(pair.editions),
    }
