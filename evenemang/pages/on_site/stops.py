"""Stop criteria of this event: what was read last, at what figures, from where, and who decides."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.counting import crowd
from evenemang.flow.on_site import NoteInLog
from evenemang.flow.stopping import Criterion, criteria
from evenemang.pages import foot
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.on_site import counting, stop_form, words
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.on_site.zones import places_of
from evenemang.pages.people import people_of
from evenemang.pages.showing import clock, escaped
from evenemang.pages.walk.words import figure, unit_words

TITLE = Text(sv="Stoppkriterier", en="Stop criteria")
REACHED = Text(sv="Stopp: {what}", en="Stop: {what}")
NONE = Text(
    sv="Inga stoppkriterier än. Lägg till evenemangets egna.",
    en="No stop criteria yet. Add those of the event itself.",
)
NOT_READ = Text(sv="Inte avläst", en="Not read")
READ = Text(sv="{value} klockan {when}", en="{value} at {when}")
WATCH_AT = Text(sv="bevaka vid {watch}", en="watch at {watch}")
STOP_AT = Text(sv="stopp vid {stop}", en="stop at {stop}")
STOP_BELOW = Text(sv="stopp vid {stop} eller mindre", en="stop at {stop} or less")
STOP_WHEN = Text(sv="stopp när: {when}", en="stop when: {when}")
DO = Text(sv="Gör så här: {what}", en="Do this: {what}")
SOURCE = Text(sv="Källa: {source}", en="Source: {source}")
INSTEAD = Text(
    sv="I stället för checklistans {stop}.",
    en="Instead of the checklist's {stop}.",
)
ASK = Text(sv="Begär stopp {clock}", en="Ask for a stop {clock}")
WHAT = Text(sv="Vad gäller det?", en="What is it about?")
OTHER = Text(sv="Annat", en="Other")
ASKED = Text(sv="Stopp begärt: {what}", en="Stop asked for: {what}")
ASKED_SAID = Text(
    sv="Begäran står i dagboken. Ring nu den som beslutar: {who}.",
    en="The request stands in the day log. Phone whoever decides now: {who}.",
)
WHOEVER = Text(sv="ledningen för evenemanget", en="those in charge of the event")
CHOOSE = Text(sv="Välj först vad det gäller.", en="First choose what it is about.")
FRAGMENT, SAID = "stopp", "stopp-begart"
NO_STOP = "annat"


def show(desk: Desk) -> None:
    """Show the criteria; they follow what is read and counted."""
    st.fragment(_stops, key=FRAGMENT)(desk)


def _stops(desk: Desk) -> None:
    desk = fresh(desk)
    foot.tell(FRAGMENT)
    found = criteria(desk.dossier, desk.content, desk.reading, desk.house.workspace.now())
    st.header(_heading(desk, found), anchor=False)
    _ask(desk, found)
    if not found and not desk.dossier.counters:
        st.caption(desk.say(NONE))
    with st.container(border=True, key="lista-stopp"):
        _counters(desk)
        for one in found:
            with st.container(key=f"rad-stopp-{one.id}", gap="xsmall"):
                _row(desk, one)
    stop_form.new(desk)


def _heading(desk: Desk, found: tuple[Criterion, ...]) -> str:
    """Return what stands out: the criteria that are reached, else what the list is."""
    places, now = places_of(desk), desk.house.workspace.now()
    crowds = [crowd(desk.dossier, one, places, now) for one in desk.dossier.counters]
    reached = [
        *(one.counter.name for one in crowds if one.standing == "stop"),
        *(desk.say(one.title) for one in found if one.standing == "stop"),
    ]
    return desk.say(REACHED).format(what=escaped(", ".join(reached))) if reached else desk.say(TITLE)


def _counters(desk: Desk) -> None:
    places, now = places_of(desk), desk.house.workspace.now()
    for one in desk.dossier.counters:
        with st.container(key=f"rad-stopp-{one.id}", gap="xsmall"):
            st.markdown(counting.line(desk, crowd(desk.dossier, one, places, now)))
            _decides(desk, one.decides)


def _row(desk: Desk, one: Criterion) -> None:
    badge = f" {counting.badge(desk, one.standing)}" if one.standing else ""
    st.markdown(f"**{escaped(desk.say(one.title))}**{badge}")
    st.markdown(" · ".join(escaped(part) for part in _limits(desk, one)))
    if one.instead is not None:
        st.markdown(f":violet[{escaped(desk.say(INSTEAD).format(stop=measured(desk, one, one.instead)))}]")
    _decides(desk, one.decides)
    if desk.say(one.do):
        st.caption(escaped(desk.say(DO).format(what=desk.say(one.do))))
    if one.sources:
        source = "; ".join(desk.say(each) for each in one.sources)
        st.caption(escaped(desk.say(SOURCE).format(source=source)))
    stop_form.show(desk, one)


def _limits(desk: Desk, one: Criterion) -> Iterator[str]:
    yield _read(desk, one)
    if one.watch is not None:
        yield desk.say(WATCH_AT).format(watch=measured(desk, one, one.watch))
    if one.stop is not None:
        form = STOP_BELOW if one.below else STOP_AT
        yield desk.say(form).format(stop=measured(desk, one, one.stop))
    if one.when:
        yield desk.say(STOP_WHEN).format(when=one.when)


def _read(desk: Desk, one: Criterion) -> str:
    if one.last is None or one.last.value is None:
        return desk.say(NOT_READ)
    when = words.moment_short(one.last.when, desk.house.workspace.now(), desk.language)
    return desk.say(READ).format(value=measured(desk, one, one.last.value), when=when)


def measured(desk: Desk, one: Criterion, value: float) -> str:
    """Return a figure of a criterion with its unit."""
    return f"{figure(value, desk.language)}\u00a0{unit_words(one.unit, desk.language)}".strip()


def _decides(desk: Desk, decides: str | None) -> None:
    if decides:
        who = people_of(desk.house).say_owner(decides, desk.actor, desk.language)
        st.markdown(f"{desk.say(words.DECIDES)}: {escaped(who)}")
    else:
        st.markdown(f":violet[{desk.say(words.NOBODY_DECIDES)}]")


@takes("note-in-log")
def _ask(desk: Desk, found: tuple[Criterion, ...]) -> None:
    names = {
        **{one.id: one.name for one in desk.dossier.counters},
        **{one.id: desk.say(one.title) for one in found},
        NO_STOP: desk.say(OTHER),
    }
    key = turn(f"stopp-{desk.dossier.id}")
    st.pills(
        desk.say(WHAT),
        list(names),
        format_func=lambda one: escaped(names[one]),
        key=key,
        on_change="ignore",
    )
    said = st.session_state.pop(SAID, None)
    with st.bottom, st.container(key="plats-fot"):
        if said:
            st.success(escaped(said), icon=":material/call:")
        st.button(
            desk.say(ASK).format(clock=clock(desk.house.workspace.now())),
            key="begar-stopp",
            type="primary",
            icon=":material/pan_tool:",
            width="stretch",
            on_click=_asked,
            args=(desk, found, names, key),
        )


def _asked(desk: Desk, found: tuple[Criterion, ...], names: dict[str, str], key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen is None:
        st.session_state["refused"] = (False, desk.say(CHOOSE))
    elif desk.do(
        NoteInLog(what=desk.say(ASKED).format(what=names[chosen]), stop=None if chosen == NO_STOP else chosen)
    ):
        st.session_state[SAID] = desk.say(ASKED_SAID).format(who=_who(desk, found, chosen))
        next_turn(f"stopp-{desk.dossier.id}")
    st.rerun([FRAGMENT])


def _who(desk: Desk, found: tuple[Criterion, ...], chosen: str) -> str:
    each = {
        **{one.id: one.decides for one in found},
        **{one.id: one.decides for one in desk.dossier.counters},
    }
    decides = each.get(chosen)
    return people_of(desk.house).say(decides) if decides else desk.say(WHOEVER)
