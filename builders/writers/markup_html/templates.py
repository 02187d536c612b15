"""Templates, compiled once for all units: their processes are forked from one that has compiled them."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

_codes: dict[tuple[str, str], bytes] = {}


class CompiledTemplates(BytecodeCache):
    """What this process has compiled, by the name of a template and its text, wherever it lies."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := _codes.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        _codes[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def compile_all(*environments: Environment, themes: Iterable[Path]) -> None:
    """Compile all templates of *environments*, and those of *themes* as Sphinx would."""
    found = (SandboxedEnvironment(loader=FileSystemLoader(theme), extensions=["jinja2.ext.i18n"]) for theme in themes)
    for environment in (*environments, *found):
        environment.bytecode_cache = CompiledTemplates()
        for name in environment.list_templates(extensions=("html", "jinja")):
            environment.get_template(name)
