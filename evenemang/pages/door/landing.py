"""Where somebody was going when they had to sign in: kept meanwhile, and always a page of this house.

The way to the directory begins on the page itself, so the browser says which (`Referer`). It is kept in a
cookie that only the way back gets to see, and looked at anew there: nobody is led elsewhere by it.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import Scope

from evenemang.pages.addresses import FAILED
from evenemang.pages.door.shell import PATHS
from evenemang.pages.door.signing_in import CALLBACK, SignIn
from evenemang.pages.door.visit import local_path

LOGIN = "/auth/login"  # Streamlit's own
COOKIE = "vart"
KEPT = 600  # seconds: as long as a sign-in with a code on a telephone may take
LONGEST = 1_500  # characters: a cookie holds 4 096 bytes
SAFE = "/?&=%+,;:@!$'()*~"


def note(scope: Scope, headers: MutableHeaders, settings: SignIn) -> None:
    """Keep where somebody was when they chose to sign in."""
    came = urlsplit(Headers(scope=scope).get("referer", ""))
    ours = f"{came.scheme}://{came.netloc}".lower() == settings.address
    _keep(headers, page(f"{came.path}?{came.query}") if ours else "/")


def lead(scope: Scope, headers: MutableHeaders) -> None:
    """Lead who has signed in to where they were going, once."""
    headers["location"] = page(_kept(scope))
    made = Response()
    made.delete_cookie(COOKIE, path=CALLBACK, httponly=True, samesite="lax")
    _add(headers, made)


def lead_back(scope: Scope, headers: MutableHeaders) -> None:
    """Lead who has not signed in to the same page, where it is told; where they were going is kept."""
    there = page(_kept(scope))
    headers["location"] = f"{there}{'&' if '?' in there else '?'}{FAILED}=1"


def page(wanted: str) -> str:
    """Return the address of one of our pages, without what a sign-in put there; else the first page."""
    parts = urlsplit(local_path(wanted[:LONGEST]))
    if parts.path not in PATHS or len(wanted) > LONGEST:
        return "/"
    query = urlencode([one for one in parse_qsl(parts.query) if one[0] != FAILED])
    return quote(f"{parts.path}?{query}" if query else parts.path, safe=SAFE)


def _kept(scope: Scope) -> str:
    return unquote(cookie_parser(Headers(scope=scope).get("cookie", "")).get(COOKIE, "/"))


def _keep(headers: MutableHeaders, there: str) -> None:
    made = Response()
    made.set_cookie(COOKIE, quote(there, safe=""), KEPT, path=CALLBACK, httponly=True, samesite="lax")
    _add(headers, made)


def _add(headers: MutableHeaders, made: Response) -> None:
    for one in made.headers.getlist("set-cookie"):
        headers.append("set-cookie", one)
