"""A real PostgreSQL for the tests: one server for all workers of a run, a database for whoever asks.

The server refuses to run as root: then it runs as another user, in a folder of its own under /tmp, on a unix
socket and without a port. It keeps its defaults where durability is concerned: fsync is on.
"""

from __future__ import annotations

import fcntl
import glob
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import IO
from urllib.parse import quote

import psycopg
from psycopg import sql

PATIENCE = 60  # seconds until a server must be up or down
DEBIAN = sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True)  # not on anybody's PATH
USERS = ("postgres", "nobody")  # who runs it when we are root
OWNER, LOCKED, PASSWORD = "evenemang", "locked", "s3kret/åäö"
RULES = f"local all +{LOCKED} scram-sha-256\nlocal all all trust\n"
MADE = (
    "CREATE DATABASE {} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE'",
    "ALTER DATABASE {} SET timezone = 'Pacific/Auckland'",
    "ALTER DATABASE {} SET default_transaction_isolation = 'serializable'",
)
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "log_min_messages": "fatal",
}


@dataclass(frozen=True)
class Server:
    """A server in its folder; the socket lies there too, since its path must be short."""

    home: Path

    def url(self, database: str = "postgres", user: str = OWNER) -> str:
        """Return the address of one of its databases."""
        return f"postgresql://{user}@/{database}?host={self.home}"

    def database(self) -> str:
        """Return the address of a new, empty database: sorts as Swedes do, on the other side of the world.

        What the program says must hold whatever the server was set to.
        """
        name = f"ev_{token_hex(6)}"
        for said in MADE:
            self.run(sql.SQL(said).format(sql.Identifier(name)))
        return self.url(name)

    def locked_database(self) -> str:
        """Return the address of a new database of somebody who needs a password, and may nothing else."""
        name, role = f"ev_{token_hex(6)}", f"{LOCKED}_{token_hex(3)}"
        made = f"CREATE ROLE {{}} LOGIN PASSWORD {{}} IN ROLE {LOCKED}"
        self.run(sql.SQL(made).format(sql.Identifier(role), sql.Literal(PASSWORD)))
        self.run(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(role)))
        return self.url(name, f"{role}:{quote(PASSWORD, safe='')}")

    def run(self, statement: sql.Composed | sql.SQL) -> None:
        """Do one thing as the server's owner."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement)

    def start(self) -> None:
        """Start it, and return when it answers."""
        said = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
        options = f"{said} -c unix_socket_directories='{self.home}'"
        log = self.home / "log"
        self._control("start", "-l", str(log), "-o", options)

    def stop(self, mode: str = "fast", *, check: bool = True) -> None:
        """Stop it: `fast` ends what is going on in order, `immediate` is as good as pulling the plug."""
        self._control("stop", "-m", mode, check=check)

    def _control(self, *words: str, check: bool = True) -> None:
        command = [_program("pg_ctl"), "-D", str(self.home / "data"), "-w", "-t", str(PATIENCE), *words]
        _as_its_user(command, check=check)


@contextmanager
def server() -> Iterator[Server]:
    """Run a server of our own."""
    found = _made()
    try:
        found.start()
        yield found
    finally:
        found.stop("immediate", check=False)  # it may be down already: that was the test
        shutil.rmtree(found.home, ignore_errors=True)


@contextmanager
def shared_server(run: Path) -> Iterator[Server]:
    """Use the server of a run, `run` being a folder that its workers have in common.

    Whoever comes first starts it, and whoever leaves last stops it: each holds a lock that others may share.
    """
    place, used = run / "postgres", run / "postgres.used"
    with (run / "postgres.turn").open("w") as turn, used.open("w") as mine:
        with _locked(turn):
            if not place.exists():
                fresh = _made()
                fresh.start()
                fresh.run(sql.SQL(f"CREATE ROLE {LOCKED}"))
                place.write_text(str(fresh.home), encoding="utf-8")
            fcntl.flock(mine, fcntl.LOCK_SH)
        found = Server(Path(place.read_text("utf-8")))
        try:
            yield found
        finally:
            with _locked(turn):
                fcntl.flock(mine, fcntl.LOCK_UN)
                if _nobody_else(mine):
                    place.unlink()
                    found.stop("immediate")
                    shutil.rmtree(found.home, ignore_errors=True)


@contextmanager
def _locked(turn: IO[str]) -> Iterator[None]:
    fcntl.flock(turn, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(turn, fcntl.LOCK_UN)


def _nobody_else(used: IO[str]) -> bool:
    try:
        fcntl.flock(used, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _made() -> Server:
    """Return a server that has never run, with its own role and one that needs a password."""
    home = Path(tempfile.mkdtemp(prefix="ev-pg-"))
    user = _its_user()
    if user is not None:
        shutil.chown(home, user)
    data = home / "data"
    how = ("-U", OWNER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions")
    _as_its_user([_program("initdb"), "-D", str(data), *how])
    (data / "pg_hba.conf").write_text(RULES, encoding="utf-8")
    return Server(home)


def _program(name: str) -> str:
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *DEBIAN]))
    assert found, f"{name} is missing; `make test` brings PostgreSQL"
    return found


def _its_user() -> int | None:
    """Return who runs the server: None for ourselves, or somebody else when we are root."""
    if os.geteuid():
        return None
    known = {one.pw_name: one.pw_uid for one in pwd.getpwall()}
    return next(known[name] for name in USERS if name in known)


def _as_its_user(command: Sequence[str], *, check: bool = True) -> None:
    user = _its_user()
    done = subprocess.run(
        command,
        user=user,
        group=None if user is None else pwd.getpwuid(user).pw_gid,
        extra_groups=None if user is None else [],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        timeout=PATIENCE * 2,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
