"""What a request may be like, judged by its first lines: before anything of it is held in memory."""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG = logging.getLogger("evenemang.door")

LARGEST_UPLOAD = 12_000_000  # bytes: a file of 10 MB with what wraps it
LARGEST_OTHER = 64_000  # bytes: what anything else sends
LARGEST_HEADERS = 32_000  # bytes of all headers; a signed-in visitor's cookies take a third of it
LONGEST_PATH = 8_000  # characters with the query
MOST_FILES = 20  # that one visit has uploaded and not yet taken back
MOST_VISITS = 1_000  # that are remembered
UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/([^/]+)")
ASKING = frozenset({"GET", "HEAD", "OPTIONS"})


class Bounds:
    """Refuse what no browser of ours sends: another site's connection, too much, too many."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app
        self._files: OrderedDict[str, set[str]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one connection."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        status = _unfit(scope) or self._too_many(scope)
        if not status:
            await self._app(scope, _counted(scope, receive), send)
            return
        LOG.warning("request refused", extra={"facts": {"status": status, "kind": scope["type"]}})
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await PlainTextResponse(f"{status}\n", status)(scope, receive, send)

    def _too_many(self, scope: Scope) -> int:
        """Return 429 where a visit holds too many uploads; what it takes back is counted off."""
        found = UPLOAD.fullmatch(scope["path"])
        if found is None or scope["type"] != "http" or scope["method"] not in {"PUT", "POST", "DELETE"}:
            return 0
        visit, file = found.groups()
        held = self._files.setdefault(visit, set())
        self._files.move_to_end(visit)
        if len(self._files) > MOST_VISITS:
            self._files.popitem(last=False)
        if scope["method"] == "DELETE":
            held.discard(file)
            return 0
        if file not in held and len(held) >= MOST_FILES:
            return 429
        held.add(file)
        return 0


def _unfit(scope: Scope) -> int:
    headers = Headers(scope=scope)
    if _size(scope["headers"]) > LARGEST_HEADERS:
        return 431
    if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > LONGEST_PATH:
        return 414
    writes = scope["type"] == "websocket" or scope["method"] not in ASKING
    if writes and _is_from_elsewhere(headers):
        return 403
    told = headers.get("content-length", "0")
    return 413 if not told.isdecimal() or int(told[:12]) > _largest(scope) else 0


def _is_from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says that another site's page sends this: another port of this machine, too."""
    origin = headers.get("origin")
    if origin is None:  # no browser: it has nobody's cookies
        return False
    try:
        return urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
    except ValueError:
        return True


def _largest(scope: Scope) -> int:
    return LARGEST_UPLOAD if UPLOAD.fullmatch(scope["path"]) else LARGEST_OTHER


def _size(headers: Iterable[tuple[bytes, bytes]]) -> int:
    return sum(len(name) + len(value) for name, value in headers)


def _counted(scope: Scope, receive: Receive) -> Receive:
    """Count what comes without a length, and end the visit where it is too much."""
    if scope["type"] != "http":
        return receive
    come, largest = 0, _largest(scope)

    async def counted() -> Message:
        nonlocal come
        message = await receive()
        come += len(message.get("body", b""))
        return {"type": "http.disconnect"} if come > largest else message

    return counted
