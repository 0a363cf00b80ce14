"""Sammanfattning: the whole event on one A4, for the meeting and the binder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

from xlsxwriter.worksheet import Worksheet

from evenemang.domain.action import CLOSED
from evenemang.domain.dossier import state
from evenemang.domain.event import LOCAL
from evenemang.domain.lesson import Lesson
from evenemang.domain.risk import Judgement, Risk
from evenemang.domain.text import Text
from evenemang.workbook.layout import Page
from evenemang.workbook.sheets.actions import soonest_first, status_said
from evenemang.workbook.sheets.decisions import view_said
from evenemang.workbook.style import EDGE, HAIRLINE, LEVEL, MUTED, PRIMARY, TINT, Styles
from evenemang.workbook.text import whole_characters
from evenemang.workbook.words import STATES

HALF, GAP = 14, 1  # columns a half of the page, and between the halves
WIDTH = 5.2  # characters a column
LINE = 13.5  # points a line of text
MOST = 5  # rows in each list


@dataclass
class Sheet:
    """The sheet, the formats, and the row that comes next."""

    on: Worksheet
    styles: Styles
    page: Page
    row: int = 0

    def say(self, sv: str, en: str) -> str:
        """Return our own words."""
        return self.page.say(Text(sv=sv, en=en))

    def put(self, row: int, first: int, width: int, text: str, **look: Any) -> None:
        """Write a text over a number of columns."""
        made = self.styles.make(**{"valign": "top", "text_wrap": True, "quote_prefix": True, **look})
        text = whole_characters(text)
        if width == 1:
            self.on.write_string(row, first, text, made)
        else:
            self.on.merge_range(row, first, row, first + width - 1, "", made)
            self.on.write_string(row, first, text, made)


def draw_summary(worksheet: Worksheet, styles: Styles, page: Page) -> None:
    """Draw the summary."""
    sheet = Sheet(worksheet, styles, page)
    worksheet.set_column(0, 2 * HALF + GAP - 1, WIDTH)
    worksheet.set_column(HALF, HALF, 2)
    worksheet.center_horizontally()
    _head(sheet)
    _event_and_decision(sheet)
    _matrices(sheet)
    _lists(
        sheet,
        (sheet.say("De värsta riskerna", "The worst risks"), _risks(sheet)),
        (sheet.say("Öppna åtgärder", "Open actions"), _actions(sheet)),
    )
    _lists(
        sheet,
        (sheet.say("Obesvarade frågor", "Unanswered questions"), _unanswered(sheet)),
        (sheet.say("Lärdomar som väntar på svar", "Lessons waiting for an answer"), _lessons(sheet)),
    )
    _foot(sheet)


def short(text: str, length: int) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut) + "…"


def _head(sheet: Sheet) -> None:
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


def _heading(sheet: Sheet, row: int, first: int, text: str) -> None:
    sheet.put(
        row, first, HALF, text, bold=True, font_size=11, font_color=PRIMARY, bottom=2, bottom_color=PRIMARY
    )
    sheet.on.set_row(row, 17)


def _event_and_decision(sheet: Sheet) -> None:
    _heading(sheet, sheet.row, 0, sheet.say("Evenemanget", "The event"))
    _heading(sheet, sheet.row, HALF + GAP, sheet.say("Ställningstagande", "Decision"))
    left, right = list(_facts(sheet)), list(_decision(sheet))
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


def _facts(sheet: Sheet) -> Iterable[tuple[str, str]]:
    whole = sheet.page.whole
    dossier, event, standing = whole.dossier, whole.dossier.event, whole.reading.standing
    unknown = sheet.say("inte känt än", "not known yet")
    places = [next((one.name for one in whole.places if one.id == event.place), event.place or unknown)]
    zones = [whole.zone_name(one) for one in event.zones]
    yield sheet.say("När", "When"), _when(sheet) or unknown
    yield sheet.say("Var", "Where"), short(", ".join([*places, *dict.fromkeys(zones)]), 110)
    yield (
        sheet.say("Arrangör", "Organiser"),
        short(whole.organiser.name if whole.organiser else event.organiser or unknown, 60),
    )
    yield (
        sheet.say("Handläggare", "Officer"),
        short(whole.name_of(dossier.officer) if dossier.officer else unknown, 60),
    )
    visits = _visits(sheet)
    yield (
        sheet.say("Väntade besök", "Expected visits"),
        unknown if visits is None else f"{visits:,}".replace(",", "\u00a0"),
    )
    yield sheet.say("Klass", "Class"), _class(sheet, standing.at_least, standing.at_most)


def _visits(sheet: Sheet) -> int | None:
    found = sheet.page.whole.reading.facts.event.get("total_visitors")
    return int(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def _when(sheet: Sheet) -> str:
    occasions = sheet.page.whole.dossier.event.each_occasion()
    if not occasions:
        return ""
    first, last = occasions[0], occasions[-1]
    if len(occasions) == 1:
        return f"{first.date} {sheet.say('kl.', 'at')} {first.starts}–{first.ends}"
    count = sheet.say(f"{len(occasions)} tillfällen", f"{len(occasions)} occasions")
    return f"{first.date} {sheet.say('till', 'to')} {last.date}, {count}"


def _class(sheet: Sheet, at_least: int, at_most: int) -> str:
    classes = sheet.page.whole.content.profile.classification.classes
    name = next((sheet.page.say(one.name) for one in classes if one.id == at_most), "")
    depth = sheet.say(
        f"frågedjup {sheet.page.whole.reading.depth}", f"depth {sheet.page.whole.reading.depth}"
    )
    if at_least == at_most:
        return f"{at_least}, {name} ({depth})"
    return (
        sheet.say(f"{at_least}, kan bli {at_most} {name}", f"{at_least}, may become {at_most} {name}")
        + f" ({depth})"
    )


def _decision(sheet: Sheet) -> Iterable[tuple[str, str]]:
    whole = sheet.page.whole
    found = whole.dossier.decision
    if whole.dossier.cancelled:
        yield sheet.say("Inställt", "Cancelled"), short(whole.dossier.cancelled.because, 110)
    if found is None:
        yield sheet.say("Gruppen", "The group"), sheet.say("Inte beslutat än", "Not decided yet")
        return
    yield (
        sheet.say("Gruppen", "The group"),
        f"{view_said(sheet.page, found.group_view)}, {found.given.at.astimezone(LOCAL):%Y-%m-%d}",
    )
    if whole.dossier.reconsider and whole.dossier.asks_for_new_decision:
        yield (
            sheet.say("Omprövas", "Reconsider"),
            sheet.say("En risk har höjts sedan beslutet: ", "A risk was lifted since: ")
            + ", ".join(whole.dossier.reconsider.risks),
        )
    yield (
        sheet.say("Handläggare", "Officer"),
        short(whole.name_of(found.officer), 30)
        + (f": {view_said(sheet.page, found.officer_view)}" if found.officer_view else ""),
    )
    for number, condition in enumerate(found.conditions[:MOST], 1):
        yield sheet.say(f"Villkor {number}", f"Condition {number}"), short(condition, 115)
    if len(found.conditions) > MOST:
        yield "", _rest(sheet, len(found.conditions) - MOST, sheet.say("Beslut", "Decisions"))
    if found.motive:
        yield sheet.say("Motivering", "Reason"), short(found.motive, 115)


def _rest(sheet: Sheet, count: int, where: str) -> str:
    return sheet.say(f"… och {count} till, se bladet {where}", f"… and {count} more, see the sheet {where}")


def _matrices(sheet: Sheet) -> None:
    risks = sheet.page.whole.dossier.standing_risks
    _heading(sheet, sheet.row, 0, sheet.say("Riskbilden före åtgärder", "The risks before treatment"))
    _heading(
        sheet, sheet.row, HALF + GAP, sheet.say("Riskbilden efter åtgärder", "The risks after treatment")
    )
    _matrix(sheet, 0, {one.id: one.before for one in risks})
    _matrix(sheet, HALF + GAP, {one.id: one.residual for one in risks})
    sheet.row += 8


def _matrix(sheet: Sheet, first: int, placed: dict[str, Judgement]) -> None:
    """Draw the grid, the likeliest on top; each cell says its level, its number and the risks in it."""
    matrix = sheet.page.whole.content.matrix
    small: dict[str, Any] = {"font_size": 8, "font_color": MUTED, "valign": "vcenter"}
    cell = (HALF - 4) // 5
    for up in range(5):
        likelihood, row = 5 - up, sheet.row + 1 + up
        sheet.put(
            row,
            first,
            4,
            f"{likelihood} {sheet.page.say(matrix.likelihood.word(likelihood))}",
            **small,
            align="right",
            indent=1,
        )
        for consequence in range(1, 6):
            level = matrix.level(likelihood, consequence)
            here = [
                key
                for key, one in placed.items()
                if (one.likelihood, one.consequence) == (likelihood, consequence)
            ]
            text, ground = LEVEL[level]
            said = f"{sheet.page.say(matrix.word(level))} {likelihood * consequence}" + (
                f"\n{_named(here)}" if here else ""
            )
            sheet.put(
                row,
                first + 4 + cell * (consequence - 1),
                cell,
                said,
                font_size=8,
                bold=bool(here),
                font_color=text,
                bg_color=ground,
                border=1,
                border_color="#FFFFFF",
                align="center",
                valign="vcenter",
            )
        sheet.on.set_row(row, 30)
    row = sheet.row + 6
    axes = sheet.say("Sannolikhet ↑  Konsekvens →", "Likelihood ↑  Consequence →")
    sheet.put(row, first, 4, axes, font_size=7, font_color=MUTED, align="right", indent=1)
    for consequence in range(1, 6):
        word = f"{consequence} {sheet.page.say(matrix.consequence.word(consequence))}"
        sheet.put(row, first + 4 + cell * (consequence - 1), cell, word, **small, align="center")
    sheet.on.set_row(row, 24)


def _named(ids: list[str]) -> str:
    return " ".join(ids) if len(ids) <= 3 else " ".join(ids[:2]) + f" +{len(ids) - 2}"


Row = tuple[str, str, str, str]  # number, text, what stands at the right, its level


def _risks(sheet: Sheet) -> list[Row]:
    standing = sheet.page.whole.dossier.standing_risks
    rows = [_risk(sheet, one) for one in standing[:MOST]]
    return _with_rest(sheet, rows, len(standing), sheet.say("Risker", "Risks")) or [
        _nothing(sheet.say("Inga risker är väckta.", "No risks are raised."))
    ]


def _risk(sheet: Sheet, risk: Risk) -> Row:
    placed = sheet.page.placed(risk.residual)
    text = short(risk.says(sheet.page.language), 54)
    if risk.state == "proposed":
        text = f"{short(risk.says(sheet.page.language), 40)} ({sheet.say('inte bedömd', 'not judged')})"
    return (risk.id, text, placed.shown if placed else "", placed.level if placed else "")


def _actions(sheet: Sheet) -> list[Row]:
    whole = sheet.page.whole
    still = [one for one in soonest_first(sheet.page) if one.status not in CLOSED]
    rows: list[Row] = []
    for one in still[:MOST]:
        owner = whole.name_of(one.owner) if one.owner else sheet.say("ingen ansvarig", "no owner")
        due = one.due_on(whole.dossier.event.first_day)
        overdue = one.is_overdue(whole.dossier.event.first_day, whole.as_of.date())
        late = status_said(sheet.page, one).rsplit(", ", 1)[-1] if overdue else ""
        when = " ".join(filter(None, (str(due) if due else "", late)))
        rows.append((one.id, f"{short(one.do, 48)} ({short(owner, 14)})", when, ""))
    return _with_rest(sheet, rows, len(still), sheet.say("Åtgärder", "Actions")) or [
        _nothing(sheet.say("Inga öppna åtgärder.", "No open actions."))
    ]


def _unanswered(sheet: Sheet) -> list[Row]:
    left = [(area, one) for area, one in sheet.page.whole.reading.progress.items() if one.left]
    rows = [
        (
            "",
            short(sheet.page.area_title(area), 44),
            sheet.say(f"{one.left} av {one.asked}", f"{one.left} of {one.asked}"),
            "",
        )
        for area, one in sorted(left, key=lambda each: -each[1].left)[:MOST]
    ]
    for area in sheet.page.whole.reading.not_installed[: max(0, MOST - len(rows))]:
        rows.append(("", short(sheet.page.area_title(area), 60), "", ""))
    return _with_rest(sheet, rows, max(len(left), len(rows)), sheet.say("Checklistor", "Checklists")) or [
        _nothing(sheet.say("Alla frågor är besvarade.", "Every question is answered."))
    ]


def _lessons(sheet: Sheet) -> list[Row]:
    waiting: tuple[Lesson, ...] = sheet.page.whole.reading.lessons_waiting
    rows: list[Row] = [("", short(one.text, 76), "", "") for one in waiting[:MOST]]
    return _with_rest(sheet, rows, len(waiting), sheet.say("Lärdomar", "Lessons")) or [
        _nothing(sheet.say("Inga lärdomar väntar.", "No lessons wait."))
    ]


def _nothing(text: str) -> Row:
    return ("", text, "", "")


def _with_rest(sheet: Sheet, rows: list[Row], count: int, where: str) -> list[Row]:
    return [*rows, _nothing(_rest(sheet, count - len(rows), where))] if count > len(rows) else rows


def _lists(sheet: Sheet, left: tuple[str, list[Row]], right: tuple[str, list[Row]]) -> None:
    for first, (title, rows) in ((0, left), (HALF + GAP, right)):
        _heading(sheet, sheet.row, first, title)
        for number, said in enumerate(rows, sheet.row + 1):
            _line(sheet, number, first, said)
    longest = max(len(left[1]), len(right[1]))
    for row in range(sheet.row + 1, sheet.row + 1 + longest):
        sheet.on.set_row(row, 15)
    sheet.row += longest + 2


def _line(sheet: Sheet, row: int, first: int, said: Row) -> None:
    number, text, aside, level = said
    look: dict[str, Any] = {
        "font_size": 9,
        "bottom": 1,
        "bottom_color": HAIRLINE,
        "valign": "vcenter",
        "text_wrap": False,
    }
    taken, width = (1 if number else 0), (3 if aside else 0)
    if number:
        sheet.put(row, first, 1, number, **look, bold=True)
    sheet.put(row, first + taken, HALF - taken - width, text, **look)
    if aside:
        ink, ground = LEVEL.get(level, (MUTED, "#FFFFFF"))
        colour = {"font_color": ink, "bg_color": ground, "bold": True} if level else {"font_color": ink}
        sheet.put(
            row,
            first + HALF - width,
            width,
            aside,
            **{**look, **colour},
            align="center" if level else "right",
        )


def _foot(sheet: Sheet) -> None:
    text = sheet.say(
        "Skyddade uppgifter står inte i den här arbetsboken. Risktal är sannolikhet gånger konsekvens. "
        "Riskernas namn står på bladet Risker.",
        "Protected facts are not in this workbook. The score is likelihood times consequence. "
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
