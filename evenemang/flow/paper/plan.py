"""Permits and the time plan: what is to be filed or done, by when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evenemang.domain.action import Action
from evenemang.flow.paper.parts import Block, Teller, listed, rows
from evenemang.flow.permitting import PermitLine, is_over
from evenemang.flow.plan_words import FORMS
from evenemang.flow.timeplan import permit_state
from evenemang.flow.words import ACTION_STATUSES

SHOWN = ("to-do", "not-known", "kept", "spared")


def permits(tell: Teller) -> tuple[Block, ...]:
    """Return the permits and duties, the soonest first."""
    heads = (
        tell.say("Senast", "By"),
        tell.say("Vad", "What"),
        tell.say("Läge", "State"),
        tell.say("Beslutar", "Decides"),
        tell.say("Inlämnat", "Filed"),
        tell.say("Beslutat", "Decided"),
        tell.say("Villkor, skäl och anteckning", "Conditions, reasons and notes"),
    )
    found = sorted(
        (one for one in tell.permits if one.standing in SHOWN),
        key=lambda one: (one.last_day or date.max, one.id),
    )
    return rows(heads, (2.3, 4.4, 2.4, 3.8, 2.2, 2.2, 4), (_permit(tell, one) for one in found))


def _permit(tell: Teller, line: PermitLine) -> tuple[str, ...]:
    kept = line.kept if line.standing == "kept" else None
    because = line.spared.because if line.standing == "spared" and line.spared else ""
    notes = (*kept.conditions, kept.added_because, kept.note) if kept else (because,)
    rule = line.ruled.rule if line.ruled else None
    over = is_over(tell.whole.dossier, tell.today)
    state = tell.word(permit_state(line, over=over))
    late = tell.say(f", {line.late}\u00a0d för sent", f", {line.late}\u00a0d late") if line.late else ""
    form = tell.word(FORMS[rule.form]) if rule else tell.say("Tillagt av gruppen", "Added by the group")
    return (
        str(line.last_day or ""),
        f"{tell.text(line.title)}\n({form.lower()})",
        state + late,
        tell.text(rule.decided_by) if rule else "",
        str((kept and kept.filed) or ""),
        str((kept and kept.decided) or ""),
        listed(one for one in notes if one.strip() and one != "–"),
    )


def time_plan(tell: Teller) -> Iterator[Block]:
    """Yield what has a day of its own, the soonest first: permits and duties that are needed, and actions."""
    first = tell.whole.dossier.event.first_day
    over = is_over(tell.whole.dossier, tell.today)
    dated = [
        (one.last_day, tell.text(one.title), "", tell.word(permit_state(one, over=over)))
        for one in tell.permits
        if one.last_day and one.standing in ("to-do", "kept")
    ]
    dated += [
        (due, f"{one.id} {one.do}", tell.person(one.owner), tell.word(ACTION_STATUSES[one.status]))
        for one in tell.whole.dossier.actions
        if one.status != "dropped" and (due := _due(one, first))
    ]
    heads = (
        tell.say("Senast", "By"),
        tell.say("Vad", "What"),
        tell.say("Ansvarig", "Owner"),
        tell.say("Läge", "State"),
    )
    ordered = sorted(dated, key=lambda one: one[0])
    yield from rows(heads, (2, 8, 3, 2.4), ((str(day), *rest) for day, *rest in ordered))


def _due(action: Action, first: date | None) -> date | None:
    return action.due_on(first)
