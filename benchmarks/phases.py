"""Where the CPU of publishing goes, by phase: seconds inside of a phase belong to it alone, in whichever process."""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

from builders.model.languages import Language
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.settings import Settings

PARSED = "source parsed"
"""It holds what else is a phase, for a source is parsed by Sphinx, too."""

PHASES = {
    "builders.publishing.verdicts._check": "translations checked",
    "builders.publishing.publish.read_verdicts": "verdicts read",
    "builders.publishing.publish.Keys": "keys",
    "builders.editions.source_reading.parse_sound": PARSED,
    "builders.publishing.scheduling.open_translations": "catalogs read",
    "builders.publishing.scheduling.prepare": "writers loaded",
    "builders.publishing.building._application": "Sphinx started",
    "builders.publishing.building.make_outline": "outline",
    "sphinx.builders.Builder.read": "units read",
    "sphinx.environment.BuildEnvironment.apply_post_transforms": "post-transforms",
    "sphinx.builders.Builder.write": "written as {}",
    "builders.writers.html.builder.HtmlBuilder.dump_search_index": "search index",
    "builders.publishing.cache.Cache.keep": "kept and measured",
    "builders.publishing.cache.Cache.copy_to": "copied",
    "builders.publishing.publish._is_intact": "measured again",
    "builders.publishing.publish._put_in_place": "portal, data and manifest",
}
"""What is measured, by where it is called; the format of a builder stands in place of the braces."""


def phases(settings: Settings, languages: Sequence[Language]) -> Iterator[tuple[str, ...]]:
    """Publish *languages*, nothing of which is kept, and yield a table of the seconds of every phase."""
    with tempfile.TemporaryDirectory() as name:
        _watch(Path(name))
        chosen = plan(settings, languages=[each.tag for each in languages])
        started = _spent()
        publish(settings, chosen=chosen, use_cache=False)
        total = _spent() - started
        found: Counter[str] = Counter()
        for path in Path(name).iterdir():
            for line in path.read_text(encoding="utf-8").splitlines():
                found.update(json.loads(line))
    found["everything else"] = total - found.total()
    yield ("Phase", "CPU seconds", "Share")
    for phase, seconds in found.most_common():
        yield (phase, f"{seconds:.2f}", f"{seconds / total:.1%}")
    yield ("all", f"{total:.2f}", "100.0%")


def _spent() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _watch(folder: Path) -> None:
    """Let every phase write into *folder* what it takes, also in processes that are forked from this one."""
    inner: list[float] = []  # of every phase that has been entered, what the phases within it took
    entered: list[str] = []

    def watched(called: Callable[..., Any], phase: str) -> Callable[..., Any]:
        @wraps(called)
        def watching(*given: Any, **named: Any) -> Any:
            if PARSED in entered:
                return called(*given, **named)
            started = time.process_time()
            inner.append(0.0)
            entered.append(phase)
            try:
                return called(*given, **named)
            finally:
                entered.pop()
                whole = time.process_time() - started
                own = whole - inner.pop()
                if inner:
                    inner[-1] += whole
                with (folder / str(os.getpid())).open("a", encoding="utf-8") as file:
                    print(json.dumps({phase.format(getattr(given[0], "name", "")): own}), file=file)

        return watching

    for place, phase in PHASES.items():
        owner, _, attribute = place.rpartition(".")
        holder = _found(owner)
        setattr(holder, attribute, watched(getattr(holder, attribute), phase))


def _found(name: str) -> Any:
    """Return the module or class called *name*."""
    if name in sys.modules:
        return sys.modules[name]
    try:
        return import_module(name)
    except ModuleNotFoundError:
        owner, _, attribute = name.rpartition(".")
        return getattr(import_module(owner), attribute)
