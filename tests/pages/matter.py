"""An event with weather to reckon with, in a running app: what risks, actions and decisions are tried on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from evenemang.bootstrap import open_data
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Occasion
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.workspace import Workspace
from tests.serving import running

SARA = Actor(name="Sara Lind")
PATIENCE = 30_000  # ms: two cores may be shared with other tests


@dataclass(frozen=True)
class Matter:
    """One event in a running app."""

    address: str
    workspace: Workspace
    id: str

    @property
    def dossier(self) -> Dossier:
        return self.workspace.dossier(self.id).record

    def do(self, operation: Operation) -> None:
        self.workspace.do(self.id, operation, SARA)

    def answer(self, **answers: str) -> None:
        for name, value in answers.items():
            question = f"weather.{name.replace('_', '-')}"
            self.do(GiveAnswer(question=question, value=value, comment="Sagt på mötet"))

    def open(self, page: Page, step: str) -> Page:
        page.set_default_timeout(PATIENCE)
        cookie = {"name": "namn", "value": "Sara%20Lind", "url": self.address}
        page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict will do
        page.goto(f"{self.address}/arende?id={self.id}&steg={step}")
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        return page


@contextmanager
def matters(home: Path) -> Iterator["Hall"]:
    """Run the app on a data folder of its own, and open events in it."""
    workspace = open_data(home / "data").workspace
    with running(home / "data", home / "server.log") as address:
        yield Hall(address, workspace)


@dataclass(frozen=True)
class Hall:
    """A running app where events are opened."""

    address: str
    workspace: Workspace

    def event(self, name: str) -> Matter:
        first = date(
            self.workspace.now().year + 1, 7, 20
        )  # summer: thunder is asked about, whenever this runs
        new = NewDossier(
            name=name,
            occasions=(Occasion(date=first, starts="12:00", ends="22:00"),),
            facts={"tents": True},
            areas=("weather",),
            officer="Sara Lind",
        )
        return Matter(self.address, self.workspace, open_dossier(self.workspace, new, SARA).record.id)


def post(page: Page, kind: str, row: str) -> Locator:
    return page.locator(f".st-key-post-{kind}-{row}")


def press(where: Page | Locator, name: str) -> None:
    button = where.get_by_role("button", name=name, exact=True)
    expect(button).to_have_count(1)  # while a page is drawn anew, the old stands a moment beside the new
    button.click()


def dialog(page: Page) -> Locator:
    found = page.get_by_role("dialog")
    expect(found).to_be_visible()
    return found


def write(field: Locator, text: str) -> None:
    field.fill(text)
    field.press("Tab")


def choose(where: Locator, group: str, name: str) -> None:
    choice = where.get_by_role("radiogroup", name=group).get_by_role("radio", name=name, exact=True)
    choice.click()
    expect(choice).to_be_checked()
