"""The front of the organiser's copy: the event, what matters most now, and how to fill in and send back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from evenemang.domain.action import CLOSED
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.errands import Errand
from evenemang.flow.permitting import is_over
from evenemang.workbook.fitting import lines_beside
from evenemang.workbook.gist import event_facts, say, short
from evenemang.workbook.layout import Page
from evenemang.workbook.organiser.permits import Sent
from evenemang.workbook.organiser.sheets import COPY
from evenemang.workbook.paper import GAP, HALF, Paper, heading
from evenemang.workbook.sheets.decisions import view_said
from evenemang.workbook.style import EDGE, HAIRLINE, MUTED, PRIMARY, TINT, Styles

WIDE = 2 * HALF + GAP
WIDTH = 5.2  # characters a column
LINE = 13.5  # points a line of text
MOST = 5  # things to do
SIDES = (1, 16, 4, 8)  # columns of a thing to do: number, what, by when, whom to ask
ARMS = 2  # columns that the arms take
FITS = 96  # characters of what is to be done on a line
MIDDLE: dict[str, Any] = {"bottom": 1, "bottom_color": HAIRLINE, "valign": "vcenter"}

FILL_IN = (
    Text(
        sv="Frågor: välj eller skriv ert svar. Vet ni inte än, lämna rutan tom.",
        en="Questions: choose or write your answer. If you do not know yet, leave it empty.",
    ),
    Text(
        sv="Åtgärder: ändra läget, och dagen om den inte håller. Föreslå gärna egna på de tomma raderna.",
        en="Actions: change the status, and the day if it does not hold. Propose your own on empty rows.",
    ),
    Text(
        sv="Villkor och Tillstånd: läs, och fråga om något är oklart.",
        en="Conditions and Permits: read them, and ask where something is unclear.",
    ),
    Text(
        sv="Bara rutorna för era svar går att skriva i. Sortera raderna hur ni vill.",
        en="Only the cells for your answers can be written in. Sort the rows as you like.",
    ),
)
SEND_BACK = (
    Text(sv="Spara filen som Excelarbetsbok (.xlsx).", en="Save the file as an Excel workbook (.xlsx)."),
    Text(
        sv="Skicka hela filen som svar på mejlet den kom med, även om allt inte är klart.",
        en="Send the whole file as a reply to the mail it came with, even if all is not done.",
    ),
    Text(
        sv="Vi läser igenom era svar innan de förs in. Ni får veta om vi undrar över något.",
        en="We read your answers before they are entered. We tell you if we wonder about something.",
    ),
    Text(
        sv="Det här är bara det som rör er, så som det var den dag som står överst.",
        en="This is only what concerns you, as it was on the day given at the top.",
    ),
)


@dataclass(frozen=True)
class Front:
    """What the front is drawn from."""

    errands: tuple[Errand, ...]

    def draw(self, worksheet: Worksheet, styles: Styles, page: Page) -> None:
        """Draw the front on one A4."""
        sheet = Paper(worksheet, styles, page)
        worksheet.set_column(0, WIDE - 1, WIDTH)
        worksheet.set_column(HALF, HALF, 2)
        worksheet.center_horizontally()
        _head(sheet)
        _pairs(sheet, list(event_facts(page)), list(_standing(page)))
        _most_important(sheet, self.errands)
        _guides(sheet)
        _foot(sheet)


def _head(sheet: Paper) -> None:
    whole = sheet.page.whole
    dossier = whole.dossier
    title: dict[str, Any] = {"font_size": 20, "bold": True, "font_color": PRIMARY, "text_wrap": False}
    left = ARMS if whole.content.settings.arms else 0
    sheet.put(0, left, WIDE - 7 - left, short(dossier.event.name, 62), **title)
    badge: dict[str, Any] = {"bold": True, "bg_color": PRIMARY, "font_color": "#FFFFFF"}
    sheet.put(0, WIDE - 7, 7, sheet.page.say(COPY), **badge, align="center", valign="vcenter")
    sheet.on.set_row(0, 28)
    parts = [short(sheet.sender(), 40)] if sheet.sender() else []
    parts.append(sheet.say("Ärende", "Dossier") + f" {dossier.id}")
    if dossier.diary_number:
        parts.append(short(dossier.diary_number, 40))
    if dossier.example:
        parts.append(sheet.say("Exempel, påhittade uppgifter", "Example, invented facts"))
    parts.append(sheet.say("läget", "as of") + f" {whole.as_of.astimezone(LOCAL):%Y-%m-%d %H:%M}")
    sheet.put(1, left, WIDE - left, "  ·  ".join(parts), font_color=MUTED, font_size=9)
    sheet.arms(0, 39)
    sheet.row = 3


def _standing(page: Page) -> Iterable[tuple[str, str]]:
    """Yield how far it has come, label and text."""
    whole, total = page.whole, page.whole.reading.total
    decision = whole.dossier.decision
    if whole.dossier.cancelled:
        yield say(page, "Evenemanget", "The event"), say(page, "Inställt", "Cancelled")
    yield say(page, "Gruppen", "The group"), _decided(page)
    if decision and decision.complete_by:
        yield say(page, "Komplettera senast", "Complete by"), str(decision.complete_by)
    yield (
        say(page, "Frågor", "Questions"),
        say(
            page,
            f"{total.answered} av {total.asked} besvarade",
            f"{total.answered} of {total.asked} answered",
        ),
    )
    left = sum(one.status not in CLOSED for one in whole.dossier.actions)
    yield say(page, "Åtgärder", "Actions"), say(page, f"{left} kvar att göra", f"{left} left to do")
    over = is_over(whole.dossier, whole.as_of.astimezone(LOCAL).date())
    waits = [] if over or not isinstance(page, Sent) else [one for one in page.permits if _waits(one)]
    yield (
        say(page, "Tillstånd", "Permits"),
        say(page, f"{len(waits)} kvar att lämna in", f"{len(waits)} left to file"),
    )


def _waits(line: Any) -> bool:
    return bool(line.waits and not line.is_duty)


def _decided(page: Page) -> str:
    dossier = page.whole.dossier
    if dossier.decision:
        day = dossier.decision.given.at.astimezone(LOCAL)
        return f"{view_said(page, dossier.decision.group_view)}, {day:%Y-%m-%d}"
    if dossier.assessment.not_needed:
        return say(page, "Ingen bedömning behövs", "No assessment needed")
    return say(page, "Har inte tagit ställning än", "Has not taken a position yet")


def _pairs(sheet: Paper, left: list[tuple[str, str]], right: list[tuple[str, str]]) -> None:
    heading(sheet, sheet.row, 0, sheet.say("Evenemanget", "The event"))
    heading(sheet, sheet.row, HALF + GAP, sheet.say("Hur långt det har kommit", "How far it has come"))
    for first, lines in ((0, left), (HALF + GAP, right)):
        for number, (label, text) in enumerate(lines, sheet.row + 1):
            sheet.put(number, first, 4, label, font_color=MUTED)
            sheet.put(number, first + 4, HALF - 4, text, bold=number == sheet.row + 1)
    beside = lines_beside(left, right)
    for row, high in enumerate(beside, sheet.row + 1):
        sheet.on.set_row(row, 1.5 + high * LINE)
    sheet.row += len(beside) + 2


def _most_important(sheet: Paper, found: tuple[Errand, ...]) -> None:
    if not found:
        heading(
            sheet, sheet.row, 0, sheet.say("Inget att göra just nu", "Nothing to do at present"), width=WIDE
        )
        sheet.put(sheet.row + 1, 0, WIDE, _thanks(sheet.page), font_size=10)
        sheet.on.set_row(sheet.row + 1, 30)
        sheet.row += 3
        return
    title = sheet.say("Det viktigaste att göra nu", "What matters most now")
    heading(sheet, sheet.row, 0, title, width=WIDE)
    labels = ("", sheet.say("Vad", "What"), sheet.say("Senast", "By"), sheet.say("Fråga", "Ask"))
    _columns(sheet, sheet.row + 1, labels, font_color=MUTED, font_size=9)
    for number, one in enumerate(found[:MOST], 1):
        _errand(sheet, sheet.row + 1 + number, number, one)
    sheet.row += min(len(found), MOST) + 2
    if len(found) > MOST:
        more = len(found) - MOST
        told = sheet.say(
            f"… och {more} till, se bladen Åtgärder, Tillstånd och Frågor.",
            f"… and {more} more, see the sheets Actions, Permits and Questions.",
        )
        sheet.put(sheet.row, 1, WIDE - 1, told, font_color=MUTED, font_size=9)
        sheet.row += 1
    sheet.row += 1


def _errand(sheet: Paper, row: int, number: int, one: Errand) -> None:
    page = sheet.page
    what = short(page.say(one.what) if isinstance(one.what, Text) else one.what, 2 * FITS - 10)
    by = str(one.by) if one.by else sheet.say("så snart ni kan", "as soon as you can")
    late = f"{by}, {sheet.say('för sent', 'late')}" if one.late else by
    ask = short(page.say(one.ask) if one.ask else officer(page), 80)
    _columns(sheet, row, (str(number), what, late, ask))
    sheet.on.set_row(row, 8 + LINE * max(_lines(what, FITS), _lines(late, 22), _lines(ask, 46)))


def officer(page: Page) -> str:
    """Return whom in the municipality to ask: the post that has the dossier."""
    by = page.whole.dossier.officer
    if not by:
        name = page.whole.content.settings.name
        group = say(page, "kommunens evenemangsgrupp", "the municipality's event group")
        return f"{group}, {name}" if name else group
    post = page.whole.functions.get(by)
    return post.title or post.short if post else by


def _lines(text: str, width: int) -> int:
    return max(1, -(-len(text) // width))


def _columns(sheet: Paper, row: int, texts: tuple[str, str, str, str], **look: Any) -> None:
    first = 0
    for width, text in zip(SIDES, texts, strict=True):
        sheet.put(row, first, width, text, **{**MIDDLE, **look}, bold=first == 0)
        first += width


def _thanks(page: Page) -> str:
    whole = page.whole
    if whole.dossier.cancelled:
        return say(
            page,
            "Evenemanget är inställt. Hör av er om det blir av ändå.",
            "The event is cancelled. Tell us if it is held after all.",
        )
    if is_over(whole.dossier, whole.as_of.astimezone(LOCAL).date()):
        return say(
            page,
            "Evenemanget är genomfört och inget väntar på er. Tack för ert arbete.",
            "The event has been held and nothing waits for you. Thank you for your work.",
        )
    return say(
        page,
        "Vi väntar inte på något från er. Ändras något, till exempel dagen, platsen eller hur många ni "
        "väntar, så berätta det för oss.",
        "We do not wait for anything from you. If something changes, such as the day, the place or how many "
        "you expect, please tell us.",
    )


def _guides(sheet: Paper) -> None:
    sides = (
        (0, sheet.say("Så fyller ni i", "How to fill it in"), FILL_IN),
        (HALF + GAP, sheet.say("Så skickar ni tillbaka", "How to send it back"), SEND_BACK),
    )
    for first, title, lines in sides:
        heading(sheet, sheet.row, first, title)
        for number, line in enumerate(lines, 1):
            sheet.put(sheet.row + number, first, 1, str(number), **MIDDLE, bold=True, font_color=PRIMARY)
            sheet.put(sheet.row + number, first + 1, HALF - 1, sheet.page.say(line), **MIDDLE)
    for row in range(sheet.row + 1, sheet.row + 1 + max(len(FILL_IN), len(SEND_BACK))):
        sheet.on.set_row(row, 19)
    sheet.row += max(len(FILL_IN), len(SEND_BACK)) + 2


def _foot(sheet: Paper) -> None:
    text = sheet.say(
        f"Fråga oss: {officer(sheet.page)}. Skriv ärendets nummer, {sheet.page.whole.dossier.id}.",
        f"Ask us: {officer(sheet.page)}. Give the number of the dossier, {sheet.page.whole.dossier.id}.",
    )
    look: dict[str, Any] = {"font_color": MUTED, "bg_color": TINT, "top": 1, "top_color": EDGE}
    sheet.put(sheet.row, 0, WIDE, text, **look)
    sheet.on.set_row(sheet.row, 18)
