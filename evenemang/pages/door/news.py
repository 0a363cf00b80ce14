"""Where the browser asks, every few seconds, whether a page has anything new: yes or no, never what."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from evenemang.domain.errors import NotAdmitted, StoreUnfit
from evenemang.pages import listeners

KEY = "x-nyckel"  # a header of our own: no other site's page can send it
NOTHING_NEW, NEWS = 204, 200


def tell(request: Request) -> Response:
    """Answer 204 where a page has shown all there is; 200 where it is to be run, which then says why."""
    page = listeners.listening(request.headers.get(KEY, ""))
    try:
        has_news = page is None or page.has_news()
    except NotAdmitted:
        has_news = True  # the page leads its reader out
    except StoreUnfit:
        has_news = False  # what was shown stands; the next click says so
    return Response(status_code=NEWS if has_news else NOTHING_NEW)
