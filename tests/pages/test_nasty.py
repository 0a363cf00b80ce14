"""Text from people is text on every page: nobody's markup becomes a link, a picture or a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.example_folder import example_folder
from tests.pages.nasty import poison
from tests.serving import running

HELD, COMING = "potatisfestivalen-2023", "potatisfestivalen-2024"
STEPS = (
    "underlag",
    "checklistor&del=crowds",
    "risker",
    "atgarder",
    "granskning",
    "beslut",
    "plats",
    "utvardering",
    "arbetsbok",
    "historik",
)
PATHS = (
    "/",
    "/arenden",
    "/uppfoljning?ar=2023",
    *(f"/uppfoljning?ar=2023&del={part}" for part in ("handelser", "risker", "arbetet")),
    "/platser?id=kulturhuset",
    "/arrangorer?id=exempelforeningen-potatis",
    f"/upplagor?id={COMING}",
    "/moten",
    *(f"/mote?id=mote-2023-12&del={part}" for part in ("plan", "anteckningar")),
    f"/arende?id={COMING}&steg=checklistor&omrade=crowds",
    *(f"/arende?id={HELD}&steg=plats&vy={view}" for view in ("rakna", "rond", "stopp", "dagbok", "dagen")),
    *(f"/arende?id={HELD}&steg={step}" for step in STEPS),
    *(f"/arende?id={COMING}&steg=underlag&del={part}" for part in ("Tillstånd", "Tidplan")),
)
PATIENCE = 60_000  # ms: the first visit of a server warms it

# What markup would have made: an element with nothing in it but one of our words, or one that leads away.
MADE = """() => {
  const found = [];
  for (const one of document.querySelectorAll('body *')) {
    const said = (one.textContent || '').trim();
    const plain = ['DIV', 'P', 'TEXTAREA', 'OPTION'].includes(one.tagName) && !one.closest('table, svg');
    if (/^zq[^\\s<>]*$/.test(said) && !plain) found.push(one.outerHTML.slice(0, 200));
    for (const name of ['href', 'src', 'xlink:href', 'srcset', 'action'])
      if (/ond\\.example/.test(one.getAttribute(name) || '')) found.push(one.outerHTML.slice(0, 200));
    if (one.hasAttribute('onerror') || /katex/.test(one.getAttribute('class') || ''))
      found.push(one.outerHTML.slice(0, 200));
    if (/icon/i.test(one.dataset.testid || '') && said === 'bug_report') found.push('icon');
  }
  if (window.hit) found.push('script');
  if (document.body.textContent.includes('🐛')) found.push('emoji');
  return found;
}"""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("nasty")
    poison(example_folder(tmp_path_factory.getbasetemp(), home / "data"))
    with running(home / "data", home / "server.log") as address:
        yield address


@pytest.mark.prove
def test_nobodys_markup_becomes_more_than_letters_on_any_page(poisoned: str, page: Page) -> None:
    made: dict[str, list[str]] = {}
    seen = 0
    for path in PATHS:
        page.goto(poisoned + path)
        expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=PATIENCE)
        expect(page.locator("[data-stale=true]")).to_have_count(0, timeout=PATIENCE)
        seen += "zqfet" in page.locator("body").inner_text()
        if found := page.evaluate(MADE):
            made[path] = found

    assert made == {}
    assert seen >= len(PATHS) - 3  # else nothing was tried


def test_what_markup_would_have_made_is_found(page: Page) -> None:
    for made in (
        "<p>Namn <b>zqfet</b></p>",
        '<p><a href="http://ond.example">här</a></p>',
        "<p><code>zqkod</code></p>",
        '<span class="katex">x</span>',
        '<span data-testid="stIconMaterial">bug_report</span>',
        "<table><tr><td>zqcell</td></tr></table>",
        "<svg><text><tspan>zqfet</tspan></text></svg>",
    ):
        page.set_content(made)
        assert page.evaluate(MADE), made
    page.set_content("<p>Namn &lt;b>zqfet&lt;/b></p>")
    assert page.evaluate(MADE) == []
