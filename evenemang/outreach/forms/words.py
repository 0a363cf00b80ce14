"""Our own words on a blank form; those that fill it come from the checklists and from people."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.words import ANSWERS, capital

LABELS: dict[str, Text] = {
    "asked_if": Text(sv="Ställs om:", en="Asked if:"),
    "comment": Text(sv="Kommentar", en="Comment"),
    "sign": Text(sv="Sign.", en="Sign."),
    "time": Text(sv="Tid", en="Time"),
    "clock": Text(sv="Klockslag", en="Time of day"),
    "walked_by": Text(sv="Gick ronden", en="Walked by"),
    "walked_at": Text(sv="Datum och tid", en="Date and time"),
    "walked_where": Text(sv="Delområde", en="Zone"),
    "filled_by": Text(sv="Ifylld av", en="Filled in by"),
    "sources": Text(sv="Källor", en="Sources"),
    "source": Text(sv="källa", en="source"),
    "depth": Text(sv="djup", en="depth"),
    "secret": Text(sv="hemlig", en="secret"),
    "page": Text(sv="Sida", en="Page"),
    "of": Text(sv="av", en="of"),
    "memory": Text(sv="ur minnet, inte kontrollerad", en="from memory, not checked"),
    "checked": Text(sv="kontrollerad", en="checked"),
}
ARMS = Text(sv="Kommunens vapen", en="The municipality's arms")
YES, PARTLY, NO = (capital(ANSWERS[code]) for code in ("yes", "partly", "no"))
NOT_RELEVANT = Text(sv="Ej aktuellt, skäl:", en="Not relevant, reason:")
DEPTHS = Text(
    sv="Djup 1 ställs till varje evenemang som har området, 2 till medelstora och stora, 3 till stora och "
    "sammansatta.",
    en="Depth 1 is asked of every event that has the area, 2 of medium and large ones, 3 of large and "
    "complex ones.",
)
SAFE = Text(sv="Ja är det säkra svaret.", en="Yes is the safe answer.")
SEEN = Text(
    sv="Skriv vad du såg även när svaret är ja.", en="Write what you saw also when the answer is yes."
)
GROUNDS = Text(
    sv="Skriv i kommentaren vad svaret bygger på.", en="Write in the comment what the answer rests on."
)
LEFT_OUT = Text(
    sv="Hemliga frågor står inte på blanketten: {count}. De besvaras i programmet.",
    en="Secret questions are not on this form: {count}. They are answered in the program.",
)
KEEP_SAFE = Text(
    sv="SEKRETESS. Uppgifterna kan vara sekretessbelagda enligt OSL 18 kap. 8 § eller 13 §; det prövas vid "
    "varje begäran. Blanketten har hemliga frågor. Lås in den när den är ifylld.",
    en="SECRET. The information may be secret under OSL chapter 18, section 8 or 13; that is tried at each "
    "request. This form has secret questions. Lock it up once it is filled in.",
)
VERSION = Text(sv="Version {of}", en="Version {of}")
PRINTED = Text(sv="Utskriven {of}", en="Printed {of}")
