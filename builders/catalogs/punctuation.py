"""Signs that may stand around markup, and schemes of addresses, as docutils has them.

Only these two tables are loaded: all of docutils takes longer than a publish that has nothing to do.
"""

from __future__ import annotations

from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any


def _table(name: str) -> Any:
    """Return the module *name* of ``docutils.utils``, loaded by itself."""
    package = find_spec("docutils")
    folder = Path((package and package.origin) or "").parent
    spec = spec_from_file_location(f"_docutils_{name}", folder / "utils" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"docutils has no table {name}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CHARACTERS, SCHEMES = _table("punctuation_chars"), frozenset(_table("urischemes").schemes)
