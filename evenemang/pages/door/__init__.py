"""The door: everything between the network and the first page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import config

from evenemang.pages.door import health, log, news, shell, visit
from evenemang.pages.door.apology import apologise
from evenemang.pages.door.bounds import Bounds
from evenemang.pages.door.callback import Callback
from evenemang.pages.door.entrance import Entrance, check_address
from evenemang.pages.door.furnish import furnish
from evenemang.pages.door.guard import Guard
from evenemang.pages.door.opening import open_early
from evenemang.pages.door.shelf import Shelf
from evenemang.pages.door.signing_in import sign_in
from evenemang.pages.door.sweep import sweeping

__all__ = ["furnish", "parts"]


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Keep house while the server runs."""
    log.adopt()
    open_early()
    with sweeping():
        yield


ROUTES = (
    Route("/healthz", health.show),
    Route("/readyz", health.show_ready),
    Route("/nytt", news.tell),
    Route("/jag", visit.say_name),
    Route("/sprak", visit.choose_language),
    *(Route(path, shell.show) for path in shell.PATHS),
)


def parts(address: str | None = None) -> dict[str, Any]:
    """Return what `st.App` is made of, the same however the server is started.

    `address` is where it will listen, where that is not what Streamlit's own settings say.

    Raises:
        NotOnThisAddress: If others could reach it, and nobody would have to sign in.
        SignInUnfit: If what is said of signing in cannot be used.
    """
    log.keep_log()
    check_address(address or config.get_option("server.address"))
    settings = sign_in()
    return {
        "script_path": Path(__file__).parents[1] / "frame.py",
        "routes": ROUTES,
        "middleware": (
            Middleware(Guard, known=frozenset(route.path for route in ROUTES)),
            Middleware(Bounds),
            Middleware(Entrance),
            Middleware(Callback),
            Middleware(Shelf),
        ),
        "lifespan": lifespan,
        "on_script_error": apologise,
        "secrets": settings.for_streamlit() if settings else None,
    }
