"""What the page tests do again and again, as a person does it."""

from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

NAME = "Åsa Öst"


def say_who(page: Page, server: str, name: str = NAME, *, then: str = "/") -> None:
    """Say who the visitor is, and go on to a page, by the address that the form under the name leads to."""
    page.goto(f"{server}/jag?{urlencode({'namn': name, 'till': then})}")
    expect(page.get_by_role("button", name=name)).to_be_visible()


def open_new(page: Page, server: str, name: str) -> str:
    """Open a new dossier by its name alone, and return its id."""
    say_who(page, server, then="/nytt-arende")
    page.get_by_label("Vad heter evenemanget?").fill(name)
    page.get_by_role("button", name="Öppna ärendet").click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    return page.url.split("id=")[1].split("&")[0]


def choose(page: Page, name: str) -> None:
    """Choose one of a row of choices, and see that it is chosen."""
    choice = page.get_by_role("radio", name=name)
    choice.click()
    expect(choice).to_be_checked()


def pick_option(field: Locator, words: str) -> None:
    """Choose in a list by writing; written anew when the page was drawn anew meanwhile and lost it."""
    option = field.page.get_by_role("option").first
    for _ in range(5):
        field.fill("")
        field.fill(words)
        try:
            expect(option).to_be_visible(timeout=5_000)
        except AssertionError:
            continue
        field.press("Enter")
        return
    raise AssertionError(f"nothing to choose for {words}")
