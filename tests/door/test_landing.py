"""After signing in one lands where one was going, and never outside this house."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from evenemang.pages.door import callback, landing
from evenemang.pages.door.signing_in import read

SETTINGS = """
metadata_url = "https://login.example/1b2c/.well-known/openid-configuration"
client_id = "c"
client_secret = "s"
cookie_secret = "0123456789abcdef0123456789abcdef"
address = "https://evenemang.kommunen.se"
ask = "Sara"
"""
HERE = "https://evenemang.kommunen.se"
DOSSIER = "/arende?id=ab12&steg=underlag&del=Till%C3%A5tna+ljud"
ELSEWHERE = (
    "https://evil.example/arende",
    "//evil.example/arende",
    "/\\evil.example/arende",
    "\\\\evil.example",
    "/%2F%2Fevil.example",
    "/arende/../..//evil.example",
    "javascript:alert(1)",
    "/arende\r\nSet-Cookie: namn=x",
    "/auth/logout",
    "/jag?namn=Chefen&till=/",
    "/sprak?val=en&till=//evil.example",
    f"/arende?id={'x' * 2_000}",
    "",
)


@pytest.fixture(autouse=True)
def signed_in_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "signin.toml"
    file.write_text(SETTINGS, "utf-8")
    monkeypatch.setattr(callback, "sign_in", lambda: read(file))


def answered(
    path: str, *, query: str = "", cookie: str = "", referer: str = "", user: str = ""
) -> MutableHeaders:
    """Return what the browser is told after one request; `user` is the cookie of who was let in."""
    told: list[Message] = []

    async def inside(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"location", b"/")]
        headers += [(b"set-cookie", f"_streamlit_user={user}; Path=/".encode())] if user else []
        await send({"type": "http.response.start", "status": 302, "headers": headers})

    async def send(message: Message) -> None:
        told.append(message)

    headers = [(b"cookie", cookie.encode()), (b"referer", referer.encode())]
    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": headers}
    answering: Any = callback.Callback(inside)(scope, None, send)  # type: ignore[arg-type]  # nothing is received
    with pytest.raises(StopIteration):  # by hand: the browser's loop may run in this thread
        answering.send(None)
    return MutableHeaders(scope=told[0])


def kept(headers: MutableHeaders) -> str:
    """Return the cookie as the browser sends it back."""
    [told] = [one for one in headers.getlist("set-cookie") if one.startswith(landing.COOKIE)]
    assert "HttpOnly" in told
    assert "Path=/oauth2callback" in told
    assert told.endswith("; Secure")
    return told.split(";", maxsplit=1)[0]


def test_one_lands_where_one_chose_to_sign_in_once() -> None:
    cookie = kept(answered("/auth/login", referer=HERE + DOSSIER))

    back = answered("/oauth2callback", query="code=c&state=s", cookie=cookie, user="lisa")

    assert back["location"] == DOSSIER
    assert "Max-Age=0" in next(one for one in back.getlist("set-cookie") if landing.COOKIE in one)


def test_a_sign_in_that_failed_leads_back_to_where_it_began_and_on_at_the_second() -> None:
    cookie = kept(answered("/auth/login", referer=HERE + DOSSIER))
    failed = answered("/oauth2callback", query="error=access_denied&state=s", cookie=cookie)
    assert failed["location"] == f"{DOSSIER}&inloggning=1"

    cookie = kept(answered("/auth/login", referer=HERE + failed["location"]))
    back = answered("/oauth2callback", query="code=c&state=s", cookie=cookie, user="lisa")
    assert back["location"] == DOSSIER


@pytest.mark.parametrize(
    "referer", ["", "https://evil.example/arende?id=ab12", "http://evenemang.kommunen.se/arende"]
)
def test_who_came_from_elsewhere_lands_on_the_first_page(referer: str) -> None:
    cookie = kept(answered("/auth/login", referer=referer))
    assert answered("/oauth2callback", query="code=c", cookie=cookie, user="lisa")["location"] == "/"


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_whatever_the_cookie_says_nobody_is_led_out_of_the_house(wanted: str) -> None:
    assert landing.page(wanted) == "/"
    forged = f"{landing.COOKIE}={quote(wanted, safe='')}"
    assert answered("/oauth2callback", query="code=c", cookie=forged, user="lisa")["location"] == "/"
    assert answered("/oauth2callback", query="error=x", cookie=forged)["location"] == "/?inloggning=1"
