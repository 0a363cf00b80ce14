"""Pages that are used again: what a browser has learned of Streamlit's script, it need not learn anew."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page

from tests.steady import steady

FORGET = "localStorage.clear(); sessionStorage.clear()"


class KeptPages:
    """Pages with a visit of their own each, lent to one test at a time and given back as good as new."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Page]] = {}

    def borrow(self, wishes: Mapping[str, object]) -> Page:
        """Return a page that nobody uses; `wishes` is what `Browser.new_context` takes."""
        free = self._free.get(_kind(wishes), [])
        if free:
            return free.pop()
        return steady(self._browser.new_context(**wishes).new_page())  # type: ignore[arg-type]  # passed on

    def give_back(self, page: Page, wishes: Mapping[str, object]) -> None:
        """Take a page back: it forgets who was here, is as wide as it was, and leaves its server in peace.

        It waits at an address of the same server: elsewhere the browser would begin with a new process.
        """
        try:
            page.unroute_all()
            page.set_viewport_size(wishes["viewport"])  # type: ignore[arg-type]  # passed on
            page.evaluate(FORGET)
            page.context.clear_cookies()
            page.goto("{0.scheme}://{0.netloc}/healthz".format(urlsplit(page.url)))
        except Error:  # closed, elsewhere, or its server is gone
            page.context.close()
            return
        for other in page.context.pages:
            if other != page:
                other.close()
        self._free.setdefault(_kind(wishes), []).append(page)


def _kind(wishes: Mapping[str, object]) -> str:
    return repr(sorted(wishes.items()))
