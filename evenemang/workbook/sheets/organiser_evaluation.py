"""What the organiser says afterwards, one value a line: as it is stored, and as they are asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evenemang.domain.evaluation import occasion_id, occasion_words
from evenemang.domain.text import Text
from evenemang.flow.organiser_says import visits_said
from evenemang.workbook.layout import Page
from evenemang.workbook.sheets.forms import Line
from evenemang.workbook.words import COUNTS, TRUTH, Words

PATH = "organiser_evaluation"


@dataclass(frozen=True)
class Asked:
    """One thing that the organiser is asked: its field, what it is called, and how it is answered."""

    field: str
    title: Text
    how: Text
    words: Words | None = None
    number: bool = False

    @property
    def path(self) -> str:
        """Where it stands in the dossier."""
        return f"{PATH}.{self.field}"


ONE_A_LINE = Text(
    sv="En sak per rad. Ny rad i samma ruta: Alt + Enter.",
    en="One thing a line. A new line in the same cell: Alt + Enter.",
)
ASKED: tuple[Asked, ...] = (
    Asked(
        "nothing_happened",
        Text(sv="Inget hände", en="Nothing happened"),
        Text(
            sv="Ja om det varken blev tillbud eller skador och ni inget vill ändra. Då räcker antalet besök.",
            en="Yes if there were no near misses, no injuries and nothing to change. Then visits will do.",
        ),
        TRUTH,
    ),
    Asked(
        "visitors",
        Text(sv="Antal besök, alla dagar", en="Visits, all days"),
        Text(
            sv="Ett helt tal. Lämna tomt om ingen räknade.",
            en="A whole number. Leave empty if nobody counted.",
        ),
        number=True,
    ),
    Asked(
        "method",
        Text(sv="Hur besöken räknades", en="How the visits were counted"),
        Text(sv="Välj i listan.", en="Choose from the list."),
        COUNTS,
    ),
    Asked(
        "peak",
        Text(sv="Flest på en gång", en="Most at one time"),
        Text(sv="Ett helt tal, när det var som fullast.", en="A whole number, when it was fullest."),
        number=True,
    ),
    Asked(
        "weather",
        Text(sv="Vädret mot prognosen", en="The weather against the forecast"),
        Text(
            sv="Hur det blev, och om det blev som väntat.", en="How it was, and whether it was as expected."
        ),
    ),
    Asked(
        "happened",
        Text(sv="Det här hände", en="This happened"),
        Text(
            sv="Tillbud och skador. Inga namn, personnummer eller sjukdomar. " + ONE_A_LINE.sv,
            en="Near misses and injuries. No names, identity numbers or illnesses. " + ONE_A_LINE.en,
        ),
    ),
    Asked("worked", Text(sv="Det här fungerade", en="This worked"), ONE_A_LINE),
    Asked("change", Text(sv="Det här gör vi annorlunda", en="This we do differently"), ONE_A_LINE),
    Asked(
        "safety_sek",
        Text(sv="Säkerheten kostade, kr", en="Safety cost, SEK"),
        Text(
            sv="Hela kronor: vakter, avspärrning, sjukvård. Lämna tomt om ni inte vet.",
            en="Whole kronor: guards, barriers, care. Leave empty if you do not know.",
        ),
        number=True,
    ),
    Asked(
        "note",
        Text(sv="Något mer", en="Anything more"),
        Text(sv="Det som inte fick plats ovanför.", en="What did not fit above."),
    ),
)


BY_PATH = {one.path: one for one in ASKED}
VISITS = f"{PATH}.visits."
OF_OCCASION = Asked(
    "visits",
    Text(sv="Besök", en="Visits"),
    Text(
        sv="Ett helt tal. Lämna tomt om ingen räknade.",
        en="A whole number. Leave empty if nobody counted.",
    ),
    number=True,
)
SEVERAL = 2  # of one occasion the visits are asked for once


def asked_at(path: str) -> Asked | None:
    """Return what a line asks, by its path."""
    return OF_OCCASION if path.startswith(VISITS) else BY_PATH.get(path)


def occasion_at(path: str) -> str:
    """Return the occasion whose visits a line asks for."""
    return path.removeprefix(VISITS).replace(":", ".")


def lines(page: Page) -> Iterator[Line]:
    """Yield everything that is asked, with what has been said so far."""
    told = page.whole.dossier.organiser_evaluation
    for one in ASKED:
        value = getattr(told, one.field) if told else None
        word = one.words.get(str(value).lower()) if one.words and value is not None else None
        yield Line(one.path, one.title.sv, one.title.en, value, page.say(word) if word else None)
    yield from _visits(page)


def _visits(page: Page) -> Iterator[Line]:
    """Yield the visits of each occasion; of one that has been moved since, what was said of it."""
    said = visits_said(page.whole.dossier.organiser_evaluation)
    held = [occasion_id(one) for one in page.whole.dossier.event.each_occasion()]
    for one in sorted({*said, *(held if len(held) >= SEVERAL else ())}):
        when = occasion_words(one)
        path = VISITS + one.replace(".", ":")  # a dot parts the steps of a path
        yield Line(path, f"Besök {when}", f"Visits {when}", said.get(one))


def stored_lines(page: Page) -> Iterator[Line]:
    """Yield what is stored: who noted it and when, and what was said."""
    told = page.whole.dossier.organiser_evaluation
    if told is None:
        return
    yield Line(f"{PATH}.given.by", "Noterat av", "Noted by", told.given.by, page.name_of(told.given.by))
    yield Line(f"{PATH}.given.at", "När", "When", told.given.at)
    yield from lines(page)
