"""What a technician is given: the unit, the container, the proxies, and the words that go with them."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from tests.serving import free_port

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "evenemang.service"
TIGHT = 2.0  # of 10, by systemd's own reckoning
PATIENCE = 120.0  # seconds


def setting(name: str) -> str:
    found = re.search(rf"^{name}=(.*)$", UNIT.read_text("utf-8"), re.MULTILINE)
    assert found, name
    return found[1]


def test_the_unit_gives_the_app_one_folder_and_no_rights() -> None:
    assert setting("ProtectSystem") == "strict"
    assert setting("NoNewPrivileges") == "yes"
    assert setting("CapabilityBoundingSet") == ""
    assert setting("StateDirectory") == "evenemang"
    assert setting("User") != "root"


def test_systemd_understands_the_unit_and_finds_it_tight(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        return  # a machine without systemd runs no units; the test above reads it
    unit = tmp_path / UNIT.name
    unit.write_text(
        UNIT.read_text("utf-8").replace("/opt/evenemang/venv/bin/evenemang", "/bin/true"), "utf-8"
    )

    verified = _said("systemd-analyze", "verify", str(unit))
    judged = _said("systemd-analyze", "security", "--offline=true", str(unit))

    assert "Unknown" not in verified
    exposure = re.search(r"exposure level for .*?: ([\d.]+)", judged)
    assert exposure
    assert float(exposure[1]) <= TIGHT


def test_the_container_runs_as_nobody_in_particular_and_tells_how_it_is() -> None:
    steps = (DEPLOY / "Containerfile").read_text("utf-8")
    last = steps.rpartition("\nFROM ")[2]

    assert re.findall(r"^USER (.*)$", last, re.MULTILINE) == ["10001"]
    assert re.search(r"^HEALTHCHECK ", last, re.MULTILINE)
    assert re.search(r"^VOLUME ", last, re.MULTILINE)
    assert "--require-hashes" in steps
    assert not re.search(r"^FROM \S+:latest|^FROM [^:@\s]+( AS|$)", steps, re.MULTILINE)
    for copied in re.findall(r"^COPY ([^-].*)$", steps, re.MULTILINE):
        for source in copied.split()[:-1]:
            assert (ROOT / source).exists(), source


def test_every_variable_that_the_program_reads_is_told() -> None:
    code = "".join(one.read_text("utf-8") for one in (ROOT / "evenemang").rglob("*.py"))
    read = set(re.findall(r"\"(EVENEMANG_[A-Z_]+)\"", code))
    told = (ROOT / "docs" / "operations.md").read_text("utf-8")

    assert read - {"EVENEMANG_LANG", "EVENEMANG_BY"} <= set(re.findall(r"EVENEMANG_[A-Z_]+", told))


def test_the_proxies_pass_the_host_the_websocket_and_a_whole_upload() -> None:
    nginx = (DEPLOY / "nginx.conf").read_text("utf-8")

    assert {"proxy_set_header Host $host", "proxy_set_header Upgrade $http_upgrade"} <= {
        line.strip().partition(";")[0] for line in nginx.splitlines()
    }
    assert "client_max_body_size 12m" in nginx
    assert "max_size 12MB" in (DEPLOY / "Caddyfile").read_text("utf-8")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Install the wheel as the document says, beside the libraries that the tests already have."""
    uv, here = Path(sys.executable).with_name("uv"), Path(sys.executable).parents[1]
    _run(uv, "build", "--quiet", "--wheel", "--offline", "--no-build-isolation", "--out-dir", tmp_path, ROOT)
    venv = tmp_path / "venv"
    _run(sys.executable, "-m", "venv", "--without-pip", venv)
    wheel = next(tmp_path.glob("*.whl"))
    _run(uv, "pip", "install", "--quiet", "--offline", "--no-deps", "--python", venv / "bin/python", wheel)
    libraries = next(here.glob("lib/python*/site-packages"))
    next(venv.glob("lib/python*/site-packages")).joinpath("libraries.pth").write_text(
        f"{libraries}\n", "utf-8"
    )
    return venv


def test_the_installed_app_runs_by_the_units_command_and_stops_clean(installed: Path, tmp_path: Path) -> None:
    data, log, port = tmp_path / "data", tmp_path / "log", free_port()

    def here(said: str) -> str:
        moved = said.replace("/opt/evenemang/venv", str(installed)).replace("/var/lib/evenemang", str(data))
        return moved.replace("8501", str(port))

    command = here(setting("ExecStart")).split()
    environment = dict(one.split("=", 1) for one in here(setting("Environment")).split())
    environment["PATH"] = os.environ["PATH"]
    (tmp_path / "event.json").write_text(json.dumps({"name": "Sara Linds fest", "areas": []}), "utf-8")
    data.mkdir(mode=0o700)
    address = f"http://127.0.0.1:{port}"
    with (
        log.open("wb") as out,
        subprocess.Popen(command, stdout=out, stderr=out, cwd=data, env=environment) as server,
    ):
        try:
            assert _wait_for(address, "/readyz") == b'{"status":"ready"}'
            assert _asked(address, "/healthz", {}) == 200
            assert _asked(address, "/?sok=Hemligt-sokord", {"Host": "ond.example"}) == 403
            new = [command[0], "new", str(tmp_path / "event.json"), "--by", "Sara Lind", "--json"]
            made = json.loads(subprocess.run(new, env=environment, capture_output=True, check=True).stdout)
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=25)  # the unit waits 30
        finally:
            server.kill()
    listed = subprocess.run([command[0], "list", "--json"], env=environment, capture_output=True, check=True)
    told = log.read_text("utf-8")
    events = {json.loads(line)["event"] for line in told.splitlines() if line.startswith("{")}

    assert [one["id"] for one in json.loads(listed.stdout)] == [made["id"]]
    assert server.returncode in {0, -signal.SIGTERM}
    assert {"turned away: not from this machine", "ready"} <= events
    assert not re.search("Sara|Lind|Hemligt", told)


def _run(*command: object) -> None:
    subprocess.run([str(one) for one in command], check=True)


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def _wait_for(address: str, path: str) -> bytes:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address + path, timeout=5) as answer:
                return bytes(answer.read())
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(path)


def _asked(address: str, path: str, headers: dict[str, str]) -> int:
    try:
        with urlopen(Request(address + path, headers=headers), timeout=10) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code
