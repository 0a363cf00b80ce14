"""The counter: how many are inside against the highest number, and large buttons at each entrance.

What is tapped is a sum in the browser, and what was not stored of it yet is: a tap that comes while the
server is busy, or that was refused, is not lost but comes along with the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from evenemang.domain.counting import Counter, Entrance, Standing
from evenemang.domain.place import Place
from evenemang.domain.text import Text
from evenemang.flow.counting import CountPersons, Crowd, MendCount, crowd
from evenemang.flow.saying import number
from evenemang.pages import foot
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.on_site import counter_form, last_time, words
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.on_site.zones import places_of
from evenemang.pages.people import people_of
from evenemang.pages.showing import clock, escaped

NONE = Text(sv="Ingen räknare än", en="No counter yet")
NONE_MEANS = Text(
    sv="Bestäm vad som ska räknas, vid vilka ingångar och hur många det får vara. Flera telefoner kan räkna "
    "samtidigt.",
    en="Decide what is counted, at which entrances and how many there may be. Several phones can count at "
    "the same time.",
)
ENTRANCE = Text(sv="Var står du?", en="Where do you stand?")
INSIDE = Text(sv="Inne nu", en="Inside now")
OF = Text(sv="{inside} av {most}", en="{inside} of {most}")
SHARE = Text(sv="{share} % av högsta antalet.", en="{share} % of the highest number.")
LEFT = Text(sv="{count} kvar till stopp.", en="{count} left to the stop.")
OVER = Text(sv="{count} över stoppet. Stoppa insläppet.", en="{count} above the stop. Stop the entry.")
AT_STOP = Text(sv="Stoppnivån är nådd. Stoppa insläppet.", en="The stop level is reached. Stop the entry.")
LEVELS = Text(
    sv="Bevaka vid {watch} ({watch_share} %), stopp vid {stop} ({stop_share} %). Högst {most} personer, "
    "{source}.",
    en="Watch at {watch} ({watch_share} %), stop at {stop} ({stop_share} %). At most {most} persons, "
    "{source}.",
)
BY_REGISTER = Text(sv="enligt platsregistret", en="by the register of places")
NO_LIMIT = Text(
    sv="Ingen har sagt hur många det får vara. Ändra räknaren.",
    en="Nobody has said how many there may be. Change the counter.",
)
BELOW = Text(
    sv="Fler har räknats ut än in ({count}). Räkna om och rätta antalet.",
    en="More have been counted out than in ({count}). Count again and mend the number.",
)
STEP = Text(sv="Hur många i taget?", en="How many at a time?")
HERE = Text(sv="Räkna här: plus för in, minus för ut", en="Count here: plus for in, minus for out")
LAST = Text(sv="Senast {when}, {who}", en="Last {when}, {who}")
MOST = Text(sv="som mest {most} klockan {when}", en="at most {most} at {when}")
CAME = Text(sv="{came} har kommit in", en="{came} have come in")
MEND = Text(sv="Rätta antalet", en="Mend the number")
REALLY = Text(sv="Så många är inne enligt en annan räkning", en="So many are inside by another count")
SAVE_MENDED = Text(sv="Rätta", en="Mend")
NOT_SAID = Text(sv="Ange hur många som är inne.", en="Say how many are inside.")
STEPS = (1, 10, 50)
FRAGMENT, ADDRESS = "rakna", "ingang"


def show(desk: Desk) -> None:
    """Show the counters; they follow each tap, here and on other phones."""
    st.fragment(_counters, key=FRAGMENT)(desk)


def _counters(desk: Desk) -> None:
    desk = fresh(desk)
    foot.tell(FRAGMENT)
    places = places_of(desk)
    counters = desk.dossier.counters
    if not counters:
        st.header(desk.say(NONE), anchor=False)
        st.caption(desk.say(NONE_MEANS))
    else:
        _here(desk, places)
    last_time.counters(desk, FRAGMENT)
    counter_form.show(desk, places)


def _here(desk: Desk, places: tuple[Place, ...]) -> None:
    counter, entrance = _chosen(desk)
    found = crowd(desk.dossier, counter, places, desk.house.workspace.now())
    st.header(escaped(counter.name), anchor=False)
    _number(desk, found)
    _buttons(desk, counter, entrance, found)
    _told(desk, found)
    _mend(desk, found)
    _others(desk, counter, places)


def _chosen(desk: Desk) -> tuple[Counter, Entrance]:
    """Return the counter and entrance of the address; the first one where it says none that is there."""
    each = [(one, way) for one in desk.dossier.counters for way in one.entrances]
    names = {way.id: _label(desk, one, way) for one, way in each}
    asked = st.query_params.get(ADDRESS, "")
    chosen = asked if asked in names else each[0][1].id
    if len(each) > 1:
        st.session_state["rakna-ingang"] = chosen
        st.pills(
            desk.say(ENTRANCE),
            list(names),
            format_func=lambda one: escaped(names[one]),
            key="rakna-ingang",
            required=True,
            on_change=_stand,
        )
    return next((one, way) for one, way in each if way.id == chosen)


def _label(desk: Desk, counter: Counter, way: Entrance) -> str:
    return way.name if len(desk.dossier.counters) == 1 else f"{way.name}, {counter.name}"


def _stand() -> None:
    st.query_params[ADDRESS] = st.session_state["rakna-ingang"]


def _number(desk: Desk, found: Crowd) -> None:
    say, language = desk.say, desk.language
    inside = number(found.inside, language)
    with st.container(border=True, key="kort-inne"):
        if found.levels is None:
            st.metric(say(INSIDE), inside)
            st.warning(say(NO_LIMIT))
            return
        st.metric(say(INSIDE), _of_most(desk, found))
        share = found.levels.share(found.inside)
        told = say(SHARE).format(share=number(share, language))
        st.markdown(f"{badge(desk, found.standing)} {told} **{_to_stop(desk, found)}**")
        st.progress(min(1.0, found.inside / found.levels.holds))
    if found.count and found.count.inside < 0:
        st.warning(say(BELOW).format(count=number(-found.count.inside, language)))


def _of_most(desk: Desk, found: Crowd) -> str:
    assert found.levels
    inside, most = (number(one, desk.language) for one in (found.inside, found.levels.holds))
    return desk.say(OF).format(inside=inside, most=most)


def badge(desk: Desk, standing: Standing) -> str:
    """Return where something stands, as a badge with a sign and a word."""
    icon, colour = words.STANDING_LOOK[standing]
    return f":{colour}-badge[:material/{icon}: {desk.say(words.STANDINGS[standing])}]"


def _to_stop(desk: Desk, found: Crowd) -> str:
    assert found.levels
    left = found.levels.stop - found.inside
    if left == 0:
        return desk.say(AT_STOP)
    return desk.say(LEFT if left > 0 else OVER).format(count=number(abs(left), desk.language))


@takes("count-persons")
def _buttons(desk: Desk, counter: Counter, entrance: Entrance, found: Crowd) -> None:
    key = _key(desk, entrance)
    size = st.segmented_control(
        desk.say(STEP), STEPS, default=STEPS[0], required=True, width="stretch", key="rakna-steg"
    )
    with st.bottom, st.container(key="rakna-knappar"):  # always within reach of the thumb
        if found.levels:  # and in sight with it: the number may have been scrolled away
            st.markdown(f"{_of_most(desk, found)} {badge(desk, found.standing)} {_to_stop(desk, found)}")
        st.number_input(
            desk.say(HERE),
            value=0,
            step=int(size or STEPS[0]),
            key=key,
            on_change=_count,
            args=(desk, counter.id, entrance.id, key),
        )


def _key(desk: Desk, entrance: Entrance) -> str:
    """Return the key of the sum; a new one where the browser has let go of the last."""
    name = f"rakna-{desk.dossier.id}-{entrance.id}"
    key = turn(name)
    if key not in st.session_state and _done(key) in st.session_state:
        next_turn(name)
        key = turn(name)
    st.session_state.setdefault(_done(key), 0)
    return key


def _done(key: str) -> str:
    return f"{key}-sparat"


def _count(desk: Desk, counter: str, entrance: str, key: str) -> None:
    tapped = int(st.session_state.get(key) or 0)
    change = tapped - st.session_state.get(_done(key), 0)
    if change and desk.do(CountPersons(counter=counter, entrance=entrance, change=change)):
        st.session_state[_done(key)] = tapped


def _told(desk: Desk, found: Crowd) -> None:
    st.caption(" · ".join(_parts(desk, found)))
    decides = found.counter.decides
    if decides:
        who = escaped(people_of(desk.house).say(decides))
        st.caption(f"{desk.say(words.DECIDES)}: {who}")
    else:
        st.markdown(f":small[:violet[{desk.say(words.NOBODY_DECIDES)}]]")
    if found.levels:
        st.caption(escaped(_levels(desk, found)))


def _parts(desk: Desk, found: Crowd) -> Iterator[str]:
    say, language, count = desk.say, desk.language, found.count
    if count is None:
        return
    who = escaped(people_of(desk.house).say(count.noted.by))
    yield say(LAST).format(when=clock(count.noted.at), who=who)
    yield say(CAME).format(came=number(count.came, language))
    if count.most_at:
        yield say(MOST).format(most=number(count.most, language), when=clock(count.most_at))


def _levels(desk: Desk, found: Crowd) -> str:
    assert found.levels
    counter, language = found.counter, desk.language
    return desk.say(LEVELS).format(
        watch=number(found.levels.watch, language),
        stop=number(found.levels.stop, language),
        watch_share=counter.watch,
        stop_share=counter.stop,
        most=number(found.levels.holds, language),
        source=desk.say(BY_REGISTER) if counter.holds is None else counter.because,
    )


@takes("mend-count")
def _mend(desk: Desk, found: Crowd) -> None:
    key = turn(f"ratta-{desk.dossier.id}-{found.counter.id}")
    with st.expander(desk.say(MEND), icon=":material/edit:"):
        st.number_input(desk.say(REALLY), value=None, min_value=0, step=1, key=key, on_change="ignore")
        st.button(
            desk.say(SAVE_MENDED),
            key=f"{key}-knapp",
            on_click=_save_mended,
            args=(desk, found.counter.id, key),
        )


def _save_mended(desk: Desk, counter: str, key: str) -> None:
    inside = st.session_state.get(key)
    if inside is None:
        st.session_state["refused"] = (False, desk.say(NOT_SAID))
    elif desk.do(MendCount(counter=counter, inside=int(inside))):
        next_turn(f"ratta-{desk.dossier.id}-{counter}")
    st.rerun([FRAGMENT])


def _others(desk: Desk, here: Counter, places: tuple[Place, ...]) -> None:
    others = [one for one in desk.dossier.counters if one.id != here.id]
    if not others:
        return
    with st.container(border=True, key="lista-raknare"):
        for one in others:
            found = crowd(desk.dossier, one, places, desk.house.workspace.now())
            with st.container(key=f"rad-raknare-{one.id}"):
                st.markdown(line(desk, found))


def line(desk: Desk, found: Crowd) -> str:
    """Return a counter in one line: its name, how many are inside, and where that stands."""
    if found.levels is None:
        return f"**{escaped(found.counter.name)}** {number(found.inside, desk.language)}"
    told = _of_most(desk, found)
    share = number(found.levels.share(found.inside), desk.language)
    return f"**{escaped(found.counter.name)}** {told} ({share} %) {badge(desk, found.standing)}"
