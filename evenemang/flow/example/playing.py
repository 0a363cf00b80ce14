"""Playing the example year: every row done through a verb, by its own hand, on its own day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from evenemang.domain.actor import Actor
from evenemang.domain.event import LOCAL
from evenemang.flow.content import Content
from evenemang.flow.example.dossiers import dossier_steps
from evenemang.flow.example.registers import register_steps
from evenemang.flow.example.steps import MORNING, Step
from evenemang.flow.example.year import ExampleYear
from evenemang.flow.storing import Store
from evenemang.flow.workspace import Workspace


@dataclass
class PlayedClock:
    """A clock that stands where the year has come to."""

    at: datetime

    def now(self) -> datetime:
        """Return the moment the year has come to."""
        return self.at


def play(
    year: ExampleYear,
    store: Store,
    content: Content,
    progress: Callable[[Iterable[Step]], Iterable[Step]] = iter,
) -> None:
    """Do the whole year in the order of its days, and leave the store's clock at its end.

    Raises:
        EvenemangError: If a row is refused; the file and the rules disagree then.
    """
    clock = PlayedClock(datetime.combine(year.version, MORNING, LOCAL))
    workspace = Workspace(store, content, clock)
    store.set("example_loading", "1")
    for step in progress(list(in_order(year))):
        clock.at = step.at
        step.deed(workspace, Actor(name=step.by))
    store.set("example_loading", None)
    store.set("example_as_of", year.as_of.isoformat())


def in_order(year: ExampleYear) -> Iterator[Step]:
    """Return every step of the year, day by day; within a day as the work goes."""
    steps = [*register_steps(year), *(one for event in year.events for one in dossier_steps(event))]
    yield from sorted(steps, key=lambda step: (step.at, step.rank))
