"""Who is let near: without sign-in this machine only; with it, who came to the address that was set."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from evenemang.domain.errors import NotOnThisAddress
from evenemang.domain.text import Text
from evenemang.pages.door.signing_in import is_this_machine, sign_in

LOG = logging.getLogger("evenemang.door")
OPEN = frozenset({"/healthz", "/readyz"})  # a watchman asks by whatever address it knows
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")

ONLY_HERE = Text(
    sv="Evenemang körs utan inloggning och svarar därför bara på den egna maskinen (127.0.0.1). "
    "Ställ in inloggning innan andra ska nå det: docs/signin.md.",
    en="Evenemang runs without sign-in and therefore answers on this machine only (127.0.0.1). "
    "Set up sign-in before others are to reach it: docs/signin.md.",
)
ELSEWHERE = Text(
    sv="Den här adressen är inte den som är inställd för Evenemang. Använd länken du fått, eller be den "
    "som sköter servern se över address i inloggningens inställningar och värdnamnet i proxyn.",
    en="This address is not the one that is set for Evenemang. Use the link you were given, or ask whoever "
    "runs the server to look at address in the settings of sign-in, and at the host name in the proxy.",
)


class Entrance:
    """Answer only who may be here at all."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one connection."""
        why = None if scope["type"] == "lifespan" or scope["path"] in OPEN else refusal(scope)
        if why is None:
            await self._app(scope, receive, send)
            return
        LOG.warning("turned away: %s", "not from this machine" if why is ONLY_HERE else "another address")
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await PlainTextResponse(f"{why.sv}\n\n{why.en}\n", 403)(scope, receive, send)


def refusal(scope: Scope) -> Text | None:
    """Return why a request is turned away, or None."""
    headers, settings = Headers(scope=scope), sign_in()
    host = headers.get("host", "").lower()
    if settings is None:
        client = scope.get("client") or ("", 0)
        near = is_this_machine(client[0]) and is_this_machine(_hostname(host))
        return None if near and not any(one in headers for one in FORWARDED) else ONLY_HERE
    told = headers.get("x-forwarded-host", host).lower()
    return None if host == told == settings.host else ELSEWHERE


def check_address(address: str | None) -> None:
    """Go on only where the server may listen on an address; None is every address of the machine.

    Raises:
        NotOnThisAddress: If others could reach it, and nobody would have to sign in.
        SignInUnfit: If what is said of signing in cannot be used.
    """
    if sign_in() is None and not is_this_machine(address):
        raise NotOnThisAddress(ONLY_HERE.en, address=address or "0.0.0.0")  # only told  # nosec B104


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
