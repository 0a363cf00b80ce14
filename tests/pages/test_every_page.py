"""What holds on every page: no fault of accessibility, both languages, a heading, nobody else is asked."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from evenemang import pages
from evenemang.catalogue.example import FILE
from evenemang.domain.text import Text
from tests.conftest import DESK, PHONE

PATIENCE = 60_000  # ms: the first visit of a server warms it
STEPS = (
    "underlag",
    "checklistor",
    "risker",
    "atgarder",
    "granskning",
    "beslut",
    "plats",
    "utvardering",
    "arbetsbok",
    "historik",
)
HELD, COMING = "potatisfestivalen-2023", "potatisfestivalen-2024"
PARTS = {
    "Platser": "Places",
    "Tillstånd": "Permits",
    "Tidplan": "Time plan",
}  # stand in the address by their word
PATHS = (
    "/",
    "/arenden",
    "/nytt-arende",
    "/las-in-lista",
    "/andrade-register",
    "/gallring",
    "/platser",
    "/platser?id=kulturhuset",
    "/arrangorer",
    "/arrangorer?id=exempelforeningen-potatis",
    f"/upplagor?id={COMING}",
    "/uppfoljning?ar=2023",
    *(f"/uppfoljning?ar=2023&del={part}" for part in ("handelser", "risker", "arbetet")),
    "/forutseende",
    "/moten",
    *(f"/mote?id=mote-2023-12&del={part}" for part in ("plan", "anteckningar")),
    "/arets-rapport?ar=2023",
    "/behorigheter",
    "/installningar",
    "/installningar?del=Platser",
    *(f"/arende?id={dossier}&steg={step}" for dossier in (HELD, COMING) for step in STEPS),
    *(f"/arende?id={COMING}&steg=underlag&del={part}" for part in ("Tillstånd", "Tidplan")),
)
# Of one dossier each step, of the other those that look otherwise when all is done; the rest in `make prove`.
DONE = ("atgarder", "beslut", "plats", "utvardering", "arbetsbok")
LIKE_ANOTHER = ("del=handelser", "del=risker", "del=plan")  # more charts of a kind; test_moten plans one
LOOKED_AT = tuple(
    one for one in PATHS if (HELD not in one or one.endswith(DONE)) and not one.endswith(LIKE_ANOTHER)
)
# One that is held back never ends; a second is longer than any of ours.
FADED_IN = """Promise.race([new Promise(done => setTimeout(done, 1000)), Promise.all(document.getAnimations()
  .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
  .map(one => one.finished.catch(() => 0)))])"""
Scheme = Literal["dark", "light"]
SCHEMES: dict[Scheme, str] = {"dark": "rgb(17, 25, 29)", "light": "rgb(255, 255, 255)"}
BOTH: tuple[Scheme, ...] = ("dark", "light")
# Streamlit's own: its uploader is a button inside a presentation (tried with 1.67).
NOT_OURS = {"presentation-role-conflict"}


def shown(page: Page, address: str, path: str) -> Page:
    page.goto(address + path)
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=PATIENCE)
    # What is being drawn anew is faded meanwhile; a fault of contrast there is nobody's.
    expect(page.locator("[data-stale=true]")).to_have_count(0, timeout=PATIENCE)
    page.evaluate(FADED_IN)
    return page


def put_on(page: Page, scheme: Scheme) -> None:
    """Let the page be light or dark: it follows what the person has chosen in their system, at once."""
    page.emulate_media(color_scheme=scheme)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", SCHEMES[scheme])
    page.evaluate(FADED_IN)


def faults(page: Page) -> list[str]:
    found: dict[str, Any] = Axe().run(page).response
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:160]}"
        for one in found["violations"]
        if one["id"] not in NOT_OURS
    ]


@pytest.mark.parametrize("path", LOOKED_AT)
def test_axe_finds_nothing_nothing_is_wider_than_the_screen_and_no_word_of_ours_stays_swedish(
    example: str, open_page: Callable[..., Page], path: str
) -> None:
    first, second = BOTH if PATHS.index(path) % 2 else reversed(BOTH)
    page = shown(open_page(viewport=DESK), example, path)
    look_at(page, DESK["width"], (first,))
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict will do
    page.wait_for_function(f"document.documentElement.scrollWidth <= {PHONE['width']}")

    english = shown(open_page(viewport=PHONE, has_touch=True, is_mobile=True), example, in_english(path))
    look_at(english, PHONE["width"], (second,))
    assert english.locator("html").get_attribute("lang") == "en"
    said = english.locator("body").inner_text()
    assert not [word for word in SWEDISH_ONLY if word in said]


@pytest.mark.prove
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_in_either_scheme_at_either_width(
    example: str, open_page: Callable[..., Page], path: str
) -> None:
    for viewport, touched in ((DESK, False), (PHONE, True)):
        page = shown(open_page(viewport=viewport, has_touch=touched, is_mobile=touched), example, path)
        look_at(page, viewport["width"], BOTH)


def look_at(page: Page, width: int, schemes: tuple[Scheme, ...]) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in schemes:
        put_on(page, scheme)
        assert not faults(page), f"{page.url} {scheme} {width}"


def in_english(path: str) -> str:
    for swedish, english in PARTS.items():
        path = path.replace(swedish, english)
    return f"{path}{'&' if '?' in path else '?'}lang=en"


def words(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from words(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from words(one)


def every_text_of_the_pages() -> set[Text]:
    found: set[Text] = set()
    for module in pkgutil.walk_packages(pages.__path__, "evenemang.pages."):
        if not module.name.endswith(".frame"):  # the script that Streamlit runs
            for value in vars(importlib.import_module(module.name)).values():
                found |= set(words(value))
    return found


TYPED = FILE.read_text("utf-8")  # what the people of the example year wrote stays as they wrote it
SWEDISH_ONLY = sorted(
    text.sv
    for text in every_text_of_the_pages()
    if text.sv != text.en and "{" not in text.sv and len(text.sv) > 10 and text.sv not in TYPED
)
