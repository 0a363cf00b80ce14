"""Which column of a list is what: proposed from its headings, settled by a person, and remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Literal

from pydantic import Field as Default

from evenemang.domain.errors import Refused
from evenemang.domain.text import Frozen, Id, Text
from evenemang.flow.past.fields import SEVERAL, TITLES, UNCLEAR, Field, folded, guesses
from evenemang.flow.storing import Store

REMEMBERED = "list-mapping/"  # a setting of the data folder for each set of headings
TIMES: tuple[Field, ...] = ("when", "from", "year")
NEW, AS_TEXT = "new", "text"  # a new record, or the name kept as text; else the id of a record

Name = Literal["places", "organisers", "kinds"]


class ListMapping(Frozen):
    """What a person has settled about a list; a column that is None must still be settled."""

    columns: dict[str, Field | None]
    places: dict[str, Id] = Default(default_factory=dict)  # name in the list → id, new or text
    organisers: dict[str, Id] = Default(default_factory=dict)
    kinds: dict[str, Id] = Default(default_factory=dict)  # word in the list → kind of event, or text

    def of(self, field: Field) -> tuple[str, ...]:
        """Return the headings that are a field, in the list's order."""
        return tuple(heading for heading, one in self.columns.items() if one == field)


def proposed(headings: Sequence[str]) -> ListMapping:
    """Return what the headings seem to be; the rest is kept as notes, and what may be two things is asked."""
    found: dict[str, Field | None] = dict.fromkeys(headings, "note")
    clear = [one for one in headings if folded(one) not in UNCLEAR]
    ranked = [
        (-guess.sure, number, one, guess.field)
        for number, one in enumerate(clear)
        for guess in guesses(one)[:1]
    ]
    taken: set[Field] = set()
    for _, _, heading, field in sorted(ranked):
        if field in SEVERAL or field not in taken:
            found[heading] = field
            taken.add(field)
    found |= {one: None for one in headings if folded(one) in UNCLEAR}
    return ListMapping(columns=_without_doubles(found))


def _without_doubles(found: dict[str, Field | None]) -> dict[str, Field | None]:
    """Where a list says both one day and a first and last, the two count and the one is a note."""
    fields = set(found.values())
    if {"when", "from", "to"} <= fields:
        return {heading: "note" if one == "when" else one for heading, one in found.items()}
    if "to" in fields and "from" not in fields:
        return {heading: "from" if one == "when" else one for heading, one in found.items()}
    return found


def fitted(mapping: ListMapping, headings: Sequence[str]) -> ListMapping:
    """Return the mapping for these headings, in their order.

    Raises:
        Refused: If it does not settle them all, gives one field twice, or leaves out name or time.
    """
    unknown = [one for one in mapping.columns if one not in headings]
    missing = [one for one in headings if mapping.columns.get(one) is None]
    if unknown:
        raise _refused(UNKNOWN, unknown)
    if missing:
        raise _refused(UNSETTLED, missing)
    fields = list(mapping.columns.values())
    twice = [one for one in TITLES if one not in SEVERAL and fields.count(one) > 1]
    if twice:
        raise _refused(TWICE, [TITLES[one] for one in twice])
    if "name" not in fields:
        raise _refused(NAMELESS, ())
    if "to" in fields and "from" not in fields:
        raise _refused(NO_FIRST, ())
    columns = {one: mapping.columns[one] for one in headings}
    return mapping.model_copy(update={"columns": columns})


def remembered(store: Store, headings: Iterable[str]) -> ListMapping | None:
    """Return what was settled for a list with these headings, in whatever order; None the first time."""
    now = tuple(headings)
    kept = store.setting(_key(now))
    if kept is None:
        return None
    mapping = ListMapping.model_validate_json(kept)
    settled = {folded(heading): field for heading, field in mapping.columns.items()}
    return mapping.model_copy(update={"columns": {one: settled.get(folded(one)) for one in now}})


def remember(store: Store, mapping: ListMapping) -> None:
    """Keep what was settled, for the next list with the same headings; a new record is then known by name."""

    def lasting(answers: Mapping[str, str]) -> dict[str, str]:
        return {name: one for name, one in answers.items() if one != NEW}

    kept = mapping.model_copy(
        update={"places": lasting(mapping.places), "organisers": lasting(mapping.organisers)}
    )
    store.set(_key(mapping.columns), kept.model_dump_json())


def _key(headings: Iterable[str]) -> str:
    said = "\n".join(sorted(folded(one) for one in headings))
    return f"{REMEMBERED}{sha256(said.encode()).hexdigest()[:32]}"


UNKNOWN = Text(
    sv="Listan har ingen kolumn som heter {headings}. Rätta stavningen, eller ta bort den.",
    en="The list has no column called {headings}. Mend its spelling, or take it away.",
)
UNSETTLED = Text(
    sv="Säg vad kolumnen är: {headings}. En kolumn som inte ska med kan väljas bort.",
    en="Say what the column is: {headings}. A column that should not come along can be left out.",
)
TWICE = Text(
    sv="Bara en kolumn kan vara {headings}. Gör den andra till en anteckning.",
    en="Only one column can be {headings}. Make the other a note.",
)
NAMELESS = Text(
    sv="Säg vilken kolumn som är evenemangets namn.", en="Say which column is the name of the event."
)
NO_FIRST = Text(
    sv="Sista dagen behöver en första. Säg vilken kolumn som är första dagen.",
    en="A last day needs a first. Say which column is the first day.",
)


def _refused(text: Text, about: Sequence[str | Text]) -> Refused:
    def listed(language: Literal["sv", "en"]) -> str:
        return ", ".join(f"”{one}”" if isinstance(one, str) else one.say(language) for one in about)

    why = Text(sv=text.sv.format(headings=listed("sv")), en=text.en.format(headings=listed("en")))
    return Refused("mapping", why=why)
