"""The live preview: one edition in one language, served on this machine and rebuilt on every save."""

import contextlib
import multiprocessing
import re
import shutil
import signal
import socket
import tempfile
import time
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from builders.catalogs.folders import passed_over
from builders.catalogs.translations import open_translations
from builders.checks.translations.changed import Texts
from builders.checks.translations.reading import read_placed
from builders.editions.inventory import BLOCK
from builders.model.editions import Edition, Format, Unit
from builders.model.findings import Finding
from builders.model.languages import Language
from builders.problems import Problem
from builders.publishing.changed import changed_findings, committed_texts, current_texts
from builders.publishing.scheduling import Refused, build_units
from builders.settings import Settings, read_settings
from builders.settings.adaptations import read_adaptation

RELOAD = b"""<script>
let seen;
setInterval(async () => {
  const now = await (await fetch("/.stamp")).text();
  if (seen && seen !== now) location.reload();
  seen = now;
}, 700);
</script>"""
"""Put into pages by the preview server only; published pages never hold it."""

MARKS = b"<style>.refused { border: 1px solid #b00; color: #b00; font-size: smaller; padding: 0 .3em; }</style>"
"""What shows the faults of translations that are refused."""

Stamp = tuple[tuple[str, int], ...]
"""Every file of the project that a page may come from, and when it was saved."""


def serve(settings: Settings, language: Language, edition: Edition, port: int) -> None:
    """Serve the preview until it is interrupted; raise a Problem when the port is taken."""
    _refuse_taken(port)
    for name in ("SIGTERM", "SIGHUP"):  # a window that is closed ends the preview as Ctrl+C does, its server too
        if number := getattr(signal, name, None):
            signal.signal(number, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="cop-preview-") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        unit = settings.unit(language, edition)
        seen = _stamp(settings)
        is_shown = rebuild(settings, unit, site)
        texts = committed_texts(settings, language)
        if is_shown:
            texts = _report_changed(settings, unit, texts, seen)
        # A process of its own: units are forked from this one, which therefore has no second thread.
        server = multiprocessing.get_context("spawn").Process(target=_serve, args=(str(site), port), daemon=True)
        server.start()
        _announce(unit, port, is_shown=is_shown)
        with contextlib.suppress(KeyboardInterrupt):
            while server.is_alive():
                time.sleep(0.4)
                now = _stamp(settings)
                if now != seen:
                    seen = now
                    is_rebuilt = rebuild(settings, unit, site)
                    if is_rebuilt:  # otherwise, what is wrong has been said
                        texts = _report_changed(settings, unit, texts, seen)
                    if is_rebuilt and not is_shown:
                        is_shown = True
                        _announce(unit, port, is_shown=is_shown)


def _announce(unit: Unit, port: int, *, is_shown: bool) -> None:
    if is_shown:
        click.echo(f"http://127.0.0.1:{port}/ shows {unit.name}. Save a file to see it change; Ctrl+C ends.")
    else:
        click.echo("There is nothing to show yet: mend what is named above and save the file. Ctrl+C ends.")


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Problem(
                code="port-taken",
                what=f"the pages cannot be served on port {port}: {error.strerror}",
                next_step="choose another one with --port",
            ) from error


def _serve(site: str, port: int) -> None:
    with contextlib.suppress(KeyboardInterrupt):
        ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=site)).serve_forever()


def rebuild(settings: Settings, unit: Unit, site: Path) -> bool:
    """Build *unit* anew into *site*; say what is wrong and keep the last good pages when it cannot be built."""
    started = time.monotonic()
    try:
        settings = _read_again(settings)
        with tempfile.TemporaryDirectory(prefix="cop-unit-") as folder:
            wanted = {unit: (Format.HTML,)}
            explained = Refused.IS_EXPLAINED
            (result,) = build_units(wanted, settings, Path(folder), processes=1, refused=explained)
            for finding in (*_refused(settings, unit), *result.findings):
                click.echo(str(finding), err=True)
            if Format.HTML not in result.paths:
                return False
            shutil.copytree(result.paths[Format.HTML], site, dirs_exist_ok=True)
    except Problem as problem:
        click.echo(str(problem), err=True)
        return False
    (site / ".stamp").write_bytes(str(time.time_ns()).encode())
    click.echo(f"built in {time.monotonic() - started:.1f} s")
    return True


def _refused(settings: Settings, unit: Unit) -> tuple[Finding, ...]:
    """Return what is passed over in the language of *unit*, and what is refused: its pages show that in English."""
    if not settings.translates(unit.language):
        return ()
    refused = open_translations(settings, unit.language, passes_over=True).refused
    faults = (each for found in refused.values() for faults in found.values() for each in faults)
    return (*passed_over(settings, unit.language), *faults)


def _read_again(settings: Settings) -> Settings:
    """Return what *settings* have become, of the same adaptation."""
    if settings.adaptation:
        return read_adaptation(settings.project, settings.adaptation)
    return read_settings(settings.project)


def _report_changed(settings: Settings, unit: Unit, before: Texts | None, seen: Stamp) -> Texts | None:
    """Say what the checks find in the translations that were not the same *before*; return what stands there now.

    Nothing is said of files that are not as they were *seen*: somebody has saved one meanwhile, and is told after
    the next build.
    """
    now = current_texts(settings, unit.language)
    found: tuple[Finding, ...] = ()
    if before is not None and not unit.language.is_source:
        placed = partial(read_placed, settings, today=date.today())
        found = changed_findings(settings, unit.language, before, placed=placed, edition=unit.edition.id)
        refused = _refused(settings, unit) if found else ()  # told when the pages were built
        found = tuple(each for each in found if each not in refused)
    if _stamp(settings) != seen:
        return before
    for finding in found:
        click.echo(str(finding), err=True)
    return now or before  # catalogs that cannot be read at this moment were read before


def _stamp(settings: Settings) -> Stamp:
    own = [settings.project / layer.folder for layer in settings.layers]
    paths = (path for folder in (settings.source, settings.locale, *own) for path in sorted(folder.rglob("*")))
    return tuple((str(path), path.stat().st_mtime_ns) for path in paths if path.is_file())


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site and adds the reload script to pages."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to findings."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        data = page.read_bytes().replace(b"</body>", MARKS + RELOAD + b"</body>")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


PAGE = "docs/kitchen-sink/kitchen-sink.rst"
_DOCUMENTS, _ANNEXES = (re.compile(rf"^{name} = \[[^\]]*\]", re.MULTILINE) for name in ("documents", "annexes"))
_HELP = re.compile(r"^help-page = .*", re.MULTILINE)


def lay_sink(settings: Settings, folder: Path) -> Settings:
    """Return the settings of a project in *folder* with the one page, which stays where it is and can be edited."""
    page, source = settings.project / PAGE, folder / "source"
    if not page.is_file():
        raise Problem(
            code="no-kitchen-sink",
            what=f"there is no {PAGE}",
            why="the page that uses everything authors may write is written in the words of one guideline",
            next_step="begin a block of each type with “new” instead; docs/authors/blocks shows all of them",
        )
    shutil.copytree(settings.source, source, ignore=shutil.ignore_patterns("*.rst", "*.svg", "waivers.toml"))
    shutil.copytree(page.parent / "images", source / "shared" / "images", dirs_exist_ok=True)
    _link(source / "shared" / page.name, page)
    shutil.copyfile(page.with_name("sources.toml"), source / "registries" / "sources.toml")
    _link(folder / "locale", settings.locale)
    for edition in settings.editions:
        contents = f".. toctree::\n   :caption: A part of the edition\n\n   /shared/{page.stem}\n"
        text = f"{edition.title}\n{'=' * len(edition.title)}\n\n{contents}"
        (source / f"{edition.root}.rst").write_bytes(text.encode())
    folders = (edition.folder for edition in settings.editions)
    text = (source / "editions.toml").read_text(encoding="utf-8")
    text = _DOCUMENTS.sub(lambda found: f'documents = ["{next(folders)}/*", "shared/*"]', _ANNEXES.sub("", text))
    text = _HELP.sub(f'help-page = "shared/{page.stem}"', text)
    (source / "editions.toml").write_bytes(text.encode())
    rows = (f"{name},{kind},{settings.version},active," for kind, name in BLOCK.findall(page.read_text("utf-8")))
    (source / "ids.csv").write_bytes("\n".join(("id,type,since,status,superseded_by", *rows, "")).encode())
    return read_settings(folder)


def _link(place: Path, original: Path) -> None:
    """Let *place* be *original*; where the system allows no links, what it is now."""
    try:
        place.symlink_to(original)
    except OSError:
        (shutil.copytree if original.is_dir() else shutil.copyfile)(original, place)
