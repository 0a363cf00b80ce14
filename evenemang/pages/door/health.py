"""The address that a watchman asks: is the server up?"""

from starlette.requests import Request
from starlette.responses import JSONResponse


async def show(_request: Request) -> JSONResponse:
    """Answer that the server is up."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})
