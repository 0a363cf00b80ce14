"""What is said to the browser with every answer, and where a lost visitor is led."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from evenemang.pages.walk import focus

POLICY = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' '{focus.DIGEST}'",  # our one script, that leads to a question
        "style-src 'self' 'unsafe-inline'",  # Streamlit and plotly style elements one by one
        "img-src 'self' data: blob:",  # a picture from elsewhere in a typed text would tell who reads it
        "font-src 'self' data:",
        "media-src 'self' blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """Put the security headers on every answer, and lead unknown pages to the first one.

    Streamlit answers any unknown path with its page and an English dialog; ours are known by name.
    """

    def __init__(self, app: ASGIApp, known: frozenset[str]) -> None:
        """Stand before `app`; `known` are the paths that may answer with HTML."""
        self._app = app
        self._known = known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        lost = False

        async def guarded(message: Message) -> None:
            nonlocal lost
            if message["type"] == "http.response.start":
                lost = self._is_lost(scope["path"], message)
                MutableHeaders(scope=message).update(HEADERS)
            if not lost:
                await send(message)

        await self._app(scope, receive, guarded)
        if lost:
            await RedirectResponse("/", headers=HEADERS)(scope, receive, send)

    def _is_lost(self, path: str, start: Message) -> bool:
        kind = Headers(raw=start["headers"]).get("content-type", "")
        return start["status"] == 200 and kind.startswith("text/html") and path not in self._known
