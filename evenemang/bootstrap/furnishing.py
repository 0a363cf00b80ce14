"""Furnishing the pages: a data folder opened for all who work in this process, and what runs beside them."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from evenemang.bootstrap import LazyHome, Opened, arms_of, open_data
from evenemang.bootstrap.attaching import DataShelf
from evenemang.bootstrap.backups import nightly
from evenemang.bootstrap.outbox import Outbox
from evenemang.bootstrap.readiness import wrong
from evenemang.bootstrap.retaining import Retaining
from evenemang.bootstrap.signing_in import admission
from evenemang.domain.actor import Actor
from evenemang.flow.filing import Filing
from evenemang.flow.workspace import Workspace
from evenemang.pages import menu
from evenemang.pages.house import House, after_first_page, install

WARM_AFTER = 2.0  # seconds after the first page is done by the server: the browser still fetches parts
HEAVY = ("evenemang.charts", "pandas", "PIL.Image")  # what tables, charts and pictures need


def furnish_pages(data: Path) -> House:
    """Open a data folder for the pages of this process, with its outbox running."""
    opened = open_data(data)
    outbox = Outbox(opened)
    outbox.start()
    nightly.start(data)
    house = _house(opened, data, outbox)
    install(house)
    after_first_page(partial(_warm, outbox))
    return house


def _house(opened: Opened, data: Path, outbox: Outbox) -> House:
    def remove_example(by: Actor | None) -> int:
        if by:
            opened.workspace.require(by, "remove-example")
        outbox.stop()
        removed = opened.remove_example()
        furnish_pages(data)
        return removed

    return House(
        workspace=opened.workspace,
        data=data,
        files=Filing(opened.workspace, DataShelf(data)),
        charts=LazyHome("evenemang.charts"),
        durations=LazyHome("evenemang.durations"),
        workbook=opened.workbook,
        organisers_copy=opened.organisers_copy,
        copy_name=opened.copy_name,
        workbook_file=opened.workbook_file,
        **_written(opened.workspace),
        read_list=_later("bootstrap.listing", "read_list"),
        take_list_back=_later("bootstrap.removing", "take_list_back", opened),
        look_at_returned=_later("bootstrap.returning", "look", opened.workspace),
        arms_of=arms_of,
        settle=opened.settling.settle,
        settle_taken=opened.settling.settle_taken,
        meetings=_later("bootstrap.meetings", "MeetingFiles", opened.workspace),
        retaining=Retaining(opened),
        changed=outbox.wake,
        example_as_of=opened.example_as_of,
        remove_example=remove_example,
        changes=lambda old, new: LazyHome("evenemang.bootstrap.comparing").changes_between(
            old, new, opened.workspace.content
        ),
        trouble=lambda: nightly.trouble(data),
        wrong=lambda: wrong(opened.store, data, outbox),
        admission=admission(opened),
    )


def _written(workspace: Workspace) -> dict[str, Callable[..., Any]]:
    """Return what writes documents and books, by the names the house has for them."""
    return {
        "blank_form": _later("bootstrap.printing", "print_event", workspace),
        "paper": _later("bootstrap.printing", "print_dossier", workspace),
        "paper_name": _later("bootstrap.printing", "paper_name"),
        "letter": _later("bootstrap.printing", "letter_of", workspace),
        "letter_file": _later("bootstrap.printing", "print_letter", workspace),
        "letter_name": _later("bootstrap.printing", "letter_name"),
        "day_sheet": _later("bootstrap.printing", "print_day", workspace),
        "incident_sheet": _later("bootstrap.printing", "print_incidents", workspace),
        "code": _later("bootstrap.printing", "code_of"),
        "report_file": _later("bootstrap.reporting", "report_file"),
        "report_name": _later("bootstrap.reporting", "report_name"),
        "area_book": _later("bootstrap.authoring", "area_to_excel"),
        "numbers_book": _later("workbook.numbers", "numbers_book"),
    }


def _later(module: str, name: str, *first: object) -> Callable[..., Any]:
    """Return a function of ours, read when it is first called: the first page does without it."""
    home = LazyHome(f"evenemang.{module}")

    def do(*rest: Any, **more: Any) -> Any:
        return getattr(home, name)(*first, *rest, **more)

    return do


def _warm(outbox: Outbox) -> None:
    """Import the other pages and the drawing libraries while the first is read: no later click need wait."""
    warming = threading.Timer(WARM_AFTER, _import_the_rest, [outbox])
    warming.daemon = True
    warming.start()


def _import_the_rest(outbox: Outbox) -> None:
    menu.make_ready()
    for library in HEAVY:
        importlib.import_module(library)
    outbox.wake()  # what was left unwritten: by itself it looks first after one round
