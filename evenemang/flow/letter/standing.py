"""Whether there is an answer to give: a decision of the group that still holds."""

from __future__ import annotations

from evenemang.domain.dossier import Dossier, Reconsider
from evenemang.domain.errors import Refused
from evenemang.domain.text import Text

CANCELLED = Text(
    sv="Evenemanget är inställt, så det finns inget att yttra sig om.",
    en="The event is cancelled, so there is nothing to answer.",
)
NOT_DECIDED = Text(
    sv="Yttrandet går inte att skriva än: gruppen har inte tagit ställning. Ta ställning först, i steget "
    "Ställningstagande.",
    en="The answer cannot be written yet: the group has not decided. Decide first, in the step Decision.",
)
NOT_NEEDED = Text(
    sv="Yttrandet går inte att skriva: ärendet är markerat som att ingen bedömning behövs. Ska gruppen svara "
    "Polisen behöver den ta ställning först.",
    en="The answer cannot be written: the dossier is marked as needing no assessment. To answer the police, "
    "the group has to decide first.",
)
LIFTED = Text(
    sv="Yttrandet går inte att skriva: ställningstagandet ska omprövas, eftersom {what} sedan dess. Ta "
    "ställning på nytt först.",
    en="The answer cannot be written: the decision is to be reconsidered, since {what} after it. Decide anew "
    "first.",
)
MOVED = Text(
    sv="Yttrandet går inte att skriva: evenemanget har flyttats sedan gruppen tog ställning. Ta ställning på "
    "nytt till de nya dagarna först.",
    en="The answer cannot be written: the event was moved after the group decided. Decide anew on the new "
    "days first.",
)


def in_the_way(dossier: Dossier) -> Text | None:
    """Return what stops an answer and what to do about it; None where there is one to give.

    A dossier that somebody sees the open side of will do: of what they do not see nothing is told.
    """
    decision = dossier.decision
    if dossier.cancelled:
        return CANCELLED
    if decision is None:
        return NOT_NEEDED if dossier.assessment.not_needed else NOT_DECIDED
    if dossier.reconsider and dossier.asks_for_new_decision:
        what = _lifted(dossier.reconsider)
        return Text(sv=LIFTED.sv.format(what=what.sv), en=LIFTED.en.format(what=what.en))
    if dossier.moves and dossier.moves[-1].given.at > decision.given.at:
        return MOVED
    return None


def _lifted(mark: Reconsider) -> Text:
    """Return which risks have risen; of those that are not shown only that there is something."""
    if not mark.risks:
        return Text(sv="en risk som inte visas har stigit", en="a risk that is not shown has risen")
    listed = ", ".join(mark.risks)
    if len(mark.risks) == 1:
        return Text(sv=f"risken {listed} har stigit", en=f"the risk {listed} has risen")
    return Text(sv=f"riskerna {listed} har stigit", en=f"the risks {listed} have risen")


def require(dossier: Dossier) -> None:
    """Hold a dossier to having an answer to give.

    Raises:
        Refused: If the group has not decided, or what it decided no longer holds; it says what to do.
    """
    why = in_the_way(dossier)
    if why:
        raise Refused("no answer to give", why=why)
