"""A server of Weblate over HTTP: one address, one token, JSON in and out."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from builders.model.findings import Location
from builders.problems import Problem

TOKEN = "COP_WEBLATE_TOKEN"
"""The variable of the environment that holds the token: on a command line, others would see it."""
_LARGEST = 60_000_000
"""Bytes of one answer."""
_SECONDS = 600
"""How long an answer may take: a clone of a large repository takes minutes."""


class _Stay(HTTPRedirectHandler):
    """Follows nothing: a token goes to the server that it is for, and nowhere else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Server:
    """Where Weblate is, and who asks."""

    address: str
    """With a slash at its end."""
    token: str

    def get(self, path: str, **query: str) -> Any:
        """Return what the server has at *path*; None where it has nothing there."""
        return self._ask("GET", path, query=query)

    def pages(self, path: str, **query: str) -> Iterator[dict[str, Any]]:
        """Yield everything that the server lists at *path*, page by page."""
        number = 1
        while found := self._ask("GET", path, query={**query, "page": str(number)}):
            yield from found["results"]
            if not found.get("next"):
                return
            number += 1

    def post(self, path: str, content: Mapping[str, Any]) -> Any:
        """Return what the server answers to *content* at *path*."""
        return self._ask("POST", path, content=content)

    def patch(self, path: str, content: Mapping[str, Any]) -> Any:
        """Return what the server answers when *content* changes what it has at *path*."""
        return self._ask("PATCH", path, content=content)

    def upload(self, path: str, name: str, data: bytes, **fields: str) -> Any:
        """Return what the server answers to the file *data* called *name*, with *fields* beside it."""
        border = "cop-file-border-4f1c"
        parts = [
            f'--{border}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{fields[key]}\r\n' for key in fields
        ]
        head = f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = "".join(parts).encode() + head.encode() + data + f"\r\n--{border}--\r\n".encode()
        return self._ask("POST", path, body=body, kind=f"multipart/form-data; boundary={border}")

    def _ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        content: Mapping[str, Any] | None = None,
        body: bytes | None = None,
        kind: str = "application/json",
    ) -> Any:
        address = f"{self.address}api/{path}{'?' + urlencode(query) if query else ''}"
        data = json.dumps(content).encode() if content is not None else body
        head = {"Accept": "application/json", **({"Authorization": f"Token {self.token}"} if self.token else {})}
        request = Request(address, data, {**head, **({"Content-Type": kind} if data else {})}, method=method)
        try:
            with build_opener(_Stay).open(request, timeout=_SECONDS) as answer:
                found = answer.read(_LARGEST + 1)
        except HTTPError as error:
            with error:
                said = error.read(600).decode(errors="replace").strip()
            if error.code == 404 and method == "GET":
                return None
            raise _refused(address, f"{error.code} {error.reason}: {said}") from error
        except (OSError, HTTPException) as error:
            raise _refused(address, str(error)) from error
        if len(found) > _LARGEST:
            raise _refused(address, f"the answer has more than {_LARGEST / 1e6:,.0f} MB")
        try:
            return json.loads(found) if found else {}
        except ValueError as error:
            raise _refused(address, "the answer is no JSON; is it the address of a Weblate server?") from error


def server_at(address: str) -> tuple[Server, str]:
    """Return the server whose *address* it is, and the project that it names: empty where it names none.

    Both ``https://host/projects/name/`` and ``https://host/api/projects/name/`` are understood, below a path too.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise _refused(address, "this is no address of a server: it begins with https:// and holds no name of a user")
    before, found, after = parts.path.partition("/projects/")
    base = before.removesuffix("/").removesuffix("/api")
    place = f"{parts.scheme}://{parts.netloc}{base if found else parts.path.removesuffix('/').removesuffix('/api')}/"
    return Server(place, os.environ.get(TOKEN, "")), after.partition("/")[0] if found else ""


def named(*parts: str) -> str:
    """Return *parts* as a path below the API, a slash at its end."""
    return "".join(f"{quote(part, safe='')}/" for part in parts)


def _refused(address: str, what: str) -> Problem:
    return Problem(
        code="weblate-refused",
        what=f"Weblate does not do what it is asked: {what}",
        where=[Location(address)],
        why="nothing here has been changed",
        next_step=f"look at the address, and at the token in {TOKEN}: it belongs to somebody who may do this",
    )
