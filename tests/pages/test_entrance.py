"""Without sign-in this machine only; and what is said of sign-in is read strictly."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from starlette.types import Message, Scope, Send

from evenemang.domain.errors import NotOnThisAddress, SignInUnfit
from evenemang.domain.role import RISING, ROLES
from evenemang.pages.door import callback
from evenemang.pages.door.entrance import Entrance, check_address, refusal
from evenemang.pages.door.signing_in import SECRETS, SignIn, is_this_machine, read
from tests.serving import COMMAND, free_port

WHOLE = """
metadata_url = "https://login.microsoftonline.com/1b2c/v2.0/.well-known/openid-configuration"
client_id = "c"
client_secret = "s"
cookie_secret = "0123456789abcdef0123456789abcdef"
address = "https://evenemang.kommunen.se"
ask = "Sara"
"""


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evenemang.kommunen.se"},
        {"Host": "127.0.0.1.evil.example"},
        {"X-Forwarded-For": "192.0.2.7"},
        {"X-Forwarded-Host": "localhost"},
        {"Forwarded": "for=192.0.2.7"},
    ],
)
def test_without_sign_in_nothing_that_came_from_elsewhere_is_answered(
    server: str, headers: dict[str, str]
) -> None:
    for path in ("/", "/arenden", "/app/static/icon.svg"):
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(server + path, headers=headers))
        assert refused.value.code == 403
        assert "utan inloggning" in refused.value.read().decode()
        assert refused.value.headers["X-Content-Type-Options"] == "nosniff"


def test_without_sign_in_another_machine_is_turned_away_whatever_it_says() -> None:
    assert refusal(scope("192.0.2.7", "127.0.0.1:8501")) is not None
    assert refusal(scope("127.0.0.1", "127.0.0.1:8501")) is None
    assert refusal(scope("::1", "[::1]:8501")) is None
    assert refusal(scope("127.0.0.1", "")) is not None
    assert refusal({**scope("127.0.0.1", "localhost"), "client": None}) is not None


def test_a_connection_that_is_turned_away_is_closed_before_it_is_taken() -> None:
    said: list[Message] = []

    async def never(*_: object) -> Message:
        raise AssertionError("nobody is asked")

    async def send(message: Message) -> None:
        said.append(message)

    asked = {**scope("192.0.2.7", "localhost"), "type": "websocket"}
    answering = Entrance(never)(asked, never, send)  # type: ignore[arg-type]  # it is never called
    with pytest.raises(StopIteration):  # by hand: the browser's loop may run in this thread
        answering.send(None)

    assert said == [{"type": "websocket.close", "code": 1008}]


def test_another_address_without_sign_in_is_refused_with_a_sentence(tmp_path: Path) -> None:
    done = started(tmp_path, "--address", "0.0.0.0")
    assert done.returncode == 1
    assert "inte på 0.0.0.0" in done.stderr
    assert "docs/signin.md" in done.stderr


@pytest.mark.parametrize("address", [None, "::", "192.0.2.7", "kommunen.se"])
def test_no_address_but_this_machines_own_will_do_without_sign_in(address: str | None) -> None:
    with pytest.raises(NotOnThisAddress):
        check_address(address)


def test_settings_that_cannot_be_used_stop_the_start_and_their_secrets_are_not_told(tmp_path: Path) -> None:
    file = tmp_path / "signin.toml"
    file.write_text('cookie_secret = "hemligt"\nclent_id = "c"\naddress = "http://kommunen.se"\n', "utf-8")
    done = started(tmp_path, EVENEMANG_SIGNIN=str(file))
    assert done.returncode == 1
    for told in (
        "client_id saknas",
        "clent_id finns inte",
        "cookie_secret är för kort",
        "address: Adressen ska börja med https://",
        str(file),
    ):
        assert told in done.stderr
    assert "hemligt" not in done.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('metadata_url = "https://login.microsoftonline.com/common/v2.0/x"', "vilken organisation som helst"),
        ('metadata_url = "http://login.example/x"', "https://"),
        ('address = "https://kommunen.se/evenemang"', "sökväg"),
        ("idle_minutes = 0", "idle_minutes"),
        ("longest_hours = 25", "longest_hours"),
        ('first_administrator = "ia"', "first_administrator"),
        ('roles = { grupp = "kung" }', "roles.grupp"),
    ],
)
def test_each_setting_is_read_strictly(tmp_path: Path, line: str, told: str) -> None:
    name = line.split(" ", maxsplit=1)[0]
    kept = [one for one in WHOLE.splitlines() if not one.startswith(name)]
    file = tmp_path / "signin.toml"
    file.write_text("\n".join([line, *kept]), "utf-8")
    with pytest.raises(SignInUnfit) as refused:
        read(file)
    assert told in refused.value.say("sv")


def test_the_secrets_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "signin.toml"
    file.write_text("\n".join(one for one in WHOLE.splitlines() if "secret" not in one), "utf-8")
    for variable in SECRETS.values():
        monkeypatch.setenv(variable, "f" * 32)
    found = read(file)
    assert (found.client_secret, found.cookie_secret) == ("f" * 32, "f" * 32)
    assert found.for_streamlit()["auth"]["redirect_uri"] == "https://evenemang.kommunen.se/oauth2callback"
    assert (found.idle_minutes, found.longest_hours) == (30, 10)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"])
def test_this_machine_is_known(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize(
    "host", [None, "", "0.0.0.0", "::", "10.0.0.1", "localhost.evil.example", "127.0.0.1.nip.io"]
)
def test_any_other_is_another(host: str | None) -> None:
    assert not is_this_machine(host)


def scope(client: str, host: str) -> Scope:
    return {
        "type": "http",
        "path": "/",
        "client": (client, 50000),
        "headers": [(b"host", host.encode())],
    }


def started(home: Path, *said: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [
        COMMAND,
        "--data",
        home / "data",
        "--no-browser",
        "--port",
        str(free_port()),
        *said,
    ]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env={**os.environ, **environment}
    )


def test_the_settings_in_the_documents_can_be_read_and_are_all_there_are(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "signin.md").read_text("utf-8")
    said = page.split("```toml\n")[1].split("```")[0].replace("…", "f" * 32)
    file = tmp_path / "signin.toml"
    file.write_text(said, "utf-8")
    assert read(file).model_fields_set == set(SignIn.model_fields)
    for one in RISING:
        assert f"{ROLES[one].sv} (`{one}`)" in page


def test_the_way_back_keeps_names_out_of_the_log_and_cookies_to_https(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "signin.toml"
    file.write_text(WHOLE, "utf-8")
    monkeypatch.setattr(callback, "sign_in", lambda: read(file))
    asked: list[Scope] = []
    said: list[Message] = []

    async def inside(inner: Scope, _receive: object, send: Send) -> None:
        asked.append(inner)
        headers = [(b"location", b"/"), (b"set-cookie", b"_streamlit_xsrf=1; Path=/")]
        await send({"type": "http.response.start", "status": 302, "headers": headers})

    async def send(message: Message) -> None:
        said.append(message)

    query = b"error=access_denied&error_description=AADSTS50105+nils%40kommunen.se&state=s"
    request = {
        **scope("127.0.0.1", "evenemang.kommunen.se"),
        "path": "/oauth2callback",
        "query_string": query,
    }
    answering = callback.Callback(inside)(request, None, send)  # type: ignore[arg-type]  # nothing is received
    with pytest.raises(StopIteration):
        answering.send(None)

    assert asked[0]["query_string"] == b"error=access_denied&state=s"
    told = dict(said[0]["headers"])
    assert told[b"location"] == b"/?inloggning=1"
    assert told[b"set-cookie"].endswith(b"; Secure")
