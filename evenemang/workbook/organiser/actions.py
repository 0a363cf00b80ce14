"""Åtgärder: what the organiser is to do, how far it has come, and rows for what they propose."""

from __future__ import annotations

from evenemang.domain.action import Action
from evenemang.domain.text import Text
from evenemang.workbook.layout import Page, Sheet, Table, column, open_to, shown
from evenemang.workbook.sheets.actions import due_on, risk_said, soonest_first
from evenemang.workbook.words import STATUSES

SPARE = 8  # rows for actions of their own
TO_SAY = ("started", "done")  # how far an organiser may say that an action has come


def _status(page: Page, action: Action) -> str:
    return page.word(STATUSES, action.status)


def _statuses(page: Page, action: Action | None) -> list[str]:
    """Return how it stands, and how far they may say that it has come."""
    if action is None:
        return []
    return list(dict.fromkeys(page.word(STATUSES, one) for one in (action.status, *TO_SAY)))


ACTIONS = Sheet(
    "actions",
    Text(sv="Åtgärder", en="Actions"),
    Text(
        sv="Det ni ska göra. Ändra läget när ni har börjat eller är klara. Håller inte dagen, skriv en ny. "
        "Vill ni föreslå en egen åtgärd, skriv den på en tom rad.",
        en="What you are to do. Change the status when you have begun or are done. If the day does not hold, "
        "write a new one. To propose an action of your own, write it on an empty row.",
    ),
    (
        Table(
            "actions",
            Text(sv="Era åtgärder", en="Your actions"),
            (
                column("id", "Nr", "No", 6),
                open_to(column("do", "Åtgärd", "Action", 70)),
                open_to(shown("due-on", "Senast", "By", 12, due_on, "day")),
                shown("risk-title", "Därför att", "Because", 60, risk_said),
                open_to(column("owner", "Vem hos er", "Who of you", 28, "person")),
                open_to(shown("status", "Läge", "Status", 15, _status), _statuses),
            ),
            soonest_first,
            Text(
                sv="Ni har inga åtgärder just nu. Vill ni föreslå en, skriv den ovanför.",
                en="You have no actions at present. To propose one, write it above.",
            ),
            spare=SPARE,
        ),
    ),
)
