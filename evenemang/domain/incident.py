"""Incidents: what happened, how bad, and whether a risk had foreseen it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text

IncidentType = Literal[
    "injury",
    "illness",
    "alcohol-drugs",
    "crowding",
    "fire",
    "power",
    "structure-weather",
    "traffic",
    "water",
    "lost-person",
    "disorder",
    "theft",
    "suspicious",
    "drone",
    "food",
    "accessibility",
    "environment",
    "animal",
    "privacy",
    "communication",
    "other",
]
Severity = Annotated[
    int, Field(ge=0, le=4)
]  # 0 near miss, 1 slight, 2 moderate (care), 3 serious, 4 very serious


class Incident(Frozen):
    """A near miss or worse. No names, identity numbers or health details.

    `foreseen` is the risk's id; "none" says that nobody had foreseen it; None that nobody has judged yet.
    """

    id: Id
    alias: Id | None = None
    at: AwareDatetime
    zone: Id | None = None
    type: IncidentType
    severity: Severity
    what: Annotated[Required, Holds("health")]
    immediate: Annotated[PersonText, Holds("health")] = ""
    cause: Annotated[PersonText, Holds("health")] = ""
    measure: Annotated[PersonText, Holds("health")] = ""
    action: Id | None = None
    owner: Name | None = None
    due: date | None = None
    closed: date | None = None
    foreseen: Id | None = None
    noted: Stamp

    @property
    def is_near_miss(self) -> bool:
        """Whether nobody was hurt and nothing broke."""
        return self.severity == 0

    @property
    def is_open(self) -> bool:
        """Whether something remains to be done about it."""
        return self.closed is None

    @property
    def left_to_close(self) -> tuple[Text, ...]:
        """What must be told before it is closed: why, what is done about it, by whom, and who foresaw it."""
        there = (self.cause.strip(), self.measure.strip(), self.owner, self.foreseen)
        return tuple(text for said, text in zip(there, TO_CLOSE, strict=True) if not said)


TO_CLOSE = (
    Text(sv="orsak", en="cause"),
    Text(sv="åtgärd", en="measure"),
    Text(sv="ansvarig", en="owner"),
    Text(sv="om någon risk hade förutsett det", en="whether a risk had foreseen it"),
)
FORESEEN_BY_NONE = "none"
