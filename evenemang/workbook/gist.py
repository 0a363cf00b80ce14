"""What the summary says: the event, the decision, and the first few of each list."""

from __future__ import annotations

from collections.abc import Iterable

from evenemang.domain.action import CLOSED
from evenemang.domain.event import LOCAL
from evenemang.domain.lesson import Lesson
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.reviewing import Group
from evenemang.flow.words import FINDINGS, capital
from evenemang.workbook.layout import Page
from evenemang.workbook.sheets.actions import soonest_first, status_said
from evenemang.workbook.sheets.decisions import view_said

MOST = 5  # rows in each list
Row = tuple[str, str, str, str]  # number, text, what stands at the right, its level


def say(page: Page, sv: str, en: str) -> str:
    """Return our own words in the workbook's language."""
    return page.say(Text(sv=sv, en=en))


def short(text: str, length: int) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut) + "…"


def facts(page: Page) -> Iterable[tuple[str, str]]:
    """Yield what the event is, label and text."""
    standing = page.whole.reading.standing
    yield from event_facts(page)
    yield say(page, "Klass", "Class"), _class(page, standing.at_least, standing.at_most)


def event_facts(page: Page) -> Iterable[tuple[str, str]]:
    """Yield when, where and whose it is, who has the dossier, and how many are expected."""
    whole = page.whole
    dossier, event = whole.dossier, whole.dossier.event
    unknown = say(page, "inte känt än", "not known yet")
    places = [next((one.name for one in whole.places if one.id == event.place), event.place or unknown)]
    zones = [whole.zone_name(one) for one in event.zones]
    yield say(page, "När", "When"), _when(page) or unknown
    yield say(page, "Var", "Where"), short(", ".join(dict.fromkeys([*places, *zones])), 70)
    yield (
        say(page, "Arrangör", "Organiser"),
        short(whole.organiser.name if whole.organiser else event.organiser or unknown, 60),
    )
    yield (
        say(page, "Handläggare", "Officer"),
        short(whole.name_of(dossier.officer) if dossier.officer else unknown, 60),
    )
    visits = _visits(page)
    yield (
        say(page, "Väntade besök", "Expected visits"),
        unknown if visits is None else f"{visits:,}".replace(",", "\u00a0"),
    )


def _visits(page: Page) -> int | None:
    found = page.whole.reading.facts.event.get("total_visitors")
    return int(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def _when(page: Page) -> str:
    occasions = page.whole.dossier.event.each_occasion()
    if not occasions:
        return _when_held(page)
    first, last = occasions[0], occasions[-1]
    if len(occasions) == 1:
        return f"{first.date} {say(page, 'kl.', 'at')} {first.starts}–{first.ends}"
    count = say(page, f"{len(occasions)} tillfällen", f"{len(occasions)} occasions")
    return f"{first.date} {say(page, 'till', 'to')} {last.date}, {count}"


def _when_held(page: Page) -> str:
    held = page.whole.dossier.event.held
    if held is None:
        return ""
    if not held.exact:
        return held.said
    return (
        f"{held.first} {say(page, 'till', 'to')} {held.last}" if held.last > held.first else f"{held.first}"
    )


def _class(page: Page, at_least: int, at_most: int) -> str:
    classes = page.whole.content.profile.classification.classes
    name = next((page.say(one.name) for one in classes if one.id == at_most), "")
    depth = say(page, f"frågedjup {page.whole.reading.depth}", f"depth {page.whole.reading.depth}")
    if at_least == at_most:
        return f"{at_least}, {name} ({depth})"
    return (
        say(page, f"{at_least}, kan bli {at_most} {name}", f"{at_least}, may become {at_most} {name}")
        + f" ({depth})"
    )


def _undecided(page: Page) -> str:
    without = page.whole.dossier.assessment.not_needed
    if without is None:
        return say(page, "Inte beslutat än", "Not decided yet")
    because = short(without.because, 110)
    return say(page, f"Ingen bedömning behövs: {because}", f"No assessment needed: {because}")


def decision(page: Page) -> Iterable[tuple[str, str]]:
    """Yield what was decided, label and text."""
    whole = page.whole
    found = whole.dossier.decision
    if whole.dossier.cancelled:
        yield say(page, "Inställt", "Cancelled"), short(whole.dossier.cancelled.because, 110)
    if found is None:
        yield say(page, "Gruppen", "The group"), _undecided(page)
        return
    yield (
        say(page, "Gruppen", "The group"),
        f"{view_said(page, found.group_view)}, {found.given.at.astimezone(LOCAL):%Y-%m-%d}",
    )
    if whole.dossier.reconsider and whole.dossier.asks_for_new_decision:
        yield (
            say(page, "Omprövas", "Reconsider"),
            say(page, "En risk har höjts sedan beslutet: ", "A risk was lifted since: ")
            + ", ".join(whole.dossier.reconsider.risks),
        )
    yield (
        say(page, "Handläggare", "Officer"),
        short(whole.name_of(found.officer), 30)
        + (f": {view_said(page, found.officer_view)}" if found.officer_view else ""),
    )
    for number, condition in enumerate(found.conditions[:MOST], 1):
        yield say(page, f"Villkor {number}", f"Condition {number}"), short(condition, 115)
    if len(found.conditions) > MOST:
        yield "", _rest(page, len(found.conditions) - MOST, say(page, "Beslut", "Decisions"))
    if found.motive:
        yield say(page, "Motivering", "Reason"), short(found.motive, 138)


def _rest(page: Page, count: int, where: str) -> str:
    return say(page, f"… och {count} till, se bladet {where}", f"… and {count} more, see the sheet {where}")


def risks(page: Page) -> list[Row]:
    """Return the worst risks that stand."""
    standing = page.whole.dossier.standing_risks
    rows = [_risk(page, one) for one in standing[:MOST]]
    return _with_rest(page, rows, len(standing), say(page, "Risker", "Risks")) or [
        _nothing(say(page, "Inga risker är väckta.", "No risks are raised."))
    ]


def _risk(page: Page, risk: Risk) -> Row:
    placed = page.placed(risk.residual)
    kind = f"{say(page, 'Hot', 'Threat')}: " if risk.axis == "threat" else ""
    text = kind + short(risk.says(page.language), 66 - len(kind))
    if risk.state == "proposed":
        said = short(risk.says(page.language), 52 - len(kind))
        text = f"{kind}{said} ({say(page, 'inte bedömd', 'not judged')})"
    return (risk.id, text, placed.shown if placed else "", placed.level if placed else "")


def actions(page: Page) -> list[Row]:
    """Return the open actions, the soonest due first."""
    whole = page.whole
    still = [one for one in soonest_first(page) if one.status not in CLOSED]
    rows: list[Row] = []
    for one in still[:MOST]:
        owner = whole.name_of(one.owner) if one.owner else say(page, "ingen ansvarig", "no owner")
        due = one.due_on(whole.dossier.event.first_day)
        overdue = one.is_overdue(whole.dossier.event.first_day, whole.as_of.date())
        late = status_said(page, one).rsplit(", ", 1)[-1] if overdue else ""
        when = " ".join(filter(None, (str(due) if due else "", late)))
        rows.append((one.id, f"{short(one.do, 44)} ({short(owner, 22)})", when, ""))
    return _with_rest(page, rows, len(still), say(page, "Åtgärder", "Actions")) or [
        _nothing(say(page, "Inga öppna åtgärder.", "No open actions."))
    ]


def unanswered(page: Page) -> list[Row]:
    """Return the areas with the most questions left, and how many areas are not here."""
    reading = page.whole.reading
    left = [(area, one) for area, one in reading.progress.items() if one.left]
    rows = [
        _aside(
            short(page.area_title(area), 44),
            say(page, f"{one.left} av {one.asked}", f"{one.left} of {one.asked}"),
        )
        for area, one in sorted(left, key=lambda each: -each[1].left)[:MOST]
    ]
    rows = _with_rest(page, rows, len(left), say(page, "Checklistor", "Checklists"))
    gone = len(reading.not_installed)
    if gone:
        rows.append(
            _aside(
                say(page, "Riskområden som inte är installerade", "Areas that are not installed"), str(gone)
            )
        )
    return rows or [_nothing(say(page, "Alla frågor är besvarade.", "Every question is answered."))]


def lessons(page: Page) -> list[Row]:
    """Return the lessons that wait for an answer."""
    waiting: tuple[Lesson, ...] = page.whole.reading.lessons_waiting
    rows: list[Row] = [("", short(one.text, 76), "", "") for one in waiting[:MOST]]
    return _with_rest(page, rows, len(waiting), say(page, "Lärdomar", "Lessons")) or [
        _nothing(say(page, "Inga lärdomar väntar.", "No lessons wait."))
    ]


def to_look_over(page: Page) -> list[Row]:
    """Return what there is to look over, worst first: a row a rule."""
    groups = page.whole.review.groups
    rows = [_group(page, one) for one in groups[:MOST]]
    left = len(groups) - len(rows)
    if left:
        rows.append(
            _nothing(
                say(
                    page,
                    f"… och {left} till, se Granskning i appen",
                    f"… and {left} more, see Review in the app",
                )
            )
        )
    return rows or [_nothing(say(page, "Inget att se över.", "Nothing to look over."))]


def _group(page: Page, group: Group) -> Row:
    word = page.say(capital(FINDINGS[group.severity]))
    if len(group.findings) > 1:
        return ("", f"{page.say(group.title)} ({len(group.findings)})", word, "")
    (only,) = group.findings
    place, says = only.at[0], page.say(only.says)
    number = place.id if place.kind in ("risk", "action") and place.id else ""
    return ("" if says.startswith(number) else number, short(says, 138), word, "")


def _aside(text: str, aside: str) -> Row:
    return ("", text, aside, "")


def _nothing(text: str) -> Row:
    return ("", text, "", "")


def _with_rest(page: Page, rows: list[Row], count: int, where: str) -> list[Row]:
    return [*rows, _nothing(_rest(page, count - len(rows), where))] if count > len(rows) else rows
