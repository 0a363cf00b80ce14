"""Setting up a counter: what is counted, at which entrances, how many there may be, and who decides."""

from __future__ import annotations

from typing import Any

import streamlit as st

from evenemang.domain.counting import Counter
from evenemang.domain.place import Place
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.counting import DropCounter, NamedEntrance, SetCounter, zone_holds
from evenemang.flow.saying import number
from evenemang.flow.stopping import of_capacity, source_words
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.on_site.zones import zones
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

NEW = Text(sv="Ny räknare", en="New counter")
CHANGE = Text(sv="Ändra {name}", en="Change {name}")
NAME = Text(sv="Vad räknas?", en="What is counted?")
NAME_FORM = Text(sv="Till exempel: Framför scenen", en="For example: In front of the stage")
ZONE = Text(sv="Delområde", en="Zone")
NO_ZONE = Text(sv="Inget delområde", en="No zone")
HOLDS = Text(sv="Högsta antal personer", en="Highest number of persons")
BY_REGISTER = Text(
    sv="Lämna tomt för platsregistrets tal: {known}.",
    en="Leave empty for the figure of the register: {known}.",
)
BECAUSE = Text(sv="Var kommer talet ifrån?", en="Where does the figure come from?")
WATCH = Text(sv="Bevaka vid (%)", en="Watch at (%)")
STOP = Text(sv="Stopp vid (%)", en="Stop at (%)")
SHARES_FROM = Text(
    sv="Förslaget: {source}. Det är ni som kommer överens om nivåerna.",
    en="As proposed: {source}. It is for you to agree on the levels.",
)
ENTRANCES = Text(sv="Ingångar, en på varje rad", en="Entrances, one on each line")
DECIDES = Text(sv="Vem beslutar att stoppa insläppet?", en="Who decides to stop the entry?")
SAVE = Text(sv="Spara räknaren", en="Save the counter")
DROP = Text(sv="Ta bort räknaren", en="Take away the counter")
MISSING = Text(
    sv="Det är inte sparat. Fyll i vad som räknas, minst en ingång och båda nivåerna.",
    en="It is not saved. Fill in what is counted, at least one entrance, and both levels.",
)
NO_MOST = Text(
    sv="Det är inte sparat. Platsregistret säger inte hur många som får plats: ange ett högsta antal.",
    en="It is not saved. The register does not say how many fit: give a highest number.",
)
FRAGMENT = "rakna"
MOST = 5_000_000
FIELDS = ("name", "zone", "holds", "because", "watch", "stop", "entrances", "decides")


@takes("set-counter")
def show(desk: Desk, places: tuple[Place, ...]) -> None:
    """Show a form for each counter and one for a new one, folded."""
    for one in desk.dossier.counters:
        _form(desk, places, one)
    _form(desk, places, None)


def _form(desk: Desk, places: tuple[Place, ...], counter: Counter | None) -> None:
    name = f"raknare-{desk.dossier.id}-{counter.id if counter else 'ny'}"
    key = turn(name)
    title = desk.say(CHANGE).format(name=escaped(counter.name)) if counter else desk.say(NEW)
    is_first = counter is None and not desk.dossier.counters
    with st.expander(title, icon=":material/tune:" if counter else ":material/add:", expanded=is_first):
        with st.form(f"form-{key}", border=False, enter_to_submit=False):
            _what(desk, places, counter, key)
            _shares(desk, counter, key)
            ways = "\n".join(one.name for one in counter.entrances) if counter else ""
            st.text_area(
                desk.say(ENTRANCES), ways, key=f"{key}-entrances", height=100, max_chars=LONGEST_TEXT
            )
            people_of(desk.house).choose(
                desk.say(DECIDES), counter.decides if counter else None, desk.language, f"{key}-decides"
            )
            st.form_submit_button(
                desk.say(SAVE),
                key=f"{key}-spara",
                on_click=_save,
                args=(desk, places, counter, name, key),
            )
        if counter and not any(one.counter == counter.id for one in desk.dossier.counts):
            _drop(desk, counter)


def _what(desk: Desk, places: tuple[Place, ...], counter: Counter | None, key: str) -> None:
    say = desk.say
    st.text_input(
        say(NAME),
        counter.name if counter else "",
        key=f"{key}-name",
        placeholder=say(NAME_FORM),
        max_chars=LONGEST_TEXT,
        autocomplete="off",
    )
    names = zones(desk)
    known = [*names]
    if counter and counter.zone and counter.zone not in names:
        known.append(counter.zone)
    if known:
        st.selectbox(
            say(ZONE),
            known,
            index=known.index(counter.zone) if counter and counter.zone else None,
            format_func=lambda one: _named(desk, names.get(str(one), str(one)), zone_holds(one, places)),
            placeholder=say(NO_ZONE),
            key=f"{key}-zone",
        )
    st.number_input(
        say(HOLDS),
        value=counter.holds if counter else None,
        min_value=1,
        max_value=MOST,
        step=1,
        key=f"{key}-holds",
    )
    figures = "; ".join(
        f"{names[one]} {number(found, desk.language)}" for one in names if (found := zone_holds(one, places))
    )
    if figures:
        st.caption(escaped(say(BY_REGISTER).format(known=figures)))
    st.text_input(
        say(BECAUSE), counter.because if counter else "", key=f"{key}-because", max_chars=LONGEST_TEXT
    )


def _named(desk: Desk, name: str, holds: int | None) -> str:
    return f"{name} ({number(holds, desk.language)})" if holds else name


def _shares(desk: Desk, counter: Counter | None, key: str) -> None:
    proposed = of_capacity(desk.dossier, desk.content, desk.reading, desk.house.workspace.now())
    watch = counter.watch if counter else round(proposed.watch) if proposed and proposed.watch else None
    stop = counter.stop if counter else round(proposed.stop) if proposed else None
    left, right = st.columns(2)
    left.number_input(desk.say(WATCH), value=watch, min_value=1, max_value=100, step=1, key=f"{key}-watch")
    right.number_input(desk.say(STOP), value=stop, min_value=1, max_value=100, step=1, key=f"{key}-stop")
    if proposed:
        source = "; ".join(desk.say(one) for one in source_words(proposed, desk.content))
        st.caption(escaped(desk.say(SHARES_FROM).format(source=source)))


@takes("drop-counter")
def _drop(desk: Desk, counter: Counter) -> None:
    deed = DropCounter(counter=counter.id)
    st.button(desk.say(DROP), key=f"bort-{counter.id}", type="tertiary", on_click=_dropped, args=(desk, deed))


def _dropped(desk: Desk, deed: DropCounter) -> None:
    desk.do_as_seen(deed)
    st.rerun([FRAGMENT])


def _save(desk: Desk, places: tuple[Place, ...], counter: Counter | None, name: str, key: str) -> None:
    said = {field: st.session_state.get(f"{key}-{field}") for field in FIELDS}
    ways = [one.strip() for one in str(said["entrances"] or "").splitlines() if one.strip()]
    if not (str(said["name"] or "").strip() and ways and said["watch"] and said["stop"]):
        st.session_state["refused"] = (False, desk.say(MISSING))
    elif said["holds"] is None and zone_holds(said["zone"], places) is None:
        st.session_state["refused"] = (False, desk.say(NO_MOST))
    else:
        _set(desk, counter, said, _entrances(counter, ways), name)
    st.rerun([FRAGMENT])


def _set(
    desk: Desk, counter: Counter | None, said: dict[str, Any], ways: tuple[NamedEntrance, ...], name: str
) -> None:
    rest = {field: said[field] for field in FIELDS if field not in ("entrances", "name")}
    deed = SetCounter.model_validate(
        {**rest, "called": said["name"], "counter": counter.id if counter else None, "entrances": ways}
    )
    if desk.do_as_seen(deed) if counter else desk.do(deed):
        next_turn(name)


def _entrances(counter: Counter | None, ways: list[str]) -> tuple[NamedEntrance, ...]:
    """Return the entrances as named; one whose name stays, or that stands where it stood, is the same."""
    there = {one.name: one.id for one in counter.entrances} if counter else {}
    free = [one.id for one in counter.entrances if one.name not in ways] if counter else []
    found = []
    for way in dict.fromkeys(ways):
        entrance = there.get(way) or (free.pop(0) if free else None)
        found.append(NamedEntrance(id=entrance, name=way))
    return tuple(found)
