"""What the tests share: a server, a browser that tells whom it talked to, an office for workbooks."""

import os
import shutil
import subprocess
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from tests.example_folder import example_folder
from tests.kept_pages import KeptPages
from tests.postgres import Server, shared_server
from tests.serving import running

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 30_000  # ms: two cores may be shared with other tests
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


expect.set_options(timeout=PATIENCE)
settings.register_profile("patient", deadline=None)  # a property is about what holds, not how fast
settings.load_profile("patient")


SLOW = {"browser", "office"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long: at the end no worker is left alone with one of them."""
    slow = {item.path for item in items if SLOW.intersection(getattr(item, "fixturenames", ()))}
    items.sort(key=lambda item: item.path not in slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI, a skipped test is a failure: nothing is left untried unseen."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same where a whole file would be skipped."""
    report = yield
    if os.environ.get("CI") and report.outcome == "skipped":
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server that the tests of this worker share."""
    home = tmp_path_factory.mktemp("server")
    with running(home / "data", home / "server.log") as address:
        yield address


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[str]:
    """Return the address of a server with a new data folder, `tmp_path / "data"`, for this test alone."""
    with running(tmp_path / "data", tmp_path / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server with the example year, shared by this worker: look, do not change."""
    home = tmp_path_factory.mktemp("example")
    example_folder(tmp_path_factory.getbasetemp(), home / "data")
    with running(home / "data", home / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a real PostgreSQL that the workers of a run share; `postgres.database()` is a new database."""
    own = tmp_path_factory.getbasetemp()
    with shared_server(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def kept_pages(browser: Browser) -> KeptPages:
    """Return the pages that the tests of this worker use by turns."""
    return KeptPages(browser)


@pytest.fixture
def open_page(kept_pages: KeptPages) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page in a visit of its own; takes what `Browser.new_context` takes.

    At the end, any request that left this machine fails the test.
    """
    hosts: set[str | None] = set()
    lent: list[tuple[Page, dict[str, object]]] = []

    def note(request: Request) -> None:
        hosts.add(urlsplit(request.url).hostname)

    def opened(**wishes: object) -> Page:
        wishes = {"viewport": DESK, "locale": "sv-SE"} | wishes
        page = kept_pages.borrow(wishes)
        lent.append((page, wishes))
        page.context.on("request", note)
        return page

    yield opened
    for page, wishes in lent:
        page.context.remove_listener("request", note)
        kept_pages.give_back(page, wishes)
    assert hosts <= {"127.0.0.1", None}, f"requests left this machine: {hosts}"


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """Return a page on a desk, 1440 × 900."""
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """Return a page on a phone, 390 × 844, with touch."""
    return open_page(viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Return a function that converts a file with LibreOffice: `office(book, "pdf")` gives a path."""
    profile = tmp_path_factory.mktemp("office-profile")
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing; `make test` brings it"

    def convert(source: Path, kind: str) -> Path:
        outdir = tmp_path_factory.mktemp("office")
        command = [soffice, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", kind]
        said = subprocess.run(
            [*command, "--outdir", outdir, source], capture_output=True, text=True, timeout=120, check=False
        )
        made = outdir / f"{source.stem}.{kind.partition(':')[0]}"
        assert made.exists(), said.stdout + said.stderr
        return made

    return convert
