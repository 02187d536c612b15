# /// script
# requires-python = ">=3.11"
# dependencies = ["nox"]
# ///
"""The menu of the project: ``nox -l`` lists it. On a machine with only Python and git, run this file itself.

    python3 noxfile.py -s publish

makes one virtual environment, .venv, with everything that publishing needs, and goes on with nox from there.
Afterwards ``.venv/bin/cop`` does the same without nox. Sessions that need more add it to .venv once.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

try:
    import fcntl
except ImportError:  # Windows: there, do not set up twice at once
    fcntl = None

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
PROGRAMS = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
MARKS = HOME / "installed"
"""A file for every group that .venv has, with the fingerprint of what was installed."""
UNFINISHED = MARKS / "unfinished"
PROJECT = "project"
BASE = ("nox", "publish", PROJECT)
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses=8", "--dist=loadfile")


def lock_of(group: str) -> Path:
    return HERE / "requirements" / f"{group}.txt"


def fingerprint(group: str) -> str:
    """Say what belongs to *group* now: its lock or how the project is installed, where, and for which Python."""
    if group == PROJECT:
        read = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
        content = repr((read["build-system"], read["project"], read["tool"]["setuptools"]))
    else:
        content = lock_of(group).read_text(encoding="utf-8")
    return hashlib.sha256(f"{HERE}\n{sys.version_info[:2]}\n{content}".encode()).hexdigest()


def is_ready(group: str) -> bool:
    """Tell whether .venv has *group* as it is now."""
    mark = MARKS / group
    return mark.exists() and mark.read_text() == fingerprint(group)


def is_sound() -> bool:
    """Tell whether something can be added to .venv: it runs, was not left half-way, and no lock in it has changed."""
    groups = {mark.name for mark in MARKS.glob("*")} - {PROJECT}
    return PYTHON.exists() and "nox" in groups and all(lock_of(group).exists() and is_ready(group) for group in groups)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second set-up in this clone wait for the first."""
    lock = HERE / ".cache" / "set-up-lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as file:
        if fcntl:
            fcntl.flock(file, fcntl.LOCK_EX)
            os.set_inheritable(file.fileno(), True)  # a pip that outlives a killed set-up holds the lock, too
        yield


def set_up(*groups: str) -> None:
    """Let .venv have *groups*; it is made anew where it is missing, was left half-way, or where a lock has changed."""
    with one_at_a_time():
        if not is_sound():
            make_environment()
        for group in groups:
            if not is_ready(group):
                install(group)


def make_environment() -> None:
    """Make .venv anew and empty."""
    if Path(sys.prefix).resolve() == HOME:
        sys.exit(".venv is not what requirements/ says any more: run python3 noxfile.py outside of it, to make it anew")
    print("Making .venv (once) …", file=sys.stderr, flush=True)
    try:
        venv.create(HOME, with_pip=True, clear=HOME.exists())
    except subprocess.CalledProcessError:
        sys.exit("This Python has no ensurepip. On Debian and Ubuntu: apt-get install python3-venv")
    MARKS.mkdir()


def install(group: str) -> None:
    """Add *group* to .venv; an interruption leaves a mark, so that nobody builds on a half of it."""
    what: list[str | Path] = ["--no-deps", "--editable", HERE]
    if group != PROJECT:
        print(f"Installing requirements/{group}.txt into .venv (once) …", file=sys.stderr, flush=True)
        what = ["--require-hashes", "-r", lock_of(group)]
    UNFINISHED.touch()
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *what]
    if subprocess.call(pip, close_fds=False):
        sys.exit("The lines above say why pip could not install this. Then run the same command again.")
    (MARKS / group).write_text(fingerprint(group))
    UNFINISHED.unlink()


try:
    import nox
except ImportError:
    if __name__ == "__main__":
        set_up(*BASE)
        sys.exit(subprocess.call([PYTHON, "-m", "nox", "-f", HERE / "noxfile.py", *(sys.argv[1:] or ["-l"])]))
    raise

nox.options.default_venv_backend = "none"
nox.options.sessions = ["publish"]


def run(session: nox.Session, program: str, *arguments: str) -> None:
    """Run a *program* of .venv."""
    session.run(str(PROGRAMS / program), *arguments, external=True)


COMMANDS = {
    "publish": "Publish the editions into dist/ (release managers, adapters).",
    "preview": "Show one edition live (authors, translators, adapters).",
    "new": "Write the start of a block, language, guideline or adaptation (authors, translators, adapters).",
    "check": "Check the text and its translations (authors, translators).",
    "extract": "Write the templates locale/*.pot from the source (authors).",
    "impact": "Show what edits cost the translators (authors).",
    "update": "Bring the catalogs up to date (authors, translators, adapters).",
    "status": "Show how much is translated (translators, adapters).",
    "review": "Write down who has read translations (translators).",
    "merge-po": "Merge two branches of a catalog (authors, translators).",
    "export": "Write XLIFF 2.1, TMX or TBX (translators).",
    "import": "Take in XLIFF, PO, TMX or TBX (translators).",
    "kit": "Write a translator’s kit to work offline (translators).",
    "weblate": "Bring the catalogs into Weblate (release managers).",
    "adapt": "Bring a national text up to date with the guidelines (adapters).",
    "demo": "Show in a copy what becomes of wrong translations (everybody).",
}
"""The commands of ``cop`` that need nothing but the locks of publishing; each is a session of the same name."""


def session_of(command: str, does: str) -> None:
    """Let nox have a session that calls ``cop`` with *command*."""

    def call(session: nox.Session) -> None:
        set_up(*BASE)
        run(session, "cop", command, *session.posargs)

    call.__doc__ = does
    nox.session(call, name=command)


for command, does in COMMANDS.items():
    session_of(command, does)


@nox.session
def validate(session: nox.Session) -> None:
    """Validate what stands in dist/ (release managers, adapters)."""
    set_up(*BASE, "validate")
    run(session, "cop", "validate", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Test the tools and the text, without what takes long (everybody who changes something)."""
    set_up(*BASE, "tests", "tools")
    run(session, "pytest", *SIDE_BY_SIDE, *session.posargs)


@nox.session
def proofs(session: nox.Session) -> None:
    """Test at length what “tests” leaves out or only tries: editions, histories, crashes, programs (contributors)."""
    set_up(*BASE, "tests", "tools", "bench")
    match session.posargs:
        case ["weblate"]:
            with_weblate(session)
        case ["programs"]:
            run(session, "pytest", "-m", "", "-rs", "tests/programs", "tests/translating/sheets")
        case _:
            at_length = ("--hypothesis-profile=slow", "-m", "(slow or hypothesis) and not desktop")
            run(session, "pytest", *SIDE_BY_SIDE, *at_length, *session.posargs)


WEBLATE = ("weblate==2026.10.1", "psycopg[binary]>=3.2,<4")
"""What the server is made of that the catalogs are taken to: it runs from an environment of its own."""


def is_python(name: str) -> bool:
    """Tell whether *name* starts a Python: a version manager may have the name of one that is not chosen."""
    path = shutil.which(name)
    return path is not None and subprocess.call([path, "-c", ""], stderr=subprocess.DEVNULL) == 0


def with_weblate(session: nox.Session) -> None:
    """Take a small guideline to a Weblate server, which needs PostgreSQL, Redis and Python 3.12 or newer."""
    found = (f"python3.{minor}" for minor in (14, 13, 12))
    newer = os.environ.get("COP_WEBLATE_PYTHON") or next(filter(is_python, found), None)
    if newer is None:
        session.error("Weblate needs Python 3.12 or newer: name one with COP_WEBLATE_PYTHON")
    home = HERE / "build" / "weblate"
    python = home / "bin" / "python"
    mark = home / "installed"
    if not mark.exists() or mark.read_text() != "\n".join(WEBLATE):
        session.log("Installing Weblate (once); docs/translators/weblate.rst names the packages that it wants")
        session.run(newer, "-m", "venv", "--clear", str(home), external=True)
        session.run(str(python), "-m", "pip", "install", "--quiet", *WEBLATE, external=True)
        mark.write_text("\n".join(WEBLATE))
    env = {"COP_WEBLATE_PYTHON": str(python), "PYTHONPATH": str(HERE)}
    session.run(str(PYTHON), "-m", "tests.weblate.trial", env=env, external=True)


@nox.session
def alone(session: nox.Session) -> None:
    """Test the tools in a copy without this text and its translations (contributors)."""
    set_up(*BASE, "tests", "tools")
    with TemporaryDirectory() as folder:
        ours = shutil.ignore_patterns("source", "locale", "dist", "build", ".*cache", ".git", ".venv")
        copy = Path(folder, "copy")
        shutil.copytree(HERE, copy, ignore=lambda at, names: ours(at, names) if Path(at) == HERE else set())
        shutil.rmtree(copy / "tests" / "text")
        with session.chdir(copy):
            env = {"PYTHONPATH": str(copy)}
            session.run(str(PROGRAMS / "pytest"), *SIDE_BY_SIDE, *session.posargs, env=env, external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, layers and markup (contributors)."""
    set_up(*BASE, "tests", "lint")
    run(session, "ruff", "check", ".")
    run(session, "ruff", "format", "--check", ".")
    run(session, "mypy")
    run(session, "lint-imports", "--no-cache")
    run(session, "sphinx-lint", "--enable=all", "--disable=line-too-long,default-role", "source", "docs", "locale")
    run(session, "cop", "extract", "--check")
    run(session, "python", "docs/readme_coverage.py", "--check")


@nox.session
def docs(session: nox.Session) -> None:
    """Write the documentation as a website, and the coverage into the README (everybody)."""
    set_up(*BASE)
    run(session, "python", "docs/readme_coverage.py")
    run(session, "sphinx-build", "-q", "-W", "-b", "html", "-d", "build/docs/doctrees", "docs", "build/docs/html")
    session.log("Open build/docs/html/index.html")


@nox.session
def wheel(session: nox.Session) -> None:
    """Write the tools as one file into build/wheel/, for guidelines of others (contributors)."""
    set_up(*BASE)
    with TemporaryDirectory() as folder:
        copy_tools(Path(folder))
        run(session, "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(HERE / "build" / "wheel"), folder)


def copy_tools(folder: Path) -> None:
    """Copy into *folder* what the wheel is made of: in the clone, what an earlier build has left would come along."""
    for name in ("builders", "locale"):
        shutil.copytree(HERE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-TEXT"):
        shutil.copyfile(HERE / name, folder / name)


BENCHMARKS = ("publishing", "catalogs", "commands", "gate", "checks", "adaptations")


@nox.session
def bench(session: nox.Session) -> None:
    """Compare with other programs, time commands and the gate, test the checks; or one of them (contributors)."""
    set_up(*BASE, "bench")
    names, options = session.posargs[:1], session.posargs[1:]
    if names and names[0] not in BENCHMARKS:
        session.error(f"choose what to measure: nox -s bench -- {', or '.join(BENCHMARKS)}")
    for name in names or BENCHMARKS:
        run(session, "python", "-m", f"benchmarks.{name}", *options)


@nox.session(venv_backend="virtualenv", reuse_venv=True)
def lock(session: nox.Session) -> None:
    """Lock the newest dependencies that the bounds of pyproject.toml allow (contributors)."""
    session.install("uv")
    compile_ = ("uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11")
    locked = ["requirements/publish.txt"]
    session.run(*compile_, "pyproject.toml", "-o", locked[0], *session.posargs)
    # One environment takes them all, so that no two locks may name one package in two versions.
    for name in ("nox", "tests", "tools", "lint", "validate", "bench"):
        source = ["requirements/nox.in"] if name == "nox" else ["--group", name]
        constraints = [word for path in locked for word in ("-c", path)]
        locked.append(f"requirements/{name}.txt")
        session.run(*compile_, *constraints, *source, "-o", locked[-1], *session.posargs)


if __name__ == "__main__":
    nox.main()
