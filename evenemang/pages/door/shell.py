"""The HTML page that carries every page: Streamlit's own, made ours before it leaves the house."""

import re
from functools import cache

from starlette.requests import Request
from starlette.responses import HTMLResponse

from evenemang.pages.addresses import PAGES
from evenemang.pages.door.shelf import STATIC

PATHS = ("/", *(f"/{page}" for page in PAGES))

DEFAULT_LANGUAGE = "sv"
NO_SCRIPT = {
    "sv": "Evenemang behöver JavaScript. Slå på det i webbläsaren och ladda om sidan.",
    "en": "Evenemang needs JavaScript. Turn it on in the browser and reload the page.",
}
COOKIE = "lang"
# The page itself brings the same sheet last, to win over Streamlit's own; here it comes first, so that
# nothing is shown without it.
LOOK = '<link rel="stylesheet" href="./app/static/look.css" />'
# Keeps what is typed and not saved, over a reload and a restarted server (docs/decisions/0029).
DRAFTS = '<script src="./app/static/drafts.js" defer></script>'
# Asks what others have done, where the page stands still (the same).
LISTENING = '<script src="./app/static/listening.js" defer></script>'
# Says what Streamlit says by itself in the language of the page.
WORDS = '<script src="./app/static/words.js" defer></script>'
# Lets what scrolls sideways be reached by the keyboard.
SCROLLING = '<script src="./app/static/scrolling.js" defer></script>'
YEAR = 365 * 24 * 3600  # seconds
# What every page of ours draws, by the names Streamlit's parts have: fetched with the rest, not after it.
DRAWN = ("Html", "purify.es", "PageLink", "Button")


async def show(request: Request) -> HTMLResponse:
    """Answer with the shell in the visitor's language; `?lang=` is remembered in a cookie."""
    asked = request.query_params.get(COOKIE)
    language = next(
        (known for known in (asked, request.cookies.get(COOKIE)) if known in NO_SCRIPT),
        DEFAULT_LANGUAGE,
    )
    response = HTMLResponse(page(language), headers={"Cache-Control": "no-cache", "Vary": "Cookie"})
    if asked in NO_SCRIPT:
        response.set_cookie(COOKIE, asked, max_age=YEAR, samesite="lax")
    return response


@cache
def page(language: str) -> str:
    """Return Streamlit's page with our language, name and icon, and nothing said in its own voice."""
    html = (STATIC / "index.html").read_text("utf-8")
    html = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    html = re.sub(
        r"<script>.*?</script>", "", html, flags=re.DOTALL
    )  # so that the guard may refuse all inline script
    html = re.sub(r'<link rel="service-desc"[^>]*>', "", html)
    html = re.sub(
        r"<noscript>.*?</noscript>",
        f"<noscript>{NO_SCRIPT[language]}</noscript>",
        html,
        flags=re.DOTALL,
    )
    html = html.replace('<html lang="en">', f'<html lang="{language}">')
    html = html.replace("<title>Streamlit</title>", "<title>Evenemang</title>")
    html = html.replace("</head>", f"{_early()}{LOOK}{DRAFTS}{LISTENING}{WORDS}{SCROLLING}</head>")
    return html.replace("./favicon.png", "./app/static/icon.svg").lstrip()


def _early() -> str:
    found = (part.name for name in DRAWN for part in sorted((STATIC / "static" / "js").glob(f"{name}.*.js")))
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{part}">' for part in found)
