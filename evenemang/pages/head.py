"""The head of a dossier's page: which event, when, where it stands, and the way to each step."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.action import CLOSED
from evenemang.domain.dossier import days_until, state
from evenemang.domain.text import Text
from evenemang.pages import left_out, said, states, ways
from evenemang.pages.desk import AT_ONCE, Desk, fresh
from evenemang.pages.periods import period
from evenemang.pages.showing import escaped, level, relative

CASE = Text(sv="Ärende", en="Dossier")
NO_DATE = Text(sv="Datum saknas", en="No date yet")
WORST = Text(sv="högsta restrisk", en="highest residual risk")
WORST_THREAT = Text(sv="högsta restrisk, ett hot", en="highest residual risk, a threat")
WORST_HIDDEN = Text(
    sv="högsta restrisk, en risk som inte visas för dig", en="highest residual risk, one not shown to you"
)
ONE_MORE = Text(sv="och en plats till", en="and one more place")
MORE = Text(sv="och {count} platser till", en="and {count} more places")
NOT_JUDGED = Text(sv="Ingen risk än", en="No risk yet")
NEVER_JUDGED = Text(sv="Inte bedömt här", en="Not assessed here")
AFTER_ALL = Text(
    sv="Ärendet skulle klara sig utan bedömning, men uppgifterna säger inte längre att evenemanget är av det "
    "minsta slaget. Se Underlag, Riskområden.",
    en="The dossier was to go without an assessment, but the facts no longer say that the event is of the "
    "smallest kind. See Basis, Risk areas.",
)
CANCELLED = Text(sv="Evenemanget är inställt", en="The event is cancelled")
READS = Text(
    sv="Du läser. Be samordnaren om du ska kunna ändra.",
    en="You are reading. Ask the coordinator if you need to change things.",
)
RECONSIDER = Text(
    sv="Risknivån har stigit sedan beslutet ({risks}). Ställningstagandet ska omprövas.",
    en="The risk level has risen since the decision ({risks}). The decision is to be reconsidered.",
)
NOT_SHOWN = Text(sv="en risk som inte visas för dig", en="a risk that is not shown to you")
TO_DECISION = Text(sv="Till ställningstagandet", en="To the decision")

FRAGMENT = "huvudet"
STEPS: dict[str, Text] = {
    "underlag": Text(sv="Underlag", en="Basis"),
    "checklistor": Text(sv="Checklistor", en="Checklists"),
    "risker": Text(sv="Risker", en="Risks"),
    "atgarder": Text(sv="Åtgärder", en="Actions"),
    "granskning": Text(sv="Granskning", en="Review"),
    "beslut": Text(sv="Ställningstagande", en="Decision"),
    "plats": Text(sv="På plats", en="On site"),
    "utvardering": Text(sv="Utvärdering", en="Evaluation"),
    "arbetsbok": Text(sv="Arbetsbok", en="Workbook"),
    "historik": Text(sv="Historik", en="History"),
}
COUNTED = ("checklistor", "risker", "atgarder", "granskning")


def show(desk: Desk, step: str) -> None:
    """Show the head, and the steps with the one that is open marked; it counts anew after an answer."""
    said.forget()
    st.fragment(_head, key=FRAGMENT)(desk, step)


def changed() -> tuple[str, ...]:
    """Return the parts of the head that would say something else: all of it, or the steps that count."""
    return (FRAGMENT,) if said.otherwise(FRAGMENT) else tuple(filter(said.otherwise, map(_part, COUNTED)))


def _head(desk: Desk, step: str) -> None:
    desk = fresh(desk)
    with said.saying(FRAGMENT, _words(desk), lambda: _words(fresh(desk, within=AT_ONCE))):
        with st.container(key="huvud"):
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                st.caption(_line(desk), width="content")
                st.markdown(_badges(desk), width="content")
            st.title(escaped(desk.dossier.event.name), anchor=False)
        _steps(desk, step)
        _notices(desk, step)


def _words(desk: Desk) -> object:
    """Return what the head hangs on, but for what its steps count."""
    dossier = desk.dossier
    return (
        dossier.event.name,
        _line(desk),
        dossier.cancelled,
        dossier.from_list,
        dossier.reconsider if dossier.asks_for_new_decision else None,
        _badges(desk),
        desk.may("give-answer"),
        desk.reading.needs_assessment_after_all,
        desk.hidden and left_out.counted(desk, desk.hidden),
    )


def _line(desk: Desk) -> str:
    dossier, event = desk.dossier, desk.dossier.event
    today = desk.house.workspace.now().date()
    days = days_until(dossier, today)
    parts = [
        f"{desk.say(CASE)} {escaped(dossier.diary_number or dossier.id)}",
        escaped(_places(desk)),
        escaped(period(event, desk.language)) or desk.say(NO_DATE),
        "" if days is None or dossier.cancelled else relative(days, desk.language),
    ]
    return " · ".join(part for part in parts if part)


def _places(desk: Desk) -> str:
    event = desk.dossier.event
    ids = dict.fromkeys(
        [*([event.place] if event.place else []), *(zone.split("/")[0] for zone in event.zones)]
    )
    names = [place.name for place in map(desk.house.workspace.place, ids) if place]
    if not names:
        return ""
    more = {0: "", 1: desk.say(ONE_MORE)}.get(len(names) - 1, desk.say(MORE).format(count=len(names) - 1))
    return f"{names[0]} {more}".strip()


def _badges(desk: Desk) -> str:
    dossier = desk.dossier
    badges = [states.badge(state(dossier, desk.house.workspace.now()), desk.language)]
    if dossier.reconsider and dossier.asks_for_new_decision:
        badges.append(states.reconsider_badge(desk.language))
    standing = desk.whole.standing_risks
    if standing:
        worst = standing[0].residual
        matrix = desk.content.matrix
        badges.append(level(matrix, worst.level(matrix), worst.score, desk.language))
        said = WORST_THREAT if standing[0].axis == "threat" else WORST
        if desk.hidden and desk.hidden.worst:
            said = WORST_HIDDEN  # all must know that it is so; not what it is
        badges.append(f":small[{desk.say(said)}]")
    else:
        said = NEVER_JUDGED if dossier.from_list else NOT_JUDGED
        badges.append(f":small[{desk.say(said)}]")
    return " ".join(badges)


def _counts(desk: Desk) -> dict[str, str]:
    total = desk.reading_of_whole.total  # as in the lists of dossiers, which are the same for all
    risks = sum(risk.counts for risk in desk.dossier.risks)
    todo = sum(action.status not in CLOSED for action in desk.dossier.actions)
    counts = {"checklistor": f"{total.answered}/{total.asked}", "risker": str(risks), "atgarder": str(todo)}
    pressing = desk.review.pressing
    return {**counts, "granskning": str(pressing)} if pressing else counts


def _steps(desk: Desk, chosen: str) -> None:
    with st.container(key="steg", horizontal=True):
        for step, title in STEPS.items():
            with st.container(key="steg-valt" if step == chosen else f"steg-{step}", width="content"):
                if step in COUNTED:
                    st.fragment(_counted, key=_part(step))(desk, step)
                else:
                    ways.link(desk.say(title), desk.dossier.id, step)


def _part(step: str) -> str:
    return f"stegantal-{step}"


def _counted(desk: Desk, step: str) -> None:
    desk = fresh(desk, within=AT_ONCE)
    count = _counts(desk).get(step, "")
    with said.saying(_part(step), count, lambda: _counts(fresh(desk, within=AT_ONCE)).get(step, "")):
        ways.link(
            f"{desk.say(STEPS[step])} **{count}**" if count else desk.say(STEPS[step]), desk.dossier.id, step
        )


def _notices(desk: Desk, step: str) -> None:
    dossier = desk.dossier
    if not desk.may("give-answer"):
        st.caption(desk.say(READS))
    left_out.show(desk)
    if dossier.cancelled:
        st.info(escaped(dossier.cancelled.because), title=desk.say(CANCELLED), icon=":material/event_busy:")
    if desk.reading.needs_assessment_after_all:
        st.info(desk.say(AFTER_ALL), icon=":material/checklist:")
    if dossier.reconsider and dossier.asks_for_new_decision:
        risks = ", ".join(dossier.reconsider.risks) or desk.say(NOT_SHOWN)
        st.info(desk.say(RECONSIDER).format(risks=risks), icon=":material/sync_problem:")
        if step != "beslut":
            ways.link(desk.say(TO_DECISION), dossier.id, "beslut", icon=":material/arrow_forward:")
