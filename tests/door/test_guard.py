"""What is said to the browser with every answer."""

from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from evenemang.pages.door import guard
from evenemang.pages.door.guard import HEADERS, Guard
from evenemang.pages.door.signing_in import SignIn
from tests.door.asking import Answer, ask, house

SAID = {
    "metadata_url": "https://directory.example/.well-known/openid-configuration",
    "client_id": "evenemang",
    "client_secret": "hemlig",
    "cookie_secret": "x" * 32,
    "ask": "IT",
}


def guarded(path: str, **said: Any) -> Answer:
    return ask(Guard(house, frozenset({"/"})), path, **said)


@pytest.fixture(params=["https://evenemang.example", "http://127.0.0.1:8501"])
def address(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    settings = SignIn.model_validate(SAID | {"address": request.param})
    monkeypatch.setattr(guard, "sign_in", lambda: settings)
    return str(request.param)


@pytest.mark.parametrize("path", ["/", "/media/a.png", "/static/js/a.js", "/_stcore/health", "/finns/inte"])
def test_every_answer_has_the_headers(path: str) -> None:
    assert {name.lower() for name in HEADERS} <= guarded(path).headers.keys()
    assert "frame-ancestors 'none'" in guarded(path).headers["content-security-policy"]


def test_an_opened_connection_has_them_too() -> None:
    answer = guarded("/_stcore/stream", kind="websocket")

    assert answer.is_open
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_fault_of_ours_is_answered_with_them_and_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("Sara Lind")

    answer = ask(Guard(broken, frozenset()), "/")

    assert answer.status == 500
    assert answer.headers["x-frame-options"] == "DENY"
    assert b"Sara" not in answer.messages[1]["body"]
    assert "request failed" in caplog.messages


def test_only_the_program_itself_may_be_kept_by_browser_and_proxy() -> None:
    assert guarded("/media/a.png").headers["cache-control"] == "private, no-store"
    assert guarded("/_stcore/host-config").headers["cache-control"] == "no-store"
    assert "cache-control" not in guarded("/static/js/a.js").headers  # Streamlit's own word stands


def test_a_file_from_a_person_runs_nothing() -> None:
    assert "sandbox" in guarded("/media/a.svg").headers["content-security-policy"]


def test_https_is_held_to_where_people_come_by_it_and_only_there(address: str) -> None:
    held = guarded("/").headers.get("strict-transport-security")

    assert (held is not None) == address.startswith("https://")
    assert "includeSubDomains" not in (held or "")
