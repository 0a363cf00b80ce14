"""Sammanfattning: the whole event on one A4, for the meeting and the binder."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from evenemang.domain.dossier import state
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.workbook import gist, listing, matrices
from evenemang.workbook.fitting import MOST, Fitting, fitted, lines_beside
from evenemang.workbook.gist import Said, short
from evenemang.workbook.layout import Page
from evenemang.workbook.listing import Listed, Row
from evenemang.workbook.paper import GAP, HALF, HEADING, LINE, LISTED, SPACE, WHOLE, Paper, heading
from evenemang.workbook.style import EDGE, HAIRLINE, LEVEL, MUTED, PRIMARY, TINT, Styles
from evenemang.workbook.words import STATES

WIDTH = 4.9  # characters a column
NAME, UNDER, FOOT = 28.0, 14.0, 13.0  # points: the name, the line under it, the last line
ROOM = 585.0  # points in all, for columns as wide as these
OPEN_PART = Text(
    sv="Skyddade uppgifter står inte i den här arbetsboken. Riskernas namn står på bladet Risker.",
    en="Protected facts are not in this workbook. The risks are named on the sheet Risks.",
)
SCORE = Text(
    sv="Talet i en ruta är ett risktal: sannolikhet (för hot sårbarhet) gånger konsekvens.",
    en="The number in a cell is a score: likelihood (for threats vulnerability) times consequence.",
)
ARMS = 2  # columns that the arms take
LONG_NAME = 44  # characters; a longer one is written smaller


def draw_summary(worksheet: Worksheet, styles: Styles, page: Page) -> None:
    """Draw the summary."""
    sheet = Paper(worksheet, styles, page)
    worksheet.set_column(0, WHOLE - 1, WIDTH)
    worksheet.set_column(HALF, HALF, 2)
    worksheet.center_horizontally()
    grids = matrices.pairs(sheet)
    facts, length = list(gist.facts(page)), gist.LINE * (1 if len(grids) > 1 else 2)

    def told(most: int) -> list[Said]:
        return [*gist.decision(page, length), *gist.conditions(page, most, length)]

    pairs = ((listing.risks(page), listing.actions(page)), (listing.unanswered(page), listing.lessons(page)))
    over = listing.to_look_over(page)
    fixed = NAME + UNDER + FOOT + matrices.height(grids) + 5 * SPACE + 4 * HEADING
    longest = (min(MOST, max(1, *(len(one.rows) for one in each))) for each in (*pairs, (over,)))
    fits = fitted(ROOM - fixed, facts, told, Fitting(MOST, *longest))
    _head(sheet)
    _event_and_decision(sheet, facts, told(fits.conditions))
    matrices.draw_matrices(sheet, grids)
    _lists(sheet, pairs[0], fits.worst)
    _lists(sheet, pairs[1], fits.waiting)
    _wide(sheet, over, fits.look_over)
    _foot(sheet)


def _head(sheet: Paper) -> None:
    dossier, whole = sheet.page.whole.dossier, sheet.page.whole
    now = sheet.page.word(STATES, state(dossier, whole.as_of))
    name = short(dossier.event.name, 2 * LONG_NAME)
    size = 20 if len(name) <= LONG_NAME else 13
    look: dict[str, Any] = {"bold": True, "valign": "vcenter"}
    left = ARMS if whole.content.settings.arms else 0
    sheet.put(0, left, WHOLE - 5 - left, name, **look, font_size=size, font_color=PRIMARY, text_wrap=False)
    badge = {"bg_color": PRIMARY, "font_color": "#FFFFFF", "align": "center"}
    sheet.put(0, WHOLE - 5, 5, now, **look, **badge)
    sheet.on.set_row(0, NAME)
    parts = [short(sheet.sender(), 40)] if sheet.sender() else []
    parts.append(sheet.say("Ärende", "Dossier") + f" {dossier.id}")
    if dossier.diary_number:
        parts.append(short(dossier.diary_number, 40))
    if dossier.example:
        parts.append(sheet.say("Exempel, påhittade uppgifter", "Example, invented facts"))
    if sheet.page.secret:
        parts.append(sheet.say("HEMLIGT: bara det som är skyddat", "SECRET: only what is protected"))
    parts.append(sheet.say("läget", "as of") + f" {whole.as_of.astimezone(LOCAL):%Y-%m-%d %H:%M}")
    sheet.put(1, left, WHOLE - left, "  ·  ".join(parts), font_color=MUTED, font_size=9)
    sheet.on.set_row(1, UNDER)
    sheet.arms(0, NAME + UNDER - 4)
    sheet.row = 2
    sheet.space()


def _event_and_decision(sheet: Paper, left: list[Said], right: list[Said]) -> None:
    heading(sheet, sheet.row, 0, sheet.say("Evenemanget", "The event"))
    heading(sheet, sheet.row, HALF + GAP, sheet.say("Ställningstagande", "Decision"))
    for first, lines in ((0, left), (HALF + GAP, right)):
        for number, (label, text) in enumerate(lines):
            row = sheet.row + 1 + number
            sheet.put(row, first, 3, label, font_color=MUTED, font_size=9)
            sheet.put(row, first + 3, HALF - 3, text, font_size=9, bold=number == 0)
    for row, high in enumerate(lines_beside(left, right), sheet.row + 1):
        sheet.on.set_row(row, high * LINE)
        sheet.row = row
    sheet.row += 1
    sheet.space()


def _lists(sheet: Paper, pair: tuple[Listed, Listed], most: int) -> None:
    for first, listed in zip((0, HALF + GAP), pair, strict=True):
        heading(sheet, sheet.row, first, listed.heading(sheet.page, most))
        for number, said in enumerate(listed.first(most), sheet.row + 1):
            _line(sheet, number, first, said)
    longest = max(len(one.first(most)) for one in pair)
    for row in range(sheet.row + 1, sheet.row + 1 + longest):
        sheet.on.set_row(row, LISTED)
    sheet.row += longest + 1
    sheet.space()


def _wide(sheet: Paper, listed: Listed, most: int) -> None:
    """Draw a list over the whole paper: its sentences are long."""
    heading(sheet, sheet.row, 0, listed.heading(sheet.page, most), width=WHOLE)
    for number, said in enumerate(listed.first(most), sheet.row + 1):
        _line(sheet, number, 0, said, width=WHOLE)
        sheet.on.set_row(number, LISTED)
        sheet.row = number
    sheet.row += 1
    sheet.space()


def _line(sheet: Paper, row: int, first: int, said: Row, *, width: int = HALF) -> None:
    number, text, aside, level = said
    look: dict[str, Any] = {
        "font_size": 9,
        "bottom": 1,
        "bottom_color": HAIRLINE,
        "valign": "vcenter",
        "text_wrap": False,
    }
    taken, beside = (1 if number else 0), (3 if aside else 0)
    if number:
        sheet.put(row, first, 1, number, **look, bold=True)
    sheet.put(row, first + taken, width - taken - beside, text, **look)
    if aside:
        ink, ground = LEVEL.get(level, (MUTED, "#FFFFFF"))
        colour = {"font_color": ink, "bg_color": ground, "bold": True} if level else {"font_color": ink}
        sheet.put(
            row,
            first + width - beside,
            beside,
            aside,
            **{**look, **colour},
            align="center" if level else "right",
        )


def _foot(sheet: Paper) -> None:
    text = sheet.page.say(OPEN_PART) + " " + sheet.page.say(SCORE)
    if sheet.page.secret:
        text = sheet.say(
            "Bara det som är skyddat. Resten står i ärendets vanliga arbetsbok.",
            "Only what is protected. The rest is in the dossier's ordinary workbook.",
        )
    sheet.put(
        sheet.row,
        0,
        WHOLE,
        text,
        font_size=8,
        font_color=MUTED,
        bg_color=TINT,
        top=1,
        top_color=EDGE,
    )
