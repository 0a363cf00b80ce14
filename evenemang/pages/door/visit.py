"""Where a visitor says who they are and which language they read: two cookies, no sign-in."""

from urllib.parse import quote, urlsplit

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import RedirectResponse

from evenemang.domain.actor import Actor
from evenemang.domain.text import LANGUAGES
from evenemang.pages.addresses import LANGUAGE_COOKIE, NAME_COOKIE

YEAR = 365 * 24 * 3600  # seconds
ELSEWHERE = {"cross-site", "same-site"}  # another site may not say who somebody is


async def say_name(request: Request) -> RedirectResponse:
    """Keep `?namn=` and go on to `?till=`; an empty name is forgotten."""
    response = _onward(request)
    typed = request.query_params.get("namn", "").strip()
    if _from_elsewhere(request):
        return response
    if not typed:
        response.delete_cookie(NAME_COOKIE, samesite="lax")
        return response
    try:
        name = Actor(name=typed).name
    except ValidationError:
        return response
    response.set_cookie(NAME_COOKIE, quote(name, safe=""), max_age=YEAR, samesite="lax", httponly=True)
    return response


async def choose_language(request: Request) -> RedirectResponse:
    """Keep `?val=sv` or `?val=en` and go on to `?till=`."""
    response = _onward(request)
    chosen = request.query_params.get("val")
    if chosen in LANGUAGES and not _from_elsewhere(request):
        response.set_cookie(LANGUAGE_COOKIE, chosen, max_age=YEAR, samesite="lax")
    return response


def _from_elsewhere(request: Request) -> bool:
    return request.headers.get("sec-fetch-site") in ELSEWHERE


def _onward(request: Request) -> RedirectResponse:
    return RedirectResponse(
        local_path(request.query_params.get("till", "/")), 303, {"Cache-Control": "no-store"}
    )


def local_path(wanted: str) -> str:
    """Return a path within this house, or the first page: nobody is sent elsewhere from here."""
    parts = urlsplit(wanted.replace("\\", "/"))
    outside = parts.scheme or parts.netloc or not wanted.startswith("/") or wanted.startswith("//")
    unclean = any(ord(character) < 32 for character in wanted)
    return "/" if outside or unclean or parts.path.startswith("//") else wanted
