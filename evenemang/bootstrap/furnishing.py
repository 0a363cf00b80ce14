"""Furnishing the pages: a data folder opened for all who work in this process, and what runs beside them."""

from __future__ import annotations

import importlib
import threading
from pathlib import Path

from evenemang.bootstrap import LazyHome, Opened, arms_of, open_data
from evenemang.bootstrap.attaching import DataShelf
from evenemang.bootstrap.backups import nightly
from evenemang.bootstrap.comparing import changes_between
from evenemang.bootstrap.listing import read_list
from evenemang.bootstrap.outbox import Outbox
from evenemang.bootstrap.printing import printers
from evenemang.bootstrap.readiness import wrong
from evenemang.bootstrap.removing import take_list_back
from evenemang.bootstrap.retaining import Retaining
from evenemang.bootstrap.returning import look
from evenemang.bootstrap.signing_in import admission
from evenemang.domain.actor import Actor
from evenemang.flow.filing import Filing
from evenemang.pages import menu
from evenemang.pages.house import House, after_first_page, install

WARM_AFTER = 2.0  # seconds after the first page is done by the server: the browser still fetches parts
HEAVY = ("evenemang.charts", "pandas", "PIL.Image")  # what tables, charts and pictures need


def furnish_pages(data: Path) -> House:
    """Open a data folder for the pages of this process, with its outbox running."""
    opened = open_data(data)
    outbox = Outbox(opened)
    outbox.start()
    outbox.wake()
    nightly.start(data)
    house = _house(opened, data, outbox)
    install(house)
    after_first_page(_warm)
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
        workbook=opened.workbook,
        organisers_copy=opened.organisers_copy,
        copy_name=opened.copy_name,
        workbook_file=opened.workbook_file,
        **printers(opened.workspace),
        read_list=read_list,
        take_list_back=lambda read_in, by: take_list_back(opened, read_in, by),
        look_at_returned=lambda content, name: look(opened.workspace, content, name),
        arms_of=arms_of,
        settle=opened.settling.settle,
        settle_taken=opened.settling.settle_taken,
        retaining=Retaining(opened),
        changed=outbox.wake,
        example_as_of=opened.example_as_of,
        remove_example=remove_example,
        changes=lambda old, new: changes_between(old, new, opened.workspace.content),
        trouble=lambda: nightly.trouble(data),
        wrong=lambda: wrong(opened.store, data, outbox),
        admission=admission(opened),
    )


def _warm() -> None:
    """Import the other pages and the drawing libraries while the first is read: no later click need wait."""
    warming = threading.Timer(WARM_AFTER, _import_the_rest)
    warming.daemon = True
    warming.start()


def _import_the_rest() -> None:
    menu.make_ready()
    for library in HEAVY:
        importlib.import_module(library)
