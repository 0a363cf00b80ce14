"""At what crowding an event is watched closer, or stopped: of the highest number, and of persons by area."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.review import UnderReview
from evenemang.domain.stop import Limit, Stop
from evenemang.domain.text import Text

VISITORS = Text(sv="Besökare inne, av högsta antalet", en="Visitors inside, of the highest number")
CLOSE_GATE = Text(
    sv="Stoppa insläppet, tala om det för kön och öppna först när det åter är under nivån för att bevaka.",
    en="Stop entry, tell the queue, and open only when it is below the watch level again.",
)
DENSITY = Text(sv="Täthet där det är som trängst", en="Density where it is tightest")
THIN_OUT = Text(
    sv="Pausa programmet, tala till publiken och öppna mer yta. Släpp inte in fler.",
    en="Pause the programme, speak to the audience and open more space. Let no more in.",
)
BANDS = ("yellow", "orange")


def visitors(under: UnderReview) -> Iterator[Limit]:
    """Yield the shares of the highest number at which entry is slowed and stopped."""
    yield Limit(
        id="crowds.visitors",
        title=VISITORS,
        watch=100 * under.norms["stop-warn-share"].figure,
        stop=100 * under.norms["stop-close-share"].figure,
        unit="%",
        do=CLOSE_GATE,
        norms=("stop-warn-share", "stop-close-share"),
        of_capacity=True,
    )


def density(under: UnderReview) -> Iterator[Limit]:
    """Yield the densities where walking freely ends and where pressure begins: the bounds of two bands."""
    bands = {row.code("level"): row for row in under.norms["density-bands"].table}
    if not all(one in bands for one in BANDS):
        return
    yield Limit(
        id="crowds.density",
        title=DENSITY,
        watch=bands["yellow"].figure("at_most"),
        stop=bands["orange"].figure("at_most"),
        unit=Text(sv="personer/m²", en="persons/m²"),
        do=THIN_OUT,
        norms=("density-bands",),
    )


STOPS = (
    Stop(id="crowds.visitors", look=visitors, norms=("stop-warn-share", "stop-close-share")),
    Stop(id="crowds.density", look=density, norms=("density-bands",)),
)
