"""A data folder filled with the example year, and before it with as many made-up years as somebody wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any, cast

from evenemang.bootstrap import Opened, content, fill_with_example, open_data
from evenemang.domain.dossier import Dossier
from evenemang.domain.meeting import Meeting
from evenemang.flow.made_up.making import history, meetings, models
from evenemang.flow.made_up.scale import Scale
from evenemang.flow.storing import Save, Store

BATCH = 50  # records written in one transaction


def fill_with_history(
    data: Path,
    scale: Scale,
    playing: Callable[[Iterable[Any]], Iterable[Any]] = iter,
    progress: Callable[[Iterable[Save], int], Iterable[Save]] = lambda made, _: made,
) -> Opened:
    """Fill an empty data folder with the example year and the made-up years before it.

    Raises:
        NotEmpty: If the folder holds something.
    """
    add_history(fill_with_example(data, playing), scale, progress)
    return open_data(data)


def add_history(
    opened: Opened,
    scale: Scale,
    progress: Callable[[Iterable[Save], int], Iterable[Save]] = lambda made, _: made,
) -> None:
    """Write the made-up years before the example year, which is there."""
    store, installed = opened.store, content()
    assert opened.example_as_of, "the example year says which day it stops"
    before = opened.example_as_of.year - 1
    played = [cast(Dossier, store.load("dossier", one).record) for one in store.ids("dossier")]
    held = [one for one in played if one.event.first_day and one.event.first_day.year == before]
    store.set("example_loading", "1")
    _write(store, meetings(scale, before, _usually_there(store)))
    made = history(models(held, installed), installed, scale, before)
    _write(store, progress(made, scale.events))
    store.set("example_loading", None)


def _usually_there(store: Store) -> tuple[str, ...]:
    """Return who was at the first meeting of the example year."""
    return min((cast(Meeting, one.record) for one in store.all("meeting")), key=lambda one: one.on).present


def _write(store: Store, saves: Iterable[Save]) -> None:
    """Write records so many at a time: a transaction for each would take longer than all the rest."""
    waiting = iter(saves)
    while batch := list(islice(waiting, BATCH)):
        store.save_all(batch)
