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
from datetime import UTC, datetime
from pathlib import Path

from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.reviews import reviews_of, standing
from builders.model.messages import CatalogEntry
from builders.translating.weblate import server as api
from tests.byte_comparing import HEADER, differences
from tests.conftest import GARDEN, ROOT
from tests.translating.clones import environment
from tests.weblate.server import Server, running

DOMAIN, LABELS, LANGUAGE = "growers", "labels", "pt"
MAIN, THEIRS = "main", "origin/weblate"
HEADERS_OF_WEBLATE = {"PO-Revision-Date", "Last-Translator", "Language-Team", "X-Generator", "Plural-Forms"}


@dataclass(frozen=True)
class Edit:
    """What somebody has typed in Weblate."""

    domain: str
    source: str
    before: str
    typed: str
    what: str


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

    def units(self, domain: str = DOMAIN) -> list[dict]:
        place = api.named("translations", self.slug, domain, LANGUAGE)
        return list(self.asked.pages(f"{place}units/", page_size="500"))

    def type(self, unit: dict, domain: str, text: str, what: str) -> Edit:
        """Let somebody translate *unit* as *text*."""
        self.asked.patch(api.named("units", str(unit["id"])), {"state": 20, "target": [text]})
        return Edit(domain, unit["source"][0], unit["target"][0], text, what)

    def operation(self, name: str) -> None:
        self.asked.post(f"{api.named('projects', self.slug)}repository/", {"operation": name})

    def brought(self) -> None:
        """Let Weblate commit and push what is pending, and fetch it."""
        self.operation("commit")
        self.operation("push")
        self.git("fetch", "-q", "origin")

    def state(self) -> tuple[object, ...]:
        """Return how far Weblate and the repository are from each other: failure, commits to take in, to push."""
        said = self.asked.get(f"{api.named('components', self.slug, LABELS)}repository/")
        return said["merge_failure"], said["missing_commits"], said["needs_push"]

    def catalog(self, revision: str, domain: str = DOMAIN) -> bytes:
        name = f"{revision}:locale/{LANGUAGE}/LC_MESSAGES/{domain}.po"
        return subprocess.run(["git", "show", name], cwd=self.clone, capture_output=True, check=True).stdout

    def entries(self, revision: str, domain: str = DOMAIN) -> dict[str, CatalogEntry]:
        return {each.msgid: each for each in parse_catalog(self.catalog(revision, domain), domain).active}


def lay_clone(folder: Path) -> Path:
    """Make a repository with the small guideline, and a clone of it to work in."""
    bare, clone = folder / "repositories" / "garden.git", folder / "clone"
    subprocess.run(["git", "init", "-q", "--bare", "-b", MAIN, bare], check=True)
    subprocess.run(["git", "-C", bare, "config", "http.receivepack", "true"], check=True)
    subprocess.run(["git", "clone", "-q", bare, clone], check=True, capture_output=True)
    shutil.copytree(GARDEN, clone, dirs_exist_ok=True)
    shutil.copyfile(ROOT / ".gitattributes", clone / ".gitattributes")
    return clone


def set_up(trial: Trial) -> None:
    """Do what docs/translators/weblate.rst says: the driver, for Weblate and for us, and the components."""
    print(trial.cop("merge-po", "--install", "--home", str(trial.server.home)), trial.cop("merge-po", "--install"))
    trial.cop("update")
    trial.git("checkout", "-q", "-B", MAIN)
    trial.git("add", "-A")
    trial.git("commit", "-q", "-m", "the guideline")
    trial.git("push", "-q", "origin", MAIN)
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


def edit(trial: Trial) -> tuple[str, list[Edit]]:
    """Translate, approve, suggest and comment; return the English of what was approved, and what was typed."""
    approved, edited, changed, faulty = [each for each in trial.units() if _is_plain(each)][:4]
    label = next(each for each in trial.units(LABELS) if each["source"] == ["Page {number}"])
    typed = [
        trial.type(edited, DOMAIN, f"{edited['target'][0]} Outra vez.", "another translation"),
        trial.type(changed, DOMAIN, f"{changed['target'][0]} Outra vez.", "another translation"),
        trial.type(faulty, DOMAIN, f"{faulty['target'][0]} :doc:`x`", "a reference that English has not"),
        trial.type(label, LABELS, "Página {numero}", "a place with another name"),
    ]
    place = api.named("units", str(approved["id"]))
    trial.asked.patch(place, {"state": 30, "target": approved["target"]})
    trial.asked.post(f"{place}comments/", {"scope": "translation", "comment": "Is this word right?"})
    trial.asked.post(f"{place}suggestions/", {"target": [f"{approved['target'][0]} Talvez."]})
    now = {each["source"][0]: each for each in (*trial.units(), *trial.units(LABELS))}
    held = [now[each.source]["target"] == [each.typed] for each in typed]
    states = now[approved["source"][0]]["state"], now[faulty["source"][0]]["state"], now[label["source"][0]]["state"]
    trial.expect("Weblate holds what was typed", f"{sum(held)} of {len(held)}", holds=all(held))
    trial.expect("approved; both faults need rewriting", states, holds=states == (30, 11, 11))
    return approved["source"][0], typed


def _is_plain(unit: dict) -> bool:
    """Whether *unit* is a translated sentence without markup or places."""
    return unit["translated"] and len(unit["source"][0]) > 20 and not re.search(r"[`*{|]", unit["source"][0])


def compare(trial: Trial, typed: list[Edit]) -> None:
    """Let Weblate push, and compare its catalogs with those that it was given, byte by byte."""
    trial.brought()
    found = {each: differences(trial.catalog(MAIN, each), trial.catalog(THEIRS, each)) for each in (DOMAIN, LABELS)}
    print("\nwhat is not as it was in the catalogs of Weblate:")
    for name, entries in found.items():
        print(f"{name}.po", *entries, sep="\n")
    print()
    touched = [(domain, each.text) for domain in found for each in found[domain] if each.text != HEADER]
    wanted = [(each.domain, each.source) for each in typed]
    same = sorted(touched) == sorted(wanted)
    trial.expect("entries that changed are those that were edited", f"{len(touched)} of {len(wanted)}", holds=same)
    came = [line for each in found.values() for entry in each if entry.text != HEADER for line in entry.came]
    lines = {f'msgstr "{each.typed}"' for each in typed} | {"#, fuzzy", "#, fuzzy, python-brace-format"}
    trial.expect("lines that came hold what was typed", len(came), holds=set(came) <= lines)
    header = [line for each in found.values() for entry in each if entry.text == HEADER for line in entry.came]
    names = {line.strip('"').partition(":")[0] for line in header}
    trial.expect("lines of the header that changed", ", ".join(sorted(names)), holds=names <= HEADERS_OF_WEBLATE)
    for each in (one for one in typed if one.what != "another translation"):
        state = standing(trial.entries(THEIRS, each.domain)[each.source]).value
        trial.expect(f"{each.what} is committed as", state, holds=state == "fuzzy")


def change_english(trial: Trial, edited: Edit) -> Edit:
    """Let the English of an edited message change while Weblate has an edit of it that it has not pushed."""
    unit = next(each for each in trial.units() if each["source"][0] == edited.source)
    pending = trial.type(unit, DOMAIN, f"{unit['target'][0]} E mais.", "while the English changes")
    for page in (trial.clone / "source").rglob("*.rst"):
        text = page.read_text(encoding="utf-8")
        if edited.source in text:
            page.write_text(text.replace(edited.source, f"{edited.source} And more."), encoding="utf-8")
    trial.cop("update")
    trial.git("commit", "-q", "-a", "-m", "text: a word more")
    trial.git("push", "-q", "origin", MAIN)
    trial.operation("pull")
    failure, missing, _ = trial.state()
    is_pulled = failure is None and missing == 0
    trial.expect("a pull under that edit: failure, commits that are missing", (failure, missing), holds=is_pulled)
    trial.brought()
    left = trial.state()[-1]
    trial.expect("after the push, more to push", left, holds=left is False)
    return pending


def look_for_edits(trial: Trial, typed: list[Edit], pending: Edit) -> None:
    """Look for every edit in what Weblate has pushed after the English has changed."""
    behind = trial.git("rev-list", "--count", f"{THEIRS}..{MAIN}").strip()
    trial.expect("commits of the repository that Weblate has not", behind, holds=behind == "0")
    others = [each for each in typed if each.source != pending.source]
    kept = [trial.entries(THEIRS, each.domain)[each.source].msgstr == each.typed for each in others]
    trial.expect("the other edits are kept", f"{sum(kept)} of {len(kept)}", holds=all(kept))
    new = trial.entries(THEIRS).get(f"{pending.source} And more.")
    found = (new.msgstr[-8:], standing(new).value, new.previous and new.previous[1]) if new else None
    wanted = (pending.typed[-8:], "fuzzy", pending.source)
    trial.expect("the edit of the changed message, its state, the former text with it", found, holds=found == wanted)


def take_in(trial: Trial, approved: str) -> None:
    """Merge what Weblate has pushed, take the approvals in, and let Weblate pull that."""
    trial.git("merge", "-q", THEIRS, "-m", "merged")
    trial.cop("update")
    said = trial.cop("import", "--approvals", f"{trial.server.address}projects/{trial.slug}/", "-l", LANGUAGE)
    path = trial.clone / f"locale/{LANGUAGE}/LC_MESSAGES/{DOMAIN}.po"
    entry = next(each for each in parse_catalog(path.read_bytes(), DOMAIN).active if each.msgid == approved)
    found = [(each.by, each.on.isoformat(), each.level.value) for each in reviews_of(entry)]
    wanted = [("Amina Example", datetime.now(tz=UTC).date().isoformat(), "approved")]
    trial.expect("the approval came in under a name and a day", found, holds=found == wanted)
    noted = [line for line in entry.comments if line.startswith("Amina Example, ")]
    trial.expect("comment and suggestion came in", noted, holds=len(noted) == 2)
    trial.expect("what the import said", said.strip().splitlines()[-1:], holds="1 reviewed" in said)
    again = trial.cop("import", "--approvals", f"{trial.server.address}projects/{trial.slug}/", "-l", LANGUAGE)
    trial.expect("a second import changes", again.strip().splitlines()[-1:], holds="0 files changed" in again)
    trial.git("commit", "-q", "-a", "-m", "approvals")
    trial.git("push", "-q", "origin", MAIN)


def go_on(trial: Trial, edited: Edit, approved: str) -> None:
    """Let the week after begin: Weblate pulls what was merged, and somebody edits again."""
    trial.operation("pull")
    unit = next(each for each in trial.units() if each["source"][0] == edited.source)
    again = trial.type(unit, DOMAIN, f"{unit['target'][0]} E outra.", "in the week after")
    trial.brought()
    found = differences(trial.catalog(MAIN), trial.catalog(THEIRS))
    names = [each.text for each in found if each.text != HEADER]
    trial.expect("in the week after, one edit changes", names, holds=names == [again.source])
    trial.expect("failure, commits to take in, more to push", trial.state(), holds=trial.state() == (None, 0, False))
    held = standing(trial.entries(THEIRS)[approved]).value
    trial.expect("what was approved is, in the catalog of Weblate", held, holds=held == "approved")


def play(folder: Path, python: Path, *, say: Callable[[str], None] = print) -> list[tuple[str, str, bool]]:
    """Play everything in the empty *folder* with the Weblate of *python*; return what was looked for and found."""
    (folder / "server").mkdir()
    started = time.monotonic()
    clone = lay_clone(folder)
    with running(folder / "server", python, folder / "repositories") as server:
        say(f"server up after {time.monotonic() - started:.0f} s")
        trial = Trial(server=server, clone=clone)
        play_week(trial)
        say(f"done after {time.monotonic() - started:.0f} s")
    return trial.rows


def play_week(trial: Trial) -> None:
    set_up(trial)
    approved, typed = edit(trial)
    compare(trial, typed)
    pending = change_english(trial, typed[1])
    look_for_edits(trial, typed, pending)
    take_in(trial, approved)
    go_on(trial, typed[0], approved)


def main() -> int:
    """Run the trial with the Weblate whose Python COP_WEBLATE_PYTHON names; print a table."""
    python = Path(os.environ["COP_WEBLATE_PYTHON"])
    with tempfile.TemporaryDirectory(prefix="cop-weblate-") as folder:
        rows = play(Path(folder), python)
    return 0 if all(holds for _, _, holds in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
