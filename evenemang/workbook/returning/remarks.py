"""What is said of cells that are not taken, and of what accepting a change also means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.returning.unnumbered import OCCASIONS
from evenemang.workbook.cells import Plain
from evenemang.workbook.returning.shown import as_shown

JUDGES = Text(
    sv="Risken räknas därmed som bedömd av den som tar in det.",
    en="The risk then counts as judged by whoever takes it in.",
)

FOLLOWS = Text(
    sv="Det som räknas från evenemangets första dag följer med.",
    en="What is counted from the event's first day follows.",
)


def not_understood(raw: Plain, expected: Text) -> Text:
    """Return what is said of a cell that cannot be read."""
    said = _short(as_shown(raw))
    if said is None:
        return Text(sv=f"Cellen är tom. {expected.sv}", en=f"The cell is empty. {expected.en}")
    return Text(sv=f"”{said}” förstås inte. {expected.sv}", en=f"“{said}” is not understood. {expected.en}")


def lost(about: str) -> Text:
    """Return what is said of a change to something that is gone here."""
    return Text(
        sv=f"”{_short(about)}” finns inte kvar i ärendet. Ändringen tas inte in.",
        en=f"“{_short(about)}” is not in the dossier any more. The change is not taken in.",
    )


def program_only(heading: str) -> Text:
    """Return what is said of a cell that only the program writes."""
    return Text(
        sv=f"”{heading}” är ändrad i filen men skrivs bara av programmet. Ändringen tas inte in.",
        en=f"“{heading}” is changed in the file, but only the program writes it. It is not taken in.",
    )


def elsewhere(heading: str) -> Text:
    """Return what is said of a cell that is changed in the app and not by a file."""
    return Text(
        sv=f"”{heading}” kan inte ändras genom en fil. Ändra det i appen.",
        en=f"“{heading}” cannot be changed by a file. Change it in the app.",
    )


def removed(key: str) -> Text:
    """Return what is said of a row that is not in the file any more."""
    return Text(
        sv=f"Raden {key} finns inte i filen. I ärendet står den kvar.",
        en=f"The row {key} is not in the file. In the dossier it stays.",
    )


def double(key: str, first: int, second: int) -> Text:
    """Return what is said of a second row of one record."""
    return Text(
        sv=f"Två rader är samma post, {key} (rad {first} och {second}). Den första läses. "
        "Är den andra en ny, så töm dess nummer.",
        en=f"Two rows are one record, {key} (rows {first} and {second}). The first is read. "
        "If the second is a new one, empty its number.",
    )


def no_new_rows() -> Text:
    """Return what is said of a row that somebody added where nothing can be added."""
    return Text(
        sv="Raden är tillagd, men nya rader tas bara in under Åtgärder, Risker, Incidenter, Tillfällen, "
        "Kontakter och Antecknat om tillstånd.",
        en="The row is added, but new rows are taken in only under Actions, Risks, Incidents, Occasions, "
        "Contacts and Noted of permits.",
    )


def missing(headings: Iterable[str]) -> Text:
    """Return what is said of a new row that does not say enough."""
    listed = ", ".join(f"”{one}”" for one in headings)
    listed_en = ", ".join(f"“{one}”" for one in headings)
    return Text(
        sv=f"Raden är ny, men det saknas: {listed}. Fyll i det.",
        en=f"The row is new, but it lacks: {listed_en}. Fill it in.",
    )


def half_a_reply(headings: Iterable[str]) -> Text:
    """Return what is said of a reply to a lesson that says only half."""
    listed = list(headings)
    return Text(
        sv=f"Svaret på lärdomen saknar ”{listed[0]}”. Fyll i det.",
        en=f"The answer to the lesson lacks “{listed[0]}”. Fill it in.",
    )


def note(path: str, field: str, record: Any) -> Text | None:
    """Return what accepting a change of a record also means, where that does not show."""
    if path.startswith(OCCASIONS) and field == "date":
        return FOLLOWS
    proposal = isinstance(record, Risk) and record.state != "accepted" and path.startswith("risks/")
    return JUDGES if proposal else None


def _short(said: str | None) -> str | None:
    if said is None:
        return None
    line = " ".join(said.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
