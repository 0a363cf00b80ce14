"""What must be known on the day: stop criteria as agreed, whom to phone, the ways for the rescue service."""

from __future__ import annotations

from typing import Annotated

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.norm import Number
from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, PersonText, Required


class AgreedStop(Frozen):
    """What the group has agreed on about a stop criterion, of a checklist or of its own (S1, with a title).

    What is empty is as the checklist says. `when` says in words what no figure can: a blocked rescue way.
    """

    id: Id
    title: PersonText = ""
    watch: Number | None = None
    stop: Number | None = None
    unit: PersonText | None = None
    when: PersonText = ""
    source: PersonText = ""
    do: PersonText = ""
    decides: Name | None = None
    agreed: Stamp


class PhoneLine(Frozen):
    """A telephone number that may be needed on the day."""

    id: Id
    who: Annotated[Required, Holds("name")]
    number: Annotated[Required, Holds("contact")]
    noted: Stamp


class DayPlan(Frozen):
    """Where things are on the day, as everybody on site must know it."""

    rescue: PersonText = ""  # the ways that are kept free
    meeting: PersonText = ""  # where the rescue service is met
    assembly: PersonText = ""  # where the audience goes
    command: PersonText = ""  # where those who decide are
    radio: PersonText = ""
    said: Stamp
