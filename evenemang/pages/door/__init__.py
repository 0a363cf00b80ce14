"""The door: everything between the network and the first page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from evenemang.pages.door import health, shell, visit
from evenemang.pages.door.apology import apologise
from evenemang.pages.door.furnish import furnish
from evenemang.pages.door.guard import Guard
from evenemang.pages.door.opening import open_early
from evenemang.pages.door.sweep import sweeping

__all__ = ["PARTS", "furnish"]


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Keep house while the server runs."""
    open_early()
    with sweeping():
        yield


ROUTES = (
    Route("/healthz", health.show),
    Route("/jag", visit.say_name),
    Route("/sprak", visit.choose_language),
    *(Route(path, shell.show) for path in shell.PATHS),
)

PARTS: dict[str, Any] = {
    "script_path": Path(__file__).parents[1] / "frame.py",
    "routes": ROUTES,
    "middleware": (Middleware(Guard, known=frozenset(route.path for route in ROUTES)),),
    "lifespan": lifespan,
    "on_script_error": apologise,
}
"""What `st.App` is made of, the same however the server is started."""
