"""Ask a part of the door directly, as a server would, without a network."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass
class Answer:
    """What came back."""

    messages: list[Message] = field(default_factory=list)

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def is_open(self) -> bool:
        return str(self.messages[0]["type"]) == "websocket.accept"

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode().lower(): value.decode() for name, value in self.messages[0]["headers"]}


async def house(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer like a page behind the door: read all that comes, and say ok."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        more = message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"image/png")]})
    await send({"type": "http.response.body", "body": b"ok"})


def ask(app: ASGIApp, path: str, *, body: tuple[bytes, ...] = (), **said: Any) -> Answer:
    """Ask for a path; `said` may be `method`, `kind`, `query`, and `headers` by name."""
    headers = {"host": "evenemang.example", **said.get("headers", {})}
    scope: Scope = {
        "type": said.get("kind", "http"),
        "method": said.get("method", "GET"),
        "path": path,
        "raw_path": path.encode(),
        "query_string": said.get("query", "").encode(),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
    }
    answer = Answer()
    parts = [*body] or [b""]

    async def receive() -> Message:
        part = parts.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Message) -> None:
        answer.messages.append(message)

    with ThreadPoolExecutor(1) as beside:  # a browser may have a loop of its own in this thread
        beside.submit(lambda: asyncio.run(_run(app, scope, receive, send))).result()
    return answer


async def _run(app: Callable[..., Awaitable[None]], *parts: Any) -> None:
    await app(*parts)
