"""The monthly meeting of the group."""

from __future__ import annotations

from datetime import date
from typing import Literal

from evenemang.domain.actor import Name
from evenemang.domain.text import Frozen, Id, PersonText, Required

ItemKind = Literal[
    "new-dossier",
    "site-visit",
    "decision",
    "evaluation",
    "follow-up",
    "action",
    "standing-measure",
    "lessons",
    "report",
    "group",
]


class Item(Frozen):
    """A point on the agenda or in the minutes."""

    kind: ItemKind
    what: Required
    event: Id | None = None


class Meeting(Frozen):
    """A meeting: who came, what was on the agenda, what was decided."""

    id: Id
    on: date
    kind: Literal["regular", "extra"] = "regular"
    form: Literal["in-person", "remote"] = "in-person"
    where: PersonText = ""
    present: tuple[Name, ...] = ()
    absent: tuple[Name, ...] = ()
    agenda: tuple[Item, ...] = ()
    decisions: tuple[Item, ...] = ()
