"""A server of our own for a test: started as a person would, with a port and a data folder of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

COMMAND = Path(sys.executable).with_name("evenemang")
PLUGIN = '"event": "rule failed"'  # somebody else's rule: told and logged, and the page goes on
LEFT = '["MediaFileStorageError"]'  # Streamlit's word for a page that was left while its file was asked for
PATIENCE = 60.0  # seconds until the server must be up


@contextmanager
def running(data: Path, log: Path, *within: str, port: int = 0, **environment: str) -> Iterator[str]:
    """Run `evenemang` on `data` and give its address; a traceback in its log fails the test at the end.

    `environment` is what it finds there beside what stands in ours. `within` are the first words of a command
    that runs it, such as one that gives it less of the machine.
    """
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    command = [*within, str(COMMAND), "--data", str(data), "--port", str(port), "--no-browser"]
    with (
        log.open("wb") as out,
        subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, cwd=log.parent, env={**os.environ, **environment}
        ) as server,
    ):
        try:
            wait_until_up(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)
    logged = log.read_text("utf-8", "replace")
    ours = [line for line in logged.splitlines() if PLUGIN not in line and LEFT not in line]
    assert not any(sign in line for line in ours for sign in ("Traceback", '"trace"')), logged


def wait_until_up(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; raise with its log when it ended or took too long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(f"{address}/healthz", timeout=2):
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    message = f"the server is not up: {log.read_text('utf-8', 'replace')}"
    raise AssertionError(message)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
