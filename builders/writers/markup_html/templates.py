"""Templates of pages, compiled once for all units: their processes are forked from one that has compiled them."""

from pathlib import Path

from jinja2 import BytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

_codes: dict[tuple[str, str], bytes] = {}


class CompiledTemplates(BytecodeCache):
    """The compiled templates of this process, each by its name and its text."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return *name*: the same text is the same template, wherever it lies."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill *bucket*, if its template has been compiled."""
        if code := _codes.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in *bucket*."""
        _codes[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def compile_pages(theme: Path) -> None:
    """Compile the templates of *theme* as Sphinx would."""
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(theme), extensions=["jinja2.ext.i18n"], bytecode_cache=CompiledTemplates()
    )
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)
