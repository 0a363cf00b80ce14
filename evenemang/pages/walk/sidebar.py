"""The areas with how far each has come, in the sidebar; choosing one goes there."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.saying import day
from evenemang.pages import live, said
from evenemang.pages.people import YOU
from evenemang.pages.showing import escaped
from evenemang.pages.walk import elsewhere, focus, saving
from evenemang.pages.walk.visit import ELSEWHERE, Visit, areas, go

AREAS = Text(sv="Riskområden", en="Areas of risk")
TOTAL = Text(sv="{answered} av {asked} frågor besvarade", en="{answered} of {asked} questions answered")
NOT_SHOWN = Text(sv="{count} av dem visas inte för dig.", en="{count} of them are not shown to you.")
COUNT = Text(sv="{answered} av {asked}", en="{answered} of {asked}")
DONE = Text(sv="{asked} av {asked} · klar", en="{asked} of {asked} · done")
NOT_BEGUN = Text(sv="Inte påbörjad", en="Not begun")
BAD = Text(sv="{count} nej", en="{count} no")
LESSONS = Text(sv="{count} {word} kräver svar", en="{count} {word} answer")
LESSON_ONE = Text(sv="lärdom", en="lesson needs an")
LESSON_MANY = Text(sv="lärdomar", en="lessons need an")
HANDED = Text(sv="{who}", en="{who}")
HANDED_BY = Text(sv="{who} till {day}", en="{who} by {day}")
STORED = Text(sv="{count} sparade svar", en="{count} stored answers")
HERE = Text(sv=":material/visibility: {who} är här", en=":material/visibility: {who} is here")
NOTHING_STORED = Text(sv="Inga sparade svar", en="No stored answers")
KEY = "omradesval"


def show(visit: Visit) -> None:
    """Show the list; it counts anew after each answer."""
    st.fragment(_list, key=saving.AREAS)(visit)


def _list(visit: Visit) -> None:
    visit = visit.now()
    desk, known = visit.desk, areas(visit.desk)
    total = desk.reading_of_whole.total
    hidden = total.asked - desk.reading.total.asked
    with said.saying(saving.AREAS, _words(visit), lambda: _words(visit.now())), st.sidebar:
        st.header(desk.say(AREAS), anchor=False)
        if total.asked:
            st.progress(
                total.answered / total.asked,
                text=desk.say(TOTAL).format(answered=total.answered, asked=total.asked),
            )
        if hidden:
            st.caption(desk.say(NOT_SHOWN).format(count=hidden))
        st.session_state[KEY] = visit.area
        st.radio(
            desk.say(AREAS),
            known,
            format_func=lambda one: title(visit, one),
            captions=[" · ".join([*_counts(visit, one), *_here(visit, one)]) for one in known],
            key=KEY,
            label_visibility="collapsed",
            on_change=_chosen,
        )


def _chosen() -> None:
    go(st.session_state[KEY])
    focus.aim_at_top()
    st.rerun()


def title(visit: Visit, area: str) -> str:
    """Return what an area is called in the list."""
    desk = visit.desk
    return desk.say(elsewhere.title(desk) if area == ELSEWHERE else desk.content.areas[area].title)


def _words(visit: Visit) -> object:
    """Return what the list hangs on, but for who is where: `live` holds that against what is heard."""
    desk = visit.desk
    shown = {area: _counts(visit, area) for area in areas(desk)}
    return desk.reading_of_whole.total, desk.reading.total, shown


def _counts(visit: Visit, area: str) -> list[str]:
    desk = visit.desk
    if area == ELSEWHERE:
        count = sum(len(one) for one in desk.not_asked_here.values())
        parts = [desk.say(STORED).format(count=count) if count else desk.say(NOTHING_STORED)]
    else:
        parts = [_progress(visit, area), *_bad(visit, area)]
    return [*parts, *_lessons(visit, area), *_handed(visit, area)]


def _here(visit: Visit, area: str) -> list[str]:
    who = [escaped(visit.who(one)) for one in live.there().get(area, ())]
    return [visit.desk.say(HERE).format(who=", ".join(who))] if who else []


def _progress(visit: Visit, area: str) -> str:
    found, say = visit.desk.reading.progress[area], visit.desk.say
    if not found.answered and found.asked:
        return say(NOT_BEGUN)
    form = DONE if found.left == 0 else COUNT
    return say(form).format(answered=found.answered, asked=found.asked)


def _bad(visit: Visit, area: str) -> list[str]:
    desk = visit.desk
    values = (desk.dossier.assessment.value(one.id) for one in desk.reading.asked[area] if one.is_planning)
    count = sum(value == "no" for value in values)
    return [desk.say(BAD).format(count=count)] if count else []


def _lessons(visit: Visit, area: str) -> list[str]:
    say, here = visit.desk.say, visit.desk.reading
    at = [one.stands_in for one in here.lessons_waiting]
    wanted = here.not_installed if area == ELSEWHERE else (area,)
    count = sum(one in wanted or (one is None and area == areas(visit.desk)[0]) for one in at)
    word = say(LESSON_ONE if count == 1 else LESSON_MANY)
    return [say(LESSONS).format(count=count, word=word)] if count else []


def _handed(visit: Visit, area: str) -> list[str]:
    taken = next((one for one in visit.desk.dossier.assessment.areas if one.area == area), None)
    if taken is None or taken.owner is None:
        return []
    actor, called = visit.desk.actor, visit.who(taken.owner)
    mine = actor is not None and taken.owner in actor.called
    who = escaped(visit.desk.say(YOU).format(owner=called) if mine else called)
    if taken.due is None:
        return [visit.desk.say(HANDED).format(who=who)]
    return [visit.desk.say(HANDED_BY).format(who=who, day=day(taken.due, visit.desk.language, year=False))]
