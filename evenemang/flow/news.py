"""What others did since one looked, in one quiet line: who, and how much of what."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry

ANSWERING = frozenset({"give-answer", "confirm-answer", "take-back-answer"})
ANSWERS = "assessment/answers/"
SAID: dict[str, tuple[Text, Text]] = {
    ANSWERS: (
        Text(sv="svarade på 1 fråga", en="answered 1 question"),
        Text(sv="svarade på {count} frågor", en="answered {count} questions"),
    ),
    "risks/": (
        Text(sv="ändrade 1 risk", en="changed 1 risk"),
        Text(sv="ändrade {count} risker", en="changed {count} risks"),
    ),
    "actions/": (
        Text(sv="ändrade 1 åtgärd", en="changed 1 action"),
        Text(sv="ändrade {count} åtgärder", en="changed {count} actions"),
    ),
    "incidents/": (
        Text(sv="skrev om 1 incident", en="wrote about 1 incident"),
        Text(sv="skrev om {count} incidenter", en="wrote about {count} incidents"),
    ),
    "day_log/": (
        Text(sv="skrev 1 rad i dagboken", en="wrote 1 line in the log"),
        Text(sv="skrev {count} rader i dagboken", en="wrote {count} lines in the log"),
    ),
    "counts/": (
        Text(sv="räknade besökare", en="counted visitors"),
        Text(sv="räknade besökare", en="counted visitors"),
    ),
    "rounds/": (
        Text(sv="gick en rond", en="walked a round"),
        Text(sv="gick {count} ronder", en="walked {count} rounds"),
    ),
    "decisions": (Text(sv="tog ställning", en="decided"), Text(sv="tog ställning", en="decided")),
}
OTHERWISE = Text(sv="ändrade i ärendet", en="changed the dossier")
LINE = Text(sv="{who} {what}.", en="{who} {what}.")


def touched(rows: Iterable[JournalEntry]) -> frozenset[str]:
    """Return the paths that rows are about."""
    return frozenset(row.deed.touched for row in rows)


def news(rows: Iterable[JournalEntry], called: Callable[[str], str]) -> Text:
    """Return what was done, person by person; what followed by itself from an answer is not told."""
    done: dict[str, dict[str, set[str]]] = {}
    for row in rows:
        deed = row.deed
        kind = next((one for one in SAID if deed.touched.startswith(one)), "")
        if deed.operation in ANSWERING and kind != ANSWERS:
            continue
        done.setdefault(deed.by, {}).setdefault(kind, set()).add(deed.touched)
    lines = [_line(called(who), kinds) for who, kinds in done.items()]
    return Text(sv=" ".join(one.sv for one in lines), en=" ".join(one.en for one in lines))


def _line(who: str, kinds: dict[str, set[str]]) -> Text:
    what = [_said(kind, len(found)) for kind, found in kinds.items()]
    sv, en = " och ".join(one.sv for one in what), " and ".join(one.en for one in what)
    return Text(sv=LINE.sv.format(who=who, what=sv), en=LINE.en.format(who=who, what=en))


def _said(kind: str, count: int) -> Text:
    if kind not in SAID:
        return OTHERWISE
    text = SAID[kind][count > 1]
    return Text(sv=text.sv.format(count=count), en=text.en.format(count=count))
