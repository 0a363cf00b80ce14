"""Settling a workbook that was set aside: somebody is done with it, and the journal says who, when and why.

What it is of is as it was; the file is only moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from evenemang.domain.actor import Actor
from evenemang.domain.errors import Refused
from evenemang.domain.text import Text, clean
from evenemang.flow.books import Returned
from evenemang.flow.journal import Deed, Json, Kind
from evenemang.flow.listing import project
from evenemang.flow.racing import tried_again
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.registers import require_register
from evenemang.flow.storing import Save
from evenemang.flow.workspace import ATTEMPTS, Workspace

OPERATION = "settle-return"
LONGEST = 2_000  # characters of a reason
ALL_TAKEN = Text(sv="Allt som skilde i filen är intaget.", en="All that differed in the file is taken in.")
NO_REASON = Text(
    sv="Skriv varför du är klar med filen, till exempel vad som inte togs in. Det står sedan i historiken.",
    en="Write why you are done with the file, such as what was not taken in. The history then says so.",
)
TOO_LONG = Text(
    sv="Skriv skälet med högst 2\u00a0000 tecken.", en="Write the reason in at most 2,000 characters."
)


def check_may_settle(workspace: Workspace, returned: Returned, reason: str | Text, by: Actor) -> None:
    """Go on only where somebody may settle a file and says why.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If no reason is given.
    """
    if returned.kind == "dossier":
        workspace.require(by, OPERATION, returned.record)
    else:
        require_register(workspace, returned.kind, by)
    if isinstance(reason, Text):
        return
    if not reason.strip():
        raise Refused("no reason", why=NO_REASON)
    if len(reason) > LONGEST:
        raise Refused("a long reason", why=TOO_LONG)


def tell_settled(
    workspace: Workspace, returned: Returned, reason: str | Text, by: Actor, about: Iterable[str] = ()
) -> None:
    """Write in the journal that a file is settled; what it is of is as it was.

    A register has no journal of its own: the records that the file was `about` tell it, or else its first.

    Raises:
        NotAllowed, Refused: As `check_may_settle`.
    """
    check_may_settle(workspace, returned, reason, by)
    if returned.kind != "dossier":
        _tell_in_register(workspace, returned, reason, by, about)
        return

    def once() -> None:
        stored = workspace.dossier(returned.record)
        dossier = stored.record
        deed = _deed(workspace, returned, reason, by)
        listed = project(dossier, workspace.content_for(dossier), workspace.read(dossier))
        workspace.store.save("dossier", dossier, expected=stored.version, deeds=[deed], projection=listed)

    tried_again(ATTEMPTS, once)


def _tell_in_register(
    workspace: Workspace, returned: Returned, reason: str | Text, by: Actor, about: Iterable[str]
) -> None:
    here = workspace.store.ids(returned.kind)
    wanted = set(about)
    ids = [one for one in here if one in wanted] or list(here[:1])

    def once() -> None:
        stored = [workspace.store.load(returned.kind, one) for one in ids]
        deed = _deed(workspace, returned, reason, by)
        workspace.store.save_all([Save(returned.kind, one.record, one.version, [deed]) for one in stored])

    tried_again(ATTEMPTS, once)


def _deed(workspace: Workspace, returned: Returned, reason: str | Text, by: Actor) -> Deed:
    return Deed(
        operation=OPERATION,
        touched=touched(returned),
        after=_json(reason),
        by=by.name,
        at=workspace.clock.now(),
    )


def touched(returned: Returned) -> str:
    """Return how the journal names the file: returns/2027-08-30 10.11.12 Höstfesten.xlsx."""
    path = PurePosixPath(returned.path)
    return f"{path.parts[0]}/{path.name}"


def _json(reason: str | Text) -> Json:
    return reason.model_dump(mode="json") if isinstance(reason, Text) else clean(reason.strip())


def waiting_as(workspace: Workspace, kind: Kind, record: str, digest: str) -> Returned | None:
    """Return the file with this checksum that was set aside and that nobody has settled, or None."""
    found = workspace.store.returns(kind, record)
    return next((one for one in found if one.digest == digest and not one.settled), None)


def is_all(looked: Looked, taken: frozenset[str]) -> bool:
    """Whether with these differences taken in nothing is left in a file that a person should look at."""
    return bool(taken) and not looked.remarks and taken >= {one.key for one in looked.differences}
