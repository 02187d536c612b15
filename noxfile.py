# /// script
# requires-python = ">=3.11"
# dependencies = ["nox"]
# ///
"""The menu of the project: ``nox -l`` lists it. On a machine with only Python and git, run this file itself.

    python3 noxfile.py -s publish

makes a virtual environment in .venv, installs nox there as locked, and goes on with it.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCKS = HERE / "requirements"


def start_with_nox() -> None:
    """Run this file's arguments with nox from .venv, made first where it is missing."""
    home = HERE / ".venv"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark = home / ".nox-installed"
    lock = LOCKS / "nox.txt"
    if not mark.exists() or mark.read_text() != lock.read_text():
        print("Setting up nox in .venv (once) …", file=sys.stderr, flush=True)
        venv.create(home, with_pip=True, clear=home.exists())
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, "--require-hashes", "-r", lock], check=True)
        mark.write_text(lock.read_text())
    arguments = sys.argv[1:] or ["-l"]
    sys.exit(subprocess.call([python, "-m", "nox", "-f", str(Path(__file__).resolve()), *arguments]))


try:
    import nox
except ImportError:
    if __name__ == "__main__":
        start_with_nox()
    raise

nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = True
nox.options.sessions = ["publish"]


def install(session: nox.Session, *groups: str) -> None:
    """Install the locked *groups* and the project itself, unless nothing has changed since the last time."""
    locks = [LOCKS / f"{group}.txt" for group in groups]
    content = "".join(lock.read_text() for lock in locks) + (HERE / "pyproject.toml").read_text() + str(HERE)
    wanted = hashlib.sha256(content.encode()).hexdigest()
    mark = Path(session.virtualenv.location) / ".installed"
    if mark.exists() and mark.read_text() == wanted:
        return
    for lock in locks:
        session.install("--quiet", "--require-hashes", "-r", str(lock))
    session.install("--quiet", "--no-deps", "--editable", ".")
    mark.write_text(wanted)


@nox.session
def publish(session: nox.Session) -> None:
    """Publish every edition into dist/, or what options narrow it to (release managers)."""
    install(session, "publish")
    session.run("cop", "publish", *session.posargs)


@nox.session
def preview(session: nox.Session) -> None:
    """Show one edition live, rebuilt on every save (authors, translators)."""
    install(session, "publish")
    session.run("cop", "preview", *session.posargs)


@nox.session
def new(session: nox.Session) -> None:
    """Write what a new block or a new language begins with (authors, translators)."""
    install(session, "publish")
    session.run("cop", "new", *session.posargs)


@nox.session
def extract(session: nox.Session) -> None:
    """Write the templates for translators from the source (authors)."""
    install(session, "publish")
    session.run("cop", "extract", *session.posargs)


@nox.session
def impact(session: nox.Session) -> None:
    """Show what the edits since a revision cost in every language, for a pull request (authors)."""
    install(session, "publish")
    session.run("cop", "impact", *session.posargs)


@nox.session
def update(session: nox.Session) -> None:
    """Bring all catalogs up to date with the source, losing nothing (authors, translators)."""
    install(session, "publish")
    session.run("cop", "update", *session.posargs)


@nox.session
def status(session: nox.Session) -> None:
    """Show how much is translated, and where the rest stands (translators, release managers)."""
    install(session, "publish")
    session.run("cop", "status", *session.posargs)


@nox.session
def review(session: nox.Session) -> None:
    """Write down who has read which translations, or released them (translators)."""
    install(session, "publish")
    session.run("cop", "review", *session.posargs)


@nox.session
def merging(session: nox.Session) -> None:
    """Write the merge driver for catalogs into this clone; with --settle, settle conflicts (authors, translators)."""
    install(session, "publish")
    session.run("cop", "merge-po", *(session.posargs or ["--install"]))


@nox.session
def exchange(session: nox.Session) -> None:
    """Bring translations to other programs and back: export, import (translators)."""
    install(session, "publish")
    session.run("cop", *session.posargs)


@nox.session
def kit(session: nox.Session) -> None:
    """Write one file with everything for translating offline (translators)."""
    install(session, "publish")
    session.run("cop", "kit", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Check the text against the rules of writing (authors)."""
    install(session, "publish")
    session.run("cop", "check", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Test the tools and the text (everybody who changes something)."""
    install(session, "publish", "tests")
    session.run("pytest", *session.posargs)


@nox.session
def proofs(session: nox.Session) -> None:
    """Test at length: histories, mutants, crashes, other programs (contributors)."""
    install(session, "publish", "tests", "tools")
    names = ("crashes", "damaged_disk", "other_people_at_work")
    session.run(
        "pytest",
        "--hypothesis-profile=slow",
        *(session.posargs or ["tests/catalogs", *(f"tests/publishing/test_{name}.py" for name in names)]),
    )


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, layers and markup (contributors)."""
    install(session, "publish", "tests", "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("lint-imports", "--no-cache")
    session.run("sphinx-lint", "--enable=all", "--disable=line-too-long,default-role", "source", "docs", "locale")
    session.run("cop", "extract", "--check")


@nox.session
def docs(session: nox.Session) -> None:
    """Write the documentation as a website (everybody)."""
    install(session, "publish")
    session.run("sphinx-build", "-q", "-W", "-b", "html", "-d", "build/docs/doctrees", "docs", "build/docs/html")
    session.log("Open build/docs/html/index.html")


@nox.session
def validate(session: nox.Session) -> None:
    """Validate links, EPUB, DOCX and accessibility of what stands in dist/ (release managers)."""
    install(session, "publish", "validate")
    session.run("cop", "validate", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Compare publishing with stock Sphinx, and updating with sphinx-intl and msgmerge; or one (contributors)."""
    install(session, "publish", "bench")
    names, options = session.posargs[:1], session.posargs[1:]
    if names and names[0] not in ("publishing", "catalogs", "commands"):
        session.error("choose what to measure: nox -s bench -- publishing, or catalogs, or commands")
    for name in names or ("publishing", "catalogs", "commands"):
        session.run("python", "-m", f"benchmarks.{name}", *options)


@nox.session
def lock(session: nox.Session) -> None:
    """Lock the newest dependencies that the bounds of pyproject.toml allow (contributors)."""
    session.install("uv")
    compile_ = ("uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11")
    session.run(*compile_, "requirements/nox.in", "-o", "requirements/nox.txt", *session.posargs)
    session.run(*compile_, "pyproject.toml", "-o", "requirements/publish.txt", *session.posargs)
    for group in ("tests", "tools", "lint", "validate", "bench"):
        target = f"requirements/{group}.txt"
        session.run(*compile_, "-c", "requirements/publish.txt", "--group", group, "-o", target, *session.posargs)


if __name__ == "__main__":
    nox.main()
