"""Plays a week of a translation in a real Weblate, and compares what comes out: ``nox -s proofs -- weblate``.

A small guideline goes in by our own command. Messages are translated, approved and commented on by the API; meanwhile
the English of one of them changes. What is asked is asked over HTTP; the environment of Weblate is one of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.reviews import reviewers, standing
from builders.model.messages import CatalogEntry
from builders.translating.weblate import server as api
from tests.conftest import GARDEN, ROOT
from tests.translating.clones import environment
from tests.weblate.server import Server, running

DOMAIN, LANGUAGE = "growers", "pt"


@dataclass
class Trial:
    """What is tried, and what came of it."""

    server: Server
    clone: Path
    slug: str = ""
    rows: list[tuple[str, str, bool]] = field(default_factory=list)

    @property
    def asked(self) -> api.Server:
        return api.Server(self.server.address, self.server.token)

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.clone, env=environment(), capture_output=True, check=False)
        if done.returncode:
            raise RuntimeError(f"git {' '.join(arguments)}: {done.stdout.decode()}{done.stderr.decode()}")
        return done.stdout.decode()

    def cop(self, *arguments: str) -> str:
        variables = {**environment(), "PYTHONPATH": str(ROOT), api.TOKEN: self.server.token}
        command = [sys.executable, "-m", "builders.cli", *arguments]
        done = subprocess.run(command, cwd=self.clone, env=variables, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def expect(self, what: str, found: object, *, holds: bool) -> None:
        """Write down *what* was looked for, what was *found*, and whether that *holds*."""
        self.rows.append((what, str(found), holds))
        print(f"{'yes' if holds else 'NO '}  {what}: {found}", flush=True)

    def units(self, query: str = "") -> list[dict]:
        place = api.named("translations", self.slug, DOMAIN, LANGUAGE)
        return list(self.asked.pages(f"{place}units/", q=query, page_size="500"))

    def operation(self, name: str) -> dict:
        return self.asked.post(f"{api.named('projects', self.slug)}repository/", {"operation": name})

    def catalog(self, revision: str = "HEAD") -> bytes:
        name = f"{revision}:locale/{LANGUAGE}/LC_MESSAGES/{DOMAIN}.po"
        return subprocess.run(["git", "show", name], cwd=self.clone, capture_output=True, check=True).stdout

    def entries(self, revision: str) -> dict[str, CatalogEntry]:
        return {each.msgid: each for each in parse_catalog(self.catalog(revision), DOMAIN).active}


def lay_clone(folder: Path) -> Path:
    """Make a repository with the small guideline, and a clone of it to work in."""
    bare, clone = folder / "repositories" / "garden.git", folder / "clone"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", bare], check=True)
    subprocess.run(["git", "-C", bare, "config", "http.receivepack", "true"], check=True)
    subprocess.run(["git", "clone", "-q", bare, clone], check=True, capture_output=True)
    shutil.copytree(GARDEN, clone, dirs_exist_ok=True)
    shutil.copyfile(ROOT / ".gitattributes", clone / ".gitattributes")
    return clone


def set_up(trial: Trial) -> None:
    trial.cop("update")
    trial.git("checkout", "-q", "-B", "main")
    trial.git("add", "-A")
    trial.git("commit", "-q", "-m", "the guideline")
    trial.git("push", "-q", "origin", "main")
    repository = f"http://127.0.0.1:{trial.server.git_port}/garden.git"
    options = ["--repository", repository, "--push", repository, "--push-branch", "weblate"]
    said = trial.cop("weblate", "setup", trial.server.address, *options, "--web", "https://example.org/garden")
    [address] = [line for line in said.splitlines() if line.startswith(trial.server.address)] or [said]
    trial.slug = address.rstrip("/").rpartition("/")[2]
    components = {each["slug"]: each for each in trial.asked.pages(api.named("projects", trial.slug, "components"))}
    wrapped = {each["file_format_params"]["po_line_wrap"] for each in components.values() if not each["is_glossary"]}
    trial.expect("a component for every catalog", ", ".join(sorted(components)), holds=DOMAIN in components)
    trial.expect("lines are wrapped at newlines only", wrapped, holds=wrapped == {65535})
    again = trial.cop("weblate", "setup", trial.server.address, *options, "--web", "https://example.org/garden")
    trial.expect("a second set-up makes nothing", again.count("made"), holds=again.count("made") == 0)
    print(trial.cop("merge-po", "--install", "--home", str(trial.server.home)), flush=True)


def edit(trial: Trial) -> tuple[str, str, str]:
    """Translate, approve, suggest and comment; return the English of what was approved, edited and given a fault."""
    plain = [each for each in trial.units() if each["translated"] and _is_plain(each["source"][0])]
    approved, edited, changed, faulty = plain[:4]
    ask = trial.asked
    ask.patch(api.named("units", str(approved["id"])), {"state": 30, "target": approved["target"]})
    for each in (edited, changed):
        ask.patch(api.named("units", str(each["id"])), {"state": 20, "target": [f"{each['target'][0]} Outra vez."]})
    ask.patch(api.named("units", str(faulty["id"])), {"state": 20, "target": [f"{faulty['target'][0]} :doc:`x`"]})
    place = api.named("units", str(approved["id"]))
    ask.post(f"{place}comments/", {"scope": "translation", "comment": "Is this word right?"})
    ask.post(f"{place}suggestions/", {"target": [f"{approved['target'][0]} Talvez."]})
    trial.expect("units edited, approved, commented on", 4, holds=True)
    return approved["source"][0], changed["source"][0], faulty["source"][0]


def _is_plain(text: str) -> bool:
    """Whether *text* is a sentence without markup or places."""
    return len(text) > 20 and not re.search(r"[`*{|]", text)


def commit(trial: Trial, before: bytes, faulty: str) -> None:
    trial.operation("commit")
    trial.operation("push")
    trial.git("fetch", "-q", "origin")
    after = trial.catalog("origin/weblate")
    old, new = before.decode().splitlines(), after.decode().splitlines()
    body = [line for line in new if line not in old and not line.startswith('"')]
    gone = [line for line in old if line not in new and not line.startswith('"')]
    trial.expect("lines of entries that came", len(body), holds=0 < len(body) <= 8)
    trial.expect("lines of entries that went", len(gone), holds=len(gone) <= 6)
    state = standing(trial.entries("origin/weblate")[faulty])
    trial.expect("a translation that breaks references is committed as", state.value, holds=state.value == "fuzzy")


def change_english(trial: Trial, changed: str) -> None:
    """Let the English of an edited message change while Weblate has edits that it has not pushed."""
    unit = next(each for each in trial.units() if each["source"][0] == changed)
    trial.asked.patch(api.named("units", str(unit["id"])), {"state": 20, "target": [f"{unit['target'][0]} E mais."]})
    for page in (trial.clone / "source").rglob("*.rst"):
        text = page.read_text(encoding="utf-8")
        if changed in text:
            page.write_text(text.replace(changed, f"{changed} And one word more."), encoding="utf-8")
    trial.cop("update")
    trial.git("commit", "-q", "-a", "-m", "text: a word more")
    trial.git("push", "-q", "origin", "main")
    said = trial.operation("pull")
    trial.expect("a pull under pending edits", said.get("result"), holds=said.get("result") is True)
    trial.operation("commit")
    trial.operation("push")
    trial.git("fetch", "-q", "origin")
    found = trial.entries("origin/weblate")
    new = next((each for text, each in found.items() if text.startswith(changed) and text != changed), None)
    kept = new is not None and new.msgstr.endswith("E mais.") and new.is_fuzzy
    trial.expect("the edit of the changed message is kept, fuzzy", new.msgstr[-16:] if new else "", holds=kept)


def take_in(trial: Trial, approved: str) -> None:
    trial.git("merge", "-q", "origin/weblate", "-m", "merged")
    trial.cop("update")
    said = trial.cop("import", "--approvals", f"{trial.server.address}projects/{trial.slug}/", "-l", LANGUAGE)
    path = trial.clone / f"locale/{LANGUAGE}/LC_MESSAGES/{DOMAIN}.po"
    entry = next(each for each in parse_catalog(path.read_bytes(), DOMAIN).active if each.msgid == approved)
    trial.expect("the approval came in under a name", reviewers(entry), holds=reviewers(entry) == ("Amina Example",))
    noted = [line for line in entry.comments if "Is this word right?" in line or "Talvez." in line]
    trial.expect("comment and suggestion came in", noted, holds=len(noted) == 2)
    trial.expect("what the import said", said.strip().splitlines()[-1:], holds="reviewed" in said)


def play(folder: Path, python: Path, *, say: Callable[[str], None] = print) -> list[tuple[str, str, bool]]:
    """Play everything in the empty *folder* with the Weblate of *python*; return what was looked for and found."""
    (folder / "server").mkdir()
    started = time.monotonic()
    clone = lay_clone(folder)
    with running(folder / "server", python, folder / "repositories") as server:
        say(f"server up after {time.monotonic() - started:.0f} s")
        trial = Trial(server=server, clone=clone)
        set_up(trial)
        say(f"set up after {time.monotonic() - started:.0f} s")
        before = trial.catalog("main")
        approved, changed, faulty = edit(trial)
        commit(trial, before, faulty)
        change_english(trial, changed)
        take_in(trial, approved)
        say(f"done after {time.monotonic() - started:.0f} s")
    return trial.rows


def main() -> int:
    """Run the trial with the Weblate whose Python COP_WEBLATE_PYTHON names; print a table."""
    python = Path(os.environ["COP_WEBLATE_PYTHON"])
    with tempfile.TemporaryDirectory(prefix="cop-weblate-") as folder:
        rows = play(Path(folder), python)
    return 0 if all(holds for _, _, holds in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
