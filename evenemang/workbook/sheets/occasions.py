"""The occasions of an event and their programmes, on the sheet Underlag."""

from __future__ import annotations

from evenemang.domain.event import DailyOccasions, Occasion
from evenemang.domain.text import Text
from evenemang.workbook.layout import (
    Column,
    Page,
    Part,
    Table,
    at,
    coded,
    column,
    is_worked_on,
    open_in_new,
    open_to,
    parts_of,
    shown,
)
from evenemang.workbook.words import EACH

DAY_OR_FROM = Text(sv="Dag, eller från och med", en="Day, or from and with")
SPARE = 3  # rows for occasions that people add


def _occasions(page: Page) -> list[Part]:
    return parts_of([("event", page.whole.dossier.event.occasions)])


def _first(_page: Page, part: Part) -> object:
    return part.one.first if isinstance(part.one, DailyOccasions) else part.one.date


def _last(_page: Page, part: Part) -> object:
    return part.one.to if isinstance(part.one, DailyOccasions) else None


def _clock(name: str, sv: str, en: str) -> Column:
    def pick(_page: Page, part: Part) -> object:
        hours = part.one.daily if isinstance(part.one, DailyOccasions) else part.one
        return getattr(hours, name)

    return open_to(Column(name, Text(sv=sv, en=en), 10, pick=pick))


def _visitors(_page: Page, part: Part) -> object:
    one: Occasion | DailyOccasions = part.one
    return one.visitors_total if isinstance(one, DailyOccasions) else one.visitors


def _each(_page: Page, part: Part) -> str:
    return "daily" if isinstance(part.one, DailyOccasions) else "once"


def _programme(page: Page) -> list[Part]:
    return parts_of(
        (str(number), one.programme)
        for number, one in enumerate(page.whole.dossier.event.occasions)
        if isinstance(one, Occasion)
    )


def _programme_day(page: Page, part: Part) -> object:
    return at(page.whole.dossier.event.occasions[int(part.of)], "date")


OCCASIONS = Table(
    "occasions",
    Text(sv="Tillfällen", en="Occasions"),
    (
        open_to(Column("date", DAY_OR_FROM, 46, "day", pick=_first)),
        open_in_new(Column("each", Text(sv="Hur ofta", en="How often"), 48, "coded", EACH, pick=_each)),
        open_to(Column("to", Text(sv="Till och med", en="To and with"), 12, "day", pick=_last)),
        _clock("starts", "Börjar", "Starts"),
        _clock("ends", "Slutar", "Ends"),
        open_to(
            Column(
                "visitors",
                Text(sv="Väntade besök", en="Expected visits"),
                12,
                "number",
                pick=_visitors,
            )
        ),
    ),
    _occasions,
    Text(sv="Inga tillfällen är bestämda än.", en="No occasions are set yet."),
    spare=SPARE,
    opens=is_worked_on,
)

PROGRAMME = Table(
    "programme",
    Text(sv="Program", en="Programme"),
    (
        shown("day", "Tillfälle", "Occasion", 46, _programme_day, "day"),
        column("one.what", "Vad", "What", 48),
        column("one.at", "Klockan", "At", 12),
        coded("of"),
    ),
    _programme,
)
