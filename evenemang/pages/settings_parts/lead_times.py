"""Lokala tider: how long before an event each permit must be in here, and what that overrides."""

from __future__ import annotations

from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.permit_rule import PermitRule
from evenemang.domain.setting import LEAD_TIME, NO_NAME, OwnLeadTime
from evenemang.domain.text import Text
from evenemang.flow.permitting import Ruled
from evenemang.flow.plan_words import lead_said, lead_source_said
from evenemang.flow.settings.changing import drop_lead_time, put_back, set_lead_time
from evenemang.flow.settings.standing import unfit
from evenemang.flow.settings.words import called
from evenemang.pages.settings_parts import sourcing, trail
from evenemang.pages.settings_parts.office import SAVE, Office, opened, save
from evenemang.pages.showing import escaped

TITLE = Text(sv="Lokala tider för tillstånd och skyldigheter", en="Local times for permits and duties")
ABOUT = Text(
    sv="Kalenderdagar före evenemangets första dag. En lokal tid går före den rekommenderade, men är aldrig "
    "kortare än lagens. Tidplaner och arbetsböcker för kommande evenemang räknas om när en tid ändras.",
    en="Calendar days before the event's first day. A local time goes before the recommended one, but is "
    "never shorter than the law's. Time plans and workbooks of events to come follow when a time changes.",
)
FIRST_NAME = Text(sv="Ange namnet under Kommunen.", en="Give the name under The municipality.")
GONE = Text(
    sv="Den lokala tiden för ”{what}” räknas inte: {why}",
    en="The local time for “{what}” does not count: {why}",
)
NO_TIME = Text(sv="Ingen tid i det som är installerat.", en="No time in what is installed.")
SOURCE = Text(sv="Källa: {source}", en="Source: {source}")
SET_OWN = Text(sv="Ange lokal tid: {name}", en="Set a local time: {name}")
CHANGE_OWN = Text(sv="Ändra lokal tid: {name}", en="Change the local time: {name}")
DROP = Text(sv="Ta bort lokal tid: {name}", en="Take away the local time: {name}")
OWN = Text(sv="egen tid", en="own time")
DAYS = Text(sv="Kalenderdagar före evenemangets första dag", en="Calendar days before the event's first day")
AT_LEAST = Text(sv="Lagens tid: minst {days} dagar.", en="The law's time: at least {days} days.")
HOW_MANY = Text(sv="Skriv hur många dagar.", en="Write how many days.")


def show(office: Office) -> None:
    """Show every permit with the time that counts, those with an own time first."""
    st.header(office.say(TITLE), anchor=False)
    st.caption(office.say(ABOUT))
    settings = office.content.settings
    if settings.name is None:
        st.info(office.say(NO_NAME) + " " + office.say(FIRST_NAME))
    _unfit(office)
    ruled = [Ruled(rule, file) for file in office.content.permits for rule in file.items]
    for one in sorted(ruled, key=lambda each: settings.lead_time(each.rule.id) is None):
        with st.container(border=True, key=f"tid-{one.rule.id}"):
            _permit(office, one, settings.lead_time(one.rule.id))


def _unfit(office: Office) -> None:
    for setting, why in unfit(office.workspace):
        if setting.startswith(f"{LEAD_TIME}."):
            what = office.say(called(office.content, setting))
            st.warning(escaped(office.say(GONE).format(what=what, why=office.say(why))))


def _permit(office: Office, ruled: Ruled, own: OwnLeadTime | None) -> None:
    rule, lead = ruled.rule, ruled.lead
    name = office.say(rule.title)
    badge = f" :blue-badge[{office.say(OWN)}]" if own else ""
    st.markdown(f"**{escaped(name)}**{badge}")
    if lead is None:
        st.caption(office.say(NO_TIME))
    else:
        source = office.say(SOURCE).format(source=lead_source_said(ruled, lead, office.language))
        st.caption(f"{escaped(lead_said(lead, office.language))}. {escaped(source)}")
    setting = f"{LEAD_TIME}.{rule.id}"
    may = office.may("set-lead-time")
    if may and office.content.settings.name:
        seen = office.version("setting", setting)
        with st.container(horizontal=True):
            label = escaped(office.say(CHANGE_OWN if own else SET_OWN).format(name=name))
            if st.button(label, key=f"satt-tid-{rule.id}", type="tertiary"):
                opened(setting)
                st.dialog(label)(_form)(office, rule, own, seen)
            if own and st.button(
                escaped(office.say(DROP).format(name=name)), key=f"slopa-tid-{rule.id}", type="tertiary"
            ):
                drop = partial(_drop, office, rule.id)
                save(office, f"slopa-{setting}", drop, kind="setting", record=setting, seen=seen)
    back = partial(_back, office, setting) if may else None
    trail.show(office, "setting", setting, back)


def _back(office: Office, setting: str, version: int, by: Actor, seen: int) -> object:  # a way back
    return put_back(office.workspace, setting, version, by, seen)


def _drop(office: Office, permit: str, by: Actor, seen: int) -> object:
    return drop_lead_time(office.workspace, permit, by, seen)


def _form(office: Office, rule: PermitRule, own: OwnLeadTime | None, seen: int) -> None:
    if rule.statutory:
        st.caption(office.say(AT_LEAST).format(days=rule.statutory.days))
    days = st.number_input(
        office.say(DAYS),
        min_value=1,
        max_value=1000,
        value=own.days if own else None,
        step=1,
        key=f"dagar-{rule.id}",
    )
    setting = f"{LEAD_TIME}.{rule.id}"
    source = sourcing.fields(office, setting, own.source if own else None)
    if not st.button(office.say(SAVE), key=f"spara-tid-{rule.id}", type="primary"):
        return
    if days is None:
        st.error(office.say(HOW_MANY))
    elif source is None:
        st.error(office.say(sourcing.MISSING))
    else:
        said = OwnLeadTime(permit=rule.id, days=int(days), source=source)

        def deed(by: Actor, last: int) -> object:
            return set_lead_time(office.workspace, said, by, last)

        save(office, setting, deed, kind="setting", record=setting, seen=seen)
