"""One permit or duty in the list: its state, its last day, why it is needed, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.permitting import PermitLine, Ruled
from evenemang.flow.plan_words import FORMS, lead_said, lead_source_said, reasons_said, source_said
from evenemang.flow.saying import day
from evenemang.flow.words import capital
from evenemang.pages.allowed import takes
from evenemang.pages.attached import beside
from evenemang.pages.desk import Desk
from evenemang.pages.permits import form
from evenemang.pages.permits.words import DECIDED, FILED, SEEN_TO, badges, by_when, what_now
from evenemang.pages.showing import escaped, plain

NOTE_IT = Text(sv="Anteckna", en="Note")
CHANGE = Text(sv="Ändra", en="Change")
SPARE = Text(sv="Behövs inte", en="Not needed")
MORE = Text(sv="Vad som krävs, och varifrån tiden kommer", en="What it takes, and where the time comes from")
DECIDES = Text(sv="Beslutar: {who}", en="Decides: {who}")
TO = Text(sv="Lämnas till: {where}", en="Filed with: {where}")
ATTACH = Text(sv="Bifoga: {what}", en="Attach: {what}")
RULE = Text(sv="Regel: {rule}", en="Rule: {rule}")
TIME = Text(sv="Tid: {lead}. {source}.", en="Time: {lead}. {source}.")
SOURCE = Text(sv="Källa: {source}.", en="Source: {source}.")
WHY = Text(sv="Därför: {facts}", en="Because: {facts}")
OWN = Text(sv="Tillagt av gruppen, utanför reglerna", en="Added by the group, outside the rules")


def show(desk: Desk, line: PermitLine, today: date, *, over: bool) -> None:
    """Show a row with what can be done about it."""
    with st.container(key=f"post-tillstand-{line.id}", gap="xsmall"):
        st.markdown(f"**{escaped(desk.say(line.title))}** {badges(desk, line, over=over)}")
        st.caption(_when_and_who(desk, line, today))
        now = what_now(desk, line, today)
        if now:
            st.markdown(f":small[{now}]")
        why = reasons_said(line, desk.content, desk.language)
        if why:
            open_yet = line.standing == "not-known"
            st.caption(escaped(why) if open_yet else desk.say(WHY).format(facts=escaped(why)))
        _what_was_said(desk, line)
        beside.show(desk, f"permits/{line.id}")
        if line.ruled:
            with st.expander(desk.say(MORE)):
                st.markdown("  \n".join(escaped(one) for one in _takes(desk, line.ruled)))
        _buttons(desk, line)


def _when_and_who(desk: Desk, line: PermitLine, today: date) -> str:
    if line.ruled is None:
        return desk.say(OWN)
    kind = desk.say(capital(FORMS[line.ruled.rule.form]))
    return " · ".join([kind, by_when(desk, line, today), escaped(desk.say(line.ruled.rule.decided_by))])


def _what_was_said(desk: Desk, line: PermitLine) -> None:
    kept = line.kept if line.standing == "kept" else None
    if kept is None:
        return
    parts = [
        _on(desk, SEEN_TO if line.is_duty else FILED, kept.filed),
        _on(desk, DECIDED, kept.decided),
        *(escaped(one) for one in kept.conditions),
        escaped(kept.added_because),
        escaped(kept.note),
    ]
    said = " · ".join(part for part in parts if part)
    if said:
        st.markdown(f":small[{said}]")


def _on(desk: Desk, text: Text, on: date | None) -> str:
    return desk.say(capital(text)).format(day=day(on, desk.language)) if on else ""


def _takes(desk: Desk, ruled: Ruled) -> Iterator[str]:
    rule, language = ruled.rule, desk.language
    yield desk.say(rule.note)
    yield desk.say(RULE).format(rule=rule.rule)
    yield desk.say(DECIDES).format(who=desk.say(rule.decided_by))
    yield desk.say(TO).format(where=desk.say(rule.apply_to))
    if rule.attach:
        yield desk.say(ATTACH).format(what="; ".join(desk.say(one) for one in rule.attach))
    for lead in rule.lead_time:
        yield desk.say(TIME).format(
            lead=lead_said(lead, language), source=lead_source_said(ruled, lead, language)
        )
    for source in rule.source:
        yield desk.say(SOURCE).format(source=source_said(ruled.file.source(source), language))


def _buttons(desk: Desk, line: PermitLine) -> None:
    with st.container(horizontal=True):
        _note(desk, line)
        by_rule = line.ruled is not None and not line.ruled.rule.holds_always
        if by_rule and (line.waits or line.standing == "not-known"):
            _spare(desk, line)
        if line.standing == "kept":
            beside.button(desk, f"permits/{line.id}", plain(desk.say(line.title)))


@takes("keep-permit")
def _note(desk: Desk, line: PermitLine) -> None:
    label = CHANGE if line.standing == "kept" else NOTE_IT
    if st.button(desk.say(label), key=f"anteckna-{line.id}"):
        form.keep(desk, line)


@takes("permit-is-not-needed")
def _spare(desk: Desk, line: PermitLine) -> None:
    if st.button(desk.say(SPARE), key=f"behovs-inte-{line.id}", type="tertiary"):
        form.spare(desk, line)
