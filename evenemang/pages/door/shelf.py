"""Hand out the files that Streamlit's page is made of at once, each in one piece."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

STATIC = Path(st.__file__).parent / "static"
# Said by us: what a machine's own register says of endings differs, and a script of another kind is not run.
KINDS = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}
FOR_GOOD = "public, immutable, max-age=31536000"  # a year: a name with a digest in it never changes meaning


class Shelf:
    """Answer for the files under /static/ by name; all else is the app's.

    The app opens, reads and sends each in threads, piece by piece. The first page is some seventy files, and
    while the house is opened behind the door every step of that waits for the interpreter.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one connection."""
        file = _shelf().get(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if file is None or "range" in Headers(scope=scope):
            await self._app(scope, receive, send)
            return
        headers = {"Cache-Control": FOR_GOOD, "ETag": f'"{file.name}"'}
        if Headers(scope=scope).get("if-none-match") == headers["ETag"]:
            await Response(status_code=304, headers=headers)(scope, receive, send)
            return
        await Response(file.read_bytes(), media_type=KINDS[file.suffix], headers=headers)(
            scope, receive, send
        )


@cache
def _shelf() -> dict[str, Path]:
    files = (file for file in (STATIC / "static").rglob("*") if file.suffix in KINDS)
    return {f"/{file.relative_to(STATIC).as_posix()}": file for file in files}
