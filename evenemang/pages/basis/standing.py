"""The class of the event with its reasons, and how deep the questions go."""

from __future__ import annotations

from typing import Literal, cast

import streamlit as st

from evenemang.domain.profile import EventClass, FactorPoints
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.opening import open_facts
from evenemang.flow.scoping import ChooseDepth
from evenemang.pages.allowed import takes
from evenemang.pages.basis import without
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.showing import escaped

CLASS = Text(sv="Klass {at_least}: {name}", en="Class {at_least}: {name}")
MAY_BECOME = Text(sv="Klass {at_least}, kan bli {at_most}", en="Class {at_least}, may become {at_most}")
OPEN = Text(
    sv="{count} uppgifter är öppna. Till dess följer frågedjupet den högre klassen.",
    en="{count} facts are open. Until then the depth of the questions follows the higher class.",
)
POINTS = Text(sv="{points} poäng", en="{points} points")
REASON = Text(sv="**{title}**: {means}, {points} poäng", en="**{title}**: {means}, {points} points")
FLOOR = Text(sv="Lägsta klass: {because}.", en="Lowest class: {because}.")
DEPTH = Text(sv="Frågedjup {depth} av 3", en="Depth of questions {depth} of 3")
OVERRIDDEN = Text(
    sv="Gruppen har valt djup {depth} i stället för klassens: {because}",
    en="The group chose depth {depth} instead of that of the class: {because}",
)
CHANGE = Text(sv="Ändra frågedjupet", en="Change the depth")
WHICH = Text(sv="Frågedjup", en="Depth of questions")
DEPTHS = {
    1: Text(sv="1 Grundfrågor", en="1 Basic"),
    2: Text(sv="2 Fördjupat", en="2 Deeper"),
    3: Text(sv="3 Alla frågor", en="3 All"),
}
BECAUSE = Text(sv="Varför?", en="Why?")
KEEP = Text(sv="Spara frågedjupet", en="Keep the depth")


def show(desk: Desk) -> None:
    """Show the class, its reasons and the depth."""
    standing = desk.reading.standing
    classes = {one.id: one for one in desk.content.profile.classification.classes}
    st.header(_title(desk, classes), anchor=False)
    st.write(desk.say(classes[standing.at_least].means))
    left = len(open_facts(desk.content.profile, desk.reading.facts))
    if not standing.is_settled:
        st.caption(desk.say(OPEN).format(count=left))
    _reasons(desk)
    for because in standing.floors:
        st.caption(desk.say(FLOOR).format(because=desk.say(because)))
    _depth(desk)
    without.show(desk)


def _title(desk: Desk, classes: dict[int, EventClass]) -> str:
    standing = desk.reading.standing
    text = CLASS if standing.is_settled else MAY_BECOME
    name = desk.say(classes[standing.at_least].name)
    return desk.say(text).format(at_least=standing.at_least, at_most=standing.at_most, name=name)


def _reasons(desk: Desk) -> None:
    st.markdown(f"**{desk.say(POINTS).format(points=desk.reading.standing.points)}**")
    counted = [one for one in desk.reading.standing.factors if one.points]
    st.markdown("\n".join(f"- {_reason(desk, one)}" for one in counted))


def _reason(desk: Desk, one: FactorPoints) -> str:
    means = desk.say(one.means) if one.means else ""
    return desk.say(REASON).format(title=desk.say(one.title), means=means, points=one.points)


def _depth(desk: Desk) -> None:
    st.markdown(f"**{desk.say(DEPTH).format(depth=desk.reading.depth)}**")
    override = desk.dossier.assessment.depth
    if override:
        said = desk.say(OVERRIDDEN).format(depth=override.depth, because=escaped(override.because))
        st.caption(said)
    _change(desk)


@takes("choose-depth")
def _change(desk: Desk) -> None:
    if st.button(desk.say(CHANGE), key="andra-djup", type="tertiary", icon=":material/tune:"):
        st.dialog(desk.say(CHANGE))(_form)(desk)


def _form(desk: Desk) -> None:
    depth = st.segmented_control(
        desk.say(WHICH),
        list(DEPTHS),
        default=desk.reading.depth,
        required=True,
        format_func=lambda one: desk.say(DEPTHS[one]),
        key="djup",
    )
    because = st.text_area(desk.say(BECAUSE), max_chars=LONGEST_TEXT, key="djup-varfor")
    if st.button(desk.say(KEEP), key="djup-spara", type="primary"):
        chosen = cast(Literal[1, 2, 3], depth)
        if desk.do_as_seen(ChooseDepth(depth=chosen, because=because)):
            st.rerun()
    show_refusal()
