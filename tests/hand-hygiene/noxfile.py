# /// script
# requires-python = ">=3.11"
# dependencies = ["nox"]
# ///
"""The menu: ``python3 noxfile.py -l`` lists it. It needs nothing but Python and git, and makes .venv by itself.

``tools`` in source/guideline.toml says where the tools come from: a wheel, the folder of a clone, or anything else
that pip installs. requirements.txt keeps the versions that pip chose the first time; without the file it chooses anew.
"""

import hashlib
import os
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
PROGRAMS = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
VERSIONS = HERE / "requirements.txt"
MARK = HOME / "installed"
"""Says what was installed, once all of it was."""
TOOLS = tomllib.loads((HERE / "source/guideline.toml").read_text(encoding="utf-8"))["tools"]


def fingerprint() -> str:
    """Say what belongs into .venv now: the tools, the versions, and for which Python in which folder."""
    place = HERE / TOOLS
    files = [place / "pyproject.toml" if place.is_dir() else place, VERSIONS]
    content = b"".join(file.read_bytes() for file in files if file.is_file())
    return hashlib.sha256(f"{HERE}\n{sys.version_info[:2]}\n{TOOLS}\n".encode() + content).hexdigest()


def pip(*arguments: str | Path) -> str:
    """Run pip in .venv, and return what it prints."""
    command = [PYTHON, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit("The lines above say why pip could not do this. Then run the same command again.")
    return done.stdout


def set_up() -> None:
    """Let .venv have what it needs; it is made anew where anything of that has changed."""
    if MARK.is_file() and MARK.read_text() == fingerprint():
        return
    if Path(sys.prefix).resolve() == HOME:
        sys.exit("What belongs into .venv has changed: run python3 noxfile.py outside of it, to make it anew")
    print("Making .venv (once) …", file=sys.stderr, flush=True)
    venv.create(HOME, with_pip=True, clear=HOME.exists())
    place = HERE / TOOLS
    tools = ["--editable", place] if place.is_dir() else [place if place.exists() else TOOLS]
    kept = ["--constraint", VERSIONS] if VERSIONS.is_file() else []
    pip("install", "--quiet", *kept, "nox", "pytest", *tools)
    if not kept:
        chosen = pip("freeze", "--exclude-editable", "--exclude", "cop-tools")
        VERSIONS.write_text(chosen, encoding="utf-8", newline="\n")
    MARK.write_text(fingerprint())


try:
    import nox
except ImportError:
    if __name__ == "__main__":
        set_up()
        sys.exit(subprocess.call([PYTHON, "-m", "nox", "-f", HERE / "noxfile.py", *(sys.argv[1:] or ["-l"])]))
    raise

nox.options.default_venv_backend = "none"

COMMANDS = {
    "publish": "Publish the editions into dist/.",
    "preview": "Show one edition live.",
    "new": "Write the start of a block or language.",
    "check": "Check the text and its translations.",
    "update": "Bring the catalogs up to date.",
    "status": "Show how much is translated.",
    "validate": "Validate what stands in dist/.",
}
"""Commands of ``cop`` that are sessions of the same name; ``.venv/bin/cop -h`` lists the others."""


def session_of(command: str, does: str) -> None:
    """Let nox have a session that calls ``cop`` with *command*."""

    def call(session: nox.Session) -> None:
        set_up()
        session.run(str(PROGRAMS / "cop"), command, *session.posargs, external=True)

    call.__doc__ = does
    nox.session(call, name=command)


for command, does in COMMANDS.items():
    session_of(command, does)


@nox.session
def tests(session: nox.Session) -> None:
    """Test the text, its translations and what is published."""
    set_up()
    session.run(str(PYTHON), "-m", "pytest", "-q", "tests", *session.posargs, external=True)


if __name__ == "__main__":
    nox.main()
