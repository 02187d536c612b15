"""Validators that read the finished files: ours for links, structure, search; others' epubcheck, openxml-audit, axe."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from builders.checks.finished.documents import epubcheck, openxml_audit
from builders.checks.finished.links import links
from builders.checks.finished.outlines import outlines
from builders.checks.finished.pages import axe
from builders.checks.finished.search import search
from builders.checks.finished.structure import structure
from builders.model.findings import Finding

Validator = Callable[[Path], Iterator[Finding]]
"""Yields what is wrong with the files of one version's folder; raises NotInstalled."""

VALIDATORS: Mapping[str, Validator] = {
    "links": links,
    "outlines": outlines,
    "structure": structure,
    "epubcheck": epubcheck,
    "openxml": openxml_audit,
    "search": search,
    "axe": axe,
}
"""By the name that ``cop validate --only`` takes."""
