"""Gallring: what the rules say is to be removed now, and removing it, for administrators."""

from __future__ import annotations

from typing import Any

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.retention import RetentionRule
from evenemang.domain.text import Language, Text
from evenemang.flow.retention import words
from evenemang.flow.retention.planning import Due, Going, Preview
from evenemang.flow.saying import day
from evenemang.pages import refusing, ways
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House
from evenemang.pages.showing import escaped

TITLE = Text(sv="Gallring", en="Retention")
BACK = Text(sv="Tillbaka till inställningarna", en="Back to the settings")
WHAT = Text(
    sv="Här står vad som ska tas bort enligt kommunens regler. Inget tas bort av sig självt: en "
    "administratör gallrar, och historiken säger vem, när och efter vilken regel.",
    en="Here stands what is to be removed by the municipality's rules. Nothing goes by itself: an "
    "administrator removes it, and the history tells who, when and by which rule.",
)
NOT_YOURS = Text(
    sv="Gallring sköts av administratörer. Fråga {ask}.",
    en="Retention is looked after by administrators. Ask {ask}.",
)
NOW = Text(sv="Att gallra nu", en="To remove now")
WITHOUT_TIME = Text(sv="Regler utan tid", en="Rules without a time")
HOW = Text(
    sv="De tar inget bort. Tiden beslutas i dokumenthanteringsplanen och skrivs i {file} i datamappen.",
    en="They remove nothing. The time is decided in the plan of records and written in {file} in the data "
    "folder.",
)
MORE = Text(sv="och {count} till", en="and {count} more")
NOTHING_HERE = Text(sv="Inget just nu.", en="Nothing just now.")
BACKUPS = Text(sv="Säkerhetskopior och kopior", en="Backups and copies")
SEEN = Text(
    sv="Jag har läst vad som tas bort. Det går inte att få tillbaka.",
    en="I have read what is removed. It cannot be brought back.",
)
REMOVE = Text(sv="Gallra", en="Remove")
WORKING = Text(sv="Gallrar och skriver om arbetsböckerna …", en="Removing, and writing the workbooks anew …")
JUST_DONE, SURE = "gallring-klar", "gallring-last"
SHOWN = 25  # records of one rule
FILE = "retention/rules.yaml"


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page."""
    st.page_link(ways.page("installningar"), label=BACK.say(language), icon=":material/arrow_back:")
    st.title(TITLE.say(language), anchor=False)
    if not house.may(actor, "remove-by-rule"):
        ask = house.admission.rules.ask.say(language) if house.admission else ""
        st.info(escaped(NOT_YOURS.say(language).format(ask=ask)))
        return
    st.write(WHAT.say(language))
    done = st.session_state.pop(JUST_DONE, None)
    if done:
        _done(done, language)
    try:
        found: Preview = house.retaining.preview(actor or Actor(name="-"))
    except EvenemangError as refused:
        refusing.tell(refused, language, "preview-retention")
        return
    if found.unfinished:
        st.warning(words.UNFINISHED.say(language), icon=":material/warning:")
    _now(house, found, language, actor)
    if found.without_time:
        st.header(WITHOUT_TIME.say(language), anchor=False)
        st.write(HOW.say(language).format(file=f"`{FILE}`"))
        for rule in found.without_time:
            _rule(rule, language)
    rules = (*(one.rule for one in found.due), *found.without_time)
    st.caption(escaped(words.sources_said(rules, found.sources, language)))


def _now(house: House, found: Preview, language: Language, actor: Actor | None) -> None:
    st.header(NOW.say(language), anchor=False)
    if not found.due:
        st.write(words.NO_TIMES.say(language))
    for due in found.due:
        _rule(due.rule, language, due)
    if found.removes or found.unfinished:
        _backups(house.retaining.backups(), language)
        st.fragment(_confirm)(house, language, actor)


def _rule(rule: RetentionRule, language: Language, due: Due | None = None) -> None:
    with st.container(border=True, key=f"gallring-{rule.id}", gap="xsmall"):
        st.subheader(escaped(rule.title.say(language)), anchor=False)
        decided = f" · {escaped(rule.decided)}" if rule.decided else ""
        timed = words.timed(rule, language)
        st.markdown(f"{timed[0].upper()}{timed[1:]}{decided}")
        about = [rule.basis.say(language), rule.note.say(language) if rule.note else ""]
        st.caption(escaped(" ".join(about)))
        if due is None:
            return
        if not due.going:
            st.markdown(NOTHING_HERE.say(language))
        lines = [_line(one, language) for one in due.going[:SHOWN]]
        if len(due.going) > SHOWN:
            lines.append(MORE.say(language).format(count=len(due.going) - SHOWN))
        st.markdown("\n".join(f"- {one}" for one in lines))


def _line(one: Going, language: Language) -> str:
    called = " ".join(one.called.split())
    return f"**{escaped(called)}**, {day(one.day, language)}: {words.amounts(one, language)}"


def _backups(found: Any, language: Language) -> None:
    st.subheader(BACKUPS.say(language), anchor=False)
    if found.count:
        count = words.number("backups", found.count, language)
        told = words.IN_BACKUPS.say(language)
        oldest = day(found.oldest, language)
        st.write(escaped(told.format(count=count, folder=found.folder, oldest=oldest)))
        st.write((words.NIGHTLY if found.nights else words.BY_HAND).say(language).format(nights=found.nights))
    st.write(words.ELSEWHERE.say(language))


def _confirm(house: House, language: Language, actor: Actor | None) -> None:
    if actor is None:
        st.info(SAY_WHO.say(language))
        return
    sure = st.checkbox(SEEN.say(language), key=SURE)
    if st.button(REMOVE.say(language), key="gallra-nu", type="primary", disabled=not sure):
        try:
            with st.spinner(WORKING.say(language)):
                st.session_state[JUST_DONE] = house.retaining.run(actor)
        except EvenemangError as refused:
            refusing.tell(refused, language, "remove-by-rule")
            return
        house.changed()
        st.session_state.pop(SURE, None)
        st.rerun()


def _done(done: Any, language: Language) -> None:
    if done.going:
        said = words.GONE.say(language).format(records=words.number("records", done.records, language))
        st.success(said, icon=":material/task_alt:")
    if done.unwritten:
        count = words.number("workbooks", done.unwritten, language)
        st.warning(words.NOT_WRITTEN.say(language).format(count=count), icon=":material/warning:")
    if not done.scrubbed:
        st.warning(words.NOT_SCRUBBED.say(language), icon=":material/warning:")
