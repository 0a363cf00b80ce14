"""The door: everything between the network and the first page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from evenemang.pages.door import health, shell
from evenemang.pages.door.apology import apologise
from evenemang.pages.door.furnish import furnish
from evenemang.pages.door.guard import Guard
from evenemang.pages.door.sweep import sweeping

__all__ = ["FRAME", "MIDDLEWARE", "ROUTES", "apologise", "furnish", "lifespan"]

FRAME = Path(__file__).parents[1] / "frame.py"

ROUTES = (
    Route("/healthz", health.show),
    *(Route(path, shell.show) for path in shell.PATHS),
)

MIDDLEWARE = (Middleware(Guard, known=frozenset(route.path for route in ROUTES)),)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Keep house while the server runs."""
    with sweeping():
        yield
