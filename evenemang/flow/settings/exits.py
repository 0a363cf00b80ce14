"""The ways out of a zone as a person writes them: one a line, name; free width in metres; a note."""

from __future__ import annotations

from itertools import count

from evenemang.domain.errors import Refused
from evenemang.domain.place import Exit
from evenemang.domain.text import Text

BETWEEN = ";"
WIDEST_M = 1000.0  # no way out is wider; a figure in millimetres is
UNREAD = Text(
    sv="Utgången ”{line}” går inte att läsa. Skriv namn; fri bredd i meter, till exempel Mot gården; 1,2.",
    en="The exit “{line}” cannot be read. Write name; free width in metres, such as To the yard; 1.2.",
)


def exits_from(said: str, known: tuple[Exit, ...]) -> tuple[Exit, ...]:
    """Return the exits that lines tell of; one with a known name keeps its id.

    Raises:
        Refused: If a line has no name, or no width above zero.
    """
    ids = {one.name: one.id for one in known}
    found: list[Exit] = []
    for line in (one.strip() for one in said.splitlines()):
        if line:
            taken = {one.id for one in (*known, *found)}
            free = next(name for number in count(1) if (name := f"u{number}") not in taken)
            found.append(_exit(line, ids, free))
    return tuple(found)


def lines_of(exits: tuple[Exit, ...]) -> str:
    """Return exits as a person would write them."""
    return "\n".join(
        f"{BETWEEN} ".join(part for part in (one.name, _width(one.width_m), one.note) if part)
        for one in exits
    )


def _exit(line: str, ids: dict[str, str], free: str) -> Exit:
    name, _, rest = (part.strip() for part in line.partition(BETWEEN))
    width, _, note = (part.strip() for part in rest.partition(BETWEEN))
    try:
        metres = float(width.removesuffix("m").strip().replace(",", "."))
    except ValueError:
        metres = 0.0
    if not name or not 0 < metres <= WIDEST_M:
        raise Refused("an exit that cannot be read", why=_about(line))
    return Exit(id=ids.pop(name, free), name=name, width_m=metres, note=note)


def _about(line: str) -> Text:
    shown = line.replace("{", "(").replace("}", ")")[:80]
    return Text(sv=UNREAD.sv.format(line=shown), en=UNREAD.en.format(line=shown))


def _width(metres: float) -> str:
    return f"{metres:.12g}".replace(".", ",")
