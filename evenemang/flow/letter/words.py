"""What the letter says of each view of the group."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.matrix import View
from evenemang.domain.text import Text

GROUP = Text(sv="evenemangssäkerhetsgruppen", en="the event-safety group")
STANDPOINT: Mapping[View, Text] = {
    "approved": Text(
        sv="Gruppen tillstyrker att evenemanget genomförs så som det beskrivs i detta yttrande.",
        en="The group approves of the event being held as this answer describes it.",
    ),
    "approved-with-conditions": Text(
        sv="Gruppen tillstyrker att evenemanget genomförs så som det beskrivs i detta yttrande, under "
        "förutsättning att villkoren nedan uppfylls. Gruppen föreslår att de tas in i tillståndet.",
        en="The group approves of the event being held as this answer describes it, provided that the "
        "conditions below are met. The group proposes that they are made part of the permit.",
    ),
    "rejected": Text(
        sv="Gruppen avstyrker att evenemanget genomförs så som det nu är planerat.",
        en="The group advises against the event being held as it is planned now.",
    ),
    "to-complete": Text(
        sv="Gruppen kan inte ta slutlig ställning förrän underlaget har kompletterats.",
        en="The group cannot decide finally until more has been handed in.",
    ),
    "no-objection": Text(
        sv="Gruppen har inget att erinra mot att evenemanget genomförs så som det beskrivs i detta yttrande.",
        en="The group has no objection to the event being held as this answer describes it.",
    ),
}
WITHHELD = Text(
    sv="Yttrandet bygger på ärendets öppna delar. Det här återges inte, eftersom det är hemligt eller "
    "internt: {what}.",
    en="This answer is made from the open parts of the dossier. Not given, since it is secret or internal: "
    "{what}.",
)
EXAMPLE = Text(sv="Uppgifterna är påhittade.", en="The facts are invented.")
REASON_BELOW = Text(sv="Skäl: gruppens motivering nedan.", en="Reason: the group's reasons below.")
NO_REASON = Text(
    sv="Skäl: inte angivet särskilt för villkoret.", en="Reason: not given for this condition by itself."
)
