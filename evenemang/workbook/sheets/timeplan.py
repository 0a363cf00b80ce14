"""Tidplan: permits, duties and actions by day, and under them what is noted of each permit."""

from __future__ import annotations

from evenemang.domain.event import LOCAL
from evenemang.domain.permit import Permit, PermitNotNeeded
from evenemang.domain.text import Text
from evenemang.flow.permitting import PermitLine, Ruled, last_day
from evenemang.flow.plan_words import (
    FORMS,
    lead_said,
    lead_source_said,
    reasons_said,
    relative_day,
    source_said,
)
from evenemang.flow.reading import facts_of
from evenemang.flow.timeplan import Milestone, time_plan
from evenemang.flow.words import capital
from evenemang.workbook.cells import Said
from evenemang.workbook.layout import Column, Page, Sheet, Table, coded, column, is_worked_on, open_to, shown
from evenemang.workbook.words import PERMITS

COVERS = Text(sv="Täcker också", en="Also covers")
ACTION = Text(sv="Åtgärd", en="Action")
OUTSIDE = Text(sv="Tillagt av gruppen", en="Added by the group")
LATE = Text(sv="{state}, för sent {days} d", en="{state}, late {days} d")
OF_RISK = Text(sv="Mot risken {risk}", en="Against the risk {risk}")


def _plan(page: Page) -> list[Milestone]:
    """Return what a reader must know of; permits are no secret, so they stand in the ordinary workbook."""
    whole = page.whole
    facts = facts_of(whole.dossier, whole.content)
    plan = time_plan(whole.dossier, whole.content, facts, whole.as_of.astimezone(LOCAL).date())
    return [one for one in plan.milestones if one.action or not page.secret]


def _what(page: Page, one: Milestone) -> str:
    return page.say(one.what) if isinstance(one.what, Text) else one.what


def _form(page: Page, one: Milestone) -> str:
    if one.action:
        return page.say(ACTION)
    ruled = one.line.ruled if one.line else None
    return page.say(capital(FORMS[ruled.rule.form])) if ruled else page.say(OUTSIDE)


def _state(page: Page, one: Milestone) -> str:
    state = page.say(capital(one.state))
    return page.say(LATE).format(state=state, days=one.late) if one.late else state


def _rule(_page: Page, one: Milestone) -> str | None:
    ruled = one.line.ruled if one.line else None
    return ruled.rule.rule if ruled else None


def _decides(page: Page, one: Milestone) -> str | None:
    ruled = one.line.ruled if one.line else None
    return page.say(ruled.rule.decided_by) if ruled else None


def _owner(page: Page, one: Milestone) -> str | None:
    return page.whole.name_of(one.action.owner) if one.action and one.action.owner else None


def _why(page: Page, one: Milestone) -> str | None:
    if one.line:
        return reasons_said(one.line, page.whole.content, page.language)
    risk = one.action.risk if one.action else None
    return page.say(OF_RISK).format(risk=risk) if risk else None


def _source(page: Page, one: Milestone) -> str | None:
    return _time_and_source(page, one.line) if one.line else None


def _time_and_source(page: Page, line: PermitLine) -> str | None:
    if line.ruled is None:
        return None
    lead = line.ruled.lead
    if lead is None:
        return source_said(line.ruled.file.source(line.ruled.rule.source[0]), page.language)
    time, source = lead_said(lead, page.language), lead_source_said(line.ruled, lead, page.language)
    return f"{time}. {source}"


def _days(_page: Page, one: Milestone) -> str | None:
    return relative_day(one.days) if one.days is not None else None


def _rule_of(page: Page, permit_id: str) -> Ruled | None:
    rules = (Ruled(rule, file) for file in page.whole.content.permits for rule in file.items)
    return next((one for one in rules if one.rule.id == permit_id), None)


def _last_day(page: Page, permit: Permit) -> object:
    ruled, first = _rule_of(page, permit.permit), page.whole.dossier.event.first_day
    return last_day(first, ruled.lead if ruled else None)


def _covers(page: Page, permit: Permit) -> Said:
    titles = ((_rule_of(page, one), one) for one in permit.covers)
    words = ", ".join(page.say(ruled.rule.title) if ruled else one for ruled, one in titles)
    return Said(permit.covers, words or None)


def _kept_rule(page: Page, permit: Permit) -> str | None:
    ruled = _rule_of(page, permit.permit)
    return ruled.rule.rule if ruled else None


def _spared_title(page: Page, spared: PermitNotNeeded) -> str:
    ruled = _rule_of(page, spared.permit)
    return page.say(ruled.rule.title) if ruled else spared.permit


SPARE = 3  # rows for permits that the group adds

TIME_PLAN = Sheet(
    "timeplan",
    Text(sv="Tidplan", en="Time plan"),
    Text(
        sv="Kalenderdagar från evenemangets första dag, T−60 är 60 dagar före. För tillstånd är dagen den "
        "sista att lämna in. Den övre tabellen är uträknad; under den står vad som är antecknat.",
        en="Calendar days from the event's first day, T−60 is 60 days before. For permits the day is the "
        "last to file. The upper table is worked out; what is noted stands under it.",
    ),
    (
        Table(
            "timeplan",
            Text(sv="Tidplan", en="Time plan"),
            (
                shown("day", "Senast", "By", 11, lambda _page, one: one.day, "day"),
                shown("days", "Från start", "From start", 10, _days),
                shown("what", "Vad", "What", 30, _what),
                shown("state", "Läge", "State", 18, _state),
                shown("why", "Därför", "Because", 32, _why),
                shown("form", "Slag", "Kind", 13, _form),
                shown("decides", "Beslutar", "Decides", 20, _decides),
                shown("owner", "Ansvarig", "Owner", 20, _owner),
                shown("rule", "Regel", "Rule", 20, _rule),
                shown("source", "Tid, källa och säkerhet", "Time, source and how sure", 34, _source),
            ),
            _plan,
            Text(sv="Inget att göra enligt uppgifterna än.", en="Nothing to do by the facts yet."),
        ),
        Table(
            "permits",
            Text(sv="Antecknat om tillstånd och skyldigheter", en="Noted of permits and duties"),
            (
                open_to(column("filed", "Inlämnat", "Filed", 11, "day")),
                open_to(column("decided", "Beslutat", "Decided", 10, "day")),
                open_to(column("what", "Vad", "What", 30)),
                open_to(column("outcome", "Läge", "Outcome", 18, "coded", PERMITS)),
                open_to(column("conditions", "Villkor", "Conditions", 32, "list")),
                Column("covers", COVERS, 13, "value", pick=_covers),
                open_to(column("added_because", "Tillagt, därför att", "Added, because", 20)),
                shown("last-day", "Sista dag", "Last day", 20, _last_day, "day"),
                shown("rule", "Regel", "Rule", 20, _kept_rule),
                open_to(column("note", "Anteckning", "Note", 34)),
                coded("permit"),
            ),
            lambda page: page.whole.dossier.permits,
            spare=SPARE,
            opens=is_worked_on,
        ),
        Table(
            "permits-not-needed",
            Text(sv="Behövs inte", en="Not needed"),
            (
                shown(
                    "day", "Dag", "Day", 11, lambda _page, one: one.given.at.astimezone(LOCAL).date(), "day"
                ),
                column("given.by", "Vem", "By", 10, "person"),
                shown("title", "Vad", "What", 30, _spared_title),
                column("given.at", "När", "When", 18, "moment"),
                open_to(column("because", "Därför att", "Because", 32)),
                coded("permit"),
            ),
            lambda page: page.whole.dossier.permits_not_needed,
        ),
    ),
)
