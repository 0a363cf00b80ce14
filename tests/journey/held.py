"""Where the two years are played: a data folder, a clock that stands where they have come to, and Sara."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from evenemang.bootstrap import Opened, open_data
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL, Occasion
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place, Zone
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.operation import Operation
from evenemang.flow.workspace import Workspace
from tests.commands.conftest import Run

SARA = Actor(name="Sara Lind")
LAST = datetime.now(LOCAL).year - 1  # two years that are over, whenever this is run
FIRST = LAST - 1
DAY, SECOND_DAY = date(FIRST, 6, 14), date(LAST, 6, 13)
STAGE = Zone(id="scenen", name="Scenen", area_m2=500, net_m2=400, planning_density=2)  # holds 800
TORGET = Place(id="torget", name="Torget", zones=(STAGE,))
KLUBBEN = Organiser(id="klubben", name="Klubben", kind="external")


@dataclass(frozen=True)
class Held:
    """The work of the group, as it goes through the years."""

    opened: Opened
    clock: PlayedClock
    run: Run

    @property
    def workspace(self) -> Workspace:
        """All verbs of the work."""
        return self.opened.workspace

    def at(self, day: date, hour: int = 9) -> None:
        """Come to a day and an hour."""
        self.clock.at = datetime.combine(day, time(hour), LOCAL)

    def dossier(self, handle: str) -> Dossier:
        """Return a dossier as it is now."""
        return self.workspace.dossier(handle).record

    def do(self, handle: str, *operations: Operation) -> Dossier:
        """Do one thing after the other, as Sara, and return the dossier after them."""
        for operation in operations:
            self.workspace.do(handle, operation, SARA)
        return self.dossier(handle)

    def report(self, year: int, data: str = "data") -> str:
        """Return the report of a year as the command line writes it, without its marks."""
        file = self.opened.data.parent / f"{data}-{year}.md"
        said = self.run("report", str(year), file.name, "--data", data)
        assert said.code == 0, said.err
        text = re.sub(r"\[\^[\w-]+\]|\\", "", file.read_text("utf-8"))
        return " ".join(text.split())  # a no-break space is a space to who reads


def held_in(data: Path, run: Run) -> Held:
    """Open a new data folder where a place and an organiser are known."""
    opened = open_data(data)
    clock = PlayedClock(datetime.now(LOCAL))
    opened.workspace.clock = clock
    opened.workspace.keep("place", TORGET, SARA, "describe-place")
    opened.workspace.keep("organiser", KLUBBEN, SARA, "add-organiser")
    return Held(opened, clock, run)


def one_day(day: date) -> tuple[Occasion, ...]:
    """Return a day of eight hours."""
    return (Occasion(date=day, starts="12:00", ends="20:00", visitors=1500),)
