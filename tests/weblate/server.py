"""A Weblate server on this machine, for one trial: PostgreSQL, Redis, a git server and Weblate, all in one folder.

Weblate is not imported: it runs from an environment of its own and is reached by HTTP only.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

SETTINGS = """\
from weblate.settings_example import *  # noqa: F403
DEBUG = False
SECRET_KEY = "{secret}"
DATA_DIR = "{folder}/data"
CACHE_DIR = "{folder}/cache"
SITE_DOMAIN = "127.0.0.1:{port}"
ENABLE_HTTPS = False
ALLOWED_HOSTS = ["*"]
REGISTRATION_OPEN = False
DATABASES["default"].update(NAME="weblate", USER="weblate", HOST="{folder}/sockets", PORT="{database}")
for cache in CACHES.values():
    if "redis" in cache["BACKEND"]:
        cache["LOCATION"] = "redis://127.0.0.1:{redis}/1"
CELERY_BROKER_URL = "memory://"
CELERY_RESULT_BACKEND = None
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
VCS_RESTRICT_PRIVATE = False
VCS_ALLOW_SCHEMES = {{"http", "https", "ssh"}}
SILENCED_SYSTEM_CHECKS = [
    *("security.W004", "security.W008", "security.W012", "security.W016", "weblate.E017"),
    *("admin.E408", "otp_webauthn.E010", "otp_webauthn.E031"),
]
MACHINERY_RATES = {{}}
RATELIMIT_ATTEMPTS = 100000
REST_FRAMEWORK["DEFAULT_THROTTLE_CLASSES"] = []
"""


@dataclass
class Server:
    """A running server."""

    folder: Path
    python: Path
    """The Python of the environment that Weblate is installed in."""
    port: int = 0
    git_port: int = 0
    token: str = ""
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def home(self) -> Path:
        """The home that Weblate's git has its settings in."""
        return self.folder / "data" / "home"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "COP_"))}
        places = {"PYTHONPATH": str(self.folder), "DJANGO_SETTINGS_MODULE": "weblate_trial", "LC_ALL": "C.UTF-8"}
        return {**kept, **places, "PATH": f"{self.python.parent}{os.pathsep}{kept['PATH']}"}

    def weblate(self, *arguments: str) -> str:
        """Run a command of Weblate and return what it prints."""
        program = str(self.python.with_name("weblate"))
        done = subprocess.run([program, *arguments], env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"weblate {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return done.stdout


@contextlib.contextmanager
def running(folder: Path, python: Path, repositories: Path) -> Iterator[Server]:
    """Run a server in the empty *folder*, whose Weblate may clone and push what lies in *repositories*."""
    server = Server(folder=folder, python=python, port=free_port())
    database, redis = free_port(), free_port()
    git = git_server(repositories)
    server.git_port = git.server_address[1]
    secret = secrets.token_hex(25)
    text = SETTINGS.format(folder=folder, port=server.port, database=database, redis=redis, secret=secret)
    (folder / "weblate_trial.py").write_text(text, encoding="utf-8")
    try:
        start_database(server, database)
        started(server, ["redis-server", "--port", str(redis), "--save", "", "--dir", str(folder)], "redis")
        server.weblate("migrate", "--no-input")
        server.weblate("createadmin", "--username", "admin", "--password", secrets.token_hex(12))
        server.token = token_of(server)
        serve = [str(server.python.with_name("weblate")), "runserver", "--noreload", "--insecure"]
        started(server, [*serve, f"127.0.0.1:{server.port}"], "weblate")
        answering(f"{server.address}healthz/")
        yield server
    finally:
        git.shutdown()
        for process in reversed(server.started):
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=20)
            if process.poll() is None:
                process.kill()


def token_of(server: Server) -> str:
    """Return the token of the administrator, with which everything is asked for over HTTP."""
    code = (
        "from weblate.auth.models import User;"
        "user = User.objects.get(username='admin'); user.full_name = 'Amina Example'; user.save();"
        "print('token', user.auth_token.key)"
    )
    said = server.weblate("shell", "-c", code)
    return next(line.split()[1] for line in said.splitlines() if line.startswith("token "))


def started(server: Server, command: Sequence[str], name: str, **more: object) -> None:
    """Start *command*, whose output goes to a file of the server's folder."""
    with (server.folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            command, env=server.environment, stdout=log, stderr=subprocess.STDOUT, cwd=server.folder, **more
        )
    server.started.append(process)


def start_database(server: Server, port: int) -> None:
    """Start a PostgreSQL of its own, reached by a socket only; where root asks, as the user whom it belongs to."""
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    folder, sockets = server.folder / "database", server.folder / "sockets"
    sockets.mkdir()
    own: list[str] = []
    if os.geteuid() == 0:
        own = ["runuser", "-u", "postgres", "--"]
        for place in (folder, sockets):
            place.mkdir(exist_ok=True)
            shutil.chown(place, "postgres")
        for place in (server.folder, *server.folder.parents):
            with contextlib.suppress(OSError):
                place.chmod(place.stat().st_mode | 0o011)
    init = [*own, str(programs / "initdb"), "-D", str(folder), "-U", "weblate", "--auth=trust", "-E", "UTF8"]
    subprocess.run([*init, "--locale=C.UTF-8", "--no-sync"], check=True, capture_output=True, cwd="/")
    options = ["-k", str(sockets), "-p", str(port), "-c", "listen_addresses=", "-c", "fsync=off"]
    started(server, [*own, str(programs / "postgres"), "-D", str(folder), *options], "postgresql")
    ask = [str(programs / "createdb"), "-h", str(sockets), "-p", str(port), "-U", "weblate", "weblate"]
    for _ in range(100):
        if subprocess.run(ask, capture_output=True, check=False).returncode == 0:
            break
        time.sleep(0.2)
    else:
        raise RuntimeError("PostgreSQL does not answer")
    query = [str(programs / "psql"), "-h", str(sockets), "-p", str(port), "-U", "weblate", "weblate", "-c"]
    for extension in ("pg_trgm", "btree_gin"):
        subprocess.run([*query, f"CREATE EXTENSION IF NOT EXISTS {extension}"], check=True, capture_output=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answering(address: str) -> None:
    """Wait until something answers at *address*."""
    for _ in range(600):
        with contextlib.suppress(URLError, OSError), urlopen(address, timeout=5):
            return
        time.sleep(0.3)
    raise RuntimeError(f"nothing answers at {address}")


def git_server(folder: Path) -> ThreadingHTTPServer:
    """Serve the bare repositories in *folder* by ``git http-backend``, to be cloned and pushed by anybody here."""
    program = Path(subprocess.run(["git", "--exec-path"], capture_output=True, text=True, check=True).stdout.strip())

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            variables: Mapping[str, str] = {
                **os.environ,
                "GIT_PROJECT_ROOT": str(folder),
                "GIT_HTTP_EXPORT_ALL": "1",
                "REMOTE_USER": "trial",
                "REQUEST_METHOD": self.command,
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                "HTTP_GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            }
            sent = self._body()
            done = subprocess.run(
                [program / "git-http-backend"], input=sent, env=variables, capture_output=True, check=False
            )
            head, _, body = done.stdout.partition(b"\r\n\r\n")
            fields = [line.partition(": ") for line in head.decode().splitlines()]
            status = next((value for name, _, value in fields if name.lower() == "status"), "200")
            self.send_response(int(status.split()[0]))
            for name, _, value in fields:
                if name and name.lower() != "status":
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - the name that the library looks for

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length") or 0))
            data = b""
            while size := int(self.rfile.readline().split(b";")[0], 16):
                data += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return data

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=served.serve_forever, args=(0.01,), daemon=True).start()
    return served
