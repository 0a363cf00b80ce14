"""What the edition before had set up for the day: offered to be confirmed, and never taken over unseen."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.domain.counting import Counter
from evenemang.domain.day_plan import PhoneLine
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.flow.workspace import Workspace


@dataclass(frozen=True)
class LastTime:
    """The edition before by its name, and what of it nobody has confirmed here yet."""

    name: str = ""
    counters: tuple[Counter, ...] = ()
    phones: tuple[PhoneLine, ...] = ()


def last_time(workspace: Workspace, dossier: Dossier) -> LastTime:
    """Return what the edition that this one follows had; nothing where it follows none that may be seen."""
    if dossier.edition is None:
        return LastTime()
    try:
        before = workspace.dossier(dossier.edition.previous).record
    except NotFound:  # taken away, or not for who looks
        return LastTime()
    counted = {one.name.casefold() for one in dossier.counters}
    numbers = {_digits(one) for one in dossier.phones}
    return LastTime(
        before.event.name,
        tuple(one for one in before.counters if one.name.casefold() not in counted),
        tuple(one for one in before.phones if _digits(one) not in numbers),
    )


def _digits(line: PhoneLine) -> str:
    return "".join(filter(str.isdigit, line.number)) or line.number
