"""What is said to the browser with every answer, and where a lost visitor is led."""

from __future__ import annotations

import logging

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from evenemang.pages.door.signing_in import sign_in
from evenemang.pages.walk import focus

LOG = logging.getLogger("evenemang.door")

# Each loosening and why it stands: docs/decisions/0034.
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' '{focus.DIGEST}'",  # our one script, that leads to a question
        "style-src 'self' 'unsafe-inline'",  # Streamlit and plotly style elements one by one
        "img-src 'self' data: blob:",  # a picture from elsewhere in a typed text would tell who reads it
        "font-src 'self' data:",
        "connect-src 'self'",
        "media-src 'self' blob:",
        "worker-src 'self' blob:",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"  # a file from a person runs nothing here
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ONLY_HTTPS = "max-age=31536000"  # a year; of this host alone: the municipality's others are not ours to bind
OURS_TO_KEEP = ("/static/", "/app/static/")  # the program's own files, alike for all
FROM_PEOPLE = ("/media/", "/_stcore/upload_file/")
FAILED = "Något gick fel i programmet.\n\nSomething went wrong in the program.\n"


class Guard:
    """Put the security headers on every answer, and lead unknown pages to the first one.

    Streamlit answers any unknown path with its page and an English dialog; ours are known by name.
    """

    def __init__(self, app: ASGIApp, known: frozenset[str]) -> None:
        """Stand before `app`; `known` are the paths that may answer with HTML."""
        self._app = app
        self._known = known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one connection."""
        if scope["type"] == "http":
            await self._answer(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._app(scope, receive, _upgrading(scope, send))
        else:
            await self._app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        lost = begun = False

        async def guarded(message: Message) -> None:
            nonlocal lost, begun
            if message["type"] == "http.response.start":
                begun, lost = True, self._is_lost(scope["path"], message)
                _mark(MutableHeaders(scope=message), scope["path"])
            if not lost:
                await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception:
            LOG.exception("request failed")
            if begun:
                raise
            await PlainTextResponse(FAILED, 500)(scope, receive, guarded)
        if lost:
            home = RedirectResponse("/")
            _mark(home.headers, "/")
            await home(scope, receive, send)

    def _is_lost(self, path: str, start: Message) -> bool:
        kind = Headers(raw=start["headers"]).get("content-type", "")
        return start["status"] == 200 and kind.startswith("text/html") and path not in self._known


def _mark(headers: MutableHeaders, path: str) -> None:
    headers.update(HEADERS)
    settings = sign_in()
    if settings and settings.is_encrypted:
        headers["Strict-Transport-Security"] = ONLY_HTTPS
    if path.startswith(FROM_PEOPLE):
        headers["Content-Security-Policy"] = FILE_POLICY
        headers["Cache-Control"] = "private, no-store"
    elif not path.startswith(OURS_TO_KEEP):
        headers.setdefault("Cache-Control", "no-store")


def _upgrading(scope: Scope, send: Send) -> Send:
    """Say the same where a connection is opened; one that is refused gets an empty 403 from the server."""

    async def sending(message: Message) -> None:
        if message["type"] == "websocket.accept":
            message["headers"] = list(message.get("headers", ()))
            _mark(MutableHeaders(scope=message), scope["path"])
        await send(message)

    return sending
