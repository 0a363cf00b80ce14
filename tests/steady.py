"""Pages that are acted on as a person does it: not while they are being drawn."""

from __future__ import annotations

from playwright.sync_api import Page

DRAWING = "[data-testid=stApp][data-test-script-state=running]"


def steady(page: Page) -> Page:
    """Let all that is done and expected on a page wait until what Streamlit draws is drawn.

    While a run goes on, what it will take away stands beside what it has put there: a field would be found
    twice, and a press on the one that goes would be lost.
    """
    page.add_locator_handler(page.locator(DRAWING), lambda: None)
    return page
