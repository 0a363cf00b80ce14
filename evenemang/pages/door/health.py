"""The addresses that a watchman asks: is the server up, and can it work?"""

from __future__ import annotations

import logging
import time
from threading import Lock

from starlette.requests import Request
from starlette.responses import JSONResponse

from evenemang.pages import house

LOG = logging.getLogger("evenemang.health")
FRESH = 2.0  # seconds that a look counts: whoever asks without end costs nothing
HERE = {"Cache-Control": "no-store"}
_LOOKED: list[tuple[float, tuple[str, ...]]] = []
_LOOKING = Lock()


async def show(_request: Request) -> JSONResponse:
    """Answer that the server is up."""
    return JSONResponse({"status": "ok"}, headers=HERE)


def show_ready(_request: Request) -> JSONResponse:
    """Answer whether it can work: 200 or 503. What is wrong stands in the log, not before strangers."""
    with _LOOKING:
        if not _LOOKED or time.monotonic() - _LOOKED[0][0] > FRESH:
            _look()
    if _LOOKED[0][1]:
        return JSONResponse({"status": "not ready"}, 503, HERE)
    return JSONResponse({"status": "ready"}, headers=HERE)


def _look() -> None:
    opened = house.opened()
    wrong = opened.wrong() if opened else ("opening",)
    before = _LOOKED[0][1] if _LOOKED else ()
    _LOOKED[:] = [(time.monotonic(), wrong)]
    if wrong != before:
        LOG.log(
            logging.WARNING if wrong else logging.INFO,
            "not ready" if wrong else "ready",
            extra={"facts": {"wrong": list(wrong)}},
        )
