"""The way back from the directory: what failed is logged without a name, and told to the person."""

from __future__ import annotations

import logging
import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from evenemang.pages.door import landing
from evenemang.pages.door.signing_in import CALLBACK, sign_in

LOG = logging.getLogger("evenemang.signin")
COOKIE = "_streamlit_user"
REASON = re.compile(r"[a-z_]{1,40}")


class Callback:
    """Stand around Streamlit's own sign-in: watch how it went, lead on, send cookies by https only."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        settings = sign_in()
        if settings is None or scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        back = scope["path"] == CALLBACK
        query = parse_qs(scope["query_string"].decode("latin-1")) if back else {}
        if "error_description" in query:  # may name the person, and Streamlit would log it
            kept = {name: values for name, values in query.items() if name != "error_description"}
            scope = {**scope, "query_string": urlencode(kept, doseq=True).encode()}

        async def watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if scope["path"] == landing.LOGIN:
                    landing.note(scope, headers, settings)
                elif back and _has_signed_in(headers):
                    landing.lead(scope, headers)
                elif back and query:
                    LOG.warning("sign-in failed: %s", _reason(query))
                    landing.lead_back(scope, headers)
                if settings.is_encrypted:
                    _only_by_https(message)
            await send(message)

        await self._app(scope, receive, watched)


def _has_signed_in(headers: MutableHeaders) -> bool:
    cookies = SimpleCookie()
    for one in headers.getlist("set-cookie"):
        try:
            cookies.load(one)
        except CookieError:
            continue
    return COOKIE in cookies and bool(cookies[COOKIE].value)


def _reason(query: dict[str, list[str]]) -> str:
    """Return why it failed, in the standard's own words or ours; never what the directory wrote freely."""
    said = query.get("error", [""])[0]
    if said:
        return said if REASON.fullmatch(said) else "unknown error"
    return "the code was refused, or the answer was an old one" if "code" in query else "no code"


def _only_by_https(message: Message) -> None:
    message["headers"] = [
        (name, value + b"; Secure" if name.lower() == b"set-cookie" else value)
        for name, value in message["headers"]
    ]
