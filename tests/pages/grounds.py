"""A running app on a data folder with one place, and events that were held, run or come there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

from evenemang.bootstrap import open_data
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Occasion
from evenemang.domain.place import Place, Zone
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.workspace import Workspace
from tests.serving import running

SARA = Actor(name="Sara Lind")
PATIENCE = 30_000  # ms: two cores may be shared with other tests


@dataclass(frozen=True)
class Grounds:
    """Where events are held, and the way to their pages."""

    address: str
    data: Path
    workspace: Workspace

    def event(self, name: str, days: int = -3) -> str:
        """Open a dossier of an event so many days from today, and return its id."""
        day = self.workspace.now().date() + timedelta(days=days)
        new = NewDossier(
            name=name,
            place="torget",
            zones=("torget/scenen", "torget/entren"),
            occasions=(Occasion(date=day, starts="00:01", ends="23:00"),),
            areas=("crowds",),
        )
        return open_dossier(self.workspace, new, SARA).record.id

    def dossier(self, dossier: str) -> Dossier:
        """Return a dossier as it is stored now."""
        return self.workspace.dossier(dossier).record

    def visit(self, page: Page, dossier: str, step: str, query: str = "") -> Page:
        """Go to a step of a dossier as Sara."""
        page.set_default_timeout(PATIENCE)
        cookie = {"name": "namn", "value": quote(SARA.name), "url": self.address}
        page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict will do
        page.goto(f"{self.address}/arende?id={dossier}&steg={step}{query}")
        expect(page.get_by_role("heading", level=2).first).to_be_visible(timeout=PATIENCE)
        return page


@contextmanager
def open_grounds(home: Path) -> Iterator[Grounds]:
    """Run the app on a new data folder under `home`."""
    workspace = open_data(home / "data").workspace
    zones = tuple(
        Zone(id=one, name=name, area_m2=4200, net_m2=2600, planning_density=2)
        for one, name in (("scenen", "Scenen"), ("entren", "Entrén"))
    )
    workspace.keep("place", Place(id="torget", name="Torget", zones=zones), SARA, "describe-place")
    with running(home / "data", home / "server.log") as address:
        yield Grounds(address, home / "data", workspace)
