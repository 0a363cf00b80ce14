"""Sammanfattning: the whole event on one A4, for the meeting and the binder."""

from __future__ import annotations

from math import ceil
from typing import Any

from xlsxwriter.worksheet import Worksheet

from evenemang.domain.dossier import state
from evenemang.domain.event import LOCAL
from evenemang.workbook import gist
from evenemang.workbook.gist import Row, short
from evenemang.workbook.layout import Page
from evenemang.workbook.matrices import draw_matrices
from evenemang.workbook.paper import GAP, HALF, Paper, heading
from evenemang.workbook.style import EDGE, HAIRLINE, LEVEL, MUTED, PRIMARY, TINT, Styles
from evenemang.workbook.words import STATES

WIDTH = 5.2  # characters a column
LINE = 13.5  # points a line of text


def draw_summary(worksheet: Worksheet, styles: Styles, page: Page) -> None:
    """Draw the summary."""
    sheet = Paper(worksheet, styles, page)
    worksheet.set_column(0, 2 * HALF + GAP - 1, WIDTH)
    worksheet.set_column(HALF, HALF, 2)
    worksheet.center_horizontally()
    _head(sheet)
    _event_and_decision(sheet)
    draw_matrices(sheet)
    _lists(
        sheet,
        (sheet.say("De värsta riskerna", "The worst risks"), gist.risks(page)),
        (sheet.say("Öppna åtgärder", "Open actions"), gist.actions(page)),
    )
    _lists(
        sheet,
        (sheet.say("Obesvarade frågor", "Unanswered questions"), gist.unanswered(page)),
        (sheet.say("Lärdomar som väntar på svar", "Lessons waiting for an answer"), gist.lessons(page)),
    )
    _wide(sheet, sheet.say("Att se över", "To look over"), gist.to_look_over(sheet.page))
    _foot(sheet)


def _head(sheet: Paper) -> None:
    dossier, whole = sheet.page.whole.dossier, sheet.page.whole
    now = sheet.page.word(STATES, state(dossier, whole.as_of))
    sheet.put(
        0,
        0,
        2 * HALF + GAP - 5,
        short(dossier.event.name, 70),
        font_size=20,
        bold=True,
        font_color=PRIMARY,
        text_wrap=False,
    )
    sheet.put(
        0,
        2 * HALF + GAP - 5,
        5,
        now,
        bold=True,
        bg_color=PRIMARY,
        font_color="#FFFFFF",
        align="center",
        valign="vcenter",
    )
    sheet.on.set_row(0, 28)
    parts = [sheet.say("Ärende", "Dossier") + f" {dossier.id}"]
    if dossier.diary_number:
        parts.append(short(dossier.diary_number, 40))
    if dossier.example:
        parts.append(sheet.say("Exempel, påhittade uppgifter", "Example, invented facts"))
    if sheet.page.secret:
        parts.append(sheet.say("HEMLIGT: bara det som är skyddat", "SECRET: only what is protected"))
    parts.append(sheet.say("läget", "as of") + f" {whole.as_of.astimezone(LOCAL):%Y-%m-%d %H:%M}")
    sheet.put(1, 0, 2 * HALF + GAP, "  ·  ".join(parts), font_color=MUTED, font_size=9)
    sheet.row = 3


def _event_and_decision(sheet: Paper) -> None:
    heading(sheet, sheet.row, 0, sheet.say("Evenemanget", "The event"))
    heading(sheet, sheet.row, HALF + GAP, sheet.say("Ställningstagande", "Decision"))
    left, right = list(gist.facts(sheet.page)), list(gist.decision(sheet.page))
    for number in range(max(len(left), len(right))):
        row = sheet.row + 1 + number
        heights = [1]
        for first, lines in ((0, left), (HALF + GAP, right)):
            if number < len(lines):
                label, text = lines[number]
                sheet.put(row, first, 3, label, font_color=MUTED, font_size=9)
                sheet.put(row, first + 3, HALF - 3, text, font_size=9, bold=number == 0)
                heights.append(_lines(text, 70))
        sheet.on.set_row(row, max(heights) * LINE)
    sheet.row += max(len(left), len(right)) + 2


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes at a width in characters."""
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))


def _lists(sheet: Paper, left: tuple[str, list[Row]], right: tuple[str, list[Row]]) -> None:
    for first, (title, rows) in ((0, left), (HALF + GAP, right)):
        heading(sheet, sheet.row, first, title)
        for number, said in enumerate(rows, sheet.row + 1):
            _line(sheet, number, first, said)
    longest = max(len(left[1]), len(right[1]))
    for row in range(sheet.row + 1, sheet.row + 1 + longest):
        sheet.on.set_row(row, 15)
    sheet.row += longest + 2


def _wide(sheet: Paper, title: str, rows: list[Row]) -> None:
    """Draw a list over the whole paper: its sentences are long."""
    heading(sheet, sheet.row, 0, title, width=2 * HALF + GAP)
    for number, said in enumerate(rows, sheet.row + 1):
        _line(sheet, number, 0, said, width=2 * HALF + GAP)
        sheet.on.set_row(number, 15)
    sheet.row += len(rows) + 2


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
    text = sheet.say(
        "Skyddade uppgifter står inte i den här arbetsboken. Risktal är sannolikhet (för hot sårbarhet) "
        "gånger konsekvens. "
        "Riskernas namn står på bladet Risker.",
        "Protected facts are not in this workbook. The score is likelihood (for threats vulnerability) "
        "times consequence. "
        "The risks are named on the sheet Risks.",
    )
    if sheet.page.secret:
        text = sheet.say(
            "Bara det som är skyddat. Resten står i ärendets vanliga arbetsbok.",
            "Only what is protected. The rest is in the dossier's ordinary workbook.",
        )
    sheet.put(
        sheet.row,
        0,
        2 * HALF + GAP,
        text,
        font_size=8,
        font_color=MUTED,
        bg_color=TINT,
        top=1,
        top_color=EDGE,
    )
