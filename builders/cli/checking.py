"""How the findings of a check are told, and how the catalogs of other projects are checked."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from builders.cli.starting import Names
from builders.model.findings import Finding
from builders.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What somebody asked for, of the findings."""

    format: str = "text"
    output: Path | None = None
    sarif: Path | None = None
    with_review: bool = False
    baseline: Path | None = None
    accepts: bool = False

    def tell(self, found: Sequence[Finding], profile: str, settings: Settings) -> None:
        """Tell what was *found* and is not in the baseline, and end with the exit code; or accept it all."""
        from builders.authoring.baseline import read_baseline, sift, write_baseline
        from builders.authoring.check_command import exit_code, formatted, report
        from builders.authoring.sarif import as_sarif
        from builders.checks.profiles import CHECKS, checks_of
        from builders.publishing.reports import count
        from builders.settings.lists import is_sensitive

        if self.baseline and self.accepts:
            accepted = write_baseline(self.baseline, found)
            click.echo(f"{self.baseline}: {count(accepted, 'finding')} accepted; from now on, only others are told.")
            return
        sifted = sift(found, read_baseline(self.baseline) if self.baseline else frozenset())
        new = sifted.new
        if self.sarif:
            self.sarif.write_bytes(as_sarif(new, CHECKS.values(), version=settings.version).encode())
        if self.format != "text":
            text = formatted(new, self.format, profile, settings, with_review=self.with_review)
            self.output.write_bytes(text.encode()) if self.output else click.echo(text, nl=False)
        if self.format == "text" or self.output:
            checks = checks_of(profile, is_sensitive=is_sensitive(settings.project))
            report(new, checks, profile, say=click.echo, with_review=self.with_review)
            if self.baseline:
                gone = f"; {sifted.gone} of it are gone (--accept writes it anew)" if sifted.gone else ""
                click.echo(f"{self.baseline}: {count(sifted.known, 'finding')} known from the baseline{gone}.")
        sys.exit(exit_code(new))


def check_catalogs(folder: Path, templates: Path | None, languages: Names, telling: Telling, today: date) -> None:
    """Check the catalogs of any project below *folder*, and tell what is found."""
    from builders.authoring.foreign import check_foreign

    found = check_foreign(folder, templates=templates, languages=languages, today=today)
    telling.tell(found.findings, "catalogs", found.settings)
