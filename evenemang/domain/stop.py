"""Stop criteria: at what figures an event is watched closer, paused or stopped; what a plugin may bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evenemang.domain.checklist import NOT_RELEVANT
from evenemang.domain.norm import Unit
from evenemang.domain.review import UnderReview
from evenemang.domain.text import Frozen, Id, Text


class Limit(Frozen):
    """One criterion for one event: what is watched, and at what figures.

    `below` says that it is stopped at the figure and less: seconds from lightning to thunder. `norms` and
    `questions` tell where the figures come from; an answer goes before a norm. With `of_capacity` the
    figures are percent of the highest number of persons, for every place where visitors are counted.
    """

    id: Id  # stable; an area's own begin with the area's id and a dot
    title: Text
    watch: float | None = None
    stop: float
    unit: Unit
    below: bool = False
    do: Text
    norms: tuple[Id, ...] = ()
    source: Id | None = None  # of a row of its own; None: the norms'
    questions: tuple[Id, ...] = ()
    of_capacity: bool = False


class Stop(Frozen):
    """A kind of stop criterion; `look` is pure, and tells what holds for one event as far as is known."""

    id: Id
    look: Callable[[UnderReview], Iterable[Limit]]
    norms: tuple[str, ...] = ()
    brought_by: str = ""  # the plugin; filled in by the host


def is_known_not(under: UnderReview, fact: str) -> bool:
    """Whether it is known that the event has not got something; what is not known yet counts as there."""
    return under.facts.event.get(fact) in (False, NOT_RELEVANT)


Stop.model_rebuild()
