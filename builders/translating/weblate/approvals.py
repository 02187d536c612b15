"""What reviewers have done in Weblate: approvals with name and day, comments, suggestions; as units that come back."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import PurePosixPath
from typing import Any

from builders.catalogs.exchange.returned import ReturnedUnit
from builders.catalogs.exchange.xliff1_reading import SUGGESTION
from builders.catalogs.reviews import name_fault
from builders.catalogs.xml_files import one_line
from builders.model.findings import Location
from builders.model.languages import Language
from builders.model.messages import Review, ReviewLevel, Standing
from builders.problems import unknown
from builders.settings import Settings
from builders.translating.weblate.server import Server, named

_APPROVED, _APPROVE = 30, "36"
"""The state of an approved message, and the kind of change that approves one."""
_STATES: Mapping[int, Standing] = {0: Standing.UNTRANSLATED, 20: Standing.TRANSLATED, _APPROVED: Standing.APPROVED}


def approvals_at(
    server: Server, project: str, settings: Settings, language: Language | None
) -> dict[str, list[ReturnedUnit]]:
    """Return what was approved and noted in the *project* on *server*, by the tag of our languages.

    Only what has an approval, a comment or a suggestion is asked for. Raises a Problem for a project that is not there.
    """
    if not project or server.get(named("projects", project)) is None:
        known = [each["slug"] for each in server.pages(named("projects"))]
        raise unknown("weblate-project", f"there is no project “{project}” at {server.address}", known)
    wanted = {each.locale: each for each in settings.languages if not each.is_source and language in (None, each)}
    named_as = cache(partial(_full_name, server))
    found: dict[str, list[ReturnedUnit]] = {}
    for component in server.pages(named("projects", project, "components")):
        if component.get("is_glossary"):
            continue
        for translation in server.pages(named("components", project, component["slug"], "translations")):
            path = PurePosixPath(translation.get("filename") or "")
            own = wanted.get(path.parts[-3]) if len(path.parts) >= 3 else None
            if own and path.suffix == ".po":
                place = named("translations", project, component["slug"], translation["language"]["code"])
                found.setdefault(own.tag, []).extend(_units(server, place, path.stem, named_as))
    return found


def _units(server: Server, place: str, domain: str, named_as: Callable[[str], str]) -> Iterator[ReturnedUnit]:
    """Yield what was approved and noted in the translation at *place*, of our text *domain*."""
    query = "state:approved OR has:comment OR has:suggestion"
    units = list(server.pages(f"{place}units/", q=query, page_size="500"))
    approvals = _approvals(server, place, named_as) if any(unit["state"] == _APPROVED for unit in units) else {}
    for unit in units:
        (source, *_), (target, *_) = unit["source"] or [""], unit["target"] or [""]
        yield ReturnedUnit(
            domain=domain,
            context=unit["context"],
            source=source,
            target=target,
            standing=_STATES.get(unit["state"], Standing.FUZZY),
            location=Location(unit.get("web_url") or server.address),
            comments=tuple(_comments(server, unit, named_as)),
            review=approvals.get(unit["id"]),
        )


def _approvals(server: Server, place: str, named_as: Callable[[str], str]) -> dict[int, Review]:
    """Return who has approved which message of the translation at *place*, and when; the last one counts."""
    found: dict[int, tuple[str, Review]] = {}
    for change in server.pages(f"{place}changes/", action=_APPROVE, page_size="500"):
        who, when, unit = _last(change.get("user")), str(change.get("timestamp") or ""), _last(change.get("unit"))
        if not unit.isdecimal() or not when or name_fault(who):
            continue
        review = Review(level=ReviewLevel.APPROVED, by=who, on=date.fromisoformat(when[:10]), fingerprint="")
        if when >= found.get(int(unit), ("", review))[0]:
            found[int(unit)] = when, review
    return {
        unit: Review(level=review.level, by=named_as(review.by), on=review.on, fingerprint="")
        for unit, (_, review) in found.items()
    }


def _full_name(server: Server, user: str) -> str:
    """Return the name of *user*, or what they log in as where that is all that may be known."""
    said = one_line(str((server.get(named("users", user)) or {}).get("full_name") or ""))
    return user if name_fault(said) else said


def _comments(server: Server, unit: Mapping[str, Any], named_as: Callable[[str], str]) -> Iterator[str]:
    for kind, part, begins in (("comment", "comments", ""), ("suggestion", "suggestions", SUGGESTION)):
        if unit.get(f"has_{kind}"):
            for each in server.pages(named("units", str(unit["id"]), part)):
                text = each.get("comment") or next(iter(each.get("target") or [""]))
                if text := one_line(text):
                    who = _last(each.get("user"))
                    yield ", ".join(filter(None, (who and named_as(who), f"{begins}{text}")))


def _last(address: object) -> str:
    """Return the last part of an *address*: the name or number of what is there."""
    return str(address or "").rstrip("/").rpartition("/")[2]
