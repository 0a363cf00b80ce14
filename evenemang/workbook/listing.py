"""The lists of the summary: the worst first, and how many there are in all."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.domain.action import CLOSED, Action
from evenemang.domain.risk import Risk
from evenemang.flow.reviewing import Group
from evenemang.flow.words import FINDINGS, capital
from evenemang.workbook.gist import say, short
from evenemang.workbook.layout import Page
from evenemang.workbook.sheets.actions import soonest_first

ROW = 64  # characters between a number and what stands at the right
HALF_ROW = 86  # in a row with neither
WIDE_ROW = 155  # over the whole paper

Row = tuple[str, str, str, str]  # number, text, what stands at the right, its level


@dataclass(frozen=True)
class Listed:
    """A list: its title, its rows, where all of them stand, and what is said where there are none."""

    title: str
    rows: list[Row]
    where: str
    none: str

    def heading(self, page: Page, most: int) -> str:
        """Return the title; where not all fits, how many of how many and where the rest stands."""
        count = len(self.rows)
        if count <= most:
            return self.title
        return self.title + say(
            page, f", {most} av {count}, se {self.where}", f", {most} of {count}, see {self.where}"
        )

    def first(self, most: int) -> list[Row]:
        """Return the rows that fit."""
        return self.rows[:most] or [("", self.none, "", "")]


def risks(page: Page) -> Listed:
    """Return the risks that stand, the worst first."""
    return Listed(
        say(page, "De värsta riskerna", "The worst risks"),
        [_risk(page, one) for one in page.whole.dossier.standing_risks],
        say(page, "bladet Risker", "the sheet Risks"),
        say(page, "Inga risker är väckta.", "No risks are raised."),
    )


def _risk(page: Page, risk: Risk) -> Row:
    placed = page.placed(risk.residual)
    kind = f"{say(page, 'Hot', 'Threat')}: " if risk.axis == "threat" else ""
    proposed = f" ({say(page, 'inte bedömd', 'not judged')})" if risk.state == "proposed" else ""
    text = kind + short(risk.says(page.language), ROW - len(kind) - len(proposed)) + proposed
    return (risk.id, text, placed.shown if placed else "", placed.level if placed else "")


def actions(page: Page) -> Listed:
    """Return the open actions, the soonest due first."""
    return Listed(
        say(page, "Öppna åtgärder", "Open actions"),
        [_action(page, one) for one in soonest_first(page) if one.status not in CLOSED],
        say(page, "bladet Åtgärder", "the sheet Actions"),
        say(page, "Inga öppna åtgärder.", "No open actions."),
    )


def _action(page: Page, action: Action) -> Row:
    whole = page.whole
    first = whole.dossier.event.first_day
    due = action.due_on(first)
    late = say(page, "försenad", "overdue") if action.is_overdue(first, whole.as_of.date()) else ""
    owner = whole.name_of(action.owner) if action.owner else say(page, "ingen ansvarig", "no owner")
    who = f" ({short(owner, 22)})"
    when = " ".join(filter(None, (str(due) if due else "", late)))
    return (action.id, short(action.do, ROW - len(who)) + who, when, "")


def unanswered(page: Page) -> Listed:
    """Return the areas that are not here, and those with questions left, the most first."""
    reading = page.whole.reading
    left = sorted(
        ((area, one) for area, one in reading.progress.items() if one.left), key=lambda each: -each[1].left
    )
    gone = say(page, "Riskområden som inte är installerade", "Areas that are not installed")
    return Listed(
        say(page, "Obesvarade frågor", "Unanswered questions"),
        [
            *([("", gone, str(len(reading.not_installed)), "")] if reading.not_installed else []),
            *(
                ("", short(page.area_title(area), ROW), _of(page, one.left, one.asked), "")
                for area, one in left
            ),
        ],
        say(page, "bladet Checklistor", "the sheet Checklists"),
        say(page, "Alla frågor är besvarade.", "Every question is answered."),
    )


def _of(page: Page, left: int, asked: int) -> str:
    return say(page, f"{left} av {asked}", f"{left} of {asked}")


def lessons(page: Page) -> Listed:
    """Return the lessons that wait for an answer."""
    return Listed(
        say(page, "Lärdomar som väntar på svar", "Lessons waiting for an answer"),
        [("", short(one.text, HALF_ROW), "", "") for one in page.whole.reading.lessons_waiting],
        say(page, "bladet Lärdomar", "the sheet Lessons"),
        say(page, "Inga lärdomar väntar.", "No lessons wait."),
    )


def to_look_over(page: Page) -> Listed:
    """Return what there is to look over, worst first: a row a rule."""
    return Listed(
        say(page, "Att se över", "To look over"),
        [_group(page, one) for one in page.whole.review.groups],
        say(page, "Granskning i appen", "Review in the app"),
        say(page, "Inget att se över.", "Nothing to look over."),
    )


def _group(page: Page, group: Group) -> Row:
    word = page.say(capital(FINDINGS[group.severity]))
    if len(group.findings) > 1:
        return ("", f"{page.say(group.title)} ({len(group.findings)})", word, "")
    (only,) = group.findings
    place, says = only.at[0], page.say(only.says)
    number = place.id if place.kind in ("risk", "action") and place.id else ""
    return ("" if says.startswith(number) else number, short(says, WIDE_ROW), word, "")
