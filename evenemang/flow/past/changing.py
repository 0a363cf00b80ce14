"""A row of a list that is read again and says otherwise than its dossier: told, and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Text
from evenemang.flow.past.fields import Field
from evenemang.flow.past.telling import Remark, Told

DIFFERS = Text(
    sv="Listan säger ”{said}”, men i ärendet står ”{stored}”. Ärendet är oförändrat; ändra det där om listan "
    "har rätt.",
    en="The list says “{said}”, but the dossier “{stored}”. The dossier stands unchanged; change it there if "
    "the list is right.",
)
SHORT = 60  # characters of a cell
NOTHING = "–"


def differing(told: Told, dossier: Dossier, heading: Callable[[Field], str]) -> Iterator[Remark]:
    """Yield what a row says otherwise than its dossier; what it does not say is no change."""
    listed = dossier.from_list
    if listed is None:
        return
    values: tuple[tuple[str, object, object], ...] = (
        (heading("visitors"), told.visitors, listed.visitors),
        (heading("expected"), told.expected, dossier.event.facts.get("total_visitors")),
        (heading("diary-number"), told.diary_number or None, dossier.diary_number or None),
    )
    notes = {(one.about, one.heading): one.text for one in listed.notes}
    texts = ((one.heading, one.text, notes.get((one.about, one.heading))) for one in told.notes)
    for called, said, stored in (*values, *texts):
        if said is not None and said != stored:
            yield Remark(told.row, called, _says(said, stored))


def _says(said: object, stored: object) -> Text:
    facts = {"said": _short(said), "stored": _short(NOTHING if stored is None else stored)}
    return Text(sv=DIFFERS.sv.format(**facts), en=DIFFERS.en.format(**facts))


def _short(value: object) -> str:
    line = " ".join(str(value).split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"
