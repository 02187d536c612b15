"""Weblate by its API, with a server that answers as Weblate does; tests/weblate/trial.py tries the real one."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from builders.catalogs.po.reading import read_catalog
from builders.catalogs.reviews import reviews_of, standing
from builders.cli.menu import main
from builders.model.messages import CatalogEntry, Standing
from builders.problems import Problem
from builders.translating.weblate.server import TOKEN, Server, named, server_at
from builders.translating.weblate.setting_up import Wanted, component_settings, pushing
from tests.conftest import SETTINGS, Project


@dataclass
class Fake:
    """What a server has, by method and path, and what it was told."""

    has: dict[str, object]
    told: list[tuple[str, str, dict, str]] = field(default_factory=list)
    address: str = ""


def page(*results: dict) -> dict:
    return {"results": list(results), "next": None}


UNIT = {"id": 5, "context": "", "web_url": "http://x/5", "has_comment": True, "has_suggestion": True, "state": 30}
PATH = "/api/translations/guide/shared/fr/"
HAS = {
    "/api/projects/guide/": {"slug": "guide"},
    "/api/projects/guide/components/": page({"slug": "shared"}, {"slug": "glossary", "is_glossary": True}),
    "/api/components/guide/shared/translations/": page(
        {"filename": "locale/fr/LC_MESSAGES/shared.po", "language": {"code": "fr"}},
        {"filename": "locale/shared.pot", "language": {"code": "en"}},
    ),
    f"{PATH}units/": page({**UNIT, "source": ["One."], "target": ["Un."]}),
    f"{PATH}changes/": page(
        {"unit": "http://x/api/units/5/", "user": "http://x/api/users/luc/", "timestamp": "2026-11-20T10:00:00Z"},
        {"unit": "http://x/api/units/5/", "user": "http://x/api/users/amina/", "timestamp": "2026-11-22T10:00:00Z"},
    ),
    "/api/users/amina/": {"full_name": "Amina Example"},
    "/api/units/5/comments/": page({"comment": "Is it\none?", "user": "http://x/api/users/luc/"}),
    "/api/units/5/suggestions/": page({"target": ["L’un."], "user": None}),
}


@pytest.fixture
def fake() -> Iterator[Fake]:
    found = Fake(dict(HAS))

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            pass

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            content = json.loads(data) if data.startswith(b"{") else {"query": parse_qs(parts.query)}
            found.told.append((self.command, parts.path, content, self.headers.get("Authorization", "")))
            answer = found.has.get(parts.path)
            self.send_response(302 if answer == "moved" else 404 if answer is None else 200)
            if answer == "moved":
                self.send_header("Location", "http://127.0.0.1:9/")
            self.end_headers()
            self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

        do_POST = do_PATCH = do_GET  # noqa: N815 - the names that the library looks for

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=served.serve_forever, args=(0.01,), daemon=True).start()
    found.address = f"http://127.0.0.1:{served.server_address[1]}/"
    yield found
    served.shutdown()
    served.server_close()


@pytest.fixture
def made(project, monkeypatch: pytest.MonkeyPatch) -> Project:
    done = project("One.")
    done.catalog("fr", "shared", 'msgid "One."\nmsgstr "Un."\n')
    monkeypatch.chdir(done.folder)
    monkeypatch.setenv(TOKEN, "secret")
    return done


def take(fake: Fake, *options: str, name: str = "guide") -> Result:
    return CliRunner().invoke(main, ["import", f"{fake.address}projects/{name}/", *options], catch_exceptions=False)


def one(made: Project) -> CatalogEntry:
    path = made.folder / "locale/fr/LC_MESSAGES/shared.po"
    return read_catalog(path, path.name).active[0]


def test_an_approval_comes_in_with_the_name_and_the_day_of_whoever_gave_it_last(made: Project, fake: Fake) -> None:
    done = take(fake, "--approvals")

    assert done.exit_code == 0, done.output
    [review] = reviews_of(one(made))
    assert (review.by, review.on.isoformat(), standing(one(made))) == ("Amina Example", "2026-11-22", Standing.APPROVED)


def test_comments_and_suggestions_come_in_under_their_names(made: Project, fake: Fake) -> None:
    take(fake, "--approvals")

    assert one(made).comments[:2] == ("luc, Is it one?", "suggestion: L’un.")


def test_a_comment_has_the_full_name_of_whoever_may_be_known_by_it(made: Project, fake: Fake) -> None:
    fake.has["/api/users/luc/"] = {"full_name": "Luc Example"}

    take(fake, "--approvals")

    assert one(made).comments[0] == "Luc Example, Is it one?"


def test_an_approval_of_another_text_does_not_count(made: Project, fake: Fake) -> None:
    made.catalog("fr", "shared", 'msgid "One."\nmsgstr "Une."\n')

    done = take(fake, "--approvals")

    assert (done.exit_code, "[unit-otherwise]" in done.output) == (1, True)
    assert (one(made).msgstr, standing(one(made))) == ("Une.", Standing.TRANSLATED)


def test_taken_in_twice_nothing_changes_the_second_time(made: Project, fake: Fake) -> None:
    take(fake, "--approvals")

    assert "0 files changed" in take(fake, "--approvals").output


def test_from_an_address_come_no_texts(made: Project, fake: Fake) -> None:
    done = take(fake)

    assert (done.exit_code, fake.told) == (2, [])


def test_a_project_that_is_not_there_is_named_with_those_that_are(made: Project, fake: Fake) -> None:
    fake.has["/api/projects/"] = page({"slug": "guide"})

    done = take(fake, "--approvals", name="other")

    assert "there is no project “other”" in done.output
    assert "choose one of: guide" in done.output


def test_the_token_goes_to_its_server_and_nowhere_else(made: Project, fake: Fake) -> None:
    fake.has["/api/projects/guide/"] = "moved"

    done = take(fake, "--approvals")

    assert (done.exit_code, "302" in done.output) == (2, True)
    assert {token for *_, token in fake.told} == {"Token secret"}


def test_a_page_that_is_no_api_is_said_to_be_none(made: Project, fake: Fake) -> None:
    fake.has["/api/projects/guide/"] = b"<html>"

    assert "is it the address of a Weblate server?" in take(fake, "--approvals").output


@pytest.mark.parametrize(
    ("address", "place", "project"),
    [
        ("https://example.org/projects/guide/fr/", "https://example.org/", "guide"),
        ("https://example.org/api/projects/guide/", "https://example.org/", "guide"),
        ("https://example.org/weblate/projects/guide", "https://example.org/weblate/", "guide"),
        ("https://example.org/weblate/api/", "https://example.org/weblate/", ""),
    ],
)
def test_an_address_names_a_server_and_a_project(address: str, place: str, project: str) -> None:
    found, name = server_at(address)

    assert (found.address, name) == (place, project)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/", "https://", "https://me:pw@example.org/"]
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(Problem, match="weblate-refused"):
        server_at(address)


def test_a_component_keeps_the_catalogs_as_they_are() -> None:
    wanted = Wanted(slug="guide", name="Guide", repository="https://example.org/guide.git", branch="main")

    first = component_settings(SETTINGS, wanted, "labels", linked="")
    other = component_settings(SETTINGS, wanted, "shared", linked="weblate://guide/labels")

    assert first["file_format_params"]["po_line_wrap"] == 65535
    assert "python-brace-format" in first["check_flags"]
    assert "python-brace-format" not in other["check_flags"]
    assert (first["repo"], other["repo"]) == ("https://example.org/guide.git", "weblate://guide/labels")
    assert other["enforced_checks"] == ["rst-references", "rst-syntax", "newline-count", "python_brace_format"]
    assert not other["allow_translation_propagation"]


@pytest.mark.parametrize(("push_branch", "by_force"), [("weblate", True), ("main", False), ("", False)])
def test_only_a_branch_of_its_own_is_pushed_by_force(push_branch: str, by_force: bool) -> None:
    wanted = Wanted(slug="guide", name="Guide", repository="x", branch="main", push="x", push_branch=push_branch)

    first = component_settings(SETTINGS, wanted, "labels", linked="")
    other = component_settings(SETTINGS, wanted, "shared", linked="weblate://guide/labels")

    assert first["vcs_params"] == pushing(wanted)["vcs_params"] == {"git_force_push": by_force}
    assert "vcs_params" not in other


def test_names_cannot_leave_their_place_in_an_address() -> None:
    assert named("projects", "../x?y") == "projects/..%2Fx%3Fy/"
    assert Server("https://example.org/", "").address == "https://example.org/"
